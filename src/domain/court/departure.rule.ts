import { type Day, later } from '../../kernel/day.js';
import type { LeavingDayGround } from './staff.terms.js';

/** The days a departure may count from (legal-rules 4); all are kept. */
export interface LeavingDays {
  readonly effectiveOn?: Day | null;
  readonly exitedOn?: Day | null;
  readonly postEndedOn?: Day | null;
}

/** The day that counts, and what makes it so. */
export interface LeavingDay {
  readonly on: Day;
  readonly by: LeavingDayGround;
}

/**
 * The day of leaving: as personnel states it; else the later of exit and end of the post. Null when none is known: that
 * a resignation is approved or a retirement ordered says nothing of the day by itself.
 */
export function leavingDay({ effectiveOn, exitedOn, postEndedOn }: LeavingDays): LeavingDay | null {
  if (effectiveOn != null) return { on: effectiveOn, by: 'STATED' };
  if (exitedOn != null && (postEndedOn == null || later(exitedOn, postEndedOn) === exitedOn))
    return { on: exitedOn, by: 'EXIT' };
  return postEndedOn == null ? null : { on: postEndedOn, by: 'POST_END' };
}
