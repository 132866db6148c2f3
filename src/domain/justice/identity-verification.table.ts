import { index, text, uuid } from 'drizzle-orm/pg-core';
import { instant, justice } from './schema.table.js';

/** Identity verifications (律师身份核验, row N20): the result only; the facts shown by the person are not kept. */
export const identityVerification = justice.table(
  'identity_verification',
  {
    id: uuid().primaryKey(),
    unitCode: text().notNull(),
    courtId: uuid(),
    /** Set on a match only. */
    lawyerId: uuid(),
    result: text().notNull(),
    licenceStatus: text(),
    verifiedAt: instant().notNull(),
  },
  (t) => [index('identity_verification_unit').on(t.unitCode, t.id)],
);
