import type { Day } from '../../../kernel/day.js';
import type { Switches } from './pack.terms.js';
import { postOf } from './post.rule.js';
import type { Departure, LeavingDayKind, Service } from './service.terms.js';

/** The day of leaving that counts, and which candidate it is. */
export interface LeavingDay {
  readonly kind: LeavingDayKind;
  readonly on: Day;
  /** The exit is not known, so that the day may still move. */
  readonly isUncertain: boolean;
}

const latest = <T extends { on: Day }>(days: readonly T[]): T | undefined =>
  days.reduce<T | undefined>((best, day) => (best && best.on >= day.on ? best : day), undefined);

/**
 * The day of leaving (离任日): no norm says which of the candidates counts, so the pack decides; by default the latest of
 * exit from the organ and end of the post (legal-rules 4). Null when no candidate is known.
 */
export function leavingDayOf(
  departure: Departure,
  services: readonly Service[],
  choice: Switches['leavingDay'] = 'LATEST_OF_EXIT_AND_POST_END',
): LeavingDay | null {
  const ends = services.filter((service) => service.until !== null && postOf(service) !== 'REHIRED');
  const days = [...departure.days, ...ends.map(({ until }) => ({ kind: 'POST_END' as const, on: until as Day }))];
  const counting = days.filter(({ kind }) => kind === 'EXIT' || (kind === 'POST_END' && choice !== 'EXIT_ONLY'));
  const chosen = choice === 'LATEST_OF_ALL' ? latest(days) : (latest(counting) ?? latest(days));
  return chosen ? { ...chosen, isUncertain: days.every(({ kind }) => kind !== 'EXIT') } : null;
}
