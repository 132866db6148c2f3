import { type SQL, sql } from 'drizzle-orm';
import type { Day } from '../../kernel/day.js';
import { courtInArea, divisionInArea } from '../../policy/area.js';
import type { Asker, Expression, RecordPolicy, RowPredicate } from '../../policy/record-policy.js';
import { courtService } from './court-service.table.js';
import { courtStaff } from './court-staff.table.js';
import { departure } from './departure.table.js';

type CourtStaffField =
  | 'fullName'
  | 'standing'
  | 'lawyer'
  | 'personnelFileNo'
  | 'accountIssuer'
  | 'accountSubject'
  | 'dataSource'
  | 'asOf'
  | 'updatedAt';

/** A service that no other has corrected. */
export const standingService = (s: SQL): SQL =>
  sql`not exists (select 1 from ${courtService} c where c.supersedes = ${s}.id)`;

/** A departure that neither was corrected nor annulled. */
export const standingDeparture = (d: SQL): SQL =>
  sql`(${d}.annulled_on is null and not exists (select 1 from ${departure} c where c.supersedes = ${d}.id))`;

/** Last day of a service: as stated, or by the departure that ended it. Null while it goes on. */
export const endOfService = (s: SQL): SQL => sql`coalesce(${s}.until_on, ${s}.ended_on)`;

/** Whether a person still serves on a day, or is about to: some service of his has not ended. */
const serves = (staffId: Expression, on: Day): SQL => sql`exists (select 1 from ${courtService} s
  where s.staff_id = ${staffId} and ${standingService(sql`s`)} and coalesce(${endOfService(sql`s`)}, 'infinity') > ${on}::date)`;

/** A place lies in the area of the asker's unit: a court by itself, another organ by its division. */
export const organInArea = (asker: Asker, courtId: Expression, division: Expression): SQL =>
  sql`(coalesce(${courtInArea(asker, courtId)}, false) or coalesce(${divisionInArea(asker, division)}, false))`;

/**
 * Whose records an asker reaches, by the staff they are of: a court those who serve or served in its area, the justice
 * organ those who left, a lawyer himself.
 */
export const reachesOf = (staffId: Expression): Readonly<Record<'area' | 'former' | 'own', RowPredicate>> => ({
  area: (asker) => sql`exists (select 1 from ${courtService} a where a.staff_id = ${staffId}
    and ${organInArea(asker, sql`a.court_id`, sql`a.organ_division_code`)})`,
  former: ({ today }) => sql`not ${serves(staffId, today)}`,
  own: ({ identity }) =>
    sql`${staffId} = (select o.id from ${courtStaff} o where o.lawyer_id = ${identity.lawyerId}::uuid)`,
});

/** What the matrix words mean for a member of court staff. */
export const courtStaffPolicy: RecordPolicy<CourtStaffField> = {
  type: 'CourtStaff',
  key: courtStaff.id,
  fields: {
    fullName: courtStaff.fullName,
    standing: ({ today }) => sql`case when ${serves(courtStaff.id, today)} then 'SERVING' else 'FORMER' end`,
    lawyer: courtStaff.lawyerId,
    personnelFileNo: courtStaff.personnelFileNo,
    accountIssuer: courtStaff.accountIssuer,
    accountSubject: courtStaff.accountSubject,
    dataSource: courtStaff.source,
    asOf: courtStaff.asOf,
    updatedAt: courtStaff.updatedAt,
  },
  reaches: reachesOf(courtStaff.id),
};
