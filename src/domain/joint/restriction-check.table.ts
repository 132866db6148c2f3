import { index, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { joint } from './licence-alert.table.js';
import type { Question } from './restriction/question.terms.js';
import type { Verdict } from './restriction/verdict.terms.js';

/**
 * Checks (核查记录), legal-rules 11: who was told what of whom, by which packs and facts. Read by nobody as it stands: it is
 * what answers are recalled by. The person is known by record or keyed hash.
 */
export const restrictionCheck = joint.table(
  'restriction_check',
  {
    id: uuid().primaryKey(),
    checkedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    correlationId: text().notNull(),
    institution: text().notNull(),
    unit: text(),
    role: text().notNull(),
    actorId: text().notNull(),
    purpose: text().notNull(),
    /** The court that asked, or the division of the bureau or bar that did. */
    courtId: uuid(),
    divisionCode: text(),
    lawyerId: uuid(),
    citizenIdHash: text(),
    fullName: text(),
    question: jsonb().$type<Question>().notNull(),
    verdict: jsonb().$type<Verdict>().notNull(),
  },
  (t) => [
    index('restriction_check_lawyer').on(t.lawyerId, t.checkedAt),
    index('restriction_check_citizen').on(t.citizenIdHash, t.checkedAt),
  ],
);
