import { type SQL, sql } from 'drizzle-orm';
import type { Day } from '../../kernel/day.js';
import type { RecordPolicy } from '../../policy/record-policy.js';
import { court, courtArea } from './court.table.js';

type CourtField = 'code' | 'name' | 'level' | 'divisionCode' | 'parent' | 'area';

/** The divisions a court serves on a day, by code. */
const areaOn = (day: Day): SQL => sql`array(select a.division_code from ${courtArea} a
  where a.court_id = ${court.id} and ${day}::date between a.valid_from and coalesce(a.valid_until, 'infinity')
  order by a.division_code collate "C")`;

/** What the matrix words mean for a court; every asker reaches all of them. */
export const courtPolicy: RecordPolicy<CourtField> = {
  type: 'Court',
  key: court.id,
  fields: {
    code: court.code,
    name: court.name,
    level: court.level,
    divisionCode: court.divisionCode,
    parent: court.parentId,
    area: ({ today }) => areaOn(today),
  },
};

/** The court stands on a day: founded, and not dissolved. */
export const standsOn = (day: Day): SQL =>
  sql`${day}::date between ${court.validFrom} and coalesce(${court.validUntil}, 'infinity')`;
