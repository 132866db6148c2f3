import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { recordset, rows, textArray } from '../../db/rows.js';
import { journal, journalArticle, journalIssue } from './journal.table.js';
import type { Publisher } from './journal.terms.js';
import type { CheckedArticle, CheckedIssue } from './journal-publishing.rule.js';

/** A journal as the writer needs to know it. */
export interface BookedJournal {
  readonly id: string;
  readonly publisher: Publisher;
}

/** The journal of a title; null when there is none. */
export async function bookedJournal(handle: WriteHandle, title: string): Promise<BookedJournal | null> {
  const [found] = await rows<BookedJournal>(
    handle,
    sql`select ${journal.id}, ${journal.publisher} from ${journal} where ${journal.title} = ${title}`,
  );
  return found ?? null;
}

/** Enters an issue; false when the journal already has that number of that year. */
export async function insertIssue(
  handle: WriteHandle,
  id: string,
  { id: journalId, publisher }: BookedJournal,
  issue: CheckedIssue,
  at: Date,
): Promise<boolean> {
  const entered = await rows(
    handle,
    sql`insert into ${journalIssue} (id, journal_id, publisher, year, number, published_on, audience, recorded_at)
      values (${id}::uuid, ${journalId}::uuid, ${publisher}, ${issue.year}, ${issue.number}, ${issue.publishedOn}::date,
        ${textArray(issue.audience)}, ${at.toISOString()}::timestamptz)
      on conflict (journal_id, year, number) do nothing returning id`,
  );
  return entered.length === 1;
}

/** An article to be entered, with its id. */
export type ArticleRow = CheckedArticle & { readonly id: string };

/** Enters the articles of an issue in their order, one statement. */
export async function insertArticles(
  handle: WriteHandle,
  issueId: string,
  publisher: Publisher,
  articles: readonly ArticleRow[],
): Promise<void> {
  const entered = articles.map(({ withheldBasis, ...article }, index) => ({
    ...article,
    position: index + 1,
    withheld_basis: withheldBasis,
  }));
  await rows(
    handle,
    sql`insert into ${journalArticle}
        (issue_id, publisher, id, position, title, authors, abstract, body, disclosure, audience, withheld_basis)
      select ${issueId}::uuid, ${publisher}, r.* from ${recordset(
        entered,
        'r',
        'id uuid, position int, title text, authors text[], abstract text, body text, disclosure text, audience text[], withheld_basis text',
      )}`,
  );
}
