import { index, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { courtSchema, instant } from './court.table.js';

/** Court staff, serving and former (法院工作人员, row C05): one record a person, whatever courts he served in. */
export const courtStaff = courtSchema.table(
  'court_staff',
  {
    id: uuid().primaryKey(),
    fullName: text().notNull(),
    /** Keyed hash (HMAC-SM3) for matching, ciphertext (SM4) for re-keying; the number itself is nowhere. */
    citizenIdHash: text().notNull(),
    citizenIdSealed: text().notNull(),
    personnelFileNo: text(),
    /** The account by which he uses the hub, where he does. */
    accountIssuer: text(),
    accountSubject: text(),
    /** The lawyer with the same citizen ID; `joint` keeps it. */
    lawyerId: uuid(),
    source: text().notNull(),
    asOf: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('court_staff_citizen_id').on(t.citizenIdHash),
    uniqueIndex('court_staff_account').on(t.accountIssuer, t.accountSubject),
    uniqueIndex('court_staff_lawyer').on(t.lawyerId),
    index('court_staff_name').on(t.fullName),
    index('court_staff_as_of').on(t.asOf),
  ],
);

/** Where a record of service or leaving belongs: a court, or an organ the law mirrors, by name and division. */
export const atOrgan = () => ({
  organKind: text().notNull(),
  courtId: uuid(),
  organName: text(),
  organDivisionCode: text(),
});

/** Whose record it is. */
export const ofStaff = () => ({
  staffId: uuid()
    .notNull()
    .references(() => courtStaff.id),
});
