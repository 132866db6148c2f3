import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../db/handle.js';
import { rows, textArray } from '../db/rows.js';
import { auditLine } from './audit-line.table.js';

/** That somebody was shown something of a record: his line in the trail, the record, and who he is. */
export interface Disclosure {
  readonly lineId: string;
  readonly at: string;
  readonly recordId: string;
  readonly institution: string;
  readonly unit: string | null;
  readonly role: string;
  readonly actorId: string | null;
}

/**
 * Who was shown a field of these records since an instant, by the trail: one disclosure for each line and record, the latest
 * first, not more than a thousand. Askers without a name (the public) are left out: nobody could be told.
 */
export function disclosuresOf(
  handle: WriteHandle,
  {
    type,
    ids,
    coordinate,
    since,
  }: { readonly type: string; readonly ids: readonly string[]; readonly coordinate: string; readonly since: string },
): Promise<Disclosure[]> {
  return rows(
    handle,
    sql`select l.id as "lineId", l.at, r.id as "recordId", l.institution, l.unit, l.role, l.actor_id as "actorId"
      from ${auditLine} l cross join lateral (select k as id from jsonb_array_elements_text(l.records -> ${type}) k
        where k = any(${textArray(ids)})) r
      where l.at >= ${since}::timestamptz and l.kind = 'DISCLOSED' and ${coordinate} = any(l.coordinates)
        and l.actor_id is not null and l.institution is not null and l.records ? ${type}
      order by l.at desc limit 1000`,
  );
}
