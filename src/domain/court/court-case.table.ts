import { isNull } from 'drizzle-orm';
import { date, index, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { court, courtSchema } from './court.table.js';

const day = () => date({ mode: 'string' });
const instant = () => timestamp({ withTimezone: true, mode: 'string' });

/** Cases (案件) as far as a hub may know them: number, court, procedure, stage, days. No party, no cause, no content. */
export const courtCase = courtSchema.table(
  'court_case',
  {
    id: uuid().primaryKey(),
    courtId: uuid()
      .notNull()
      .references(() => court.id),
    caseNo: text().notNull(),
    procedure: text().notNull(),
    stage: text().notNull(),
    acceptedOn: day().notNull(),
    closedOn: day(),
    /** Organs that handled it before or beside the court, by name; null when not known. */
    procuratorate: text(),
    supervisionOrgan: text(),
    /** Numbers of its earlier stages; null when not known. */
    earlierCaseNos: text().array(),
    source: text().notNull(),
    asOf: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('court_case_no').on(t.caseNo), index('court_case_court').on(t.courtId, t.id)],
);

/** Who sits or serves in a case (审判组织成员), from when to when; the person is a record of the court's staff. */
export const panelMember = courtSchema.table(
  'panel_member',
  {
    id: uuid().primaryKey(),
    caseId: uuid()
      .notNull()
      .references(() => courtCase.id),
    staffId: uuid().notNull(),
    role: text().notNull(),
    fromOn: day().notNull(),
    untilOn: day(),
  },
  (t) => [
    uniqueIndex('panel_member_sitting').on(t.caseId, t.staffId, t.role).where(isNull(t.untilOn)),
    index('panel_member_case').on(t.caseId, t.id),
    index('panel_member_staff').on(t.staffId),
  ],
);
