import { type SQL, sql } from 'drizzle-orm';
import { rows as rowsOf, uuidArray } from '../../db/rows.js';
import { startsWith } from '../../db/starts-with.js';
import { divisionPrefix } from '../../kernel/division.js';
import { decodeCursor, type Page } from '../../kernel/page.js';
import { grouped, onGroupPage, onPage, type Reading, type Shown } from '../../operation/reading.js';
import { firmPolicy } from './firm.policy.js';
import { firm } from './firm.table.js';
import { lawyerPolicy, lawyersOn } from './lawyer.policy.js';
import { lawyer } from './lawyer.table.js';
import { licencePeriod } from './licence-event.table.js';

/** Law firms by id, one statement. */
export async function firmsByIds(
  reading: Reading,
  ids: readonly string[],
  wanted: Iterable<string>,
): Promise<Map<string, Shown>> {
  const found = await reading.records(
    firmPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${firm} where ${firm.id} = any(${uuidArray(ids)}) and ${rows}`,
  );
  return new Map(found.map((row) => [row.id, row]));
}

/** The law firm with a credit code, within reach. */
export async function firmByCreditCode(
  reading: Reading,
  code: string,
  wanted: Iterable<string>,
): Promise<Shown | null> {
  const [found] = await reading.records(
    firmPolicy,
    wanted,
    ({ select, rows }) =>
      sql`select ${select} from ${firm} where ${firm.unifiedSocialCreditCode} = ${code} and ${rows}`,
  );
  return found ?? null;
}

/** What a search for firms asks for. */
export interface FirmSearch {
  readonly namePrefix?: string | null;
  readonly divisionCode?: string | null;
}

/** One page of firms by name. */
export function searchFirms(
  reading: Reading,
  search: FirmSearch,
  page: Page,
  wanted: Iterable<string>,
): Promise<Shown[]> {
  const where = conditions(reading, search);
  if (page.after !== null) {
    const after = decodeCursor(page.after, 'firms');
    where.push(sql`(${firm.name} collate "C", ${firm.id}) > (${after.key}, ${after.id}::uuid)`);
  }
  return reading.records(
    firmPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select}, ${firm.name} as "sortKey" from ${firm}
      where ${sql.join([...where, rows], sql` and `)} order by ${firm.name} collate "C", ${firm.id} limit ${page.first + 1}`,
    onPage(page),
  );
}

/** How many firms a search finds within reach. */
export function countFirms(reading: Reading, search: FirmSearch): Promise<number> {
  const where = conditions(reading, search);
  return reading.count(
    firmPolicy,
    (rows) => sql`select count(*) from ${firm} where ${sql.join([...where, rows], sql` and `)}`,
  );
}

function conditions({ grant }: Reading, search: FirmSearch): SQL[] {
  const where: SQL[] = [];
  if (search.namePrefix != null)
    where.push(sql`(${grant.sight(firmPolicy, 'name', ['filter', 'namePrefix'])}
      and ${startsWith(firm.name, search.namePrefix)})`);
  if (search.divisionCode != null)
    where.push(sql`(${grant.sight(firmPolicy, 'divisionCode', ['filter', 'divisionCode'])}
      and ${startsWith(firm.divisionCode, divisionPrefix(search.divisionCode))})`);
  return where;
}

/** The lawyers of several firms today, each firm's first page, in one statement. */
export async function lawyersOfFirms(
  reading: Reading,
  firmIds: readonly string[],
  page: Page,
  wanted: Iterable<string>,
): Promise<Map<string, Shown[]>> {
  const after = page.after === null ? null : decodeCursor(page.after, 'firm-lawyers');
  const beyond = after
    ? sql`and (${lawyer.pinyin} collate "C", ${lawyer.id}) > (${after.key}, ${after.id}::uuid)`
    : sql``;
  const found = await reading.records(
    lawyerPolicy,
    wanted,
    ({ select, rows }) => sql`select * from (
      select ${select}, ${licencePeriod.firmId} as "ofFirm", ${lawyer.pinyin} as "sortKey", row_number() over (
        partition by ${licencePeriod.firmId} order by ${lawyer.pinyin} collate "C", ${lawyer.id}) as "place"
      from ${lawyersOn(reading.grant.asker.today)}
      where ${licencePeriod.firmId} = any(${uuidArray(firmIds)}) and ${rows} ${beyond}) numbered
      where "place" <= ${page.first + 1} order by "ofFirm", "place"`,
    onGroupPage(page),
  );
  return grouped(found, 'ofFirm');
}

/** How many lawyers each firm has within reach. */
export async function countLawyersOfFirms(reading: Reading, firmIds: readonly string[]): Promise<Map<string, number>> {
  const counts = await rowsOf<{ firm: string; count: string }>(
    reading.handle,
    sql`select ${licencePeriod.firmId} as firm, count(*) from ${lawyersOn(reading.grant.asker.today)}
      where ${licencePeriod.firmId} = any(${uuidArray(firmIds)}) and ${reading.grant.rows(lawyerPolicy)} group by 1`,
  );
  return new Map(counts.map(({ firm: id, count }) => [id, Number(count)]));
}
