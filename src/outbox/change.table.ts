import { index, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const outboxSchema = pgSchema('outbox');

/** What became true (变更事件): one row per change, without values; a reader renders it under its own grant. */
export const change = outboxSchema.table(
  'change',
  {
    id: uuid().primaryKey(),
    at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    /** Name of the event, `licence-event.recorded`; printed in `schema/events.md`. */
    event: text().notNull(),
    type: text().notNull(),
    recordId: uuid().notNull(),
    /** Fields of the type that changed. */
    fields: text().array().notNull(),
    institution: text().notNull(),
    correlationId: text().notNull(),
  },
  (t) => [index('change_record').on(t.type, t.recordId)],
);
