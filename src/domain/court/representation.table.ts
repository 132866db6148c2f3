import { isNull } from 'drizzle-orm';
import { boolean, date, index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { court, courtSchema } from './court.table.js';
import { courtCase } from './court-case.table.js';

/**
 * Representations (代理、辩护关系, row N23): who acts in a case, on which side and in what capacity. The party is not named.
 * Somebody without a licence is named, and known by the keyed hash of his citizen ID; the number itself is nowhere.
 */
export const representation = courtSchema.table(
  'representation',
  {
    id: uuid().primaryKey(),
    caseId: uuid()
      .notNull()
      .references(() => courtCase.id),
    /** The court of the case, which its number fixes. */
    courtId: uuid()
      .notNull()
      .references(() => court.id),
    lawyerId: uuid(),
    /** The firm of the lawyer on the first day. */
    firmId: uuid(),
    agentName: text(),
    citizenIdHash: text(),
    citizenIdSealed: text(),
    side: text().notNull(),
    capacity: text().notNull(),
    category: text().notNull(),
    relation: text(),
    isRelationProved: boolean(),
    isChosenByParty: boolean(),
    /** He declared, or the court found, an interest in the result (刑诉解释 art. 40). */
    isInterested: boolean(),
    /** The party is his employer; for government and in-house lawyers. */
    isPartyEmployer: boolean(),
    fromOn: date({ mode: 'string' }).notNull(),
    /** Last day, inclusive; null while it runs. */
    untilOn: date({ mode: 'string' }),
    endReason: text(),
    recordedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  },
  (t) => [
    index('representation_case').on(t.caseId, t.id),
    index('representation_court').on(t.courtId, t.id),
    index('representation_lawyer').on(t.lawyerId, t.id),
    index('representation_firm').on(t.firmId, t.id),
    index('representation_citizen').on(t.citizenIdHash),
    index('representation_open').on(t.courtId, t.lawyerId).where(isNull(t.untilOn)),
  ],
);
