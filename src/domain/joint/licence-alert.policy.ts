import { sql } from 'drizzle-orm';
import { courtInArea } from '../../policy/area.js';
import type { RecordPolicy } from '../../policy/record-policy.js';
import { licenceAlert } from './licence-alert.table.js';

/** What the matrix words mean for a licence alert: a court sees its own, an area those of the courts in it. */
export const licenceAlertPolicy: RecordPolicy<'kind' | 'lawyer' | 'court' | 'licenceStatus' | 'raisedAt'> = {
  type: 'LicenceAlert',
  key: licenceAlert.id,
  fields: {
    kind: licenceAlert.kind,
    lawyer: licenceAlert.lawyerId,
    court: licenceAlert.courtId,
    licenceStatus: licenceAlert.licenceStatus,
    raisedAt: licenceAlert.raisedAt,
  },
  reaches: {
    unit: ({ identity }) =>
      identity.unit?.courtId ? sql`${licenceAlert.courtId} = ${identity.unit.courtId}::uuid` : sql`false`,
    area: (asker) => courtInArea(asker, licenceAlert.courtId),
  },
};
