import { boolean, index, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { courtSchema, day, instant } from './court.table.js';
import { atOrgan, ofStaff } from './court-staff.table.js';

/**
 * Departures (离任), with every day that could be that of leaving (legal-rules 4). One stands until it is superseded or
 * annulled; both keep it on record (法官法 art. 65).
 */
export const departure = courtSchema.table(
  'departure',
  {
    id: uuid().primaryKey(),
    ...ofStaff(),
    ...atOrgan(),
    type: text().notNull(),
    effectiveOn: day().notNull(),
    effectiveBy: text().notNull(),
    resignationApprovedOn: day(),
    retirementOrderedOn: day(),
    removedFromOfficeOn: day(),
    civilServantUntil: day(),
    exitedOn: day(),
    postEndedOn: day(),
    wasCivilServant: boolean(),
    reason: text(),
    disciplineDetail: text(),
    decisionNo: text(),
    supersedes: uuid(),
    annulledOn: day(),
    annulmentNo: text(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    index('departure_staff').on(t.staffId, t.effectiveOn),
    index('departure_court').on(t.courtId),
    uniqueIndex('departure_supersedes').on(t.supersedes),
  ],
);
