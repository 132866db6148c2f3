import { sql } from 'drizzle-orm';
import type { RecordPolicy } from '../../policy/record-policy.js';
import { reachesOf, standingDeparture } from './court-staff.policy.js';
import { departure } from './departure.table.js';

type DepartureField =
  | 'court'
  | 'organKind'
  | 'organName'
  | 'organDivisionCode'
  | 'type'
  | 'effectiveOn'
  | 'effectiveBy'
  | 'resignationApprovedOn'
  | 'retirementOrderedOn'
  | 'removedFromOfficeOn'
  | 'civilServantUntil'
  | 'exitedOn'
  | 'postEndedOn'
  | 'wasCivilServant'
  | 'reason'
  | 'disciplineDetail'
  | 'decisionNo'
  | 'supersedes'
  | 'supersededBy'
  | 'annulledOn'
  | 'annulmentNo'
  | 'recordedAt';

const reaches = reachesOf(departure.staffId);

/** What the matrix words mean for a departure; the justice organ reaches those that stand. */
export const departurePolicy: RecordPolicy<DepartureField> = {
  type: 'Departure',
  key: departure.id,
  fields: {
    court: departure.courtId,
    organKind: departure.organKind,
    organName: departure.organName,
    organDivisionCode: departure.organDivisionCode,
    type: departure.type,
    effectiveOn: departure.effectiveOn,
    effectiveBy: departure.effectiveBy,
    resignationApprovedOn: departure.resignationApprovedOn,
    retirementOrderedOn: departure.retirementOrderedOn,
    removedFromOfficeOn: departure.removedFromOfficeOn,
    civilServantUntil: departure.civilServantUntil,
    exitedOn: departure.exitedOn,
    postEndedOn: departure.postEndedOn,
    wasCivilServant: departure.wasCivilServant,
    reason: departure.reason,
    disciplineDetail: departure.disciplineDetail,
    decisionNo: departure.decisionNo,
    supersedes: departure.supersedes,
    supersededBy: sql`(select c.id from ${departure} c where c.supersedes = ${departure.id})`,
    annulledOn: departure.annulledOn,
    annulmentNo: departure.annulmentNo,
    recordedAt: departure.recordedAt,
  },
  reaches: {
    ...reaches,
    former: (asker) => sql`(${reaches.former(asker)} and ${standingDeparture(sql`${departure}`)})`,
  },
};
