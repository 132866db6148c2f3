import { isNull } from 'drizzle-orm';
import { index, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { hubSchema } from '../../operation/receipt.table.js';
import { unit } from './unit.table.js';

const instant = () => timestamp({ withTimezone: true, mode: 'string' });

/** Accounts of persons that are disabled (停用账号), as an issuer names them. One open line of a unit at a time for an account. */
export const disabledAccount = hubSchema.table(
  'disabled_account',
  {
    id: uuid().primaryKey(),
    issuer: text().notNull(),
    subject: text().notNull(),
    /** The unit whose administrator did it; the account no longer acts for the units in its charge. */
    unitId: uuid()
      .notNull()
      .references(() => unit.id),
    reason: text().notNull(),
    disabledBy: text().notNull(),
    disabledAt: instant().notNull(),
    restoredBy: text(),
    restoredAt: instant(),
  },
  (t) => [uniqueIndex('disabled_account_open').on(t.issuer, t.subject, t.unitId).where(isNull(t.restoredAt))],
);

/** Administrators (管理员) by name: nobody is one by default, and one person holds one of the three offices only. */
export const administrator = hubSchema.table(
  'administrator',
  {
    id: uuid().primaryKey(),
    issuer: text().notNull(),
    subject: text().notNull(),
    role: text().notNull(),
    unitId: uuid()
      .notNull()
      .references(() => unit.id),
    appointedBy: text().notNull(),
    appointedAt: instant().notNull(),
    endedBy: text(),
    endedAt: instant(),
  },
  (t) => [
    uniqueIndex('administrator_open').on(t.issuer, t.subject).where(isNull(t.endedAt)),
    index('administrator_unit').on(t.unitId),
  ],
);
