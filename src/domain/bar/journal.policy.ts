import { type SQL, sql } from 'drizzle-orm';
import { textArray } from '../../db/rows.js';
import type { Asker, Expression, RecordPolicy } from '../../policy/record-policy.js';
import { journal, journalArticle, journalIssue } from './journal.table.js';
import { editedPublisher, readerOf } from './journal-reader.js';

/** What the matrix words mean for a journal; every asker reaches all of them. */
export const journalPolicy: RecordPolicy<'title' | 'publisher' | 'issn' | 'language'> = {
  type: 'Journal',
  key: journal.id,
  fields: { title: journal.title, publisher: journal.publisher, issn: journal.issn, language: journal.language },
};

/** Of the journals of the editor's own institution: whatever its state. */
const edited = ({ identity }: Asker, publisher: Expression): SQL => {
  const own = editedPublisher(identity);
  return own === null ? sql`false` : sql`${publisher} = ${own}`;
};

/** The issue is out, and for this reader or for everybody. */
const addressed = ({ identity, today }: Asker, publishedOn: Expression, audience: Expression): SQL =>
  sql`(${publishedOn} <= ${today}::date and ${audience} && ${textArray([...new Set([readerOf(identity), 'PUBLIC'])])})`;

const issueAudience = (asker: Asker): SQL => addressed(asker, journalIssue.publishedOn, journalIssue.audience);

/** What the matrix words mean for an issue. */
export const journalIssuePolicy: RecordPolicy<'journal' | 'year' | 'number' | 'publishedOn' | 'audience'> = {
  type: 'JournalIssue',
  key: journalIssue.id,
  fields: {
    journal: journalIssue.journalId,
    year: journalIssue.year,
    number: journalIssue.number,
    publishedOn: journalIssue.publishedOn,
    audience: journalIssue.audience,
  },
  reaches: {
    audience: issueAudience,
    own: (asker) => sql`(${edited(asker, journalIssue.publisher)} or ${issueAudience(asker)})`,
  },
  related: (asker) => edited(asker, journalIssue.publisher),
};

/** The reader opens the issue, and the article is disclosed to him. WITHHELD is disclosed to nobody. */
function articleAudience(asker: Asker): SQL {
  const reader = readerOf(asker.identity);
  const disclosed = [sql`${journalArticle.disclosure} = 'PUBLIC'`];
  if (reader !== 'PUBLIC') {
    disclosed.push(sql`${journalArticle.disclosure} = 'SHARED'`);
    disclosed.push(sql`(${journalArticle.disclosure} = 'RESTRICTED' and ${reader} = any(${journalArticle.audience}))`);
  }
  return sql`((${sql.join(disclosed, sql` or `)}) and exists (select 1 from ${journalIssue} reached
    where reached.id = ${journalArticle.issueId} and ${addressed(asker, sql`reached.published_on`, sql`reached.audience`)}))`;
}

/** What the matrix words mean for an article. */
export const journalArticlePolicy: RecordPolicy<
  'issue' | 'title' | 'authors' | 'abstract' | 'body' | 'disclosure' | 'audience' | 'withheldBasis'
> = {
  type: 'JournalArticle',
  key: journalArticle.id,
  fields: {
    issue: journalArticle.issueId,
    title: journalArticle.title,
    authors: journalArticle.authors,
    abstract: journalArticle.abstract,
    body: journalArticle.body,
    disclosure: journalArticle.disclosure,
    audience: journalArticle.audience,
    withheldBasis: journalArticle.withheldBasis,
  },
  reaches: {
    audience: articleAudience,
    own: (asker) => sql`(${edited(asker, journalArticle.publisher)} or ${articleAudience(asker)})`,
  },
  related: (asker) => edited(asker, journalArticle.publisher),
};
