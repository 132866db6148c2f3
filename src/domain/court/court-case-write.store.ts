import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { recordset, rows, textArray, uuidArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import type { Act } from '../../operation/act.js';
import { courtInArea } from '../../policy/area.js';
import { court } from './court.table.js';
import { courtCase } from './court-case.table.js';

const CASE_WRITERS = 7_401_941;

/** One at a time writes a case and what hangs on it: numbers are locked in one order, whatever the order of a batch. */
export async function lockCases(handle: WriteHandle, caseNos: readonly string[]): Promise<void> {
  await rows(
    handle,
    sql`select pg_advisory_xact_lock(${CASE_WRITERS}, n.hash)
      from (select distinct hashtext(u.no) as hash from unnest(${textArray(caseNos)}) u(no) order by 1) n`,
  );
}

/** A court as the writer of cases needs to know it; `writable` is whether it lies in the area of the unit that writes. */
export interface BookedCourt {
  readonly id: string;
  readonly code: string;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  readonly writable: boolean;
}

/** Courts by their codes, those that stand no more too; of a code given twice all. */
export function bookedCourts(act: Act, codes: readonly string[]): Promise<BookedCourt[]> {
  return rows(
    act.handle,
    sql`select ${court.id}, ${court.code}, ${court.validFrom}::text as "validFrom", ${court.validUntil}::text as "validUntil",
        ${courtInArea(act.grant.asker, court.id)} as writable
      from ${court} where ${court.code} = any(${textArray(codes)})`,
  );
}

/** A case in column names. */
export interface CaseRow {
  readonly id: string;
  readonly court_id: string;
  readonly case_no: string;
  readonly procedure: string;
  readonly stage: string;
  readonly accepted_on: Day;
  readonly closed_on: Day | null;
  readonly procuratorate: string | null;
  readonly supervision_organ: string | null;
  readonly earlier_case_nos: readonly string[] | null;
  readonly source: string;
  readonly as_of: string;
}

/** Cases as they are recorded now, by number. */
export async function recordedCases(handle: WriteHandle, caseNos: readonly string[]): Promise<Map<string, CaseRow>> {
  const found = await rows<CaseRow>(
    handle,
    sql`select c.id, c.court_id, c.case_no, c.procedure, c.stage, c.accepted_on::text as accepted_on,
        c.closed_on::text as closed_on, c.procuratorate, c.supervision_organ, c.earlier_case_nos, c.source, c.as_of
      from ${courtCase} c where c.case_no = any(${textArray(caseNos)})`,
  );
  return new Map(found.map((row) => [row.case_no, row]));
}

/** Enters cases, or brings those of a known number up to date, one statement. */
export async function upsertCases(handle: WriteHandle, cases: readonly CaseRow[], at: Date): Promise<void> {
  if (cases.length === 0) return;
  await rows(
    handle,
    sql`insert into ${courtCase} (id, court_id, case_no, procedure, stage, accepted_on, closed_on, procuratorate,
        supervision_organ, earlier_case_nos, source, as_of, updated_at)
      select r.*, ${at.toISOString()}::timestamptz from ${recordset(
        cases,
        'r',
        `id uuid, court_id uuid, case_no text, procedure text, stage text, accepted_on date, closed_on date, procuratorate text,
         supervision_organ text, earlier_case_nos text[], source text, as_of timestamptz`,
      )}
      on conflict (case_no) do update set procedure = excluded.procedure, stage = excluded.stage,
        accepted_on = excluded.accepted_on, closed_on = excluded.closed_on, procuratorate = excluded.procuratorate,
        supervision_organ = excluded.supervision_organ, earlier_case_nos = excluded.earlier_case_nos, source = excluded.source,
        as_of = excluded.as_of, updated_at = excluded.updated_at`,
  );
}

/** Representations end on the day their case is closed, and run again when that was an error. Answers their ids. */
export async function endWithCases(handle: WriteHandle, caseIds: readonly string[]): Promise<string[]> {
  if (caseIds.length === 0) return [];
  const ended = await rows<{ id: string }>(
    handle,
    sql`update court.representation r set until_on = case when c.closed_on is null then null else greatest(c.closed_on, r.from_on) end,
        end_reason = case when c.closed_on is null then null else 'CASE_CLOSED' end
      from ${courtCase} c where c.id = r.case_id and c.id = any(${uuidArray(caseIds)})
        and (r.end_reason = 'CASE_CLOSED' or (r.end_reason is null and (r.until_on is null or r.until_on > c.closed_on)))
        and (r.until_on, r.end_reason) is distinct from
          (case when c.closed_on is null then null else greatest(c.closed_on, r.from_on) end, case when c.closed_on is null then null else 'CASE_CLOSED' end)
      returning r.id`,
  );
  return ended.map(({ id }) => id);
}
