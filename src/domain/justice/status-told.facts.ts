import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { rows, uuidArray } from '../../db/rows.js';
import { Fact } from '../../policy/fact.js';
import { KnownHistories } from './known-histories.rule.js';
import type { LicenceFact } from './licence.terms.js';
import { licenceEvent } from './licence-event.table.js';

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
