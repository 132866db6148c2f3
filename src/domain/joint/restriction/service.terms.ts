import type { Day } from '../../../kernel/day.js';

/** Organs whose staff the norms on leaving bind (法官法 36, 检察官法 37, 监察官法 49). */
export const organs = { COURT: '人民法院', PROCURATORATE: '人民检察院', SUPERVISION: '监察机关' } as const;
export type Organ = keyof typeof organs;

/** Categories of staff (人员类别). 助理审判员 were judges; 法官助理 never were: two words (legal-rules 3.5 point 15). */
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

/** On what terms somebody serves (用人方式). 聘任制公务员 are civil servants in post; 聘用制 staff are neither (3.5 point 9). */
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

/** Ladders of ranks (等级序列). Ordinals are one scale for all: 1 首席大法官, 7 四级高级法官, 12 五级法官 (legal-rules 8.5). */
export const rankLadders = {
  JUDGE: { zh: '法官等级', highest: 1 },
  ASSISTANT_JUDGE: { zh: '法官助理等级', highest: 4 },
  PROSECUTOR: { zh: '检察官等级', highest: 1 },
  PROSECUTOR_ASSISTANT: { zh: '检察官助理等级', highest: 4 },
  SUPPORT: { zh: '相当职级层次的审判、检察辅助人员', highest: 4 },
} as const;
export type RankLadder = keyof typeof rankLadders;

/** A rank: a ladder and its ordinal, from the ladder's highest down to 12. Ranks compare by ordinal, never by name (E20). */
export interface Rank {
  readonly ladder: RankLadder;
  readonly ordinal: number;
}

/** Levels of leading post (领导职务层次), highest first; 公务员法 107 draws its line at COUNTY. */
export const leadingPosts = {
  NATIONAL: '国家级',
  PROVINCIAL: '省部级',
  PREFECTURAL: '厅局级',
  COUNTY: '县处级',
  TOWNSHIP: '乡科级',
  NONE: '不担任领导职务',
} as const;
export type LeadingPost = keyof typeof leadingPosts;

/** One stretch of service at an organ, in one category, rank and post. `null` in any fact means: not known. */
export interface Service {
  readonly id: string;
  readonly organ: Organ;
  /** The court, procuratorate or supervision organ; a tribunal is given with its court (see `CourtFacts.bodyOf`). */
  readonly organId: string;
  readonly category: StaffCategory | null;
  readonly tenure: Tenure | null;
  /** Whether in post (在编, 2011 rules art. 13); read from `tenure` when not known. */
  readonly inPost: boolean | null;
  readonly civilServant: boolean | null;
  /** Member of the leadership (领导班子成员). */
  readonly leadershipMember: boolean | null;
  /** Full-time member of the adjudication committee (审判委员会专职委员): beside the leadership, not in it (E22). */
  readonly committeeMember: boolean | null;
  readonly rank: Rank | null;
  readonly leadingPost: LeadingPost | null;
  /** Whether he works on trials or enforcement (审判、执行人员, 法发〔2020〕13号 art. 2). */
  readonly triesOrEnforces: boolean | null;
  readonly from: Day;
  /** Last day, inclusive; null while it lasts. */
  readonly until: Day | null;
}

/** Ways of leaving (离任方式), 2011 rules art. 8(3) and 61号 art. 2. */
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

/** Days that may count as the day of leaving (离任日); no norm says which (legal-rules 4). */
export const leavingDayKinds = {
  EXIT: { zh: '实际离开单位', en: 'exit from the organ' },
  POST_END: { zh: '职务、编制终止', en: 'end of the post' },
  RESIGNATION_APPROVED: { zh: '批准辞去公职', en: 'approval of the resignation' },
  RETIREMENT_ORDERED: { zh: '批准退休', en: 'order of retirement' },
  REMOVED_FROM_OFFICE: { zh: '免职', en: 'removal from office' },
  CIVIL_SERVANT_STATUS_LOST: { zh: '丧失公务员身份', en: 'loss of civil-servant status' },
} as const;
export type LeavingDayKind = keyof typeof leavingDayKinds;

/** One leaving of one organ. Every candidate day is kept. */
export interface Departure {
  readonly id: string;
  readonly organ: Organ;
  readonly organId: string;
  readonly type: DepartureType | null;
  readonly days: readonly { readonly kind: LeavingDayKind; readonly on: Day }[];
  /** Civil-servant status when leaving (61号 art. 2); read from the service when not known. */
  readonly civilServant: boolean | null;
  /** The day the decision was annulled (开除决定被撤销, E28): from then on the departure does not count. */
  readonly annulledOn: Day | null;
  readonly pledgeSignedOn: Day | null;
  readonly destinationDeclaredOn: Day | null;
}
