import { sql } from 'drizzle-orm';
import { rows, textArray } from '../../db/rows.js';
import type { Act } from '../../operation/act.js';
import { courtService } from './court-service.table.js';
import { courtStaffPolicy, organInArea } from './court-staff.policy.js';
import { courtStaff } from './court-staff.table.js';
import { departure } from './departure.table.js';
import { type PersonnelRow, recordsOfStaff } from './personnel-write.store.js';
import { laterPublicPost, staffApproval, staffPledge } from './staff-file.table.js';

/** The files of a member of staff: what is on record of him, in column names; services and departures with `is_writable`. */
export interface StaffFiles {
  readonly services: readonly PersonnelRow[];
  readonly departures: readonly PersonnelRow[];
  readonly laterPosts: readonly PersonnelRow[];
  readonly approvals: readonly PersonnelRow[];
  readonly pledges: readonly PersonnelRow[];
}

export const noFiles: StaffFiles = { services: [], departures: [], laterPosts: [], approvals: [], pledges: [] };

/** The tables of the files. */
export const fileTables = {
  services: courtService,
  departures: departure,
  laterPosts: laterPublicPost,
  approvals: staffApproval,
  pledges: staffPledge,
} as const satisfies Record<keyof StaffFiles, unknown>;

/** A member of staff as the writer needs to know him; `isWritable` is the matrix's answer for this unit. */
export interface BookedStaff extends StaffFiles {
  readonly row: PersonnelRow;
  readonly isWritable: boolean;
}

/** Staff by the hash of their citizen ID, and by their accounts, with all that is on record of them. */
export async function bookedStaff(
  act: Act,
  hashes: readonly string[],
  accounts: readonly string[],
): Promise<BookedStaff[]> {
  const found = await rows<{ row: PersonnelRow; isWritable: boolean }>(
    act.handle,
    sql`select to_jsonb(court_staff) as row, coalesce(${act.grant.rowsOf(courtStaffPolicy, act.reach)}, false) as "isWritable"
      from ${courtStaff} where ${courtStaff.citizenIdHash} = any(${textArray(hashes)})
        or ${courtStaff.accountSubject} = any(${textArray(accounts)})`,
  );
  const ids = found.map(({ row }) => row.id);
  const inArea = sql`jsonb_build_object('is_writable', ${organInArea(act.grant.asker, sql`t.court_id`, sql`t.organ_division_code`)})`;
  const files: [string, Map<string, PersonnelRow[]>][] = [];
  for (const [name, table] of Object.entries(fileTables)) {
    const isPlaced = name === 'services' || name === 'departures';
    files.push([name, await recordsOfStaff(act.handle, table, ids, isPlaced ? inArea : undefined)]);
  }
  return found.map(({ row, isWritable }) => ({
    row,
    isWritable,
    ...(Object.fromEntries(files.map(([name, groups]) => [name, groups.get(row.id) ?? []])) as unknown as StaffFiles),
  }));
}
