import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { rows, textArray, uuidArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import { firm } from './firm.table.js';

/** Firms named by id or credit code, and whether they stand on a day; for the registers of others. */
export function firmsNamed(
  handle: WriteHandle,
  named: { readonly ids: readonly string[]; readonly creditCodes: readonly string[]; readonly on: Day },
): Promise<{ id: string; creditCode: string; divisionCode: string; isStanding: boolean }[]> {
  return rows(
    handle,
    sql`select f.id, f.unified_social_credit_code as "creditCode", f.division_code as "divisionCode",
        ${named.on}::date >= f.opened_on and ${named.on}::date < coalesce(f.closed_on, 'infinity') as "isStanding"
      from ${firm} f where f.id = any(${uuidArray(named.ids)}) or f.unified_social_credit_code = any(${textArray(named.creditCodes)})`,
  );
}
