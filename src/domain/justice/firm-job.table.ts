import { index, text, uuid } from 'drizzle-orm/pg-core';
import { firm } from './firm.table.js';
import { day, instant, justice, provenance } from './schema.table.js';

/** A person named in a record of the department: known by keyed hash; the number itself is nowhere. */
export const namedPerson = () => ({
  personName: text().notNull(),
  citizenIdHash: text(),
  /** Null for a lawyer, whose number is sealed in his own record. */
  citizenIdSealed: text(),
  lawyerId: uuid(),
});

/** Jobs in law firms (律所从业, row C05): who works where in what role; lawyers and everybody else. */
export const firmJob = justice.table(
  'firm_job',
  {
    id: uuid().primaryKey(),
    ...namedPerson(),
    firmId: uuid()
      .notNull()
      .references(() => firm.id),
    role: text().notNull(),
    /** Division of the office he is registered at (legal-rules E13); null when it is the firm's own. */
    officeDivisionCode: text(),
    fromOn: day().notNull(),
    untilOn: day(),
    ...provenance,
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('firm_job_citizen').on(t.citizenIdHash),
    index('firm_job_lawyer').on(t.lawyerId, t.id),
    index('firm_job_firm').on(t.firmId, t.id),
  ],
);
