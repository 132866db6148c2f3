import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { recordset, rows, uuidArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import type { Act } from '../../operation/act.js';
import { firm } from './firm.table.js';
import { firmInArea } from './firm-job.policy.js';
import { firmJob } from './firm-job.table.js';
import type { PersonColumns } from './person-desk.js';

/** A job in column names. */
export interface JobRow extends PersonColumns {
  readonly id: string;
  readonly firm_id: string;
  readonly role: string;
  readonly office_division_code: string | null;
  readonly from_on: Day;
  readonly until_on: Day | null;
  readonly source: string;
  readonly as_of: string;
}

/** What names a job: whose, where, what, and since when. */
export const jobKey = ({ firm_id, lawyer_id, citizen_id_hash, role, from_on }: JobRow): string =>
  [firm_id, lawyer_id ?? citizen_id_hash, role, from_on].join(' ');

/** The jobs in firms as they are recorded now. */
export async function recordedJobs(handle: WriteHandle, firmIds: readonly string[]): Promise<Map<string, JobRow>> {
  const found = await rows<JobRow>(
    handle,
    sql`select j.id, j.person_name, j.citizen_id_hash, j.citizen_id_sealed, j.lawyer_id, j.firm_id, j.role, j.office_division_code,
        j.from_on::text as from_on, j.until_on::text as until_on, j.source, j.as_of
      from ${firmJob} j where j.firm_id = any(${uuidArray(firmIds)})`,
  );
  return new Map(found.map((row) => [jobKey(row), row]));
}

/** Enters jobs, or brings known ones up to date, one statement. */
export async function upsertJobs(handle: WriteHandle, jobs: readonly JobRow[], at: Date): Promise<void> {
  if (jobs.length === 0) return;
  await rows(
    handle,
    sql`insert into ${firmJob} (id, person_name, citizen_id_hash, citizen_id_sealed, lawyer_id, firm_id, role, office_division_code,
        from_on, until_on, source, as_of, updated_at)
      select r.*, ${at.toISOString()}::timestamptz from ${recordset(
        jobs,
        'r',
        `id uuid, person_name text, citizen_id_hash text, citizen_id_sealed text, lawyer_id uuid, firm_id uuid, role text,
         office_division_code text, from_on date, until_on date, source text, as_of timestamptz`,
      )}
      on conflict (id) do update set person_name = excluded.person_name, lawyer_id = excluded.lawyer_id,
        office_division_code = excluded.office_division_code, until_on = excluded.until_on, source = excluded.source,
        as_of = excluded.as_of, updated_at = excluded.updated_at`,
  );
}

/** The firm of a credit code whose jobs are within reach of a bureau; null when it is unknown or another's. */
export async function firmOfBureau(
  act: Act,
  creditCode: string,
): Promise<{ readonly id: string; readonly divisionCode: string } | null> {
  const [found] = await rows<{ id: string; divisionCode: string }>(
    act.handle,
    sql`select ${firm.id}, ${firm.divisionCode} as "divisionCode" from ${firm}
      where ${firm.unifiedSocialCreditCode} = ${creditCode} and ${firmInArea(firm.id)(act.grant.asker)}`,
  );
  return found ?? null;
}
