import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../src/db/handle.js';
import { recordset, rows } from '../src/db/rows.js';
import { court, courtArea } from '../src/domain/court/court.table.js';
import { unit, unitDivision } from '../src/domain/hub/unit.table.js';
import { bureaus } from './bureaus.js';
import { courts, type SeedCourt } from './courts.js';
import { zhejiang } from './divisions.js';
import { idsOf } from './random.js';

const unitIdOf = idsOf('lushu', 'court-unit');
const areaIdOf = idsOf('lushu', 'court-area');
/** Courts, units and their areas are taken to have stood since this day. */
export const SINCE = '2000-01-01';

/** Every unit of the province: each court under its own code, the bureaus of justice, the lawyers association. */
const units = [
  ...courts.map((seat, i) => ({
    id: unitIdOf(i),
    code: seat.code,
    institution: 'COURT',
    name: seat.name,
    division_code: seat.divisionCode,
    court_id: seat.id,
    area: [...new Set([...aboveCounties(seat), ...seat.area])],
  })),
  ...bureaus.map(({ divisionCode, ...bureau }) => ({ ...bureau, division_code: divisionCode, court_id: null })),
];

/** The id of a unit by its code. Throws when there is none. */
export function unitIdByCode(code: string): string {
  const found = units.find((one) => one.code === code);
  if (!found) throw new Error(`There is no unit ${code}`);
  return found.id;
}

/** How many courts and units `layGround` enters. */
export const groundCounts = { courts: courts.length, units: units.length };

/** Enters the courts and units of Zhejiang with their areas, one statement for each table. */
export async function layGround(handle: WriteHandle): Promise<void> {
  const idOf = new Map(courts.map(({ code, id }) => [code, id]));
  const seats = courts.map((seat) => ({
    id: seat.id,
    code: seat.code,
    name: seat.name,
    level: seat.level,
    division_code: seat.divisionCode,
    parent_id: seat.parentCode === null ? null : idOf.get(seat.parentCode),
  }));
  await rows(
    handle,
    sql`insert into ${court} (id, code, name, level, division_code, parent_id, valid_from)
      select r.*, ${SINCE}::date from ${recordset(seats, 'r', 'id uuid, code text, name text, level text, division_code text, parent_id uuid')}`,
  );
  const areas = areasOf(courts).map((area, i) => ({ entry: areaIdOf(i), ...area }));
  await rows(
    handle,
    sql`insert into ${courtArea} (id, court_id, division_code, valid_from)
      select r.*, ${SINCE}::date from ${recordset(areas, 'r', 'entry uuid, id uuid, division_code text')}`,
  );
  await rows(
    handle,
    sql`insert into ${unit} (id, code, institution, name, division_code, court_id)
      select r.* from ${recordset(units, 'r', 'id uuid, code text, institution text, name text, division_code text, court_id uuid')}`,
  );
  await rows(
    handle,
    sql`insert into ${unitDivision} (unit_id, division_code, valid_from)
      select r.*, ${SINCE}::date from ${recordset(areasOf(units), 'r', 'id uuid, division_code text')}`,
  );
}

/** The province and cities that a court answers for beside its counties. */
function aboveCounties({ level, divisionCode }: SeedCourt): string[] {
  if (level === 'HIGH') return zhejiang.map(({ code }) => code);
  return level === 'INTERMEDIATE' ? [divisionCode] : [];
}

function areasOf(places: readonly { readonly id: string; readonly area: readonly string[] }[]) {
  return places.flatMap(({ id, area }) => area.map((code) => ({ id, division_code: code })));
}
