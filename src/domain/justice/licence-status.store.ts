import { sql } from 'drizzle-orm';
import { rows, uuidArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import type { Reading } from '../../operation/reading.js';
import { licencePeriod } from './licence-event.table.js';

/** The licence status of lawyers as of a day; who had none yet is absent. The right to ask is the argument's matrix line. */
export async function statusesOn(reading: Reading, ids: readonly string[], on: Day): Promise<Map<string, string>> {
  const found = await rows<{ id: string; status: string }>(
    reading.handle,
    sql`select ${licencePeriod.lawyerId} as id, ${licencePeriod.status} as status from ${licencePeriod}
      where ${licencePeriod.lawyerId} = any(${uuidArray(ids)})
        and ${on}::date between ${licencePeriod.fromOn} and ${licencePeriod.untilOn}`,
  );
  return new Map(found.map(({ id, status }) => [id, status]));
}
