/** Roles in a law firm (律师事务所岗位): 61号 art. 2 binds legal advisers and administrative staff as it does lawyers. */
export const firmRoles = {
  LAWYER: '律师',
  LEGAL_ADVISER: '法律顾问',
  ADMIN: '行政人员',
  INTERN: '申请律师执业实习人员',
  PARTNER: '合伙人',
  FOUNDER: '设立人',
} as const;
export type FirmRole = keyof typeof firmRoles;
