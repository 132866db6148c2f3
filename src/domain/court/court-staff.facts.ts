import { type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import { keptRows as rows, textArray, uuidArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import { Fact } from '../../policy/fact.js';
import { courtService } from './court-service.table.js';
import { standingService } from './court-staff.policy.js';
import { courtStaff } from './court-staff.table.js';
import { departure } from './departure.table.js';
import type {
  DepartureType,
  LeadingPost,
  LeavingDayGround,
  OrganKind,
  PledgeKind,
  PublicOrgan,
  StaffCategory,
  Tenure,
} from './staff.terms.js';
import { laterPublicPost, staffApproval, staffPledge } from './staff-file.table.js';

type Handle = ReadHandle | WriteHandle;

/** Where a service or departure was: a court by id, or another organ by name and division. */
export interface FactPlace {
  readonly id: string;
  readonly organKind: OrganKind;
  readonly courtId: string | null;
  readonly organName: string | null;
  readonly organDivisionCode: string | null;
}

/** A service that stands; `until` as stated or by the departure that ended it. Null: not known. */
export interface ServiceFact extends FactPlace {
  readonly category: StaffCategory;
  readonly rank: number | null;
  readonly tenure: Tenure | null;
  readonly isInPost: boolean | null;
  readonly isCivilServant: boolean | null;
  readonly isLeadershipMember: boolean | null;
  readonly isCommitteeMember: boolean | null;
  readonly leadingPost: LeadingPost | null;
  readonly triesOrEnforces: boolean | null;
  readonly from: Day;
  readonly until: Day | null;
}

/** A departure that was not corrected, annulled ones too, with every day that may be that of leaving. */
export interface DepartureFact extends FactPlace {
  readonly type: DepartureType;
  readonly effectiveOn: Day;
  readonly effectiveBy: LeavingDayGround;
  readonly resignationApprovedOn: Day | null;
  readonly retirementOrderedOn: Day | null;
  readonly removedFromOfficeOn: Day | null;
  readonly civilServantUntil: Day | null;
  readonly exitedOn: Day | null;
  readonly postEndedOn: Day | null;
  readonly wasCivilServant: boolean | null;
  readonly annulledOn: Day | null;
}

/** A public post after a transfer. */
export interface LaterPostFact {
  readonly id: string;
  readonly organ: PublicOrgan;
  readonly isCivilServant: boolean | null;
  readonly ledAtCountyLevel: boolean | null;
  readonly from: Day;
  readonly until: Day | null;
  readonly leftBy: DepartureType | null;
  readonly annulledOn: Day | null;
}

/** An approval of a job in a firm; without a credit code for any. */
export interface ApprovalFact {
  readonly id: string;
  readonly grantedOn: Day;
  readonly firmCreditCode: string | null;
  readonly relationsMovedOn: Day | null;
}

/** A pledge or report, owed or made. */
export interface PledgeFact {
  readonly id: string;
  readonly kind: PledgeKind;
  readonly dueOn: Day;
  readonly fulfilledOn: Day | null;
}

/** What the courts know of one person, for what restrains him. */
export interface StaffFacts {
  readonly id: string;
  readonly fullName: string;
  readonly citizenIdHash: string;
  readonly lawyerId: string | null;
  readonly asOf: string;
  readonly services: readonly ServiceFact[];
  readonly departures: readonly DepartureFact[];
  readonly laterPosts: readonly LaterPostFact[];
  readonly approvals: readonly ApprovalFact[];
  readonly pledges: readonly PledgeFact[];
}

/** By what court staff are looked for: keyed hashes of citizen IDs, ids, or, to be reviewed, names. */
export interface StaffNames {
  readonly citizenIdHashes?: readonly string[];
  readonly staffIds?: readonly string[];
  readonly fullNames?: readonly string[];
}

const place = {
  organKind: 'organ_kind',
  courtId: 'court_id',
  organName: 'organ_name',
  organDivisionCode: 'organ_division_code',
} as const;

/** What is read of each file, as JSON: a day as the text of a day. */
const columns = {
  services: {
    ...place,
    category: 'category',
    rank: 'rank',
    tenure: 'tenure',
    isInPost: 'is_in_post',
    isCivilServant: 'is_civil_servant',
    isLeadershipMember: 'is_leadership_member',
    isCommitteeMember: 'is_committee_member',
    leadingPost: 'leading_post',
    triesOrEnforces: 'tries_or_enforces',
    from: 'from_on',
    until: 'coalesce(t.until_on, t.ended_on)',
  },
  departures: {
    ...place,
    type: 'type',
    effectiveOn: 'effective_on',
    effectiveBy: 'effective_by',
    resignationApprovedOn: 'resignation_approved_on',
    retirementOrderedOn: 'retirement_ordered_on',
    removedFromOfficeOn: 'removed_from_office_on',
    civilServantUntil: 'civil_servant_until',
    exitedOn: 'exited_on',
    postEndedOn: 'post_ended_on',
    wasCivilServant: 'was_civil_servant',
    annulledOn: 'annulled_on',
  },
  laterPosts: {
    organ: 'organ',
    isCivilServant: 'is_civil_servant',
    ledAtCountyLevel: 'led_at_county_level',
    from: 'from_on',
    until: 'until_on',
    leftBy: 'left_by',
    annulledOn: 'annulled_on',
  },
  approvals: { grantedOn: 'granted_on', firmCreditCode: 'firm_credit_code', relationsMovedOn: 'relations_moved_on' },
  pledges: { kind: 'kind', dueOn: 'due_on', fulfilledOn: 'fulfilled_on' },
} as const;

const asJson = (of: Readonly<Record<string, string>>): SQL =>
  sql.raw(
    Object.entries({ id: 'id', ...of })
      .map(([name, column]) => `'${name}', ${column.includes('(') ? column : `t.${column}`}`)
      .join(', '),
  );

const notCorrected = sql`not exists (select 1 from ${departure} c where c.supersedes = t.id)`;
const parts: readonly (readonly [part: keyof typeof columns, table: PgTable, order: string, where: SQL])[] = [
  ['services', courtService, 'from_on', standingService(sql`t`)],
  ['departures', departure, 'effective_on', notCorrected],
  ['laterPosts', laterPublicPost, 'from_on', sql`true`],
  ['approvals', staffApproval, 'granted_on', sql`true`],
  ['pledges', staffPledge, 'due_on', sql`true`],
];

/** What the courts know of the persons named, under the hub's own grant: one statement, whatever their number. */
export async function staffFacts(
  handle: Handle,
  { citizenIdHashes = [], staffIds = [], fullNames = [] }: StaffNames,
): Promise<Fact<readonly StaffFacts[]>> {
  const files = parts.map(
    ([part, table, order, where]) =>
      sql`(select coalesce(json_agg(json_build_object(${asJson(columns[part])}) order by t.${sql.raw(order)}, t.id), '[]')
        from ${table} t where t.staff_id = s.id and ${where}) as ${sql.identifier(part)}`,
  );
  const found = await rows<StaffFacts>(
    handle,
    sql`select s.id, s.full_name as "fullName", s.citizen_id_hash as "citizenIdHash", s.lawyer_id as "lawyerId",
        s.as_of as "asOf", ${sql.join(files, sql`, `)} from ${courtStaff} s
      where s.citizen_id_hash = any(${textArray(citizenIdHashes)}) or s.id = any(${uuidArray(staffIds)})
        or s.full_name = any(${textArray(fullNames)}) order by s.id`,
  );
  return new Fact(found);
}

/** The staff whose these records are (services, departures, files, declarations), as their changes name them. */
export async function staffOfRecords(handle: Handle, recordIds: readonly string[]): Promise<Fact<readonly string[]>> {
  const tables = [courtService, departure, laterPublicPost, staffApproval, staffPledge].map(
    (table) => sql`select staff_id as id from ${table} where id = any(${uuidArray(recordIds)})`,
  );
  const found = await rows<{ id: string }>(handle, sql.join(tables, sql` union `));
  return new Fact(found.map(({ id }) => id));
}

/** The day as of which the personnel register is complete: of the latest push; null when there was none. */
export async function registerDay(handle: Handle): Promise<Fact<Day | null>> {
  const [found] = await rows<{ on: Day | null }>(
    handle,
    sql`select (max(${courtStaff.asOf}) at time zone 'Asia/Shanghai')::date::text as "on" from ${courtStaff}`,
  );
  return new Fact(found?.on ?? null);
}

/** Those of these lawyers who are or were on the staff of a court, and the courts they served, under the hub's own grant. */
export async function staffWhoAreLawyers(
  handle: Handle,
  lawyerIds: readonly string[],
): Promise<
  Fact<readonly { readonly lawyerId: string; readonly staffId: string; readonly courtIds: readonly string[] }[]>
> {
  if (lawyerIds.length === 0) return new Fact([]);
  const found = await rows<{ lawyerId: string; staffId: string; courtIds: string[] }>(
    handle,
    sql`select s.lawyer_id as "lawyerId", s.id as "staffId",
        array(select distinct t.court_id from ${courtService} t where t.staff_id = s.id and t.court_id is not null
          and ${standingService(sql`t`)}) as "courtIds"
      from ${courtStaff} s where s.lawyer_id = any(${uuidArray(lawyerIds)})`,
  );
  return new Fact(found);
}

/** The staff who serve or served at these courts, under the hub's own grant. */
export async function staffOfCourts(handle: Handle, courtIds: readonly string[]): Promise<Fact<readonly string[]>> {
  const found = await rows<{ id: string }>(
    handle,
    sql`select distinct t.staff_id as id from ${courtService} t where t.court_id = any(${uuidArray(courtIds)}) and ${standingService(sql`t`)}`,
  );
  return new Fact(found.map(({ id }) => id));
}

/** The lawyers who are or were on the staff of a court, under the hub's own grant. */
export async function staffWithCertificates(handle: Handle): Promise<Fact<readonly string[]>> {
  const found = await rows<{ lawyerId: string }>(
    handle,
    sql`select s.lawyer_id as "lawyerId" from ${courtStaff} s where s.lawyer_id is not null`,
  );
  return new Fact(found.map(({ lawyerId }) => lawyerId));
}
