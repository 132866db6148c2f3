/** Organs whose service the law mirrors (任职机关种类): 法官法 art. 36, 检察官法 art. 37, 监察官法 art. 49. */
export const organKinds = { COURT: '人民法院', PROCURATORATE: '人民检察院', SUPERVISION: '监察机关' } as const;
export type OrganKind = keyof typeof organKinds;

/**
 * Categories of a service (人员类别). 助理审判员 counts among those who adjudicate (2011 recusal rules art. 13) and is
 * no 法官助理: the two are kept apart.
 */
export const serviceCategories = {
  JUDGE: '法官',
  ASSISTANT_ADJUDICATOR: '助理审判员',
  JUDGE_ASSISTANT: '法官助理',
  CLERK: '书记员',
  EXECUTOR: '执行员',
  JUDICIAL_POLICE: '司法警察',
  TECHNICIAN: '司法技术辅助人员',
  ADMINISTRATION: '司法行政人员',
  ASSESSOR: '人民陪审员',
  PROSECUTOR: '检察官',
  PROSECUTOR_ASSISTANT: '检察官助理',
  SUPERVISOR: '监察官',
} as const;
export type ServiceCategory = keyof typeof serviceCategories;

/** How somebody is engaged (任用方式). 聘任制 is a civil servant in post (公务员法 art. 100), 聘用制 is neither. */
export const engagements = {
  REGULAR: '委任或录用',
  APPOINTED_CIVIL_SERVANT: '聘任制公务员',
  INSTITUTION_STAFF: '事业编制',
  CONTRACT: '聘用制',
  DISPATCHED: '劳务派遣',
  SECONDED: '挂职或借调',
  REEMPLOYED: '退休返聘',
} as const;
export type Engagement = keyof typeof engagements;

/** Levels of a leadership post (领导职务层次), 公务员法 art. 18; the three years of art. 107 begin at COUNTY_DEPUTY. */
export const postLevels = {
  NATIONAL: '国家级',
  PROVINCE: '省部级正职',
  PROVINCE_DEPUTY: '省部级副职',
  BUREAU: '厅局级正职',
  BUREAU_DEPUTY: '厅局级副职',
  COUNTY: '县处级正职',
  COUNTY_DEPUTY: '县处级副职',
  SECTION: '乡科级正职',
  SECTION_DEPUTY: '乡科级副职',
  NONE: '无领导职务',
} as const;
export type PostLevel = keyof typeof postLevels;

/** Ways to leave (离任方式), 2011 recusal rules art. 8, 61号 art. 2. The order of words is the law's: 开除 is not 辞退. */
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

/** Which day counts as that of leaving (离任日依据): as personnel states it, or the latest of exit and end of the post. */
export const departureDays = { STATED: '组织人事认定', EXIT: '实际离院', POST_END: '免职' } as const;
export type DepartureDay = keyof typeof departureDays;

/** What somebody owes at leaving (离任事项), 61号 art. 6. */
export const pledgeKinds = { PLEDGE: '从业限制承诺书', DESTINATION: '离任去向报告', CHANGE: '从业变动报告' } as const;
export type PledgeKind = keyof typeof pledgeKinds;

/** Approvals of a job in a firm (审批种类): 61号 art. 4(3), 中组发〔2013〕18号. */
export const approvalKinds = { RETIREE_IN_FIRM: '退休人员到律师事务所任职审批' } as const;
export type ApprovalKind = keyof typeof approvalKinds;

/** Whether somebody serves (任职状态): FORMER once every service has ended. */
export const staffStandings = { SERVING: '在任', FORMER: '离任' } as const;
export type StaffStanding = keyof typeof staffStandings;
