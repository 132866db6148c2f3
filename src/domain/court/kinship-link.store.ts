import { sql } from 'drizzle-orm';
import { rows, uuidArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import type { Reading } from '../../operation/reading.js';
import { kinshipDeclaration as kinship } from './kinship.table.js';

/** Of these lawyers those whom a declaration that stands on a day names. The right to ask is the field's matrix line. */
export async function declaredRelatives(reading: Reading, lawyerIds: readonly string[], on: Day): Promise<Set<string>> {
  const found = await rows<{ id: string }>(
    reading.handle,
    sql`select distinct k.relative_lawyer_id as id from ${kinship} k where k.relative_lawyer_id = any(${uuidArray(lawyerIds)})
      and ${on}::date between coalesce(k.from_on, '-infinity') and coalesce(k.until_on, 'infinity')
      and not exists (select 1 from ${kinship} c where c.supersedes = k.id)`,
  );
  return new Set(found.map(({ id }) => id));
}
