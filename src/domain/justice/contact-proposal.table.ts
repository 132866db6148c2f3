import { index, text, uuid } from 'drizzle-orm/pg-core';
import { lawyer } from './lawyer.table.js';
import { day, instant, justice } from './schema.table.js';

/** A contact value from somebody who does not own the field, until the owner accepts or declines it (source 000 art. 9). */
export const contactProposal = justice.table(
  'contact_proposal',
  {
    id: uuid().primaryKey(),
    lawyerId: uuid()
      .notNull()
      .references(() => lawyer.id),
    field: text().notNull(),
    value: text(),
    ownedBy: text().notNull(),
    proposedBy: text().notNull(),
    proposedUnit: text(),
    source: text().notNull(),
    asOf: day().notNull(),
    proposedAt: instant().notNull(),
    state: text().notNull(),
    decidedAt: instant(),
    decidedUnit: text(),
    decisionReason: text(),
  },
  (t) => [index('contact_proposal_lawyer').on(t.lawyerId)],
);
