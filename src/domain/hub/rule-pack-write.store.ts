import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { recordset, rows } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import type { EndedPack, StandingPack } from './rule-pack.rule.js';
import { rulePack } from './rule-pack.table.js';
import type { RuleSwitch } from './rule-pack.terms.js';

const PACK_WRITERS = 7_401_943;

/** The versions of a code on record; nobody else announces until the transaction ends. */
export async function standingPacks(handle: WriteHandle, code: string): Promise<StandingPack[]> {
  await rows(handle, sql`select pg_advisory_xact_lock(${PACK_WRITERS})`);
  return rows(
    handle,
    sql`select ${rulePack.id}, ${rulePack.version}, ${rulePack.effectiveFrom}::text as "effectiveFrom",
        ${rulePack.effectiveUntil}::text as "effectiveUntil"
      from ${rulePack} where ${rulePack.code} = ${code}`,
  );
}

/** A pack in column names. */
export interface PackRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly issuer: string;
  readonly version: string;
  readonly effective_from: Day;
  readonly effective_until: Day | null;
  readonly switches: readonly RuleSwitch[];
  readonly announced_by: string;
}

/** Enters packs, one statement. */
export async function insertPacks(handle: WriteHandle, packs: readonly PackRow[], at: Date): Promise<void> {
  await rows(
    handle,
    sql`insert into ${rulePack} (announced_at, id, code, title, issuer, version, effective_from, effective_until, switches, announced_by)
      select ${at.toISOString()}::timestamptz, r.* from ${recordset(
        packs,
        'r',
        `id uuid, code text, title text, issuer text, version text, effective_from date, effective_until date, switches jsonb,
         announced_by text`,
      )}`,
  );
}

/** Writes the last day of a version that another supersedes. */
export async function endPack(handle: WriteHandle, { id, effectiveUntil }: EndedPack): Promise<void> {
  await rows(
    handle,
    sql`update ${rulePack} set effective_until = ${effectiveUntil}::date where ${rulePack.id} = ${id}::uuid`,
  );
}
