import { sql } from 'drizzle-orm';
import type { RecordPolicy } from '../../policy/record-policy.js';
import { firmInArea } from './firm-job.policy.js';
import { licenceApplication } from './licence-application.table.js';

type ApplicationField =
  | 'applicationNo'
  | 'personName'
  | 'lawyer'
  | 'kind'
  | 'firm'
  | 'role'
  | 'officeDivisionCode'
  | 'filedOn'
  | 'state'
  | 'decidedOn'
  | 'asOf';

/** What the matrix words mean for an application: a bureau reaches those for firms of its area, a lawyer his own. */
export const licenceApplicationPolicy: RecordPolicy<ApplicationField> = {
  type: 'LicenceApplication',
  key: licenceApplication.id,
  fields: {
    applicationNo: licenceApplication.applicationNo,
    personName: licenceApplication.personName,
    lawyer: licenceApplication.lawyerId,
    kind: licenceApplication.kind,
    firm: licenceApplication.firmId,
    role: licenceApplication.role,
    officeDivisionCode: licenceApplication.officeDivisionCode,
    filedOn: licenceApplication.filedOn,
    state: licenceApplication.state,
    decidedOn: licenceApplication.decidedOn,
    asOf: licenceApplication.asOf,
  },
  reaches: {
    area: firmInArea(licenceApplication.firmId),
    own: ({ identity }) =>
      identity.role === 'self' ? sql`${licenceApplication.lawyerId} = ${identity.lawyerId}::uuid` : sql`false`,
  },
};
