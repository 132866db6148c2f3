import { type SQL, sql } from 'drizzle-orm';
import { courtInArea } from '../../policy/area.js';
import type { Asker, RecordPolicy } from '../../policy/record-policy.js';
import { courtCase, panelMember } from './court-case.table.js';
import { ofCounsel } from './representation.policy.js';
import { representation } from './representation.table.js';

type CaseField =
  | 'court'
  | 'caseNo'
  | 'procedure'
  | 'stage'
  | 'acceptedOn'
  | 'closedOn'
  | 'procuratorate'
  | 'supervisionOrgan'
  | 'earlierCaseNos'
  | 'asOf';

/** The cases in which the asker, or a lawyer of the firm that asks, is or was counsel. */
const own = (asker: Asker): SQL =>
  sql`exists (select 1 from ${representation} where ${representation.caseId} = ${courtCase.id} and ${ofCounsel(asker)})`;

/** What the matrix words mean for a case: a court sees its own, supervision those of its area, counsel theirs. */
export const courtCasePolicy: RecordPolicy<CaseField> = {
  type: 'CourtCase',
  key: courtCase.id,
  fields: {
    court: courtCase.courtId,
    caseNo: courtCase.caseNo,
    procedure: courtCase.procedure,
    stage: courtCase.stage,
    acceptedOn: courtCase.acceptedOn,
    closedOn: courtCase.closedOn,
    procuratorate: courtCase.procuratorate,
    supervisionOrgan: courtCase.supervisionOrgan,
    earlierCaseNos: courtCase.earlierCaseNos,
    asOf: courtCase.asOf,
  },
  reaches: {
    unit: ({ identity }) =>
      identity.unit?.courtId ? sql`${courtCase.courtId} = ${identity.unit.courtId}::uuid` : sql`false`,
    area: (asker) => courtInArea(asker, courtCase.courtId),
    own,
  },
};

const courtOfPanel = sql`(select cc.court_id from ${courtCase} cc where cc.id = ${panelMember.caseId})`;

/** What the matrix words mean for a member of a panel: as for the case he sits in. */
export const panelMemberPolicy: RecordPolicy<'case' | 'staffId' | 'role' | 'fromOn' | 'untilOn'> = {
  type: 'PanelMember',
  key: panelMember.id,
  fields: {
    case: panelMember.caseId,
    staffId: panelMember.staffId,
    role: panelMember.role,
    fromOn: panelMember.fromOn,
    untilOn: panelMember.untilOn,
  },
  reaches: {
    unit: ({ identity }) =>
      identity.unit?.courtId ? sql`${courtOfPanel} = ${identity.unit.courtId}::uuid` : sql`false`,
    area: (asker) => courtInArea(asker, courtOfPanel),
  },
};
