// Builders of licence histories, and what they amount to in words, for the tests of the licence rule.
import { deriveHistory } from '../../../src/domain/justice/licence.rule.js';
import type { LicenceEventKind, LicenceFact } from '../../../src/domain/justice/licence.terms.js';

export type Extras = Partial<Omit<LicenceFact, 'kind' | 'effectiveOn'>>;

/** A fact whose id is its kind and day, unless `extras` names another. */
export function on(effectiveOn: string, kind: LicenceEventKind, extras: Extras = {}): LicenceFact {
  return { id: `${kind} ${effectiveOn}`, kind, effectiveOn, ...extras };
}

/** A suspension under a decision of its own. */
export function suspended(from: string, until: string, extras: Extras = {}): LicenceFact {
  return on(from, 'SUSPENDED', {
    suspendedFrom: from,
    suspendedUntil: until,
    sanctionId: `decision of ${from}`,
    ...extras,
  });
}

/** What a first grant names. */
export const licence = { category: 'FULL_TIME', certificateNo: 'C1', firmId: 'A' } as const;
export const granted = on('2024-01-01', 'GRANTED', licence);

/** `from STATUS firm`, with category and certificate number where they differ from the first grant's. */
export function shown(facts: readonly LicenceFact[]): string[] {
  return deriveHistory(facts).periods.map(({ from, status, firmId, category, certificateNo }) =>
    [from, status, firmId ?? '-', category, certificateNo].filter((word) => !/^(FULL_TIME|C1)$/.test(word)).join(' '),
  );
}

/** `event: code` of every fact without effect. */
export function refused(facts: readonly LicenceFact[]): string[] {
  return deriveHistory(facts).ineffective.map(({ eventId, code }) => `${eventId}: ${code}`);
}

/** The events that opened the periods. */
export const eventsOf = (facts: readonly LicenceFact[]) => deriveHistory(facts).periods.map((period) => period.eventId);
