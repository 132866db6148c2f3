import { sql } from 'drizzle-orm';
import type { Day } from '../../kernel/day.js';
import { isUuid } from '../../kernel/uuid.js';
import type { Reading, Shown } from '../../operation/reading.js';
import { rulePackPolicy } from './rule-pack.policy.js';
import { rulePack } from './rule-pack.table.js';

/** The rule packs in force on a day, or all of them, by code and first day. */
export function listPacks(reading: Reading, on: Day | null, wanted: Iterable<string>): Promise<Shown[]> {
  const inForce =
    on === null
      ? sql`true`
      : sql`${on}::date between ${rulePack.effectiveFrom} and coalesce(${rulePack.effectiveUntil}, 'infinity')`;
  return reading.records(
    rulePackPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${rulePack} where ${inForce} and ${rows}
      order by ${rulePack.code} collate "C", ${rulePack.effectiveFrom}, ${rulePack.id}`,
  );
}

/** A rule pack by id. */
export async function packById(reading: Reading, id: string, wanted: Iterable<string>): Promise<Shown | null> {
  if (!isUuid(id)) return null;
  const [found] = await reading.records(
    rulePackPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${rulePack} where ${rulePack.id} = ${id}::uuid and ${rows}`,
  );
  return found ?? null;
}
