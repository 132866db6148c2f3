import type { Day } from '../../kernel/day.js';

/** What a roster entry says about itself. */
export interface RosterStanding {
  readonly state: string;
  readonly listedOn: Day;
  /** Last day, inclusive; null when open. */
  readonly listedUntil: Day | null;
}

/** Whether a mediator can be invited on a day: listed, in his term, and his licence is in force (000 art. 12). */
export function isAvailable(entry: RosterStanding, licenceStatus: string | null, on: Day): boolean {
  const isInTerm = entry.listedOn <= on && (entry.listedUntil === null || on <= entry.listedUntil);
  return entry.state === 'LISTED' && isInTerm && licenceStatus === 'PRACTISING';
}
