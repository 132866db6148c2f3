import type { Day } from '../../../kernel/day.js';
import type { ConstraintCode } from './constraint.terms.js';
import { type NormCode, type NormLevel, normLevels, norms as normWords } from './norm.terms.js';
import type { OpenPoint } from './pack.terms.js';
import type { Rulebook } from './rulebook.rule.js';
import type { Constraint, Headline, Scope } from './verdict.terms.js';

/** What a rule says when it hits; what is left out is: whole country, open end, no open point. */
export interface Hit {
  readonly code: ConstraintCode;
  readonly headline: Headline | null;
  readonly norms: readonly NormCode[];
  readonly scope?: Scope;
  /** Last day, inclusive. */
  readonly until?: Day | null;
  readonly facts: readonly string[];
  readonly countedFrom?: Constraint['countedFrom'];
  readonly openPoint?: OpenPoint | null;
}

/** The whole country. */
export const COUNTRY: Scope = { kind: 'COUNTRY', ids: [] };

const levels = Object.keys(normLevels) as NormLevel[];
const rankOf = (norm: NormCode): number => levels.indexOf(normWords[norm].level);

/** The norms of these that are in force, highest level first. */
export const inForce = (book: Rulebook, cited: readonly NormCode[]): NormCode[] =>
  cited.filter((norm) => book.isInForce(norm)).sort((a, b) => rankOf(a) - rankOf(b));

/**
 * The constraint of a hit, or none: when its last day is over, when none of its norms is in force on the day, or when
 * the customer's switch ignores it (`headline` null). A hit without norms is about a missing fact and always counts.
 */
export function constrain(book: Rulebook, on: Day, hit: Hit): Constraint[] {
  const until = hit.until ?? null;
  const norms = inForce(book, hit.norms);
  if (hit.headline === null || (until !== null && until < on) || (hit.norms.length > 0 && norms.length === 0))
    return [];
  const isPermanent = hit.headline === 'PERMANENTLY_BARRED';
  return [
    {
      code: hit.code,
      headline: hit.headline,
      norms,
      normLevel: norms[0] ? normWords[norms[0]].level : null,
      scope: hit.scope ?? COUNTRY,
      lastRestrictedDay: isPermanent ? null : until,
      isPermanent,
      facts: [...new Set(hit.facts)],
      countedFrom: hit.countedFrom ?? null,
      openPoint: hit.openPoint ?? null,
    },
  ];
}
