import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { rows, uuidArray } from '../../db/rows.js';
import { type Day, FOREVER } from '../../kernel/day.js';
import { Fact } from '../../policy/fact.js';
import { deriveHistory, statusOn } from './licence.rule.js';
import type { LicenceFact, LicenceStatus } from './licence.terms.js';
import { licenceEvent } from './licence-event.table.js';

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

/** The whole histories of lawyers with the instants of recording, under the hub's own grant. */
export async function knownHistories(handle: WriteHandle, lawyerIds: readonly string[]): Promise<Fact<KnownHistories>> {
  const found = await rows<LicenceFact & { lawyerId: string; recordedAt: string }>(
    handle,
    sql`select e.id, e.lawyer_id as "lawyerId", e.kind, e.effective_on::text as "effectiveOn", e.suspended_from::text as "suspendedFrom",
        e.suspended_until::text as "suspendedUntil", e.category, e.firm_id as "firmId", e.certificate_no as "certificateNo",
        e.sanction_id as "sanctionId", e.supersedes, e.recorded_at as "recordedAt"
      from ${licenceEvent} e where e.lawyer_id = any(${uuidArray(lawyerIds)}) order by e.position`,
  );
  return new Fact(new KnownHistories(Map.groupBy(found, ({ lawyerId }) => lawyerId)));
}
