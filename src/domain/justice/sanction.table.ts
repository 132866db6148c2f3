import { sql } from 'drizzle-orm';
import { check, index, numeric, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { firm } from './firm.table.js';
import { lawyer } from './lawyer.table.js';
import { day, instant, justice, provenance } from './schema.table.js';

/** Administrative penalties (行政处罚) and industry discipline (行业处分), row N14; of a lawyer or of a firm. */
export const sanction = justice.table(
  'sanction',
  {
    id: uuid().primaryKey(),
    lawyerId: uuid().references(() => lawyer.id),
    firmId: uuid().references(() => firm.id),
    kind: text().notNull(),
    authority: text().notNull(),
    authorityLevel: text().notNull(),
    decisionNo: text().notNull(),
    legalBasis: text().notNull(),
    /** Yuan, of a fine. */
    fineYuan: numeric({ precision: 12, scale: 2 }),
    decidedOn: day().notNull(),
    effectiveOn: day().notNull(),
    endsOn: day(),
    publicFrom: day(),
    publicUntil: day(),
    annulledOn: day(),
    annulmentNo: text(),
    /** The body that annulled, and its level. */
    annulledBy: text(),
    annulledByLevel: text(),
    summary: text().notNull(),
    decisionText: text(),
    ...provenance,
    recordedAt: instant().notNull(),
  },
  (t) => [
    // one decision may reach several subjects, and both suspend and fine one (律师法 art. 49)
    uniqueIndex('sanction_decision').on(t.decisionNo, t.kind, sql`coalesce(lawyer_id, firm_id)`),
    // in the order in which they are shown, so that a lawyer's are not sorted
    index('sanction_lawyer').on(t.lawyerId, t.decidedOn.desc().nullsFirst(), t.id),
    index('sanction_firm').on(t.firmId),
    check('sanction_subject', sql`(lawyer_id is null) <> (firm_id is null)`),
  ],
);
