import type { Day } from '../../../kernel/day.js';
import type { DepartureType, LeadingPost, OrganKind, StaffCategory, Tenure } from '../../../kernel/public-service.js';

export {
  type DepartureType,
  departureTypes,
  type LeadingPost,
  leadingPosts,
  type OrganKind as Organ,
  type StaffCategory,
  type Tenure,
} from '../../../kernel/public-service.js';

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

/** One stretch of service at an organ, in one category, rank and post. `null` in any fact means: not known. */
export interface Service {
  readonly id: string;
  readonly organ: OrganKind;
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
  readonly organ: OrganKind;
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
