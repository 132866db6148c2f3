import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { recordset, rows, uuidArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import type { Verdict } from './restriction/verdict.terms.js';
import { restrictionAlert } from './restriction-alert.table.js';
import type { AlertSubject, RestrictionAlertKind } from './restriction-alert.terms.js';

/** An alert that may be due, in column names. */
export interface RestrictionAlertRow {
  readonly id: string;
  readonly kind: RestrictionAlertKind;
  readonly subject: AlertSubject;
  readonly subject_id: string;
  readonly lawyer_id: string | null;
  readonly firm_id: string | null;
  readonly case_id: string | null;
  readonly case_no: string | null;
  readonly court_id: string | null;
  readonly division_code: string | null;
  readonly staff_id: string | null;
  readonly headline: string | null;
  readonly last_restricted_day: Day | null;
  readonly is_detected_late: boolean;
  readonly verdict: Verdict | null;
  readonly answer_line_id?: string | null;
  readonly answered_at?: string | null;
  readonly answer_given?: string | null;
  readonly answer_now?: string | null;
  readonly told_to?: string | null;
}

/**
 * Raises alerts unless the latest of this kind on the subject (and member of staff) says the same: headline and last day. A
 * recalled answer is told once. Answers the ids raised.
 */
export async function raiseRestrictionAlerts(
  handle: WriteHandle,
  due: readonly RestrictionAlertRow[],
  at: Date,
): Promise<string[]> {
  const said = await saidLast(
    handle,
    due.filter((row) => row.answer_line_id == null).map((row) => row.subject_id),
  );
  const fresh = due.filter((row) => row.answer_line_id != null || said.get(keyOf(row)) !== saying(row));
  if (fresh.length === 0) return [];
  const raised = await rows<{ id: string }>(
    handle,
    sql`insert into ${restrictionAlert} (id, kind, subject, subject_id, lawyer_id, firm_id, case_id, case_no, court_id, division_code,
        staff_id, headline, last_restricted_day, is_detected_late, verdict, answer_line_id, answered_at, answer_given, answer_now, told_to,
        state, raised_at)
      select r.*, 'RAISED', ${at.toISOString()}::timestamptz
      from ${recordset(
        fresh,
        'r',
        `id uuid, kind text, subject text, subject_id uuid, lawyer_id uuid, firm_id uuid, case_id uuid, case_no text, court_id uuid,
         division_code text, staff_id uuid, headline text, last_restricted_day date, is_detected_late boolean, verdict jsonb,
         answer_line_id uuid, answered_at timestamptz, answer_given text, answer_now text, told_to text`,
      )}
      on conflict do nothing returning id`,
  );
  return raised.map(({ id }) => id);
}

type Said = Pick<RestrictionAlertRow, 'subject_id' | 'kind' | 'staff_id' | 'headline' | 'last_restricted_day'>;

const keyOf = ({ subject_id, kind, staff_id }: Said): string => `${subject_id} ${kind} ${staff_id}`;
const saying = ({ headline, last_restricted_day }: Said): string => `${headline} ${last_restricted_day}`;

/** What the latest alert of each kind on these subjects says. */
async function saidLast(handle: WriteHandle, subjectIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (subjectIds.length === 0) return new Map();
  const found = await rows<Said>(
    handle,
    sql`select distinct on (a.subject_id, a.kind, a.staff_id) a.subject_id, a.kind, a.staff_id, a.headline,
        a.last_restricted_day::text as last_restricted_day
      from ${restrictionAlert} a where a.subject_id = any(${uuidArray([...new Set(subjectIds)])})
      order by a.subject_id, a.kind, a.staff_id, a.id desc`,
  );
  return new Map(found.map((row) => [keyOf(row), saying(row)]));
}

/** Of these subjects those whose latest alert says that they are restricted, and stands. */
export async function restrictedBefore(
  handle: WriteHandle,
  subjectIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (subjectIds.length === 0) return new Set();
  const found = await rows<{ id: string }>(
    handle,
    sql`select latest.subject_id as id from (
        select distinct on (a.subject_id) a.subject_id, a.kind, a.state from ${restrictionAlert} a
        where a.subject_id = any(${uuidArray(subjectIds)}) and a.kind in ('COUNSEL', 'EMPLOYMENT', 'RESTRICTION_ENDED')
        order by a.subject_id, a.id desc) latest
      where latest.kind <> 'RESTRICTION_ENDED' and latest.state in ('RAISED', 'CONFIRMED')`,
  );
  return new Set(found.map(({ id }) => id));
}
