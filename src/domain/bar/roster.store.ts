import { type SQL, sql } from 'drizzle-orm';
import { rows as rowsOf, uuidArray } from '../../db/rows.js';
import { decodeCursor, type Page } from '../../kernel/page.js';
import { isUuid } from '../../kernel/uuid.js';
import { grouped, onGroupPage, onPage, type Reading, type Shown } from '../../operation/reading.js';
import { rosterPolicy } from './roster.policy.js';
import { mediatorRosterEntry as entry } from './roster.table.js';

type Wanted = Iterable<string>;

/** Order of the roster, and of the roster of one court, named by their cursors. */
export const ROSTER_ORDER = 'mediator-roster';
export const COURT_ROSTER_ORDER = 'court-mediators';

/** Roster entries by id, within reach. */
export async function rosterEntriesByIds(
  reading: Reading,
  ids: readonly string[],
  wanted: Wanted,
): Promise<Map<string, Shown>> {
  const found = await reading.records(
    rosterPolicy,
    wanted,
    ({ select, rows }) =>
      sql`select ${select} from ${entry} where ${entry.id} = any(${uuidArray(ids.filter(isUuid))}) and ${rows}`,
  );
  return new Map(found.map((row) => [row.id, row]));
}

/** One page of the roster in order of entry; of one court when asked. */
export function listRoster(reading: Reading, courtId: string | null, page: Page, wanted: Wanted): Promise<Shown[]> {
  const where = atCourt(reading, courtId);
  if (page.after !== null) where.push(sql`${entry.id} > ${decodeCursor(page.after, ROSTER_ORDER).id}::uuid`);
  return reading.records(
    rosterPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${entry}
      where ${sql.join([...where, rows], sql` and `)} order by ${entry.id} limit ${page.first + 1}`,
    onPage(page, false),
  );
}

/** How many entries the roster has within reach. */
export function countRoster(reading: Reading, courtId: string | null): Promise<number> {
  const where = atCourt(reading, courtId);
  return reading.count(
    rosterPolicy,
    (rows) => sql`select count(*) from ${entry} where ${sql.join([...where, rows], sql` and `)}`,
  );
}

function atCourt({ grant }: Reading, courtId: string | null): SQL[] {
  if (courtId === null) return [sql`true`];
  return [sql`(${grant.sight(rosterPolicy, 'court', ['court'])} and ${entry.courtId} = ${courtId}::uuid)`];
}

/** The entries of several lawyers within reach, oldest first. */
export async function entriesOfLawyers(
  reading: Reading,
  lawyerIds: readonly string[],
  wanted: Wanted,
): Promise<Map<string, Shown[]>> {
  const found = await reading.records(
    rosterPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select}, ${entry.lawyerId} as "ofLawyer" from ${entry}
      where ${entry.lawyerId} = any(${uuidArray(lawyerIds)}) and ${rows} order by ${entry.id}`,
  );
  return grouped(found, 'ofLawyer');
}

/** The rosters of several courts, each court's first page, in one statement. */
export async function entriesOfCourts(
  reading: Reading,
  courtIds: readonly string[],
  page: Page,
  wanted: Wanted,
): Promise<Map<string, Shown[]>> {
  const after = page.after === null ? null : decodeCursor(page.after, COURT_ROSTER_ORDER).id;
  const beyond = after === null ? sql`true` : sql`${entry.id} > ${after}::uuid`;
  const found = await reading.records(
    rosterPolicy,
    wanted,
    ({ select, rows }) => sql`select * from (
      select ${select}, ${entry.courtId} as "ofCourt",
        row_number() over (partition by ${entry.courtId} order by ${entry.id}) as "place"
      from ${entry} where ${entry.courtId} = any(${uuidArray(courtIds)}) and ${rows} and ${beyond}) numbered
      where "place" <= ${page.first + 1} order by "ofCourt", "place"`,
    onGroupPage(page, false),
  );
  return grouped(found, 'ofCourt');
}

/** How many entries each court has within reach; one without any is absent. */
export async function countEntriesOfCourts(
  reading: Reading,
  courtIds: readonly string[],
): Promise<Map<string, number>> {
  const counts = await rowsOf<{ court: string; count: string | number }>(
    reading.handle,
    sql`select ${entry.courtId} as court, count(*) from ${entry}
      where ${entry.courtId} = any(${uuidArray(courtIds)}) and ${reading.grant.rows(rosterPolicy)} group by 1`,
  );
  return new Map(counts.map(({ court, count }) => [court, Number(count)]));
}
