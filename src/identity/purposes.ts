/** The closed list of purposes (使用目的) a request may state in `X-Lushu-Purpose`; PIPL art. 5, 6 (necessity, smallest scope). */
export const purposes = {
  CASE_FILING: { en: 'checking counsel at case filing', zh: '立案审查代理人' },
  TRIAL: { en: 'hearing and deciding a case', zh: '审理案件' },
  COURT_PERSONNEL: { en: 'court personnel and employment limits', zh: '法院组织人事与从业限制' },
  COURT_SUPERVISION: { en: 'supervision inside the court', zh: '法院监督' },
  LICENCE_ADMINISTRATION: { en: 'granting and administering licences', zh: '律师执业许可管理' },
  DISCIPLINE: { en: 'penalties and industry discipline', zh: '行政处罚与行业处分' },
  MEMBERSHIP: { en: 'membership and contact data', zh: '会员与联系方式管理' },
  ROSTER: { en: 'keeping or using the mediator roster', zh: '律师调解员名册' },
  PUBLICATION: { en: 'publishing and reading journals', zh: '刊物发布与阅览' },
  OWN_DATA: { en: 'the firm or lawyer looking at own data', zh: '查阅本人(本所)信息' },
  SYSTEM_ADMINISTRATION: { en: 'registering clients and their keys', zh: '系统管理' },
  SECURITY_ADMINISTRATION: { en: 'activating and disabling clients and accounts', zh: '安全管理' },
  AUDIT: { en: 'auditing what administrators did', zh: '安全审计' },
  PUBLIC_INQUIRY: { en: 'public inquiry', zh: '社会公众查询' },
} as const;

export type Purpose = keyof typeof purposes;

/** Whether a text from the header is in the closed list. */
export const isPurpose = (text: string): text is Purpose => Object.hasOwn(purposes, text);
