import { addMonths, type Day, lastDayOfTerm } from '../../kernel/day.js';
import type { RefusalCode } from '../../kernel/refusal-codes.js';
import type { AuthorityLevel, PenaltyBasis } from './licence.terms.js';

/** A suspension or revocation as decided. `suspendedUntil` is the last day, inclusive. */
export interface Penalty {
  readonly kind: 'SUSPENDED' | 'REVOKED';
  readonly suspendedFrom?: Day;
  readonly suspendedUntil?: Day;
  readonly basis: PenaltyBasis;
  readonly level: AuthorityLevel;
}

/** A code, and the input field it is about. */
export interface PenaltyRefusal {
  readonly code: RefusalCode;
  readonly at: string;
}

const longestMonths = 12;

/** Months of suspension that each article allows (律师法 47, 48, 49, 51); art. 50 punishes firms. */
const suspensionMonths: { readonly [basis in PenaltyBasis]?: { readonly min: number; readonly max: number } } = {
  LAWYERS_LAW_47: { min: 0, max: 3 },
  LAWYERS_LAW_48: { min: 3, max: 6 },
  LAWYERS_LAW_49: { min: 6, max: 12 },
  LAWYERS_LAW_51: { min: 3, max: 12 },
};

const revocationBases: readonly PenaltyBasis[] = ['LAWYERS_LAW_49', 'LAWYERS_LAW_51'];
const revocationLevels: readonly AuthorityLevel[] = ['PROVINCE', 'MINISTRY'];

/** Whether the law allows such a penalty (legal-rules 7.3): first its length, then its basis, then who decided. */
export function checkPenalty(penalty: Penalty): PenaltyRefusal | null {
  return penalty.kind === 'SUSPENDED' ? checkSuspension(penalty) : checkRevocation(penalty);
}

function checkSuspension(penalty: Penalty): PenaltyRefusal | null {
  const { suspendedFrom: from, suspendedUntil: until, basis, level } = penalty;
  if (!from) return { code: 'FIELD_REQUIRED', at: 'suspendedFrom' };
  if (!until) return { code: 'FIELD_REQUIRED', at: 'suspendedUntil' };
  const length = checkLength(from, until, basis);
  if (length) return { code: length, at: 'suspendedUntil' };
  if (!suspensionMonths[basis]) return { code: 'SANCTION_MISMATCH', at: 'legalBasis' };
  return level === 'COUNTY' ? { code: 'SUSPENSION_BELOW_CITY', at: 'decidedByLevel' } : null;
}

/**
 * Whether a suspension lasts longer than any article allows. Its first day is not counted, as in 民法典 art. 201 and 202,
 * so the day of the same number (else the month's end) is still within the term (legal-rules 4).
 */
export function isSuspensionTooLong(from: Day, until: Day): boolean {
  return until > addMonths(from, longestMonths);
}

/** A shortest term may count its first day, a longest need not: no decision falls by a day under either way of counting. */
function checkLength(from: Day, until: Day, basis: PenaltyBasis): RefusalCode | null {
  if (until < from) return 'PERIOD_INVALID';
  if (isSuspensionTooLong(from, until)) return 'SUSPENSION_TOO_LONG';
  const range = suspensionMonths[basis];
  if (!range) return null;
  const isWithin = until >= lastDayOfTerm(from, range.min) && until <= addMonths(from, range.max);
  return isWithin ? null : 'SUSPENSION_OUT_OF_RANGE';
}

function checkRevocation({ basis, level }: Penalty): PenaltyRefusal | null {
  if (!revocationBases.includes(basis)) return { code: 'SANCTION_MISMATCH', at: 'legalBasis' };
  if (!revocationLevels.includes(level)) return { code: 'REVOCATION_BELOW_PROVINCE', at: 'decidedByLevel' };
  return null;
}
