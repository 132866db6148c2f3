/** Organs whose service the law mirrors (任职机关种类): 法官法 art. 36, 检察官法 art. 37, 监察官法 art. 49. */
export const organKinds = { COURT: '人民法院', PROCURATORATE: '人民检察院', SUPERVISION: '监察机关' } as const;
export type OrganKind = keyof typeof organKinds;

/**
 * Categories of a service (人员类别). 助理审判员 counts among those who adjudicate (2011 recusal rules art. 13) and is
 * no 法官助理: two words.
 */
export const staffCategories = {
  JUDGE: '法官(审判员)',
  ACTING_JUDGE: '助理审判员',
  ASSISTANT_JUDGE: '法官助理',
  CLERK: '书记员',
  EXECUTOR: '执行员',
  JUDICIAL_POLICE: '司法警察',
  JUDICIAL_TECHNICIAN: '司法技术辅助人员',
  OTHER_SUPPORT: '其他司法辅助人员',
  ADMINISTRATIVE: '司法行政人员',
  PEOPLES_ASSESSOR: '人民陪审员',
  PROSECUTOR: '检察官',
  PROSECUTOR_ASSISTANT: '检察官助理',
  SUPERVISION_OFFICER: '监察官',
} as const;
export type StaffCategory = keyof typeof staffCategories;

/** On what terms somebody serves (用人方式). 聘任制 is a civil servant in post (公务员法 art. 100), 聘用制 is neither. */
export const tenures = {
  TENURED: '委任制、选任制公务员',
  APPOINTED: '聘任制公务员',
  PUBLIC_INSTITUTION: '事业编制',
  CONTRACT: '聘用制',
  DISPATCHED: '劳务派遣',
  SECONDED: '挂职、借调',
  REHIRED: '退休返聘',
  LAY: '人民陪审员',
} as const;
export type Tenure = keyof typeof tenures;

/** Levels of a leading post (领导职务层次), the highest first; 公务员法 art. 107 draws its line at COUNTY. */
export const leadingPosts = {
  NATIONAL: '国家级',
  PROVINCIAL: '省部级',
  PREFECTURAL: '厅局级',
  COUNTY: '县处级',
  TOWNSHIP: '乡科级',
  NONE: '不担任领导职务',
} as const;
export type LeadingPost = keyof typeof leadingPosts;

/** Ways to leave (离任方式), 2011 recusal rules art. 8(3), 61号 art. 2. 开除 is not 辞退. */
export const departureTypes = {
  RETIRED: '退休',
  RESIGNED: '辞去公职',
  DISMISSED: '开除',
  DISCHARGED: '辞退',
  TRANSFERRED: '调离',
  CONTRACT_ENDED: '解聘',
  DIED: '死亡',
} as const;
export type DepartureType = keyof typeof departureTypes;

/** Other organs of a public post (其他机关); the first three: 刑诉解释 art. 40(2)(四). */
export const publicOrgans = {
  POLICE: '公安机关',
  STATE_SECURITY: '国家安全机关',
  PRISON: '监狱',
  OTHER: '其他机关',
} as const;
export type PublicOrgan = keyof typeof publicOrgans;

/** What becomes of a court (法院沿革). */
export const lineageKinds = { MERGED: '并入', SPLIT: '分设', RENAMED: '更名', ABOLISHED: '撤销' } as const;
export type LineageKind = keyof typeof lineageKinds;
