import { sql } from 'drizzle-orm';
import { date, index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { barSchema } from './journal.table.js';

/** The mediator roster (律师调解员名册, row N01): one entry per lawyer and court. */
export const mediatorRosterEntry = barSchema.table(
  'mediator_roster_entry',
  {
    id: uuid().primaryKey(),
    lawyerId: uuid().notNull(),
    courtId: uuid().notNull(),
    specialities: text().array().notNull().default(sql`'{}'`),
    state: text().notNull(),
    listedOn: date({ mode: 'string' }).notNull(),
    listedUntil: date({ mode: 'string' }),
    removedOn: date({ mode: 'string' }),
    removalReason: text(),
    updatedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  },
  (t) => [index('roster_court').on(t.courtId, t.id), index('roster_lawyer').on(t.lawyerId)],
);

/** The steps that adjusted roster entries (名册调整), each with its day and reason; the entry holds only where they led. */
export const mediatorRosterAdjustment = barSchema.table(
  'mediator_roster_adjustment',
  {
    id: uuid().primaryKey(),
    entryId: uuid()
      .notNull()
      .references(() => mediatorRosterEntry.id),
    step: text().notNull(),
    effectiveOn: date({ mode: 'string' }).notNull(),
    reason: text(),
    recordedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  },
  (t) => [index('roster_adjustment_entry').on(t.entryId, t.id)],
);
