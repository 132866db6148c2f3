import { and, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { rows } from '../../db/rows.js';
import { uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { clientPolicy } from './client.policy.js';
import { client, clientKey } from './client.table.js';
import type { PublicKey } from './client-key.js';

/** A key that waits for the second person. */
export interface PendingKey {
  readonly id: string;
  readonly kid: string;
  readonly addedBy: string;
  readonly addedByIssuer: string | null;
  readonly overlapHours: number | null;
}

/** Whether a client within reach has, or had, this key: of those beyond it nobody is told, and who names their public key gains nothing. */
export async function isKeyInUse(act: Act, { material }: PublicKey): Promise<boolean> {
  const found = await rows(
    act.handle,
    sql`select 1 from ${clientKey} join ${client} on ${client.id} = ${clientKey.clientId}
      where ${clientKey.jwk} @> ${JSON.stringify(material)}::jsonb and ${act.grant.rowsOf(clientPolicy, act.reach)} limit 1`,
  );
  return found.length > 0;
}

/** Adds a key to a client, unconfirmed; its id, or null when the client has, or had, one of that name. */
export async function insertKey(
  act: Act,
  clientId: string,
  { kid, jwk }: PublicKey,
  overlapHours: number,
): Promise<string | null> {
  const { actorId: addedBy, issuer: addedByIssuer } = act.grant.asker.identity;
  const [added] = await act.handle
    .insert(clientKey)
    .values({ id: uuidv7(), clientId, kid, jwk, validFrom: at(act), addedBy, addedByIssuer, overlapHours })
    .onConflictDoNothing()
    .returning({ id: clientKey.id });
  return added?.id ?? null;
}

/** The keys of a client that are neither confirmed nor withdrawn, in the order in which they were added. */
export function pendingKeys(act: Act, clientId: string): Promise<PendingKey[]> {
  return rows<PendingKey>(
    act.handle,
    sql`select ${clientKey.id}, ${clientKey.kid}, ${clientKey.addedBy} as "addedBy", ${clientKey.addedByIssuer} as "addedByIssuer",
        ${clientKey.overlapHours} as "overlapHours"
      from ${clientKey} where ${clientKey.clientId} = ${clientId}::uuid and ${clientKey.confirmedAt} is null
        and ${clientKey.withdrawnAt} is null order by ${clientKey.id}`,
  );
}

/** Confirms a key. */
export async function markConfirmed(act: Act, keyId: string): Promise<void> {
  await act.handle
    .update(clientKey)
    .set({ confirmedBy: act.grant.asker.identity.actorId, confirmedAt: at(act) })
    .where(eq(clientKey.id, keyId));
}

/** Lets the other confirmed keys of a client end at an instant, unless they end before. */
export async function endOtherKeys(act: Act, clientId: string, keyId: string, until: Date): Promise<void> {
  const ends = sql`least(coalesce(${clientKey.validUntil}, 'infinity'), ${until.toISOString()}::timestamptz)`;
  const others = and(eq(clientKey.clientId, clientId), ne(clientKey.id, keyId));
  await act.handle
    .update(clientKey)
    .set({ validUntil: ends })
    .where(and(others, isNotNull(clientKey.confirmedAt), isNull(clientKey.withdrawnAt)));
}

/** Withdraws a key that is not withdrawn; its id, or null when the client has none of that name. */
export async function markWithdrawn(act: Act, clientId: string, kid: string): Promise<string | null> {
  const [withdrawn] = await act.handle
    .update(clientKey)
    .set({ withdrawnBy: act.grant.asker.identity.actorId, withdrawnAt: at(act) })
    .where(and(eq(clientKey.clientId, clientId), eq(clientKey.kid, kid), isNull(clientKey.withdrawnAt)))
    .returning({ id: clientKey.id });
  return withdrawn?.id ?? null;
}

const at = (act: Act): string => act.at.toISOString();
