import { sql } from 'drizzle-orm';
import { bigserial, index, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { firm } from './firm.table.js';
import { lawyer } from './lawyer.table.js';
import { sanction } from './sanction.table.js';
import { day, instant, justice, provenance } from './schema.table.js';

/** Licence events (执业许可事件流, row C02): append-only, guarded by a trigger. */
export const licenceEvent = justice.table(
  'licence_event',
  {
    id: uuid().primaryKey(),
    /** Order of recording. */
    position: bigserial({ mode: 'number' }).notNull(),
    lawyerId: uuid()
      .notNull()
      .references(() => lawyer.id),
    kind: text().notNull(),
    effectiveOn: day().notNull(),
    suspendedFrom: day(),
    suspendedUntil: day(),
    category: text(),
    firmId: uuid().references(() => firm.id),
    certificateNo: text(),
    sanctionId: uuid().references(() => sanction.id),
    supersedes: uuid(),
    decisionNo: text(),
    legalBasis: text(),
    decidedBy: text().notNull(),
    decidedByLevel: text().notNull(),
    /** Reason of a deregistration or pause; personal. */
    reason: text(),
    changedFields: text().array().notNull().default(sql`'{}'`),
    ...provenance,
    recordedAt: instant().notNull(),
  },
  (t) => [
    // in the order in which they are shown, so that a lawyer's are not sorted
    index('licence_event_lawyer').on(t.lawyerId, t.effectiveOn, t.position),
    index('licence_event_sanction').on(t.sanctionId).where(sql`sanction_id is not null`),
    uniqueIndex('licence_event_supersedes').on(t.supersedes).where(sql`supersedes is not null`),
  ],
);

/** The licence as derived from its events: one row per stretch of days; read for any day, never pushed. */
export const licencePeriod = justice.table(
  'licence_period',
  {
    lawyerId: uuid()
      .notNull()
      .references(() => lawyer.id),
    fromOn: day().notNull(),
    /** Last day, inclusive; `infinity` when open. */
    untilOn: day().notNull(),
    status: text().notNull(),
    category: text().notNull(),
    firmId: uuid(),
    certificateNo: text().notNull(),
    eventId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lawyerId, t.fromOn] }),
    index('licence_period_firm').on(t.firmId, t.untilOn).where(sql`firm_id is not null`),
    index('licence_period_status').on(t.status, t.untilOn).where(sql`status <> 'PRACTISING'`),
  ],
);
