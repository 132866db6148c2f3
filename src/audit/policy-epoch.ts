import { type SQL, sql } from 'drizzle-orm';
import type { Database, ReadHandle, WriteHandle } from '../db/handle.js';
import { rows } from '../db/rows.js';
import { policyEpoch } from './policy-epoch.table.js';

/** How often rights have changed so far, and the digest of the policy in force. */
export interface PolicyEpoch {
  readonly epoch: number;
  readonly policy: string;
}

/** The epoch as a snapshot sees it. */
export async function epochSeen(handle: ReadHandle): Promise<PolicyEpoch> {
  return only(
    await rows<{ epoch: string; policy: string }>(handle, sql`select epoch, policy from ${policyEpoch} where id = 1`),
  );
}

/** The epoch as it is committed now. */
export async function epochNow(database: Database): Promise<PolicyEpoch> {
  return only(await database.single(sql`select epoch, policy from ${policyEpoch} where id = 1`));
}

/**
 * Moves the epoch in the transaction of a change of rights, as its last statement but the line: it waits for the lines
 * under way, and every line after its commit finds the epoch moved.
 */
export async function moveEpoch(handle: WriteHandle): Promise<number> {
  return numberIn(await rows(handle, sql`select audit.move_epoch() as epoch`));
}

/** Puts a policy in force: when it is another one than before the epoch moves. Whether it did. */
export async function announcePolicy(handle: WriteHandle, policy: string): Promise<boolean> {
  const [row] = await rows<{ moved: boolean }>(handle, sql`select audit.announce_policy(${policy}) as moved`);
  return row?.moved === true;
}

/** The epoch at which a line becomes durable, for a statement. */
export const settledEpoch: SQL = sql`(select audit.settled_epoch() as epoch)`;

const numberIn = ([row]: { epoch: string | number }[]): number => Number(row?.epoch);

function only([row]: { epoch: string | number; policy: string }[]): PolicyEpoch {
  if (!row) throw new Error('The database has no policy epoch.');
  return { epoch: Number(row.epoch), policy: row.policy };
}
