import { strictness } from './judge.rule.js';
import type { Verdict } from './verdict.terms.js';

/** How an answer of today differs from the one that was given (E25, recall). */
export interface VerdictChange {
  readonly kind: 'SAME' | 'STRICTER' | 'LAXER' | 'OTHER_GROUNDS';
  /** Facts the answer of today rests on and the given one did not. */
  readonly newFacts: readonly string[];
  /** Stricter for the same day by facts that were not there: what was done in between is to be looked at. */
  readonly isDetectedLate: boolean;
}

/** Compares the verdict that was given with the verdict of now on the same question. */
export function changeOf(given: Verdict, now: Verdict): VerdictChange {
  const [known, used] = [factsOf(given), factsOf(now)];
  const newFacts = [...used].filter((id) => !known.has(id));
  const step = strictness(now.headline) - strictness(given.headline);
  const isStricter = step > 0 || (step === 0 && lastsLonger(given, now));
  const isLaxer = step < 0 || (step === 0 && lastsLonger(now, given));
  const kind = isStricter
    ? 'STRICTER'
    : isLaxer
      ? 'LAXER'
      : groundsOf(given) === groundsOf(now)
        ? 'SAME'
        : 'OTHER_GROUNDS';
  return { kind, newFacts, isDetectedLate: isStricter && given.on === now.on && newFacts.length > 0 };
}

const factsOf = ({ constraints }: Verdict): Set<string> => new Set(constraints.flatMap(({ facts }) => facts));

const groundsOf = ({ constraints }: Verdict): string =>
  constraints
    .map(({ code, lastRestrictedDay, norms, scope }) => [code, lastRestrictedDay, norms, scope.ids].join())
    .sort()
    .join(';');

/** Of two restrictions the open one lasts longest. */
function lastsLonger(a: Verdict, b: Verdict): boolean {
  if (b.headline !== 'RESTRICTED_UNTIL' || a.isOpen) return false;
  return b.isOpen || (b.lastRestrictedDay ?? '') > (a.lastRestrictedDay ?? '');
}
