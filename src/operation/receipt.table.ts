import { pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const hubSchema = pgSchema('hub');

/** Which client key stands for which record: a batch sent again finds its receipts and writes nothing twice. */
export const receipt = hubSchema.table(
  'receipt',
  {
    unit: text().notNull(),
    operation: text().notNull(),
    key: text().notNull(),
    /** Keyed hash of the item's content; the content itself may be personal. */
    contentHash: text().notNull(),
    recordId: uuid().notNull(),
    at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.unit, t.operation, t.key] })],
);
