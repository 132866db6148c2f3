import type { Day } from '../../kernel/day.js';

/** Licence status (执业状态), legal-rules 7.2. 注销, 撤销 and 吊销 stay three words. */
export const licenceStatuses = {
  PRACTISING: '正常执业',
  SUSPENDED: '停止执业',
  PAUSED: '暂停执业/未在所',
  DEREGISTERED: '注销',
  RESCINDED: '撤销准予执业决定',
  REVOKED: '吊销执业证书',
  DECEASED: '死亡',
} as const;
export type LicenceStatus = keyof typeof licenceStatuses;

/** Kinds of licence event (执业许可事件), row C02. PENALTY_ANNULLED is written by the hub when a decision is annulled. */
export const licenceEventKinds = {
  GRANTED: '准予执业',
  FIRM_CHANGED: '变更执业机构',
  CONTACT_CHANGED: '变更联系方式或地址',
  CATEGORY_CHANGED: '变更执业类别',
  SUSPENDED: '停止执业处罚',
  SUSPENSION_ENDED: '停止执业提前终止',
  PAUSED: '暂停执业',
  RESUMED: '恢复执业',
  DEREGISTERED: '注销执业证书',
  RESCINDED: '撤销准予执业决定',
  REVOKED: '吊销执业证书',
  DECEASED: '死亡',
  PENALTY_ANNULLED: '处罚决定被撤销',
} as const;
export type LicenceEventKind = keyof typeof licenceEventKinds;

/** Practitioner categories (执业类别), legal-rules 7.4. */
export const practitionerCategories = {
  FULL_TIME: '专职律师',
  PART_TIME: '兼职律师',
  HONG_KONG: '香港居民律师',
  MACAO: '澳门居民律师',
  TAIWAN: '台湾居民律师',
  GOVERNMENT: '公职律师',
  IN_HOUSE: '公司律师',
  LEGAL_AID: '法律援助律师',
  ARMY: '军队律师',
} as const;
export type PractitionerCategory = keyof typeof practitionerCategories;

/** Level of the body that decided (决定机关层级). A district of a municipality (直辖市的区) ranks as a city bureau. */
export const authorityLevels = {
  MINISTRY: '司法部',
  PROVINCE: '省级司法行政机关',
  CITY: '设区的市级司法行政机关',
  MUNICIPAL_DISTRICT: '直辖市区(县)司法行政机关',
  COUNTY: '县级司法行政机关',
} as const;
export type AuthorityLevel = keyof typeof authorityLevels;

/** Articles a suspension or revocation may rest on (处罚依据), legal-rules 7.3. */
export const penaltyBases = {
  LAWYERS_LAW_47: '律师法第四十七条',
  LAWYERS_LAW_48: '律师法第四十八条',
  LAWYERS_LAW_49: '律师法第四十九条',
  LAWYERS_LAW_50: '律师法第五十条',
  LAWYERS_LAW_51: '律师法第五十一条',
} as const;
export type PenaltyBasis = keyof typeof penaltyBases;

/** What the licence rule needs to know of one event. Order of `facts` arrays is order of recording. */
export interface LicenceFact {
  readonly id: string;
  readonly kind: LicenceEventKind;
  /** Day the event takes effect; for SUSPENDED equal to `suspendedFrom`. */
  readonly effectiveOn: Day;
  readonly suspendedFrom?: Day | null;
  /** Last day of the suspension, inclusive. */
  readonly suspendedUntil?: Day | null;
  readonly category?: PractitionerCategory | null;
  readonly firmId?: string | null;
  readonly certificateNo?: string | null;
  readonly sanctionId?: string | null;
  /** The event this one corrects; both stay, the corrected one no longer counts. */
  readonly supersedes?: string | null;
}

/** One stretch of days on which nothing about the licence changes; `until` inclusive, `infinity` when open. */
export interface LicencePeriod {
  readonly from: Day;
  readonly until: Day;
  readonly status: LicenceStatus;
  readonly category: PractitionerCategory;
  /** The practising firm, null when there is none or the licence is dead. */
  readonly firmId: string | null;
  readonly certificateNo: string;
  /** The event that opened the stretch; the SUSPENDED event for the return after its last day. */
  readonly eventId: string;
}
