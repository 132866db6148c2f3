import { sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import { rows } from '../../db/rows.js';
import type { Unit } from '../../identity/identity.js';
import type { Day } from '../../kernel/day.js';
import { ofTheHub } from '../../policy/fact.js';
import { courtIdsBelow, courtIdsInDivisions } from '../court/index.js';
import { unit, unitDivision } from './unit.table.js';

/** A unit by code with what is in its charge on a day, under the hub's own grant; null when there is none. */
export async function unitInCharge(handle: ReadHandle | WriteHandle, code: string, on: Day): Promise<Unit | null> {
  const [found] = await rows<Omit<Unit, 'areaCourtIds'>>(
    handle,
    sql`select ${unit.id}, ${unit.code}, ${unit.institution}, ${unit.name}, ${unit.divisionCode} as "divisionCode", ${unit.courtId} as "courtId",
        array(select d.division_code from ${unitDivision} d where d.unit_id = ${unit.id}
          and ${on}::date between d.valid_from and coalesce(d.valid_until, 'infinity')) as area
      from ${unit} where ${unit.code} = ${code}`,
  );
  if (!found) return null;
  const { courtId, area } = found;
  const courts = courtId === null ? courtIdsInDivisions(handle, area) : courtIdsBelow(handle, courtId);
  return { ...found, areaCourtIds: ofTheHub(await courts) };
}
