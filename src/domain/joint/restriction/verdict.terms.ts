import type { Day } from '../../../kernel/day.js';
import type { AlertCode, ConstraintCode } from './constraint.terms.js';
import type { NormCode, NormLevel } from './norm.terms.js';
import type { OpenPoint, PackVersion } from './pack.terms.js';
import type { LeavingDayKind } from './service.terms.js';

/** Verdicts (从业限制结论), laxest first: the headline is the strictest of the constraints. */
export const headlines = {
  PERMITTED: '允许',
  NEEDS_REVIEW: '需人工审查',
  NEEDS_APPROVAL: '需经批准',
  RESTRICTED_UNTIL: '限制期内',
  PERMANENTLY_BARRED: '永久禁止',
} as const;
export type Headline = keyof typeof headlines;

/** Where a constraint holds; `ids` name organs, firms or the case, and are empty for COUNTRY. */
export const scopes = {
  COUNTRY: '全国',
  COURTS: '所列法院办理的案件',
  PROCURATORATES: '所列检察院办理的案件',
  SUPERVISION_ORGANS: '所列监察机关办理的案件',
  AREA: '所列法院(检察院)的管辖地区',
  FIRMS: '所列律师事务所',
  CASE: '本案',
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
