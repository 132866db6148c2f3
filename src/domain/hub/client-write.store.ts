import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { rows } from '../../db/rows.js';
import { isUuid, uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { clientPolicy } from './client.policy.js';
import { holds } from './client.store.js';
import { client, clientKey, clientLock } from './client.table.js';
import type { ClientState } from './client.terms.js';
import type { PublicKey } from './client-key.js';
import type { Registration } from './client-registration.rule.js';
import { inChargeOfUnit } from './unit.policy.js';
import { unit } from './unit.table.js';

/** A client as an act needs to know it, held until the act is over. */
export interface HeldClient {
  readonly id: string;
  readonly clientId: string;
  readonly state: ClientState;
  readonly registeredBy: string;
}

/** Holds a client that the asker may write; null when there is none within his reach. */
export async function heldClient(act: Act, id: string): Promise<HeldClient | null> {
  if (!isUuid(id)) return null;
  const [found] = await rows<HeldClient>(
    act.handle,
    sql`select ${client.id}, ${client.clientId} as "clientId", ${client.state}, ${client.registeredBy} as "registeredBy"
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

/** Enters a client as registered; its id, or null when its issuer names one so already. */
export async function insertClient(act: Act, { unit: _code, ...given }: Registration, unitId: string) {
  const entered = {
    ...given,
    id: uuidv7(),
    unitId,
    roles: [...given.roles],
    purposes: [...given.purposes],
    state: 'REGISTERED' satisfies ClientState,
    registeredBy: by(act),
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

/** Whether any client has, or had, this key. */
export async function isKeyInUse(act: Act, { material }: PublicKey): Promise<boolean> {
  const found = await rows(
    act.handle,
    sql`select 1 from ${clientKey} where ${clientKey.jwk} @> ${JSON.stringify(material)}::jsonb limit 1`,
  );
  return found.length > 0;
}

/** Adds a key to a client; its id, or null when the client has, or had, one of that name. */
export async function insertKey(act: Act, clientId: string, { kid, jwk }: PublicKey): Promise<string | null> {
  const [added] = await act.handle
    .insert(clientKey)
    .values({ id: uuidv7(), clientId, kid, jwk, validFrom: at(act), addedBy: by(act) })
    .onConflictDoNothing()
    .returning({ id: clientKey.id });
  return added?.id ?? null;
}

/** Lets the other keys of a client end at an instant, unless they end before. */
export async function endOtherKeys(act: Act, clientId: string, kid: string, until: Date): Promise<void> {
  const ends = sql`least(coalesce(${clientKey.validUntil}, 'infinity'), ${until.toISOString()}::timestamptz)`;
  await act.handle
    .update(clientKey)
    .set({ validUntil: ends })
    .where(and(eq(clientKey.clientId, clientId), sql`${clientKey.kid} <> ${kid}`, isNull(clientKey.withdrawnAt)));
}

/** Withdraws a key that is not withdrawn; its id, or null when the client has none of that name. */
export async function markWithdrawn(act: Act, clientId: string, kid: string): Promise<string | null> {
  const [withdrawn] = await act.handle
    .update(clientKey)
    .set({ withdrawnBy: by(act), withdrawnAt: at(act) })
    .where(and(eq(clientKey.clientId, clientId), eq(clientKey.kid, kid), isNull(clientKey.withdrawnAt)))
    .returning({ id: clientKey.id });
  return withdrawn?.id ?? null;
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
