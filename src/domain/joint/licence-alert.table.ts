import { index, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const joint = pgSchema('joint');

/** Licence alerts (执业预警): a licence not in force was shown at a court's window, or stands on a court's roster. */
export const licenceAlert = joint.table(
  'licence_alert',
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    lawyerId: uuid().notNull(),
    courtId: uuid().notNull(),
    /** Null when on that day there was no licence at all. */
    licenceStatus: text(),
    raisedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  },
  (t) => [index('licence_alert_court').on(t.courtId, t.id), index('licence_alert_lawyer').on(t.lawyerId, t.id)],
);
