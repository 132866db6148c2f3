import { sql } from 'drizzle-orm';
import { index, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { day, instant, justice, provenance } from './schema.table.js';

/** Lawyers (律师, row C01): what does not change by licence event. Status, firm and category are in `licence_period`. */
export const lawyer = justice.table(
  'lawyer',
  {
    id: uuid().primaryKey(),
    fullName: text().notNull(),
    formerNames: text().array().notNull().default(sql`'{}'`),
    /** Pinyin without tones, `zhangwei`; the order of lists and a way to search. */
    pinyin: text().notNull(),
    initials: text().notNull(),
    /** Keyed hash (HMAC-SM3) for matching, ciphertext (SM4) for re-keying; the number itself is nowhere. */
    citizenIdHash: text(),
    citizenIdSealed: text(),
    /** The number now in force; earlier ones in `certificate`. */
    certificateNo: text().notNull(),
    firstPractisedOn: day().notNull(),
    /** Division of the licensing bureau; counts while the lawyer has no firm. */
    divisionCode: text().notNull(),
    mobile: text(),
    email: text(),
    officeAddress: text(),
    homeAddress: text(),
    /** Day of each contact value, by field; a value of an earlier day does not replace it. */
    contactDays: jsonb().notNull().default({}),
    ...provenance,
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('lawyer_citizen_id').on(t.citizenIdHash),
    index('lawyer_name').on(sql`${t.fullName} collate "C"`),
    index('lawyer_pinyin').on(sql`${t.pinyin} collate "C"`, t.id),
    index('lawyer_initials').on(sql`${t.initials} collate "C"`),
    index('lawyer_former_names').using('gin', t.formerNames),
    index('lawyer_mobile').on(t.mobile),
  ],
);

/** Every practising-certificate number a lawyer has or had, also those of merged duplicates. */
export const certificate = justice.table(
  'certificate',
  {
    certificateNo: text().primaryKey(),
    lawyerId: uuid()
      .notNull()
      .references(() => lawyer.id),
    form: text().notNull(),
    /** First day of the number, null when the initial load did not know it. */
    validFrom: day(),
  },
  (t) => [index('certificate_lawyer').on(t.lawyerId)],
);
