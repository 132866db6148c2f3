import { boolean, date, index, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { barSchema } from './journal.table.js';

const day = () => date({ mode: 'string' });
const instant = () => timestamp({ withTimezone: true, mode: 'string' });

/** Internships (申请律师执业实习, row N48). The intern is known by the keyed hash of his citizen ID; the number is nowhere. */
export const internship = barSchema.table(
  'internship',
  {
    id: uuid().primaryKey(),
    fullName: text().notNull(),
    citizenIdHash: text().notNull(),
    citizenIdSealed: text().notNull(),
    firmId: uuid().notNull(),
    /** Division of the firm when he applied: in whose area the internship is. */
    divisionCode: text().notNull(),
    mentorId: uuid().notNull(),
    appliedOn: day().notNull(),
    /** Whether he declares to have worked at a court (61号 art. 6); null while he declares nothing. */
    declaresCourtWork: boolean(),
    pledgeSignedOn: day(),
    state: text().notNull(),
    fromOn: day(),
    untilOn: day(),
    decidedOn: day(),
    decisionReason: text(),
    updatedAt: instant().notNull(),
  },
  (t) => [index('internship_citizen').on(t.citizenIdHash), index('internship_division').on(t.divisionCode, t.id)],
);

/** What a former court is asked before an internship is registered, and what its personnel department answers. */
export const formerCourtOpinion = barSchema.table(
  'former_court_opinion',
  {
    id: uuid().primaryKey(),
    internshipId: uuid()
      .notNull()
      .references(() => internship.id),
    courtId: uuid().notNull(),
    requestedAt: instant().notNull(),
    givenAt: instant(),
    objects: boolean(),
    reason: text(),
    /** The person who answers for the court. */
    givenBy: text(),
  },
  (t) => [
    uniqueIndex('former_court_opinion_once').on(t.internshipId, t.courtId),
    index('former_court_opinion_court').on(t.courtId, t.id),
  ],
);
