import type { Day } from '../../../kernel/day.js';
import type { FirmRole } from '../../../kernel/firm-role.js';
import type { PublicOrgan } from '../../../kernel/public-service.js';
import type { Kinship } from './kinship.terms.js';
import type { Departure, DepartureType, Service } from './service.terms.js';

export { type FirmRole, firmRoles } from '../../../kernel/firm-role.js';
export type { PublicOrgan } from '../../../kernel/public-service.js';

/**
 * What the registers know of one person (legal-rules 2 and what the statutes need besides). Everywhere: `null` means not
 * known, `[]` means known to be none, days are inclusive. Services, ranks and departures: `service.terms.ts`; kinship:
 * `kinship.terms.ts`; what is asked, the case and the firm: `question.terms.ts`.
 */
export interface PersonFacts {
  /**
   * How the staff registers found him: by keyed hash of the citizen ID, by name only (E27: services, departures, posts
   * and kinship may be another man's and are not used), or not at all (E26).
   */
  readonly match: 'ID_HASH' | 'NAME_ONLY' | 'NOT_FOUND';
  /** The day as of which the registers asked are known to be complete. */
  readonly registerAsOf: Day | null;
  readonly services: readonly Service[];
  readonly departures: readonly Departure[];
  /** Other public posts (公职), before or after; courts, procuratorates and supervision organs are `services`. */
  readonly publicPosts: readonly PublicPost[];
  /** Licence history of a lawyer; null when the justice register could not be asked. */
  readonly licences: readonly LicencePeriod[] | null;
  readonly suspensions: readonly Suspension[];
  readonly revocations: readonly Revocation[];
  readonly jobs: readonly FirmJob[];
  readonly kinships: readonly Kinship[];
  readonly sentences: readonly Sentence[];
  /** Stretches in which liberty was deprived or limited (剥夺、限制人身自由), other than by a sentence. */
  readonly custody: readonly Stretch[];
  /** Stretches of limited or no civil capacity (限制、无民事行为能力). */
  readonly incapacity: readonly Stretch[];
  /** Membership of the standing committee of a people's congress (人大常委会组成人员). */
  readonly congressCommittee: readonly Stretch[];
  /** Foreign or stateless (外国人、无国籍人, 刑诉解释 40). */
  readonly foreigner: boolean | null;
  readonly approvals: readonly Approval[];
  readonly opinions: readonly FormerOrganOpinion[];
  readonly diedOn: Day | null;
}

/** A stretch of days, `until` inclusive, null while it lasts. */
export interface Stretch {
  readonly id: string;
  readonly from: Day;
  readonly until: Day | null;
}

/** A public post; `leftBy` null when it lasts or the way is not known, `civilServant` false for 事业编制. */
export interface PublicPost extends Stretch {
  readonly organ: PublicOrgan;
  readonly civilServant: boolean | null;
  readonly leftBy: DepartureType | null;
  /** Leading post of county or division level or above (县处级以上领导职务) or member of the leadership when leaving. */
  readonly ledAtCountyLevel: boolean | null;
  /** The day a dismissal was annulled. */
  readonly annulledOn: Day | null;
}

/** One stretch of a licence as justice's history shows it (`LicencePeriod` of the licence rule). */
export interface LicencePeriod extends Stretch {
  readonly status: 'PRACTISING' | 'SUSPENDED' | 'PAUSED' | 'DEREGISTERED' | 'RESCINDED' | 'REVOKED' | 'DECEASED';
  /** Practitioner category (执业类别) of justice's terms; null when not known. */
  readonly category: string | null;
  readonly firmId: string | null;
}

/** A penalty of suspension (停止执业). An appeal does not stop it (行政处罚法 73). */
export interface Suspension {
  readonly id: string;
  readonly decidedOn: Day;
  readonly from: Day;
  readonly until: Day;
  readonly appealedOn: Day | null;
  readonly annulledOn: Day | null;
}

/** A revoked certificate (吊销): which one matters (3.5 point 11). */
export interface Revocation {
  readonly id: string;
  readonly certificate: 'LAWYER' | 'NOTARY' | null;
  readonly decidedOn: Day;
  readonly annulledOn: Day | null;
}

/** A job in a law firm. */
export interface FirmJob extends Stretch {
  readonly firmId: string;
  readonly role: FirmRole;
  /** Division codes of the office where he is registered, as dated (a renamed division keeps its office). */
  readonly office: readonly DatedDivision[];
}

/** A division code and the days it holds for a place. */
export interface DatedDivision {
  readonly divisionCode: string;
  readonly from: Day;
  readonly until: Day | null;
}

/** A criminal sentence (刑罚), final on `from`; `until` is the last day of execution, probation or parole (含缓刑、假释考验期). */
export interface Sentence extends Stretch {
  /** Whether the crime was one of negligence (过失犯罪); null when not known. */
  readonly negligent: boolean | null;
  readonly overturnedOn: Day | null;
}

/** An approval under 中组发〔2013〕18号 (61号 art. 4(3)), for one firm or, with null, for any. */
export interface Approval {
  readonly id: string;
  readonly grantedOn: Day;
  readonly firmId: string | null;
  /** The day personnel and pay relations were moved out; null while they were not. */
  readonly relationsMovedOn: Day | null;
}

/** What the former organ answered before registration (61号 art. 7). */
export interface FormerOrganOpinion {
  readonly id: string;
  readonly organId: string;
  readonly objects: boolean;
  readonly givenOn: Day;
}
