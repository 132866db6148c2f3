import type { Day } from '../../../kernel/day.js';

/** Days from and until, both inclusive; `until` null while it lasts. */
interface Span {
  readonly from: Day;
  readonly until: Day | null;
}

/** Whether a stretch covers a day. */
export const isDuring = ({ from, until }: Span, on: Day): boolean => from <= on && (until === null || on <= until);

/** Whether something took effect by a day and was not annulled by then. */
export const standsOn = (since: Day, annulledOn: Day | null, on: Day): boolean =>
  since <= on && (annulledOn === null || on < annulledOn);
