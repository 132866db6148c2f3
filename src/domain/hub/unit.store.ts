import { sql } from 'drizzle-orm';
import { uuidArray } from '../../db/rows.js';
import type { Reading, Shown } from '../../operation/reading.js';
import { unitPolicy } from './unit.policy.js';
import { unit } from './unit.table.js';

/** Units by id, one statement. */
export async function unitsByIds(
  reading: Reading,
  ids: readonly string[],
  wanted: Iterable<string>,
): Promise<Map<string, Shown>> {
  const found = await reading.records(
    unitPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${unit} where ${unit.id} = any(${uuidArray(ids)}) and ${rows}`,
  );
  return new Map(found.map((row) => [row.id, row]));
}

/** The units of an institution, or of all, by code. */
export function listUnits(reading: Reading, institution: string | null, wanted: Iterable<string>): Promise<Shown[]> {
  reading.grant.fullSight(unitPolicy, 'code', []);
  const of =
    institution === null
      ? sql`true`
      : sql`(${reading.grant.sight(unitPolicy, 'institution', ['institution'])} and ${unit.institution} = ${institution})`;
  return reading.records(
    unitPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${unit} where ${of} and ${rows} order by ${unit.code} collate "C"`,
  );
}
