import { sql } from 'drizzle-orm';
import { boolean, index, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { day, instant, justice, provenance } from './schema.table.js';

/** Law firms (律师事务所, row C03). */
export const firm = justice.table(
  'firm',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    unifiedSocialCreditCode: text().notNull(),
    /** The code's check character failed on the initial load; the code is kept and marked. */
    creditCodeFails: boolean().notNull().default(false),
    practiceLicenceNo: text(),
    divisionCode: text().notNull(),
    address: text(),
    personInCharge: text(),
    personInChargeMobile: text(),
    openedOn: day().notNull(),
    closedOn: day(),
    ...provenance,
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('firm_credit_code').on(t.unifiedSocialCreditCode),
    index('firm_division').on(sql`${t.divisionCode} collate "C"`),
    index('firm_name').on(sql`${t.name} collate "C"`, t.id),
  ],
);
