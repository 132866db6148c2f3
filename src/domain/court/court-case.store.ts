import { sql } from 'drizzle-orm';
import { textArray, uuidArray } from '../../db/rows.js';
import { decodeCursor, type Page } from '../../kernel/page.js';
import { isUuid } from '../../kernel/uuid.js';
import { grouped, onPage, type Reading, type Shown } from '../../operation/reading.js';
import { courtCasePolicy, panelMemberPolicy } from './court-case.policy.js';
import { courtCase, panelMember } from './court-case.table.js';

type Wanted = Iterable<string>;

/** Order of the list of cases, named by its cursors. */
export const CASE_ORDER = 'court-cases';

/** Cases by id, within reach. One statement. */
export async function casesByIds(
  reading: Reading,
  ids: readonly string[],
  wanted: Wanted,
): Promise<Map<string, Shown>> {
  const found = await reading.records(
    courtCasePolicy,
    wanted,
    ({ select, rows }) =>
      sql`select ${select} from ${courtCase} where ${courtCase.id} = any(${uuidArray(ids.filter(isUuid))}) and ${rows}`,
  );
  return new Map(found.map((row) => [row.id, row]));
}

/** The case of a number, within reach. */
export async function caseByNumber(reading: Reading, caseNo: string, wanted: Wanted): Promise<Shown | null> {
  const seen = reading.grant.sight(courtCasePolicy, 'caseNo', ['caseNo']);
  const [found] = await reading.records(
    courtCasePolicy,
    wanted,
    ({ select, rows }) =>
      sql`select ${select} from ${courtCase} where ${courtCase.caseNo} = any(${textArray([caseNo])}) and ${seen} and ${rows}`,
  );
  return found ?? null;
}

/** One page of the cases within reach, those entered last first. */
export function listCases(reading: Reading, page: Page, wanted: Wanted): Promise<Shown[]> {
  const before =
    page.after === null ? sql`true` : sql`${courtCase.id} < ${decodeCursor(page.after, CASE_ORDER).id}::uuid`;
  return reading.records(
    courtCasePolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${courtCase} where ${rows} and ${before}
      order by ${courtCase.id} desc limit ${page.first + 1}`,
    onPage(page, false),
  );
}

/** How many cases are within reach. */
export function countCases(reading: Reading): Promise<number> {
  return reading.count(courtCasePolicy, (rows) => sql`select count(*) from ${courtCase} where ${rows}`);
}

/** Who sits or sat in several cases, within reach, in order of entry. */
export async function panelsOfCases(
  reading: Reading,
  caseIds: readonly string[],
  wanted: Wanted,
): Promise<Map<string, Shown[]>> {
  const found = await reading.records(
    panelMemberPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select}, ${panelMember.caseId} as "ofCase" from ${panelMember}
      where ${panelMember.caseId} = any(${uuidArray(caseIds)}) and ${rows} order by ${panelMember.id}`,
  );
  return grouped(found, 'ofCase');
}
