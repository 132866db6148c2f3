import { type SQL, sql } from 'drizzle-orm';
import { rows } from '../../../src/db/rows.js';
import { uuidv7 } from '../../../src/kernel/uuid.js';
import type { Undoable } from './undoable.js';

const COURTS = ['浙0106', '浙0212', null];
const toCourt = [
  ['COUNSEL', 'REPRESENTATION'],
  ['RECUSAL', 'REPRESENTATION'],
  ['RESTRICTION_ENDED', 'REPRESENTATION'],
  ['PLEDGE_OVERDUE', 'COURT_STAFF'],
  ['FIRM_CASES', 'LAWYER'],
  ['WRONG_ANSWER', 'LAWYER'],
] as const;
const toBureau = [
  ['EMPLOYMENT', 'LICENCE_APPLICATION'],
  ['EMPLOYMENT', 'INTERNSHIP'],
  ['WRONG_ANSWER', 'LAWYER'],
] as const;
const STATES = ['RAISED', 'CONFIRMED', 'OVERRIDDEN', 'CLOSED'];
const verdict = {
  on: '2026-11-10',
  headline: 'NEEDS_REVIEW',
  lastRestrictedDay: null,
  isPermanent: false,
  isOpen: false,
  constraints: [],
  alerts: [],
  packVersions: [],
  registerAsOf: null,
};

/** Restriction alerts of every kind and state on some lawyers, told to two courts and to bureaus, with what hangs on them. */
export async function enterAlerts(database: Undoable, lawyerIds: readonly string[], at: string): Promise<void> {
  const when = sql`${at}::timestamptz`;
  await database.transaction(async (handle) => {
    const put = (statement: SQL) => rows(handle, statement);
    for (const lawyerId of lawyerIds)
      for (const court of COURTS)
        for (const [kind, subject] of court === null ? toBureau : toCourt)
          for (const state of STATES) {
            const id = uuidv7();
            const told = court === null ? 'bar · zj-bar · persona:bar' : `filing · ${court} · persona:filing`;
            await put(sql`insert into joint.restriction_alert (id, kind, subject, subject_id, lawyer_id, firm_id, case_no, court_id, division_code, staff_id, headline,
                last_restricted_day, is_detected_late, verdict, answer_line_id, answered_at, answer_given, answer_now, told_to, state, decided_by, decided_at, reason, raised_at)
              select ${id}::uuid, ${kind}, ${subject}, ${uuidv7()}::uuid, ${lawyerId}::uuid, f.id, ${`案号${id}`}, (select c.id from court.court c where c.code = ${court}),
                f.division_code, ${uuidv7()}::uuid, 'NEEDS_REVIEW', '2027-03-03', false, ${JSON.stringify(verdict)}::jsonb, ${uuidv7()}::uuid, ${when}, '原答复', '现答复',
                ${told}, ${state}, 'persona:judge', ${when}, ${`理由${id}`}, ${when}
              from justice.firm f where f.id = (select p.firm_id from justice.licence_period p where p.lawyer_id = ${lawyerId}::uuid and p.firm_id is not null
                order by p.from_on desc limit 1)`);
            await put(sql`insert into joint.alert_decision (id, alert_id, state, decided_by, decided_at, reason)
              values (${uuidv7()}::uuid, ${id}::uuid, 'CONFIRMED', 'persona:judge', ${when}, '理由')`);
            for (const institution of ['COURT', 'JUSTICE'])
              await put(sql`insert into joint.alert_follow_up (id, alert_id, kind, note, done_on, institution, recorded_by, recorded_at)
                values (${uuidv7()}::uuid, ${id}::uuid, 'REMINDED', '备注', '2026-11-20', ${institution}, 'persona:judge', ${when})`);
            await put(sql`insert into joint.alert_concern (id, alert_id, kind, statement, made_by, made_at, answer, answered_by, answered_at)
              values (${uuidv7()}::uuid, ${id}::uuid, 'EXPLANATION', '请求', 'persona:self', ${when}, '答复', 'persona:personnel', ${when})`);
          }
  });
}
