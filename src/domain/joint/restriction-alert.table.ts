import { sql } from 'drizzle-orm';
import { boolean, date, index, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { joint } from './licence-alert.table.js';
import type { Verdict } from './restriction/verdict.terms.js';

const instant = () => timestamp({ withTimezone: true, mode: 'string' });

/**
 * Restriction alerts (从业限制预警, rows C06 to C08): raised by the rules, decided on by a named person. One that is decided
 * stays; what changes later is an alert of its own.
 */
export const restrictionAlert = joint.table(
  'restriction_alert',
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    subject: text().notNull(),
    /** The representation, application, job, internship, member of staff or lawyer it is about. */
    subjectId: uuid().notNull(),
    lawyerId: uuid(),
    firmId: uuid(),
    caseId: uuid(),
    caseNo: text(),
    /** The court that is told; null when none is. */
    courtId: uuid(),
    /** Division of the bureau (or bar) that is told; null when none is. */
    divisionCode: text(),
    /** The member of staff to be recused or reminded. */
    staffId: uuid(),
    headline: text(),
    lastRestrictedDay: date({ mode: 'string' }),
    /** Raised by a fact that came after counsel was entered, or after an answer was given (detectedLate). */
    isDetectedLate: boolean().notNull(),
    /** The verdict it rests on; null for a reminder. */
    verdict: jsonb().$type<Verdict>(),
    /** The trail's line of the answer that is recalled, when it was given, what it said, and what holds now. */
    answerLineId: uuid(),
    answeredAt: instant(),
    answerGiven: text(),
    answerNow: text(),
    /** The asker who was told, in his own words of identity: institution, unit, role, name. */
    toldTo: text(),
    state: text().notNull(),
    decidedBy: text(),
    decidedAt: instant(),
    reason: text(),
    raisedAt: instant().notNull(),
  },
  (t) => [
    index('restriction_alert_court').on(t.courtId, t.id),
    index('restriction_alert_division').on(t.divisionCode, t.id),
    index('restriction_alert_lawyer').on(t.lawyerId, t.id),
    index('restriction_alert_subject').on(t.subjectId, t.id),
    uniqueIndex('restriction_alert_recall').on(t.answerLineId, t.subjectId).where(sql`answer_line_id is not null`),
  ],
);

/** The steps of an alert (处理过程): into which state, by whom, when and why. The alert itself shows the last. */
export const alertDecision = joint.table(
  'alert_decision',
  {
    id: uuid().primaryKey(),
    alertId: uuid()
      .notNull()
      .references(() => restrictionAlert.id),
    state: text().notNull(),
    decidedBy: text().notNull(),
    decidedAt: instant().notNull(),
    reason: text().notNull(),
  },
  (t) => [index('alert_decision_alert').on(t.alertId, t.id)],
);

/** What was done on a confirmed alert (处置情况, C08). */
export const alertFollowUp = joint.table(
  'alert_follow_up',
  {
    id: uuid().primaryKey(),
    alertId: uuid()
      .notNull()
      .references(() => restrictionAlert.id),
    kind: text().notNull(),
    note: text(),
    doneOn: date({ mode: 'string' }).notNull(),
    /** COURT or JUSTICE, whose handler did it: note and name stay with that side. */
    institution: text().notNull(),
    recordedBy: text().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [index('alert_follow_up_alert').on(t.alertId, t.id)],
);

/** What the person concerned asked for, and the answer (当事人请求): 个人信息保护法 art. 24, 46, 48. */
export const alertConcern = joint.table(
  'alert_concern',
  {
    id: uuid().primaryKey(),
    alertId: uuid()
      .notNull()
      .references(() => restrictionAlert.id),
    kind: text().notNull(),
    statement: text().notNull(),
    madeBy: text().notNull(),
    madeAt: instant().notNull(),
    answer: text(),
    answeredBy: text(),
    answeredAt: instant(),
  },
  (t) => [index('alert_concern_alert').on(t.alertId, t.id)],
);
