import { and, eq, isNull, sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { rows } from '../../db/rows.js';
import type { Unit } from '../../identity/identity.js';
import { isAdministrator, roles } from '../../identity/roles.js';
import { uuidv7 } from '../../kernel/uuid.js';
import type { Change } from '../../outbox/change.store.js';
import { type Command, recordCommand } from './appointing.js';
import { client } from './client.table.js';
import type { ClientState } from './client.terms.js';
import { operationLimit } from './client-operation.table.js';
import { isConsole, purposesOfRole } from './client-roles.js';

/** The client by which administrators enter. */
export interface Console {
  readonly issuer: string;
  readonly clientId: string;
  readonly name: string;
  readonly responsiblePerson: string;
}

/**
 * Opens the first client of a unit, which nobody could register or activate before there is one: the administrators' own.
 * One that was registered so before is activated again, and no longer limited. False when another client has that name.
 */
export async function openConsole(handle: WriteHandle, command: Command, given: Console, of: Unit): Promise<boolean> {
  const instant = command.at.toISOString();
  const [known] = await rows<{ id: string; roles: string[] }>(
    handle,
    sql`select ${client.id}, ${client.roles} from ${client}
      where ${client.issuer} = ${given.issuer} and ${client.clientId} = ${given.clientId} and ${client.unitId} = ${of.id}::uuid for update`,
  );
  const taken = await rows(
    handle,
    sql`select 1 from ${client} where ${client.issuer} = ${given.issuer} and ${client.clientId} = ${given.clientId}
      and ${client.unitId} <> ${of.id}::uuid and ${client.state} <> 'REGISTERED' limit 1`,
  );
  if (taken.length > 0) return false;
  if (known && !isConsole(known.roles)) return false;
  const id = known?.id ?? uuidv7();
  const active = { state: 'ACTIVE' satisfies ClientState, activatedBy: command.by, activatedAt: instant };
  if (known) await handle.update(client).set(active).where(sql`${client.id} = ${id}::uuid`);
  else {
    const offices = roles.filter(isAdministrator);
    const entered = await handle
      .insert(client)
      .values({
        ...given,
        ...active,
        id,
        unitId: of.id,
        roles: [...offices],
        purposes: offices.flatMap(purposesOfRole),
        isCertificateBound: false,
        registeredBy: command.by,
        registeredAt: instant,
      })
      .onConflictDoNothing()
      .returning({ id: client.id });
    if (entered.length === 0) return false;
  }
  const changes: Change[] = [{ event: 'client.activated', recordId: id, fields: ['state', 'activatedBy'] }];
  const lifted = await handle
    .update(operationLimit)
    .set({ liftedBy: command.by, liftedAt: instant })
    .where(and(eq(operationLimit.clientId, id), isNull(operationLimit.liftedAt)))
    .returning({ recordId: operationLimit.id });
  for (const { recordId } of lifted)
    changes.push({ event: 'operation-limit.lifted', recordId, fields: ['liftedBy', 'liftedAt'] });
  await recordCommand(handle, command, of, changes);
  return true;
}
