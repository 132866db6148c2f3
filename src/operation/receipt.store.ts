import { sql } from 'drizzle-orm';
import { recordset, rows as rowsOf, textArray } from '../db/rows.js';
import type { Act } from './act.js';
import { receipt } from './receipt.table.js';

/** What the hub knows of a client key: new and now claimed for `recordId`, or known with the record and content hash it stands for. */
export interface Claim {
  readonly isNew: boolean;
  readonly recordId: string;
  readonly contentHash: string;
}

/** One key a client sent, the hash of its content, and the record it would become. */
export interface Claimed {
  readonly key: string;
  readonly contentHash: string;
  readonly recordId: string;
}

/** Whose key it is: the unit's, or that of an asker who has none. A subject spelt like a unit is not that unit. */
function scopeOf({ grant }: Act): string {
  const { unit, actorId } = grant.asker.identity;
  return unit ? `unit:${unit.code}` : `actor:${actorId}`;
}

/**
 * Claims keys for this transaction, in key order so that two batches cannot lock each other out. A key held by
 * another running transaction is waited for.
 */
export async function claim(act: Act, operation: string, items: readonly Claimed[]): Promise<Map<string, Claim>> {
  const rows = [...items].sort((a, b) => (a.key < b.key ? -1 : 1)).map((i) => [i.key, i.contentHash, i.recordId]);
  const unit = scopeOf(act);
  const fresh = await rowsOf<{ key: string }>(
    act.handle,
    sql`
    insert into ${receipt} (unit, operation, key, content_hash, record_id, at)
    select ${unit}, ${operation}, r->>0, r->>1, (r->>2)::uuid, ${act.at.toISOString()}::timestamptz
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) r
    on conflict do nothing
    returning key`,
  );
  const claimed = new Set(fresh.map((row) => row.key));
  const claims = new Map<string, Claim>();
  for (const { key, contentHash, recordId } of items)
    if (claimed.has(key)) claims.set(key, { isNew: true, contentHash, recordId });
  const others = items.map((item) => item.key).filter((key) => !claimed.has(key));
  if (others.length > 0) for (const [key, known] of await earlier(act, operation, others)) claims.set(key, known);
  return claims;
}

async function earlier(act: Act, operation: string, keys: readonly string[]): Promise<Map<string, Claim>> {
  const known = await rowsOf<{ key: string; contentHash: string; recordId: string }>(
    act.handle,
    sql`
    select key, content_hash as "contentHash", record_id as "recordId" from ${receipt}
    where unit = ${scopeOf(act)} and operation = ${operation}
      and key = any(${textArray(keys)})`,
  );
  return new Map(known.map(({ key, ...claimed }) => [key, { isNew: false, ...claimed }]));
}

/** Gives keys back whose items were refused, so that a corrected item may use them. */
export async function giveBack(act: Act, operation: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await act.handle.execute(sql`
    delete from ${receipt}
    where unit = ${scopeOf(act)} and operation = ${operation}
      and key = any(${textArray(keys)})`);
}

/** Points receipts to the records their items ended in. */
export async function pointTo(act: Act, operation: string, records: ReadonlyMap<string, string>): Promise<void> {
  if (records.size === 0) return;
  const values = [...records].map(([key, record_id]) => ({ key, record_id }));
  await rowsOf(
    act.handle,
    sql`
    update ${receipt} t set record_id = r.record_id from ${recordset(values, 'r', 'key text, record_id uuid')}
    where t.unit = ${scopeOf(act)} and t.operation = ${operation} and t.key = r.key`,
  );
}
