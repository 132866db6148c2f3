import { type SQL, sql } from 'drizzle-orm';
import { courtInArea, divisionInArea } from '../../policy/area.js';
import type { Asker, Expression, RecordPolicy } from '../../policy/record-policy.js';
import { unit } from './unit.table.js';

/** What the matrix words mean for a unit; every asker reaches all of them. */
export const unitPolicy: RecordPolicy<'code' | 'institution' | 'name' | 'divisionCode' | 'court'> = {
  type: 'Unit',
  key: unit.id,
  fields: {
    code: unit.code,
    institution: unit.institution,
    name: unit.name,
    divisionCode: unit.divisionCode,
    court: unit.courtId,
  },
};

/** A unit that the asker's unit is in charge of: itself, or one of the same institution in its area. */
export function inChargeOfUnit(asker: Asker, unitId: Expression): SQL {
  const { unit: own } = asker.identity;
  if (own === null) return sql`false`;
  const inArea =
    own.institution === 'COURT' ? courtInArea(asker, sql`u.court_id`) : divisionInArea(asker, sql`u.division_code`);
  return sql`exists (select 1 from ${unit} u where u.id = ${unitId} and u.institution = ${own.institution}
    and (u.id = ${own.id}::uuid or ${inArea}))`;
}
