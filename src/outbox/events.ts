/** Every event the outbox can hold: name → the GraphQL type it is about, and its words. Printed to `schema/events.md`. */
export const events = {
  'firm.recorded': { type: 'LawFirm', en: 'a law firm was entered or changed', zh: '律师事务所信息登记或变更' },
  'licence-event.recorded': { type: 'Lawyer', en: 'a licence event was recorded', zh: '执业许可事件登记' },
  'sanction.recorded': { type: 'Sanction', en: 'a penalty or discipline was recorded', zh: '行政处罚或行业处分登记' },
  'sanction.annulled': { type: 'Sanction', en: 'a penalty or discipline was annulled', zh: '行政处罚或行业处分被撤销' },
  'contact.recorded': { type: 'Lawyer', en: 'contact data changed', zh: '联系方式或地址变更' },
  'contact-proposal.made': { type: 'ContactProposal', en: 'a contact change was proposed', zh: '联系方式变更建议提出' },
  'contact-proposal.decided': {
    type: 'ContactProposal',
    en: 'a contact proposal was decided',
    zh: '联系方式变更建议处理',
  },
  'identity.verified': { type: 'IdentityVerification', en: 'an identity was verified', zh: '律师身份核验' },
  'journal-issue.published': { type: 'JournalIssue', en: 'a journal issue was published', zh: '刊物发布' },
  'roster.published': { type: 'MediatorRosterEntry', en: 'a mediator was listed', zh: '律师调解员列入名册' },
  'roster.adjusted': { type: 'MediatorRosterEntry', en: 'a roster entry was adjusted', zh: '律师调解员名册调整' },
  'licence-alert.raised': { type: 'LicenceAlert', en: 'a licence alert was raised', zh: '执业预警产生' },
  'firm-job.recorded': { type: 'FirmJob', en: 'a job in a law firm was entered or changed', zh: '律所从业登记或变更' },
  'licence-application.recorded': {
    type: 'LicenceApplication',
    en: 'an application was entered or changed',
    zh: '执业申请登记或变更',
  },
  'case.recorded': { type: 'CourtCase', en: 'a case was entered or changed', zh: '案件信息登记或变更' },
  'representation.entered': { type: 'Representation', en: 'counsel was entered on a case', zh: '代理、辩护关系登记' },
  'representation.ended': { type: 'Representation', en: 'a representation ended', zh: '代理、辩护关系终止' },
  'client.registered': { type: 'Client', en: 'a client was registered', zh: '接入系统登记' },
  'client.key-changed': { type: 'Client', en: 'the keys of a client changed', zh: '接入系统密钥变更' },
  'client.activated': { type: 'Client', en: 'a client was activated', zh: '接入系统启用' },
  'client.disabled': { type: 'Client', en: 'a client was disabled', zh: '接入系统停用' },
  'client.unlocked': { type: 'Client', en: 'the lock-out of a client was lifted', zh: '接入系统锁定解除' },
  'account.disabled': { type: 'DisabledAccount', en: 'an account was disabled', zh: '账号停用' },
  'account.restored': { type: 'DisabledAccount', en: 'an account was restored', zh: '账号恢复' },
  'administrator.appointed': { type: 'Administrator', en: 'an administrator was appointed', zh: '管理员任命' },
  'administrator.dismissed': { type: 'Administrator', en: 'an administrator was dismissed', zh: '管理员免职' },
} as const satisfies Record<string, { type: string; en: string; zh: string }>;

export type EventName = keyof typeof events;
