import { sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import { rows, textArray, uuidArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import { Fact } from '../../policy/fact.js';
import { standsOn } from './court.policy.js';
import { court } from './court.table.js';

type Handle = ReadHandle | WriteHandle;

/** A court as writers and directories of the hub name it. */
export interface NamedCourt {
  readonly id: string;
  readonly code: string;
}

/** The courts with these codes that stand on a day, under the hub's own grant. */
export async function courtsByCodes(
  handle: Handle,
  codes: readonly string[],
  on: Day,
): Promise<Fact<readonly NamedCourt[]>> {
  const found = await rows<NamedCourt>(
    handle,
    sql`select ${court.id}, ${court.code} from ${court} where ${court.code} = any(${textArray(codes)}) and ${standsOn(on)}`,
  );
  return new Fact(found);
}

/** A court and all courts below it: its area as a unit. */
export async function courtIdsBelow(handle: Handle, courtId: string): Promise<Fact<readonly string[]>> {
  const found = await rows<NamedCourt>(
    handle,
    sql`with recursive below(id) as (
        select ${courtId}::uuid union select c.id from ${court} c join below on c.parent_id = below.id)
      select id from below`,
  );
  return new Fact(found.map(({ id }) => id));
}

/** The courts that sit in these divisions: those in a bureau's area. */
export async function courtIdsInDivisions(
  handle: Handle,
  divisionCodes: readonly string[],
): Promise<Fact<readonly string[]>> {
  const found = await rows<NamedCourt>(
    handle,
    sql`select ${court.id} from ${court} where ${court.divisionCode} = any(${textArray(divisionCodes)})`,
  );
  return new Fact(found.map(({ id }) => id));
}

/** Names of courts by id, those dissolved too. */
export async function courtNames(handle: Handle, ids: readonly string[]): Promise<Fact<ReadonlyMap<string, string>>> {
  if (ids.length === 0) return new Fact(new Map());
  const found = await rows<{ id: string; name: string }>(
    handle,
    sql`select ${court.id}, ${court.name} from ${court} where ${court.id} = any(${uuidArray(ids)})`,
  );
  return new Fact(new Map(found.map(({ id, name }) => [id, name])));
}
