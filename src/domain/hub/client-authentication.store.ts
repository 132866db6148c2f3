import { type SQL, sql } from 'drizzle-orm';
import type { JWK } from 'jose';
import type { Claimed } from '../../identity/client-assertion.js';
import { client, clientKey, clientLock, usedAssertion } from './client.table.js';
import { unit } from './unit.table.js';

/** A client as it must be known to check an assertion, under the hub's own grant. */
export interface KnownClient {
  readonly id: string;
  readonly unitCode: string;
  readonly institution: string;
  /** The key of the name asked for, when it is confirmed, valid and not withdrawn. */
  readonly keyId: string | null;
  readonly jwk: JWK | null;
  /** Until when it is locked out for the source, when it is. */
  readonly lockedUntil: string | null;
}

/**
 * Reads a client of an issuer with one of its keys, and whether it is locked out for a network source. Units may register
 * the same name; it is the one's that was activated.
 */
export function clientKnown(issuer: string, { clientId, kid }: Claimed, source: string, now: Date): SQL {
  const at = now.toISOString();
  return sql`select ${client.id}, ${unit.code} as "unitCode", ${unit.institution}, ${clientKey.id} as "keyId", ${clientKey.jwk},
      (select max(${clientLock.lockedUntil}) from ${clientLock} where ${clientLock.clientId} = ${client.id}
        and ${clientLock.source} = ${source} and ${clientLock.liftedAt} is null
        and ${clientLock.lockedUntil} > ${at}::timestamptz)::text as "lockedUntil"
    from ${client} join ${unit} on ${unit.id} = ${client.unitId}
      left join ${clientKey} on ${clientKey.clientId} = ${client.id} and ${clientKey.kid} = ${kid}
        and ${clientKey.confirmedAt} is not null and ${clientKey.withdrawnAt} is null and ${clientKey.validFrom} <= ${at}::timestamptz
        and coalesce(${clientKey.validUntil}, 'infinity') >= ${at}::timestamptz
    where ${client.issuer} = ${issuer} and ${client.clientId} = ${clientId}
    order by ${client.state} = 'REGISTERED', ${clientKey.id} is null, ${client.id} limit 1`;
}

/** Uses an assertion up: one row the first time, none after. Of those long expired it clears some away. */
export function assertionUsed(digest: string, expiresAt: Date, forgettable: Date): SQL {
  const old = sql`select ${usedAssertion.digest} from ${usedAssertion}
    where ${usedAssertion.expiresAt} < ${forgettable.toISOString()}::timestamptz limit 100 for update skip locked`;
  return sql`with cleared as (delete from ${usedAssertion} where ${usedAssertion.digest} in (${old}))
    insert into ${usedAssertion} (digest, expires_at) values (${digest}, ${expiresAt.toISOString()}::timestamptz)
      on conflict do nothing returning 1 as used`;
}
