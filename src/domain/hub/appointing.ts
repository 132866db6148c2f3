import { sql } from 'drizzle-orm';
import { appendAudit } from '../../audit/audit-line.store.js';
import { moveEpoch } from '../../audit/policy-epoch.js';
import type { WriteHandle } from '../../db/handle.js';
import { rows } from '../../db/rows.js';
import type { Unit } from '../../identity/identity.js';
import { uuidv7 } from '../../kernel/uuid.js';
import { appendChanges, type Change } from '../../outbox/change.store.js';
import { events } from '../../outbox/events.js';
import { administrator } from './account.table.js';
import type { Account } from './account-write.store.js';
import { unit } from './unit.table.js';

/** A command of the operator: on whose machine's behalf, when, and as what the trail calls it. */
export interface Command {
  readonly name: 'lushu appoint' | 'lushu dismiss' | 'lushu console';
  /** Who gave it, by his own account of himself. */
  readonly by: string;
  readonly at: Date;
}

/** An office as it stands. */
export interface StandingOffice extends Pick<Unit, 'code' | 'institution'> {
  readonly id: string;
  readonly role: string;
}

/** The office of an account; null when it holds none. */
export async function standingOffice(handle: WriteHandle, account: Account): Promise<StandingOffice | null> {
  const [found] = await rows<StandingOffice>(
    handle,
    sql`select ${administrator.id}, ${administrator.role}, ${unit.code}, ${unit.institution}
      from ${administrator} join ${unit} on ${unit.id} = ${administrator.unitId} where ${administrator.endedAt} is null
        and ${administrator.issuer} = ${account.issuer} and ${administrator.subject} = ${account.subject} for update`,
  );
  return found ?? null;
}

/** Enters an account into an office of a unit; it must hold none. */
export async function enterOffice(
  handle: WriteHandle,
  command: Command,
  account: Account,
  role: string,
  of: Unit,
): Promise<void> {
  const id = uuidv7();
  const appointed = { appointedBy: command.by, appointedAt: command.at.toISOString() };
  await handle.insert(administrator).values({ ...account, ...appointed, id, role, unitId: of.id });
  await recordCommand(handle, command, of, [
    { event: 'administrator.appointed', recordId: id, fields: ['role', 'unit'] },
  ]);
}

/** Ends an office. */
export async function endOffice(handle: WriteHandle, command: Command, office: StandingOffice): Promise<void> {
  await rows(
    handle,
    sql`update ${administrator} set ended_by = ${command.by}, ended_at = ${command.at.toISOString()}::timestamptz
      where ${administrator.id} = ${office.id}::uuid`,
  );
  const change: Change = { event: 'administrator.dismissed', recordId: office.id, fields: ['role', 'unit'] };
  await recordCommand(handle, command, office, [change]);
}

/** How many security administrators a unit has. */
export async function securityAdministratorsOf(handle: WriteHandle, unitCode: string): Promise<number> {
  const found = await rows(
    handle,
    sql`select 1 from ${administrator} join ${unit} on ${unit.id} = ${administrator.unitId}
      where ${unit.code} = ${unitCode} and ${administrator.role} = 'security' and ${administrator.endedAt} is null`,
  );
  return found.length;
}

/** Writes what a command changed to outbox and trail, and moves the epoch: it is about rights. */
export async function recordCommand(
  handle: WriteHandle,
  { name, by, at }: Command,
  { code, institution }: Pick<Unit, 'code' | 'institution'>,
  changes: readonly Change[],
): Promise<void> {
  const correlationId = uuidv7();
  await appendChanges(handle, changes, { at, institution, correlationId });
  const epoch = await moveEpoch(handle);
  await appendAudit(handle, at, [
    {
      kind: 'RECORDED',
      outcome: 'ANSWERED',
      correlationId,
      party: { institution, unitCode: code },
      actorId: by,
      operation: name,
      coordinates: [name],
      records: Object.fromEntries(changes.map(({ event, recordId }) => [events[event].type, [recordId]])),
      epoch,
    },
  ]);
}
