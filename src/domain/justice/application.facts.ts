import { sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import { keptRows as rows, textArray, uuidArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import type { FirmRole } from '../../kernel/firm-role.js';
import { Fact } from '../../policy/fact.js';
import { firm } from './firm.table.js';
import { firmJob } from './firm-job.table.js';
import { licenceApplication } from './licence-application.table.js';
import type { ApplicationKind } from './licence-application.terms.js';

/** Who wants to work where, as an application or a recorded job says. */
export interface EmploymentFact {
  readonly id: string;
  readonly personName: string;
  readonly citizenIdHash: string | null;
  readonly lawyerId: string | null;
  readonly firmId: string;
  readonly role: FirmRole;
  readonly officeDivisionCode: string;
}

const columns = (alias: string) =>
  sql.raw(`${alias}.id, ${alias}.person_name as "personName", ${alias}.citizen_id_hash as "citizenIdHash",
    ${alias}.lawyer_id as "lawyerId", ${alias}.firm_id as "firmId", ${alias}.role,
    coalesce(${alias}.office_division_code, f.division_code) as "officeDivisionCode"`);

/** An application that is not decided. */
export interface ApplicationFact extends EmploymentFact {
  readonly kind: ApplicationKind;
}

/** Which applications or jobs: by id, or those of persons or firms. */
export interface EmploymentsOf {
  readonly ids?: readonly string[];
  readonly lawyerIds?: readonly string[];
  readonly citizenIdHashes?: readonly string[];
  readonly firmIds?: readonly string[];
}

const among = (alias: string, { ids = [], lawyerIds = [], citizenIdHashes = [], firmIds = [] }: EmploymentsOf) => {
  const of = (column: string) => sql.raw(`${alias}.${column}`);
  return sql`(${of('id')} = any(${uuidArray(ids)}) or ${of('lawyer_id')} = any(${uuidArray(lawyerIds)})
    or ${of('firm_id')} = any(${uuidArray(firmIds)}) or ${of('citizen_id_hash')} = any(${textArray(citizenIdHashes)}))`;
};

/** The applications named that are not decided, under the hub's own grant. */
export async function openApplications(
  handle: ReadHandle | WriteHandle,
  of: EmploymentsOf,
): Promise<Fact<readonly ApplicationFact[]>> {
  const found = await rows<ApplicationFact>(
    handle,
    sql`select ${columns('a')}, a.kind from ${licenceApplication} a join ${firm} f on f.id = a.firm_id
      where ${among('a', of)} and a.state in ('FILED', 'ACCEPTED') order by a.id`,
  );
  return new Fact(found);
}

/** A job that somebody has on the day asked. */
export interface HeldJobFact extends EmploymentFact {
  readonly from: Day;
}

/** The jobs named that last on a day, under the hub's own grant. */
export async function heldJobs(
  handle: ReadHandle | WriteHandle,
  of: EmploymentsOf,
  on: Day,
): Promise<Fact<readonly HeldJobFact[]>> {
  const found = await rows<HeldJobFact>(
    handle,
    sql`select ${columns('j')}, j.from_on::text as "from" from ${firmJob} j join ${firm} f on f.id = j.firm_id
      where ${among('j', of)} and ${on}::date between j.from_on and coalesce(j.until_on, 'infinity') order by j.id`,
  );
  return new Fact(found);
}

/** Ids of the applications that are not decided and of the jobs that last on a day, for whoever walks through them. */
export async function openEmploymentIds(handle: ReadHandle | WriteHandle, on: Day): Promise<Fact<readonly string[]>> {
  const found = await rows<{ id: string }>(
    handle,
    sql`select a.id from ${licenceApplication} a where a.state in ('FILED', 'ACCEPTED') union all
      select j.id from ${firmJob} j where ${on}::date between j.from_on and coalesce(j.until_on, 'infinity')`,
  );
  return new Fact(found.map(({ id }) => id));
}
