import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { rows, uuidArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import { uuidv7 } from '../../kernel/uuid.js';
import { court, courtArea, courtLineage } from './court.table.js';
import type { AreaStretch } from './court-area.rule.js';
import type { LineageStep } from './court-lineage.rule.js';
import { insertRecords } from './personnel-write.store.js';

/** The areas of courts on record, by court. */
export async function recordedAreas(
  handle: WriteHandle,
  courtIds: readonly string[],
): Promise<Map<string, AreaStretch[]>> {
  const found = await rows<AreaStretch & { courtId: string }>(
    handle,
    sql`select ${courtArea.courtId} as "courtId", ${courtArea.divisionCode} as "divisionCode", ${courtArea.validFrom}::text as "from",
        ${courtArea.validUntil}::text as "until" from ${courtArea} where ${courtArea.courtId} = any(${uuidArray(courtIds)})`,
  );
  const areas = new Map<string, AreaStretch[]>();
  for (const { courtId, ...stretch } of found) areas.set(courtId, [...(areas.get(courtId) ?? []), stretch]);
  return areas;
}

/** Writes the whole area of courts anew; an entry that stays keeps its id. */
export async function replaceAreas(
  handle: WriteHandle,
  areas: ReadonlyMap<string, readonly AreaStretch[]>,
): Promise<void> {
  if (areas.size === 0) return;
  const before = await rows<{ id: string; name: string }>(
    handle,
    sql`delete from ${courtArea} where ${courtArea.courtId} = any(${uuidArray([...areas.keys()])})
      returning id, court_id || division_code || valid_from as name`,
  );
  const idOf = new Map(before.map(({ id, name }) => [name, id]));
  const entries = [...areas].flatMap(([courtId, stretches]) =>
    stretches.map(({ divisionCode, from, until }) => ({
      id: idOf.get(courtId + divisionCode + from) ?? uuidv7(),
      court_id: courtId,
      division_code: divisionCode,
      valid_from: from,
      valid_until: until,
    })),
  );
  await insertRecords(handle, courtArea, entries);
}

/** All steps of lineage on record. */
export function recordedSteps(handle: WriteHandle): Promise<LineageStep[]> {
  return rows(
    handle,
    sql`select ${courtLineage.fromCourtId} as "fromCourtId", ${courtLineage.toCourtId} as "toCourtId" from ${courtLineage}`,
  );
}

/** Ends courts on their last days, and what was open of their areas. */
export async function endCourts(handle: WriteHandle, lastDays: ReadonlyMap<string, Day>): Promise<void> {
  for (const [id, last] of lastDays) {
    await rows(handle, sql`update ${court} set valid_until = ${last}::date where id = ${id}::uuid`);
    await rows(
      handle,
      sql`update ${courtArea} set valid_until = ${last}::date where court_id = ${id}::uuid
        and coalesce(valid_until, 'infinity') > ${last}::date and valid_from <= ${last}::date`,
    );
    await rows(handle, sql`delete from ${courtArea} where court_id = ${id}::uuid and valid_from > ${last}::date`);
  }
}
