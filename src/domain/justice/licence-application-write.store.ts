import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { recordset, rows, textArray, uuidArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import { isUuid } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { licenceApplicationPolicy } from './licence-application.policy.js';
import { licenceApplication as a } from './licence-application.table.js';
import type { ApplicationKind, ApplicationState } from './licence-application.terms.js';
import type { PersonColumns } from './person-desk.js';

/** An application in column names. */
export interface ApplicationRow extends PersonColumns {
  readonly id: string;
  readonly application_no: string;
  readonly kind: ApplicationKind;
  readonly firm_id: string;
  readonly role: string;
  readonly office_division_code: string | null;
  readonly filed_on: Day;
  readonly state: ApplicationState;
  readonly decided_on: Day | null;
  readonly source: string;
  readonly as_of: string;
}

/** What names an application: its number, and the firm it is for. */
export const applicationKey = ({ application_no, firm_id }: ApplicationRow): string => `${firm_id} ${application_no}`;

/** Applications for firms as they are recorded now, by their keys. */
export async function recordedApplications(
  handle: WriteHandle,
  firmIds: readonly string[],
  numbers: readonly string[],
): Promise<Map<string, ApplicationRow>> {
  const found = await rows<ApplicationRow>(
    handle,
    sql`select ${a.id}, ${a.applicationNo} as application_no, ${a.personName} as person_name, ${a.citizenIdHash} as citizen_id_hash,
        ${a.citizenIdSealed} as citizen_id_sealed, ${a.lawyerId} as lawyer_id, ${a.kind}, ${a.firmId} as firm_id, ${a.role},
        ${a.officeDivisionCode} as office_division_code, ${a.filedOn}::text as filed_on, ${a.state},
        ${a.decidedOn}::text as decided_on, ${a.source}, ${a.asOf} as as_of
      from ${a} where ${a.firmId} = any(${uuidArray(firmIds)}) and ${a.applicationNo} = any(${textArray(numbers)})`,
  );
  return new Map(found.map((row) => [applicationKey(row), row]));
}

/** Enters applications, or brings known ones up to date, one statement. */
export async function upsertApplications(
  handle: WriteHandle,
  applications: readonly ApplicationRow[],
  at: Date,
): Promise<void> {
  if (applications.length === 0) return;
  await rows(
    handle,
    sql`insert into ${a} (id, application_no, person_name, citizen_id_hash, citizen_id_sealed, lawyer_id, kind, firm_id, role,
        office_division_code, filed_on, state, decided_on, source, as_of, updated_at)
      select r.*, ${at.toISOString()}::timestamptz from ${recordset(
        applications,
        'r',
        `id uuid, application_no text, person_name text, citizen_id_hash text, citizen_id_sealed text, lawyer_id uuid, kind text,
         firm_id uuid, role text, office_division_code text, filed_on date, state text, decided_on date, source text,
         as_of timestamptz`,
      )}
      on conflict (application_no, firm_id) do update set person_name = excluded.person_name, lawyer_id = excluded.lawyer_id,
        role = excluded.role, office_division_code = excluded.office_division_code,
        filed_on = excluded.filed_on, state = excluded.state, decided_on = excluded.decided_on, source = excluded.source,
        as_of = excluded.as_of, updated_at = excluded.updated_at`,
  );
}

/** Whether the writer may act on an application. */
export async function isApplicationWithin(act: Act, id: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  const found = await rows(
    act.handle,
    sql`select ${a.id} from ${a}
      where ${a.id} = ${id}::uuid and ${act.grant.rowsOf(licenceApplicationPolicy, act.reach)}`,
  );
  return found.length > 0;
}
