/** Contact fields (联系方式和地址, source 000 art. 9), each with one owner. */
export const contactFields = {
  MOBILE: '手机号码',
  EMAIL: '电子邮箱',
  OFFICE_ADDRESS: '办公地址',
  HOME_ADDRESS: '住址',
} as const;
export type ContactField = keyof typeof contactFields;

export const proposalStates = { PENDING: '待处理', ACCEPTED: '已采纳', DECLINED: '未采纳' } as const;
export type ProposalState = keyof typeof proposalStates;

/** One line of the owner table: who keeps a field, and which field of the lawyer record it is. */
export interface ContactOwnership {
  readonly owner: 'JUSTICE' | 'BAR';
  readonly input: 'mobile' | 'email' | 'officeAddress' | 'homeAddress';
}

/**
 * Which institution owns which contact field. The text names both as updaters (省司法厅、省律师协会应及时更新), so the
 * ownership is set per field: membership contact by the bar, addresses by the licensing authority.
 */
export const contactOwners: Readonly<Record<ContactField, ContactOwnership>> = {
  MOBILE: { owner: 'BAR', input: 'mobile' },
  EMAIL: { owner: 'BAR', input: 'email' },
  OFFICE_ADDRESS: { owner: 'JUSTICE', input: 'officeAddress' },
  HOME_ADDRESS: { owner: 'JUSTICE', input: 'homeAddress' },
};
