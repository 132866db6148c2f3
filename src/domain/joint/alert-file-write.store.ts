import { sql } from 'drizzle-orm';
import { rows } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import type { Act } from '../../operation/act.js';
import { alertConcernPolicy } from './alert-file.policy.js';
import { restrictionAlertPolicy } from './restriction-alert.policy.js';
import type { StandingAlert } from './restriction-alert.rule.js';
import { alertConcern, alertDecision, alertFollowUp, restrictionAlert } from './restriction-alert.table.js';
import type { ConcernKind, FollowUpKind, RestrictionAlertState } from './restriction-alert.terms.js';

const instant = (act: Act) => sql`${act.at.toISOString()}::timestamptz`;
const writer = (act: Act): string => act.grant.asker.identity.actorId;

/** An alert that the writer may write, locked until the transaction ends; null when there is none within reach. */
export async function bookedAlert(act: Act, id: string): Promise<(StandingAlert & { readonly id: string }) | null> {
  const [found] = await rows<StandingAlert & { id: string }>(
    act.handle,
    sql`select ${restrictionAlert.id}, ${restrictionAlert.kind}, ${restrictionAlert.courtId} as "courtId", ${restrictionAlert.state},
        (${restrictionAlert.raisedAt} at time zone 'Asia/Shanghai')::date::text as "raisedOn"
      from ${restrictionAlert} where ${restrictionAlert.id} = ${id}::uuid and ${act.grant.rowsOf(restrictionAlertPolicy, act.reach)} for update`,
  );
  return found ?? null;
}

/** Writes a step of an alert, and that it is the last. */
export async function writeStep(
  act: Act,
  alertId: string,
  step: { readonly id: string; readonly state: RestrictionAlertState; readonly reason: string },
): Promise<void> {
  await rows(
    act.handle,
    sql`insert into ${alertDecision} (id, alert_id, state, decided_by, decided_at, reason)
      values (${step.id}::uuid, ${alertId}::uuid, ${step.state}, ${writer(act)}, ${instant(act)}, ${step.reason})`,
  );
  await rows(
    act.handle,
    sql`update ${restrictionAlert} set state = ${step.state}, decided_by = ${writer(act)}, decided_at = ${instant(act)}, reason = ${step.reason}
      where ${restrictionAlert.id} = ${alertId}::uuid`,
  );
}

/** Writes what was done on an alert, for the side of the writer. */
export async function insertFollowUp(
  act: Act,
  alertId: string,
  done: { readonly id: string; readonly kind: FollowUpKind; readonly note: string | null; readonly doneOn: Day },
): Promise<void> {
  await rows(
    act.handle,
    sql`insert into ${alertFollowUp} (id, alert_id, kind, note, done_on, institution, recorded_by, recorded_at)
      values (${done.id}::uuid, ${alertId}::uuid, ${done.kind}, ${done.note}, ${done.doneOn}::date, ${act.grant.asker.identity.institution},
        ${writer(act)}, ${instant(act)})`,
  );
}

/** Whether something of this kind was asked for on an alert and is not answered. */
export async function isConcernOpen(act: Act, alertId: string, kind: ConcernKind): Promise<boolean> {
  const open = await rows(
    act.handle,
    sql`select 1 from ${alertConcern} where ${alertConcern.alertId} = ${alertId}::uuid and ${alertConcern.kind} = ${kind}
      and ${alertConcern.answeredAt} is null`,
  );
  return open.length > 0;
}

/** Writes what the person concerned asks for. */
export async function insertConcern(
  act: Act,
  alertId: string,
  concern: { readonly id: string; readonly kind: ConcernKind; readonly statement: string },
): Promise<void> {
  await rows(
    act.handle,
    sql`insert into ${alertConcern} (id, alert_id, kind, statement, made_by, made_at)
      values (${concern.id}::uuid, ${alertId}::uuid, ${concern.kind}, ${concern.statement}, ${writer(act)}, ${instant(act)})`,
  );
}

/** What was asked for that the writer may answer, locked until the transaction ends; null when there is none within reach. */
export async function bookedConcern(
  act: Act,
  id: string,
): Promise<{ readonly id: string; readonly alertId: string; readonly isAnswered: boolean } | null> {
  const [found] = await rows<{ id: string; alertId: string; isAnswered: boolean }>(
    act.handle,
    sql`select ${alertConcern.id}, ${alertConcern.alertId} as "alertId", ${alertConcern.answeredAt} is not null as "isAnswered"
      from ${alertConcern} where ${alertConcern.id} = ${id}::uuid and ${act.grant.rowsOf(alertConcernPolicy, act.reach)} for update`,
  );
  return found ?? null;
}

/** Writes the answer to what was asked for. */
export async function markConcernAnswered(act: Act, id: string, answer: string): Promise<void> {
  await rows(
    act.handle,
    sql`update ${alertConcern} set answer = ${answer}, answered_by = ${writer(act)}, answered_at = ${instant(act)}
      where ${alertConcern.id} = ${id}::uuid`,
  );
}
