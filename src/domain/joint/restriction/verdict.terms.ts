import type { Day } from '../../../kernel/day.js';
import type { AlertCode, ConstraintCode } from './constraint.terms.js';
import type { NormCode, NormLevel } from './norm.terms.js';
import type { OpenPoint, PackVersion } from './pack.terms.js';
import type { LeavingDayKind } from './service.terms.js';

/** Verdicts (从业限制结论), laxest first: the headline is the strictest of the constraints. */
export const headlines = {
  PERMITTED: { zh: '允许', en: 'permitted' },
  NEEDS_REVIEW: { zh: '需人工审查', en: 'needs review' },
  NEEDS_APPROVAL: { zh: '需经批准', en: 'needs approval' },
  RESTRICTED_UNTIL: { zh: '限制期内', en: 'restricted' },
  PERMANENTLY_BARRED: { zh: '永久禁止', en: 'permanently barred' },
} as const;
export type Headline = keyof typeof headlines;

/** Where a constraint holds; `ids` name organs, firms or the case, and are empty for COUNTRY. */
export const scopes = {
  COUNTRY: { zh: '全国', en: 'the whole country' },
  COURTS: { zh: '下列法院办理的案件', en: 'cases handled by' },
  PROCURATORATES: { zh: '下列检察院办理的案件', en: 'cases handled by' },
  SUPERVISION_ORGANS: { zh: '下列监察机关办理的案件', en: 'cases handled by' },
  AREA: { zh: '下列法院(检察院)的管辖地区', en: 'the area of' },
  FIRMS: { zh: '下列律师事务所', en: 'law firm' },
  CASE: { zh: '本案', en: 'this case' },
} as const;
export interface Scope {
  readonly kind: keyof typeof scopes;
  readonly ids: readonly string[];
}

/** One norm, or several of one meaning, that hits. */
export interface Constraint {
  readonly code: ConstraintCode;
  /** What it amounts to by itself; PERMITTED is a condition that goes with a permission. */
  readonly headline: Headline;
  /** Norms in force on the day, highest level first; never empty but for missing facts. */
  readonly norms: readonly NormCode[];
  /** The highest level of its norms; null when no norm is named. */
  readonly normLevel: NormLevel | null;
  readonly scope: Scope;
  /** Last day, inclusive, on which it holds; null when permanent or open. */
  readonly lastRestrictedDay: Day | null;
  readonly isPermanent: boolean;
  /** Ids of the records it rests on. */
  readonly facts: readonly string[];
  /** The day of leaving it counts from, and which of the candidates that was (legal-rules 4). */
  readonly countedFrom: { readonly kind: LeavingDayKind | 'SERVICE_END'; readonly on: Day } | null;
  /** The open point of law behind it, when a switch of the pack decided. */
  readonly openPoint: OpenPoint | null;
}

/** What the court or a person has to do, without binding the one asked about (legal-rules 3.3). */
export interface Alert {
  readonly code: AlertCode;
  readonly norms: readonly NormCode[];
  readonly facts: readonly string[];
  /** Members of staff concerned. */
  readonly staffPersonIds: readonly string[];
}

/** The answer to one question. */
export interface Verdict {
  readonly on: Day;
  readonly headline: Headline;
  /** For RESTRICTED_UNTIL: the last restricted day of the strictest constraints; null when one of them is open. */
  readonly lastRestrictedDay: Day | null;
  readonly isPermanent: boolean;
  /** Restricted for as long as a fact lasts (in service, while a relative serves): no last day can be named. */
  readonly isOpen: boolean;
  /** Strictest first. */
  readonly constraints: readonly Constraint[];
  readonly alerts: readonly Alert[];
  readonly packVersions: readonly PackVersion[];
  readonly registerAsOf: Day | null;
}
