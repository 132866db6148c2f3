import { type SQL, sql } from 'drizzle-orm';
import { textArray, uuidArray } from '../../db/rows.js';
import { startsWith } from '../../db/starts-with.js';
import { decodeCursor, type Page } from '../../kernel/page.js';
import { isUuid } from '../../kernel/uuid.js';
import { onPage, type Reading, type Shown } from '../../operation/reading.js';
import { courtPolicy, standsOn } from './court.policy.js';
import { court } from './court.table.js';
import type { CourtLevel } from './court.terms.js';

/** Order of the list of courts, named by its cursors. */
export const COURT_ORDER = 'courts';

/** Courts by id, those dissolved too: older records name them. One statement. */
export async function courtsByIds(
  reading: Reading,
  ids: readonly string[],
  wanted: Iterable<string>,
): Promise<Map<string, Shown>> {
  const found = await readCourts(reading, wanted, sql`${court.id} = any(${uuidArray(ids.filter(isUuid))})`);
  return new Map(found.map((row) => [row.id, row]));
}

/** Courts by their own code, one statement. */
export async function courtsByCode(
  reading: Reading,
  codes: readonly string[],
  wanted: Iterable<string>,
): Promise<Map<string, Shown>> {
  const found = await readCourts(
    reading,
    wanted,
    sql`${court.code} = any(${textArray(codes)})`,
    sql`, ${court.code} as "askedCode"`,
  );
  return new Map(found.map((row) => [(row as Shown & { askedCode: string }).askedCode, row]));
}

function readCourts(reading: Reading, wanted: Iterable<string>, where: SQL, more: SQL = sql``): Promise<Shown[]> {
  return reading.records(
    courtPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select}${more} from ${court} where ${where} and ${rows}`,
  );
}

/** What a list of courts asks for; every part narrows. */
export interface CourtSearch {
  readonly namePrefix?: string | null;
  readonly level?: CourtLevel | null;
}

/** One page of the courts that stand today, by code, in one statement. */
export function listCourts(
  reading: Reading,
  search: CourtSearch,
  page: Page,
  wanted: Iterable<string>,
): Promise<Shown[]> {
  reading.grant.fullSight(courtPolicy, 'code', []);
  const where = conditions(reading, search);
  if (page.after !== null) {
    const after = decodeCursor(page.after, COURT_ORDER);
    where.push(sql`(${court.code} collate "C", ${court.id}) > (${after.key}, ${after.id}::uuid)`);
  }
  return reading.records(
    courtPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select}, ${court.code} as "sortKey" from ${court}
      where ${sql.join([...where, rows], sql` and `)} order by ${court.code} collate "C", ${court.id} limit ${page.first + 1}`,
    onPage(page),
  );
}

/** How many courts a list holds. */
export function countCourts(reading: Reading, search: CourtSearch): Promise<number> {
  const where = conditions(reading, search);
  return reading.count(
    courtPolicy,
    (rows) => sql`select count(*) from ${court} where ${sql.join([...where, rows], sql` and `)}`,
  );
}

function conditions({ grant }: Reading, { namePrefix, level }: CourtSearch): SQL[] {
  const where = [standsOn(grant.asker.today)];
  if (namePrefix != null)
    where.push(sql`(${grant.sight(courtPolicy, 'name', ['filter', 'namePrefix'])}
      and ${startsWith(court.name, namePrefix)})`);
  if (level != null)
    where.push(sql`(${grant.sight(courtPolicy, 'level', ['filter', 'level'])} and ${court.level} = ${level})`);
  return where;
}
