import type { RecordPolicy } from '../../policy/record-policy.js';
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
