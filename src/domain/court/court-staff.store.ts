import { type SQL, sql } from 'drizzle-orm';
import { uuidArray } from '../../db/rows.js';
import { decodeCursor, type Page } from '../../kernel/page.js';
import { isUuid } from '../../kernel/uuid.js';
import { onPage, type Reading, type Shown } from '../../operation/reading.js';
import { courtServicePolicy } from './court-service.policy.js';
import { courtService } from './court-service.table.js';
import { courtStaffPolicy } from './court-staff.policy.js';
import { courtStaff } from './court-staff.table.js';
import type { StaffStanding } from './staff.terms.js';

type Wanted = Iterable<string>;

/** Order of the list of court staff, named by its cursors. */
export const STAFF_ORDER = 'court-staff';

/** Court staff by id, within reach. */
export async function courtStaffByIds(
  reading: Reading,
  ids: readonly string[],
  wanted: Wanted,
): Promise<Map<string, Shown>> {
  const found = await readStaff(reading, wanted, sql`${courtStaff.id} = any(${uuidArray(ids.filter(isUuid))})`);
  return new Map(found.map((row) => [row.id, row]));
}

/** The records of lawyers who serve or served in a court, by the lawyer. */
export async function courtStaffOfLawyers(
  reading: Reading,
  lawyerIds: readonly string[],
  wanted: Wanted,
): Promise<Map<string, Shown>> {
  const found = await readStaff(
    reading,
    wanted,
    sql`${courtStaff.lawyerId} = any(${uuidArray(lawyerIds.filter(isUuid))})`,
    sql`, ${courtStaff.lawyerId} as "ofLawyer"`,
  );
  return new Map(found.map((row) => [row.ofLawyer as string, row]));
}

function readStaff(reading: Reading, wanted: Wanted, where: SQL, more: SQL = sql``): Promise<Shown[]> {
  return reading.records(
    courtStaffPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select}${more} from ${courtStaff} where ${where} and ${rows}`,
  );
}

/** What a list of court staff asks for; every part narrows. */
export interface StaffSearch {
  readonly courtId: string | null;
  readonly standing: StaffStanding | null;
  readonly namePrefix: string | null;
}

/** One page of court staff within reach, in order of entry. */
export function listStaff(reading: Reading, search: StaffSearch, page: Page, wanted: Wanted): Promise<Shown[]> {
  const where = conditions(reading, search);
  if (page.after !== null) where.push(sql`${courtStaff.id} > ${decodeCursor(page.after, STAFF_ORDER).id}::uuid`);
  return reading.records(
    courtStaffPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${courtStaff}
      where ${sql.join([...where, rows], sql` and `)} order by ${courtStaff.id} limit ${page.first + 1}`,
    onPage(page, false),
  );
}

/** How many court staff a list holds. */
export function countStaff(reading: Reading, search: StaffSearch): Promise<number> {
  const where = conditions(reading, search);
  return reading.count(
    courtStaffPolicy,
    (rows) => sql`select count(*) from ${courtStaff} where ${sql.join([...where, rows], sql` and `)}`,
  );
}

function conditions({ grant }: Reading, { courtId, standing, namePrefix }: StaffSearch): SQL[] {
  const where = [sql`true`];
  if (courtId !== null)
    where.push(sql`exists (select 1 from ${courtService} where ${courtService.staffId} = ${courtStaff.id}
      and ${courtService.courtId} = ${courtId}::uuid and ${grant.sight(courtServicePolicy, 'court', ['filter', 'court'])})`);
  if (standing !== null)
    where.push(sql`(${grant.sight(courtStaffPolicy, 'standing', ['filter', 'standing'])}
      and ${grant.expression(courtStaffPolicy, 'standing')} = ${standing})`);
  if (namePrefix !== null)
    where.push(sql`(${grant.sight(courtStaffPolicy, 'fullName', ['filter', 'namePrefix'])}
      and starts_with(${courtStaff.fullName}, ${namePrefix}))`);
  return where;
}
