import { type Day, FOREVER } from '../../kernel/day.js';
import { deriveHistory, statusOn } from './licence.rule.js';
import type { LicenceFact, LicenceStatus } from './licence.terms.js';

/** Histories that can be asked what was known when. */
export class KnownHistories {
  constructor(
    private readonly events: ReadonlyMap<string, readonly (LicenceFact & { readonly recordedAt: string })[]>,
  ) {}

  /** The status on a day by what was on record at an instant; all that is on record now when none is said. */
  statusOn(lawyerId: string, on: Day, knownAt: string | null): LicenceStatus | null {
    const until = knownAt === null ? Number.POSITIVE_INFINITY : Date.parse(knownAt);
    const known = (this.events.get(lawyerId) ?? []).filter(({ recordedAt }) => Date.parse(recordedAt) <= until);
    return known.length === 0 ? null : (statusOn(deriveHistory(known).periods, on)?.status ?? null);
  }

  /** The first day that events recorded at an instant or later take effect on, of lawyers who were on record before. */
  firstDayRecordedSince(instant: string): Map<string, Day> {
    const days = new Map<string, Day>();
    for (const [lawyerId, events] of this.events) {
      const isNew = ({ recordedAt }: { recordedAt: string }) => Date.parse(recordedAt) >= Date.parse(instant);
      if (events.every(isNew)) continue;
      for (const { effectiveOn } of events.filter(isNew))
        if (effectiveOn < (days.get(lawyerId) ?? FOREVER)) days.set(lawyerId, effectiveOn);
    }
    return days;
  }
}
