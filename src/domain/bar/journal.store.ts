import { type SQL, sql } from 'drizzle-orm';
import { rows as rowsOf, uuidArray } from '../../db/rows.js';
import { isDay } from '../../kernel/day.js';
import { decodeCursor, type Page } from '../../kernel/page.js';
import { Refusal } from '../../kernel/refusal.js';
import { isUuid } from '../../kernel/uuid.js';
import { grouped, onPage, type Reading, type Shown } from '../../operation/reading.js';
import type { RecordPolicy } from '../../policy/record-policy.js';
import { journalArticlePolicy, journalIssuePolicy, journalPolicy } from './journal.policy.js';
import { journal, journalArticle, journalIssue } from './journal.table.js';

type ById = Promise<Map<string, Shown>>;
type Wanted = Iterable<string>;

/** Order of the list of issues, named by its cursors. */
export const ISSUE_ORDER = 'journal-issues';

/** All journals, by title. */
export function listJournals(reading: Reading, wanted: Wanted): Promise<Shown[]> {
  return reading.records(
    journalPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${journal} where ${rows} order by ${journal.title} collate "C"`,
  );
}

/** Journals by id, one statement. */
export const journalsByIds = (reading: Reading, ids: readonly string[], wanted: Wanted): ById =>
  byId(reading, journalPolicy, journal, ids, wanted);

/** Issues by id, within reach. */
export const issuesByIds = (reading: Reading, ids: readonly string[], wanted: Wanted): ById =>
  byId(reading, journalIssuePolicy, journalIssue, ids, wanted);

/** Articles by id, within reach: one withheld does not exist for its readers. */
export const articlesByIds = (reading: Reading, ids: readonly string[], wanted: Wanted): ById =>
  byId(reading, journalArticlePolicy, journalArticle, ids, wanted);

async function byId(
  reading: Reading,
  policy: RecordPolicy,
  table: typeof journal | typeof journalIssue | typeof journalArticle,
  ids: readonly string[],
  wanted: Wanted,
): ById {
  const found = await reading.records(
    policy,
    wanted,
    ({ select, rows }) =>
      sql`select ${select} from ${table} where ${policy.key} = any(${uuidArray(ids.filter(isUuid))}) and ${rows}`,
  );
  return new Map(found.map((row) => [row.id, row]));
}

/** What a list of issues asks for; every part narrows. */
export interface IssueSearch {
  /** Title of the journal. */
  readonly journal?: string | null;
  readonly year?: number | null;
}

/** One page of issues, latest first. */
export function listIssues(reading: Reading, search: IssueSearch, page: Page, wanted: Wanted): Promise<Shown[]> {
  reading.grant.fullSight(journalIssuePolicy, 'publishedOn', []);
  const where = conditions(reading, search);
  if (page.after !== null) {
    const { key, id } = decodeCursor(page.after, ISSUE_ORDER);
    if (key === null || !isDay(key)) throw new Refusal('CURSOR_INVALID', ['after']);
    where.push(sql`(${journalIssue.publishedOn}, ${journalIssue.id}) < (${key}::date, ${id}::uuid)`);
  }
  return reading.records(
    journalIssuePolicy,
    wanted,
    ({ select, rows }) => sql`select ${select}, ${journalIssue.publishedOn}::text as "sortKey" from ${journalIssue}
      where ${sql.join([...where, rows], sql` and `)}
      order by ${journalIssue.publishedOn} desc, ${journalIssue.id} desc limit ${page.first + 1}`,
    onPage(page),
  );
}

/** How many issues a list holds within reach. */
export function countIssues(reading: Reading, search: IssueSearch): Promise<number> {
  const where = conditions(reading, search);
  return reading.count(
    journalIssuePolicy,
    (rows) => sql`select count(*) from ${journalIssue} where ${sql.join([...where, rows], sql` and `)}`,
  );
}

function conditions({ grant }: Reading, { journal: title, year }: IssueSearch): SQL[] {
  const where = [sql`true`];
  if (title != null)
    where.push(sql`(${grant.sight(journalIssuePolicy, 'journal', ['journal'])} and ${journalIssue.journalId} in (
      select titled.id from ${journal} titled where titled.title = ${title}))`);
  if (year != null)
    where.push(sql`(${grant.sight(journalIssuePolicy, 'year', ['year'])} and ${journalIssue.year} = ${year})`);
  return where;
}

/** The articles of several issues within reach, each issue's in its order. */
export async function articlesOfIssues(
  reading: Reading,
  issueIds: readonly string[],
  wanted: Wanted,
): Promise<Map<string, Shown[]>> {
  const found = await reading.records(
    journalArticlePolicy,
    wanted,
    ({ select, rows }) => sql`select ${select}, ${journalArticle.issueId} as "ofIssue" from ${journalArticle}
      where ${journalArticle.issueId} = any(${uuidArray(issueIds)}) and ${rows} order by ${journalArticle.position}`,
  );
  return grouped(found, 'ofIssue');
}

/** How many articles each issue has within reach; one without any is absent. */
export async function articleCounts(reading: Reading, issueIds: readonly string[]): Promise<Map<string, number>> {
  const counts = await rowsOf<{ issue: string; count: string | number }>(
    reading.handle,
    sql`select ${journalArticle.issueId} as issue, count(*) from ${journalArticle}
      where ${journalArticle.issueId} = any(${uuidArray(issueIds)}) and ${reading.grant.rows(journalArticlePolicy)} group by 1`,
  );
  return new Map(counts.map(({ issue, count }) => [issue, Number(count)]));
}
