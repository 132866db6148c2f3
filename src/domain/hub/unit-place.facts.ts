import { sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import { rows, textArray } from '../../db/rows.js';
import { Fact } from '../../policy/fact.js';
import { unit } from './unit.table.js';

/** Where a unit is told of something: its court, or the division it is in charge of. */
export interface UnitPlace {
  readonly code: string;
  readonly courtId: string | null;
  readonly divisionCode: string;
}

/** The places of units by their codes. */
export async function unitPlaces(
  handle: ReadHandle | WriteHandle,
  codes: readonly (string | null)[],
): Promise<Fact<ReadonlyMap<string, UnitPlace>>> {
  const found = await rows<UnitPlace>(
    handle,
    sql`select ${unit.code}, ${unit.courtId} as "courtId", ${unit.divisionCode} as "divisionCode" from ${unit}
      where ${unit.code} = any(${textArray(codes.filter((code) => code !== null))})`,
  );
  return new Fact(new Map(found.map((place) => [place.code, place])));
}
