/** The institutions an asker can belong to; FIRM, LAWYER and PUBLIC are askers, not owners of registers. */
export type Institution = 'COURT' | 'JUSTICE' | 'BAR' | 'FIRM' | 'LAWYER' | 'PUBLIC';

/** One line of the role table: the institutions that may hold the role, and its group; one person holds roles of one group only. */
export interface RoleLine {
  readonly institutions: readonly Institution[];
  /** What the role must be bound to for its "own" rows to mean anything. */
  readonly boundTo: 'unit' | 'firm' | 'lawyer' | 'nothing';
  readonly separation:
    | 'service'
    | 'personnel'
    | 'supervision'
    | 'publishing'
    | 'licensing'
    | 'association'
    | 'outside'
    | 'system'
    | 'security'
    | 'audit';
  readonly en: string;
  readonly zh: string;
}

/**
 * The roles, in the order of the matrix columns. The last three are the administrators of GB/T 22239-2019, 8.1.4.2
 * (管理用户权限分离): none can do another's work.
 */
export const roleTable = {
  filing: {
    institutions: ['COURT'],
    boundTo: 'unit',
    separation: 'service',
    en: 'court filing and service',
    zh: '立案诉讼服务',
  },
  judge: { institutions: ['COURT'], boundTo: 'unit', separation: 'service', en: 'case judge', zh: '承办法官' },
  personnel: {
    institutions: ['COURT'],
    boundTo: 'unit',
    separation: 'personnel',
    en: 'court personnel',
    zh: '组织人事(政治部)',
  },
  supervision: {
    institutions: ['COURT'],
    boundTo: 'unit',
    separation: 'supervision',
    en: 'court supervision',
    zh: '督察(纪检)',
  },
  justice: {
    institutions: ['JUSTICE'],
    boundTo: 'unit',
    separation: 'licensing',
    en: 'justice department or bureau',
    zh: '司法行政机关',
  },
  bar: { institutions: ['BAR'], boundTo: 'unit', separation: 'association', en: 'lawyers association', zh: '律师协会' },
  editor: {
    institutions: ['BAR', 'COURT'],
    boundTo: 'unit',
    separation: 'publishing',
    en: 'journal editor',
    zh: '刊物编辑',
  },
  firm: {
    institutions: ['FIRM'],
    boundTo: 'firm',
    separation: 'outside',
    en: 'law firm, for its own lawyers',
    zh: '律师事务所',
  },
  self: {
    institutions: ['LAWYER'],
    boundTo: 'lawyer',
    separation: 'outside',
    en: 'the lawyer himself',
    zh: '律师本人',
  },
  public: { institutions: ['PUBLIC'], boundTo: 'nothing', separation: 'outside', en: 'anybody', zh: '社会公众' },
  system: {
    institutions: ['COURT', 'JUSTICE', 'BAR'],
    boundTo: 'unit',
    separation: 'system',
    en: 'system administrator',
    zh: '系统管理员',
  },
  security: {
    institutions: ['COURT', 'JUSTICE', 'BAR'],
    boundTo: 'unit',
    separation: 'security',
    en: 'security administrator',
    zh: '安全管理员',
  },
  audit: {
    institutions: ['COURT', 'JUSTICE', 'BAR'],
    boundTo: 'unit',
    separation: 'audit',
    en: 'audit administrator',
    zh: '审计管理员',
  },
} as const satisfies Record<string, RoleLine>;

export type Role = keyof typeof roleTable;
export const roles = Object.keys(roleTable) as Role[];

/** Whether a text from a token names a role. */
export const isRole = (text: string): text is Role => Object.hasOwn(roleTable, text);

/** Whether a role is one of the three administrators'. */
export const isAdministrator = (role: Role): boolean => ['system', 'security', 'audit'].includes(role);
