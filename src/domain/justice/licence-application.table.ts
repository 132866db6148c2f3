import { index, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { firm } from './firm.table.js';
import { namedPerson } from './firm-job.table.js';
import { day, instant, justice, provenance } from './schema.table.js';

/** Applications for a certificate or a change of firm (执业申请, row C07): who, for what, in which firm. No paper of them. */
export const licenceApplication = justice.table(
  'licence_application',
  {
    id: uuid().primaryKey(),
    applicationNo: text().notNull(),
    ...namedPerson(),
    kind: text().notNull(),
    firmId: uuid()
      .notNull()
      .references(() => firm.id),
    role: text().notNull(),
    officeDivisionCode: text(),
    filedOn: day().notNull(),
    state: text().notNull(),
    decidedOn: day(),
    ...provenance,
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('licence_application_no').on(t.applicationNo, t.firmId),
    index('licence_application_citizen').on(t.citizenIdHash),
    index('licence_application_lawyer').on(t.lawyerId, t.id),
    index('licence_application_firm').on(t.firmId, t.id),
  ],
);
