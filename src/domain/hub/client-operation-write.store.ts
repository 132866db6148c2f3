import { sql } from 'drizzle-orm';
import { rows, uuidArray } from '../../db/rows.js';
import { isUuid } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { clientPolicy } from './client.policy.js';
import { client } from './client.table.js';
import { clientOperationPolicy } from './client-operation.policy.js';
import { clientOperation } from './client-operation.table.js';

/** An operation as it is entered. */
export interface EnteredOperation {
  readonly id: string;
  readonly clientId: string;
  readonly sha256: string;
  readonly document: string;
  readonly name: string | null;
}

/** Holds those of the clients that the asker may write, until the act is over: two batches do not register the same twice. */
export async function heldClients(act: Act, ids: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ id: string }>(
    act.handle,
    sql`select ${client.id} from ${client} where ${client.id} = any(${uuidArray([...new Set(ids)].filter(isUuid))})
      and ${act.grant.rowsOf(clientPolicy, act.reach)} order by ${client.id} for update`,
  );
  return new Set(found.map(({ id }) => id));
}

/** The operations that clients have registered now: their ids, by client and hash. */
export async function registeredOf(act: Act, clientIds: ReadonlySet<string>) {
  const found = await rows<{ id: string; clientId: string; sha256: string }>(
    act.handle,
    sql`select ${clientOperation.id}, ${clientOperation.clientId} as "clientId", ${clientOperation.sha256} from ${clientOperation}
      where ${clientOperation.clientId} = any(${uuidArray([...clientIds])}) and ${clientOperation.retiredAt} is null`,
  );
  const byClient = new Map([...clientIds].map((id) => [id, new Map<string, string>()]));
  for (const { id, clientId, sha256 } of found) byClient.get(clientId)?.set(sha256, id);
  return byClient;
}

/** Enters operations. */
export async function insertOperations(act: Act, operations: readonly EnteredOperation[]): Promise<void> {
  if (operations.length === 0) return;
  const { actorId: registeredBy, issuer: registeredByIssuer } = act.grant.asker.identity;
  const by = { registeredBy, registeredByIssuer, registeredAt: act.at.toISOString() };
  await act.handle.insert(clientOperation).values(operations.map((one) => ({ ...one, ...by })));
}

/** Retires those of the operations that the asker may write and that are not retired; their ids. */
export async function markRetired(act: Act, ids: readonly string[]): Promise<Set<string>> {
  const retired = await rows<{ id: string }>(
    act.handle,
    sql`update ${clientOperation} set retired_by = ${act.grant.asker.identity.actorId}, retired_at = ${act.at.toISOString()}::timestamptz
      where ${clientOperation.id} = any(${uuidArray([...new Set(ids)].filter(isUuid))}) and ${clientOperation.retiredAt} is null
        and ${act.grant.rowsOf(clientOperationPolicy, act.reach)} returning ${clientOperation.id}`,
  );
  return new Set(retired.map(({ id }) => id));
}
