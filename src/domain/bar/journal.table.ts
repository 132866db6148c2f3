import { sql } from 'drizzle-orm';
import { date, index, integer, pgSchema, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

export const barSchema = pgSchema('bar');
const instant = () => timestamp({ withTimezone: true, mode: 'string' });

/** Journals (刊物, row C13). The publisher is the institution that may publish its issues. */
export const journal = barSchema.table(
  'journal',
  {
    id: uuid().primaryKey(),
    title: text().notNull(),
    publisher: text().notNull(),
    issn: text(),
    language: text().notNull(),
  },
  (t) => [uniqueIndex('journal_title').on(t.title)],
);

/** Issues of a journal (期). */
export const journalIssue = barSchema.table(
  'journal_issue',
  {
    id: uuid().primaryKey(),
    journalId: uuid()
      .notNull()
      .references(() => journal.id),
    /** Copied from the journal: who may see drafts and withheld articles is decided without a join. */
    publisher: text().notNull(),
    year: integer().notNull(),
    number: integer().notNull(),
    publishedOn: date({ mode: 'string' }).notNull(),
    /** Readers by institution: PUBLIC, COURT, JUSTICE, BAR, MEMBERS. */
    audience: text().array().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('journal_issue_number').on(t.journalId, t.year, t.number),
    index('journal_issue_day').on(t.publishedOn, t.id),
  ],
);

/** Articles (文章), each with its own disclosure decision (依法依规不予公开或不宜交流的除外). */
export const journalArticle = barSchema.table(
  'journal_article',
  {
    id: uuid().primaryKey(),
    issueId: uuid()
      .notNull()
      .references(() => journalIssue.id),
    publisher: text().notNull(),
    position: integer().notNull(),
    title: text().notNull(),
    authors: text().array().notNull().default(sql`'{}'`),
    abstract: text(),
    body: text().notNull(),
    disclosure: text().notNull(),
    /** Readers a RESTRICTED article is limited to. */
    audience: text().array().notNull().default(sql`'{}'`),
    withheldBasis: text(),
  },
  (t) => [uniqueIndex('journal_article_position').on(t.issueId, t.position)],
);
