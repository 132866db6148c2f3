import { eq, sql } from 'drizzle-orm';
import { rows, uuidArray } from '../../db/rows.js';
import { isUnitInCharge, type Placed } from '../../identity/charge.js';
import type { Unit } from '../../identity/identity.js';
import { isUuid, uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { client } from './client.table.js';
import { operationLimitPolicy } from './client-operation.policy.js';
import { clientOperation, operationLimit } from './client-operation.table.js';
import { isConsole } from './client-roles.js';
import { unit } from './unit.table.js';

/** A client that a limitation is about. */
export interface LimitedClient extends Pick<Placed, 'divisionCode' | 'courtId'> {
  readonly id: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly roles: readonly string[];
  readonly unitId: string;
}

/** A limitation as an act needs to know it. */
export interface HeldLimit {
  readonly id: string;
  readonly limitedBy: string;
  readonly limitedByIssuer: string | null;
}

/** The clients that a limitation of a unit is about: those of the units in its charge, but for the administrators' own. */
export async function clientsUnder(act: Act, of: Unit): Promise<LimitedClient[]> {
  const found = await rows<LimitedClient>(
    act.handle,
    sql`select ${client.id}, ${client.issuer}, ${client.clientId} as "clientId", ${client.roles}, ${client.unitId} as "unitId",
        ${unit.divisionCode} as "divisionCode", ${unit.courtId} as "courtId"
      from ${client} join ${unit} on ${unit.id} = ${client.unitId} where ${unit.institution} = ${of.institution}`,
  );
  return found.filter(
    ({ unitId, roles, divisionCode, courtId }) =>
      !isConsole(roles) && isUnitInCharge(of, { id: unitId, institution: of.institution, divisionCode, courtId }),
  );
}

/** Whether the asker has registered an operation that one of the clients has now. */
export async function hasRegisteredFor(act: Act, clientIds: readonly string[]): Promise<boolean> {
  const { actorId, issuer } = act.grant.asker.identity;
  const found = await rows(
    act.handle,
    sql`select 1 from ${clientOperation} where ${clientOperation.clientId} = any(${uuidArray(clientIds)}) and ${clientOperation.retiredAt} is null
      and ${clientOperation.registeredBy} = ${actorId} and coalesce(${clientOperation.registeredByIssuer}, ${issuer}) = ${issuer} limit 1`,
  );
  return found.length > 0;
}

/** Enters a limitation; its id, or null when it holds already. */
export async function insertLimit(
  act: Act,
  limited: { readonly unitId: string; readonly clientId: string | null },
  reason: string,
): Promise<string | null> {
  const { actorId: limitedBy, issuer: limitedByIssuer } = act.grant.asker.identity;
  const [made] = await act.handle
    .insert(operationLimit)
    .values({ ...limited, id: uuidv7(), reason, limitedBy, limitedByIssuer, limitedAt: act.at.toISOString() })
    .onConflictDoNothing()
    .returning({ id: operationLimit.id });
  return made?.id ?? null;
}

/** Holds a limitation that stands and that the asker may lift; null when there is none within his reach. */
export async function heldLimit(act: Act, id: string): Promise<HeldLimit | null> {
  if (!isUuid(id)) return null;
  const [found] = await rows<HeldLimit>(
    act.handle,
    sql`select ${operationLimit.id}, ${operationLimit.limitedBy} as "limitedBy", ${operationLimit.limitedByIssuer} as "limitedByIssuer"
      from ${operationLimit} where ${operationLimit.id} = ${id}::uuid and ${operationLimit.liftedAt} is null
        and ${act.grant.rowsOf(operationLimitPolicy, act.reach)} for update`,
  );
  return found ?? null;
}

/** Lifts a limitation. */
export async function markLimitLifted(act: Act, id: string): Promise<void> {
  await act.handle
    .update(operationLimit)
    .set({ liftedBy: act.grant.asker.identity.actorId, liftedAt: act.at.toISOString() })
    .where(eq(operationLimit.id, id));
}
