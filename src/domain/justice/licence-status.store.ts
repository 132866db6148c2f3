import { sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import { recordset, rows, textArray, uuidArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import type { Reading } from '../../operation/reading.js';
import { certificate, lawyer } from './lawyer.table.js';
import type { LicenceStatus } from './licence.terms.js';
import { licencePeriod } from './licence-event.table.js';

/** The licence status of lawyers as of a day; who had none yet is absent. The right to ask is the argument's matrix line. */
export async function statusesOn(reading: Reading, ids: readonly string[], on: Day): Promise<Map<string, string>> {
  const found = await rows<{ id: string; status: string }>(
    reading.handle,
    sql`select ${licencePeriod.lawyerId} as id, ${licencePeriod.status} as status from ${licencePeriod}
      where ${licencePeriod.lawyerId} = any(${uuidArray(ids)})
        and ${on}::date between ${licencePeriod.fromOn} and ${licencePeriod.untilOn}`,
  );
  return new Map(found.map(({ id, status }) => [id, status]));
}

/** Lawyers named for a roster, with their numbers, and status and firm of a day. */
export function lawyersForRoster(
  handle: WriteHandle,
  named: { readonly ids: readonly string[]; readonly certificateNos: readonly string[]; readonly on: Day },
): Promise<{ id: string; numbers: string[]; status: LicenceStatus | null; firmId: string | null }[]> {
  return rows(
    handle,
    sql`select l.id, array(select c.certificate_no from ${certificate} c where c.lawyer_id = l.id) as numbers,
        p.status, p.firm_id as "firmId"
      from ${lawyer} l
        left join ${licencePeriod} p on p.lawyer_id = l.id and ${named.on}::date between p.from_on and p.until_on
      where l.id in (select unnest(${uuidArray(named.ids)})
        union select c.lawyer_id from ${certificate} c where c.certificate_no = any(${textArray(named.certificateNos)}))`,
  );
}

/** Status of lawyers on a day inside a transaction, for reactions. */
export async function licenceStatusesToday(
  handle: WriteHandle,
  ids: readonly string[],
  day: Day,
): Promise<Map<string, LicenceStatus>> {
  const found = await rows<{ id: string; status: LicenceStatus }>(
    handle,
    sql`select p.lawyer_id as id, p.status from ${licencePeriod} p
      where p.lawyer_id = any(${uuidArray(ids)}) and ${day}::date between p.from_on and p.until_on`,
  );
  return new Map(found.map(({ id, status }) => [id, status]));
}

/** Lawyers named by a certificate number they have or had, each on a day of its own, with their firm on it. */
export function counselOn(
  handle: ReadHandle | WriteHandle,
  named: readonly { readonly certificateNo: string; readonly on: Day }[],
): Promise<{ id: string; certificateNo: string; on: Day; firmId: string | null }[]> {
  const asked = named.map(({ certificateNo, on }) => ({ no: certificateNo, day: on }));
  return rows(
    handle,
    sql`select distinct c.lawyer_id as id, r.no as "certificateNo", r.day::text as "on", p.firm_id as "firmId"
      from ${recordset(asked, 'r', 'no text, day date')} join ${certificate} c on c.certificate_no = r.no
        left join ${licencePeriod} p on p.lawyer_id = c.lawyer_id and r.day between p.from_on and p.until_on`,
  );
}
