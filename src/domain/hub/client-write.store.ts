import { and, eq, type SQL, sql } from 'drizzle-orm';
import { rows } from '../../db/rows.js';
import { isUuid, uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { clientPolicy } from './client.policy.js';
import { holds } from './client.store.js';
import { client, clientLock } from './client.table.js';
import type { ClientState } from './client.terms.js';
import type { Registration } from './client-registration.rule.js';
import { inChargeOfUnit } from './unit.policy.js';
import { unit } from './unit.table.js';

/** A client as an act needs to know it, held until the act is over. */
export interface HeldClient {
  readonly id: string;
  readonly unitId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly state: ClientState;
  readonly registeredBy: string;
  readonly registeredByIssuer: string | null;
}

/** Holds a client that the asker may write; null when there is none within his reach. */
export async function heldClient(act: Act, id: string): Promise<HeldClient | null> {
  if (!isUuid(id)) return null;
  const [found] = await rows<HeldClient>(
    act.handle,
    sql`select ${client.id}, ${client.unitId} as "unitId", ${client.issuer}, ${client.clientId} as "clientId", ${client.state},
        ${client.registeredBy} as "registeredBy", ${client.registeredByIssuer} as "registeredByIssuer"
      from ${client} where ${client.id} = ${id}::uuid and ${act.grant.rowsOf(clientPolicy, act.reach)} for update`,
  );
  return found ?? null;
}

/** A unit by code, and whether the asker's own is in charge of it; null when there is none. */
export async function unitForClient(act: Act, code: string) {
  const [found] = await rows<{ id: string; institution: string; isInCharge: boolean }>(
    act.handle,
    sql`select ${unit.id}, ${unit.institution}, ${inChargeOfUnit(act.grant.asker, unit.id)} as "isInCharge"
      from ${unit} where ${unit.code} = ${code}`,
  );
  return found ?? null;
}

/** Whether a unit that the asker's is in charge of has registered the name; of others he learns nothing. */
export async function isNameInArea(act: Act, { issuer, clientId }: Pick<Registration, 'issuer' | 'clientId'>) {
  const found = await rows(
    act.handle,
    sql`select 1 from ${client} where ${client.issuer} = ${issuer} and ${client.clientId} = ${clientId}
      and ${inChargeOfUnit(act.grant.asker, client.unitId)} limit 1`,
  );
  return found.length > 0;
}

/** Whether another client of that name was activated, and so has it; whoever takes it meanwhile moves the epoch. */
export async function isNameTaken(act: Act, { id, issuer, clientId }: HeldClient): Promise<boolean> {
  const found = await rows(
    act.handle,
    sql`select 1 from ${client} where ${client.issuer} = ${issuer} and ${client.clientId} = ${clientId}
      and ${client.id} <> ${id}::uuid and ${client.state} <> 'REGISTERED' limit 1`,
  );
  return found.length > 0;
}

/** Enters a client as registered; its id, or null when its unit has one of that name already. */
export async function insertClient(act: Act, { unit: _code, ...given }: Registration, unitId: string) {
  const entered = {
    ...given,
    id: uuidv7(),
    unitId,
    roles: [...given.roles],
    purposes: [...given.purposes],
    state: 'REGISTERED' satisfies ClientState,
    registeredBy: by(act),
    registeredByIssuer: act.grant.asker.identity.issuer,
    registeredAt: at(act),
  };
  const [made] = await act.handle.insert(client).values(entered).onConflictDoNothing().returning({ id: client.id });
  return made?.id ?? null;
}

/** Activates a client. */
export async function markActive(act: Act, id: string): Promise<void> {
  await act.handle
    .update(client)
    .set({ state: 'ACTIVE', activatedBy: by(act), activatedAt: at(act) })
    .where(eq(client.id, id));
}

/** Disables a client. */
export async function markDisabled(act: Act, id: string, disabledReason: string): Promise<void> {
  await act.handle
    .update(client)
    .set({ state: 'DISABLED', disabledBy: by(act), disabledAt: at(act), disabledReason })
    .where(eq(client.id, id));
}

/** Lifts a lock that holds; the id of its client, or null when there is none within reach. */
export async function markLifted(act: Act, lockId: string): Promise<string | null> {
  if (!isUuid(lockId)) return null;
  const within: SQL = sql`exists (select 1 from ${client} where ${client.id} = ${clientLock.clientId}
    and ${act.grant.rowsOf(clientPolicy, act.reach)})`;
  const [lifted] = await act.handle
    .update(clientLock)
    .set({ liftedBy: by(act), liftedAt: at(act) })
    .where(and(eq(clientLock.id, lockId), holds(act.at), within))
    .returning({ clientId: clientLock.clientId });
  return lifted?.clientId ?? null;
}

const by = (act: Act): string => act.grant.asker.identity.actorId;
const at = (act: Act): string => act.at.toISOString();
