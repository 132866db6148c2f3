import { type SQL, sql } from 'drizzle-orm';
import { courtInArea } from '../../policy/area.js';
import type { Asker, RecordPolicy } from '../../policy/record-policy.js';
import { representation } from './representation.table.js';

type RepresentationField =
  | 'case'
  | 'lawyer'
  | 'firm'
  | 'agentName'
  | 'side'
  | 'capacity'
  | 'category'
  | 'relation'
  | 'isRelationProved'
  | 'isChosenByParty'
  | 'isInterested'
  | 'isPartyEmployer'
  | 'fromOn'
  | 'untilOn'
  | 'ended'
  | 'endReason';

/** A lawyer's own representations; a firm's: those its lawyers took on while they were of it. */
export function ofCounsel({ identity }: Asker): SQL {
  if (identity.role === 'self') return sql`${representation.lawyerId} = ${identity.lawyerId}::uuid`;
  return identity.role === 'firm' ? sql`${representation.firmId} = ${identity.firmId}::uuid` : sql`false`;
}

/** What the matrix words mean for a representation: as for the case it is in. */
export const representationPolicy: RecordPolicy<RepresentationField> = {
  type: 'Representation',
  key: representation.id,
  fields: {
    case: representation.caseId,
    lawyer: representation.lawyerId,
    firm: representation.firmId,
    agentName: representation.agentName,
    side: representation.side,
    capacity: representation.capacity,
    category: representation.category,
    relation: representation.relation,
    isRelationProved: representation.isRelationProved,
    isChosenByParty: representation.isChosenByParty,
    isInterested: representation.isInterested,
    isPartyEmployer: representation.isPartyEmployer,
    fromOn: representation.fromOn,
    untilOn: representation.untilOn,
    ended: ({ today }) => sql`coalesce(${representation.untilOn} < ${today}::date, false)`,
    endReason: representation.endReason,
  },
  reaches: {
    unit: ({ identity }) =>
      identity.unit?.courtId ? sql`${representation.courtId} = ${identity.unit.courtId}::uuid` : sql`false`,
    area: (asker) => courtInArea(asker, representation.courtId),
    own: ofCounsel,
  },
};
