import type { Day } from '../../../kernel/day.js';
import type { LineageKind } from '../../../kernel/public-service.js';
import type { DatedDivision, FirmRole } from './facts.terms.js';
import type { TieToParty } from './kinship.terms.js';

/** Procedures (诉讼程序). */
export const procedures = {
  CIVIL: '民事',
  CRIMINAL: '刑事',
  ADMINISTRATIVE: '行政',
  ENFORCEMENT: '执行',
} as const;
export type Procedure = keyof typeof procedures;

/** Stages of a case (诉讼阶段); each is handled by the organ named in the case. */
export const stages = {
  INVESTIGATION: '侦查',
  PROSECUTION_REVIEW: '审查起诉',
  PRESERVATION: '保全',
  FIRST_INSTANCE: '一审',
  SECOND_INSTANCE: '二审',
  RETRIAL_REVIEW: '再审审查',
  RETRIAL: '再审',
  ENFORCEMENT: '执行',
} as const;
export type Stage = keyof typeof stages;

/** In what capacity somebody acts (代理、辩护人类别), 民诉法 61, 刑诉法 33, 行诉法 31. */
export const capacities = {
  AS_LAWYER: '律师',
  LEGAL_SERVICE_WORKER: '基层法律服务工作者',
  GUARDIAN: '监护人',
  NEAR_RELATIVE: '近亲属',
  PARTY_EMPLOYEE: '当事人的工作人员',
  RECOMMENDED_CITIZEN: '有关社会团体、单位推荐的公民',
} as const;
export type Capacity = keyof typeof capacities;

/** As what he is entered: defender of the accused, or agent of a party, victim or private prosecutor. */
export const mandates = { DEFENDER: '辩护人', AGENT: '诉讼代理人' } as const;
export type Mandate = keyof typeof mandates;

/** Somebody of the court who works on the case (审判人员、书记员等); recusal binds them all (3.5 point 10). */
export interface CaseOfficer {
  readonly personId: string;
  readonly role: 'JUDGE' | 'ASSESSOR' | 'ASSISTANT' | 'CLERK' | 'EXECUTOR';
}

/** Says of a case that no such organ handles it. */
export const NO_ORGAN = 'NONE';

/** A case as far as the hub may know it. */
export interface CaseFacts {
  readonly id: string;
  /** The court that handles this stage; null before a court has it. */
  readonly courtId: string | null;
  /** The procuratorate that handles or handled it; `NO_ORGAN` when none, null when not known. */
  readonly procuratorateId: string | null;
  /** The supervision organ that investigated it; `NO_ORGAN` when none, null when not known. */
  readonly supervisionOrganId: string | null;
  readonly procedure: Procedure;
  readonly stage: Stage | null;
  readonly officers: readonly CaseOfficer[];
  /** Courts of its earlier stages (an appeal against a judgment of court A is related to A); null when not known. */
  readonly earlierCourtIds: readonly string[] | null;
}

/** A court, or a procuratorate (its area matters to 61号 art. 4), as the rules need it: dated explicit areas, never a prefix (E8 to E10). */
export interface CourtFacts {
  readonly id: string;
  /** The Supreme People's Court: the whole country is its area. */
  readonly isNationwide: boolean;
  /** The court that a tribunal (人民法庭) or circuit court (巡回法庭) is part of. */
  readonly bodyOf: string | null;
  readonly area: readonly DatedDivision[];
}

/** One step of a court's lineage. */
export interface CourtLineage {
  readonly id: string;
  readonly fromCourtId: string;
  readonly toCourtId: string;
  readonly kind: LineageKind;
  readonly on: Day;
}

/** Courts and their lineage, for all courts the facts name. */
export interface CourtMap {
  readonly courts: readonly CourtFacts[];
  readonly lineage: readonly CourtLineage[];
}

/** A firm as the target of a job. */
export interface FirmFacts {
  readonly id: string;
  /** Division codes of the office where he would be registered (E13), dated. */
  readonly office: readonly DatedDivision[];
  /** Where his desk would be, when it is known to be elsewhere. */
  readonly deskDivisionCode: string | null;
  readonly form: 'PARTNERSHIP' | 'INDIVIDUAL' | null;
}

/** Acting in a case (W1, W4). */
export interface ActInCase {
  readonly action: 'ACT_IN_CASE';
  readonly on: Day;
  readonly case: CaseFacts;
  readonly mandate: Mandate;
  readonly capacity: Capacity;
  readonly tie: TieToParty | null;
  /** Whether the accused or the party chose him himself (刑诉解释 40(3)); null when not known. */
  readonly chosenByParty: boolean | null;
  /** Whether he declared, or the court found, an interest in the result (与案件审理结果有利害关系, 刑诉解释 40(2)(六)). */
  readonly interested: boolean;
  /** For government and in-house lawyers: whether the party is their own employer. */
  readonly partyIsEmployer: boolean | null;
  /** Former staff of the same firm, and the courts they served (E12). */
  readonly colleagues: readonly { readonly personId: string; readonly courtIds: readonly string[] }[];
  /** When the court came to know of a breach, and when it ordered counsel to stop (D45). */
  readonly breach: { readonly id: string; readonly knownOn: Day; readonly stopOrderedOn: Day | null } | null;
}

/** Being licensed, changing firm, taking a firm job, registering as intern (W2). */
export interface JoinFirm {
  readonly action: 'RECEIVE_LICENCE' | 'CHANGE_FIRM' | 'TAKE_FIRM_JOB' | 'REGISTER_INTERN';
  readonly on: Day;
  readonly firm: FirmFacts;
  readonly role: FirmRole;
  /** For a job already held: since when (E23). */
  readonly heldSince: Day | null;
}

/** Work that is neither counsel nor firm (E16). */
export interface ServeElsewhere {
  readonly action: 'SERVE_AS';
  readonly on: Day;
  readonly post: 'ARBITRATOR' | 'MEDIATOR' | 'NOTARY';
}

/** What is asked of one person on one day. */
export type Question = ActInCase | JoinFirm | ServeElsewhere;
export type Action = Question['action'];
