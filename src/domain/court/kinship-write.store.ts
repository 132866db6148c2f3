import { sql } from 'drizzle-orm';
import { rows, textArray, uuidArray } from '../../db/rows.js';
import type { Act } from '../../operation/act.js';
import { courtStaffPolicy } from './court-staff.policy.js';
import { courtStaff } from './court-staff.table.js';

/** A member of staff as far as his declarations need to know him; `isWritable` is the matrix's answer for this unit. */
export interface DeclaringStaff {
  readonly id: string;
  readonly citizenIdHash: string;
  readonly isWritable: boolean;
}

/** Staff by id, and by the hash of their citizen ID. */
export function declaringStaff(
  act: Act,
  ids: readonly string[],
  citizenIdHashes: readonly string[],
): Promise<DeclaringStaff[]> {
  return rows(
    act.handle,
    sql`select ${courtStaff.id}, ${courtStaff.citizenIdHash} as "citizenIdHash",
        coalesce(${act.grant.rowsOf(courtStaffPolicy, act.reach)}, false) as "isWritable"
      from ${courtStaff} where ${courtStaff.id} = any(${uuidArray(ids)})
        or ${courtStaff.citizenIdHash} = any(${textArray(citizenIdHashes)})`,
  );
}
