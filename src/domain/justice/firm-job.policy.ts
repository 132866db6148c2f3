import { type SQL, sql } from 'drizzle-orm';
import { divisionInArea } from '../../policy/area.js';
import type { Expression, RecordPolicy, RowPredicate } from '../../policy/record-policy.js';
import { firm } from './firm.table.js';
import { firmJob } from './firm-job.table.js';

type JobField = 'personName' | 'lawyer' | 'firm' | 'role' | 'officeDivisionCode' | 'fromOn' | 'untilOn' | 'asOf';

/** A bureau's area, for what is recorded of a firm: the division the firm is in. */
export const firmInArea =
  (firmId: Expression): RowPredicate =>
  (asker): SQL =>
    sql`exists (select 1 from ${firm} f where f.id = ${firmId} and ${divisionInArea(asker, sql`f.division_code`)})`;

/** What the matrix words mean for a job: a bureau reaches those in firms of its area, a firm its own, a lawyer his. */
export const firmJobPolicy: RecordPolicy<JobField> = {
  type: 'FirmJob',
  key: firmJob.id,
  fields: {
    personName: firmJob.personName,
    lawyer: firmJob.lawyerId,
    firm: firmJob.firmId,
    role: firmJob.role,
    officeDivisionCode: firmJob.officeDivisionCode,
    fromOn: firmJob.fromOn,
    untilOn: firmJob.untilOn,
    asOf: firmJob.asOf,
  },
  reaches: {
    area: firmInArea(firmJob.firmId),
    own: ({ identity }) =>
      identity.role === 'firm'
        ? sql`${firmJob.firmId} = ${identity.firmId}::uuid`
        : sql`${firmJob.lawyerId} = ${identity.lawyerId}::uuid`,
  },
};
