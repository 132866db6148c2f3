import { date, pgSchema, text, timestamp } from 'drizzle-orm/pg-core';

export const justice = pgSchema('justice');

/** Where a pushed value came from, how old it is, and the source's own status code beside our enum. */
export const provenance = {
  source: text().notNull(),
  asOf: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  sourceStatusCode: text(),
  sourceStatusText: text(),
};

/** A calendar day in Asia/Shanghai. */
export const day = () => date({ mode: 'string' });
/** An instant. */
export const instant = () => timestamp({ withTimezone: true, mode: 'string' });
