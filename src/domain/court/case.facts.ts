import { type SQL, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import { keptRows as rows, textArray, uuidArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import { Fact } from '../../policy/fact.js';
import { courtCase, panelMember } from './court-case.table.js';
import type { CaseStage, PanelRole, Procedure } from './court-case.terms.js';
import { representation } from './representation.table.js';
import type { AgentCategory, Capacity, PartyRelation, PartySide } from './representation.terms.js';

type Handle = ReadHandle | WriteHandle;

/** A case, who serves in it on the day asked, and the courts of its earlier stages as far as they are on record. */
export interface CaseFact {
  readonly id: string;
  readonly caseNo: string;
  readonly courtId: string;
  readonly procedure: Procedure;
  readonly stage: CaseStage;
  readonly procuratorate: string | null;
  readonly supervisionOrgan: string | null;
  readonly earlierCaseNos: readonly string[] | null;
  /** Courts of the earlier stages that the hub has on record. */
  readonly earlierCourtIds: readonly string[];
  readonly panel: readonly { readonly staffId: string; readonly role: PanelRole }[];
}

/** Cases by number or id, under the hub's own grant: two statements. */
export async function caseFacts(
  handle: Handle,
  { caseNos = [], ids = [] }: { caseNos?: readonly string[]; ids?: readonly string[] },
  on: Day,
): Promise<Fact<readonly CaseFact[]>> {
  if (caseNos.length + ids.length === 0) return new Fact([]);
  const found = await rows<Omit<CaseFact, 'panel'>>(
    handle,
    sql`select c.id, c.case_no as "caseNo", c.court_id as "courtId", c.procedure, c.stage, c.procuratorate,
        c.supervision_organ as "supervisionOrgan", c.earlier_case_nos as "earlierCaseNos",
        array(select e.court_id from ${courtCase} e where e.case_no = any(c.earlier_case_nos)) as "earlierCourtIds"
      from ${courtCase} c where c.case_no = any(${textArray(caseNos)}) or c.id = any(${uuidArray(ids)})`,
  );
  const panel = await rows<{ caseId: string; staffId: string; role: PanelRole }>(
    handle,
    sql`select m.case_id as "caseId", m.staff_id as "staffId", m.role from ${panelMember} m
      where m.case_id = any(${uuidArray(found.map(({ id }) => id))})
        and ${on}::date between m.from_on and coalesce(m.until_on, 'infinity') order by m.id`,
  );
  const byCase = Map.groupBy(panel, ({ caseId }) => caseId);
  return new Fact(
    found.map((one) => ({
      ...one,
      panel: (byCase.get(one.id) ?? []).map(({ staffId, role }) => ({ staffId, role })),
    })),
  );
}

/** A representation that runs, as the rules on former staff ask for it. */
export interface RepresentationFact {
  readonly id: string;
  readonly caseId: string;
  readonly courtId: string;
  readonly lawyerId: string | null;
  readonly firmId: string | null;
  readonly agentName: string | null;
  readonly citizenIdHash: string | null;
  readonly side: PartySide;
  readonly capacity: Capacity;
  readonly category: AgentCategory;
  readonly relation: PartyRelation | null;
  readonly isRelationProved: boolean | null;
  readonly isChosenByParty: boolean | null;
  readonly isInterested: boolean | null;
  readonly isPartyEmployer: boolean | null;
  readonly from: Day;
}

/** Which representations: of persons, in cases, or by id; and, to walk through all of them, those after an id. */
export interface RepresentationsOf {
  readonly ids?: readonly string[];
  readonly lawyerIds?: readonly string[];
  readonly citizenIdHashes?: readonly string[];
  readonly firmIds?: readonly string[];
  readonly caseIds?: readonly string[];
  readonly agentNames?: readonly string[];
}

const columns =
  sql.raw(`r.id, r.case_id as "caseId", r.court_id as "courtId", r.lawyer_id as "lawyerId", r.firm_id as "firmId",
  r.agent_name as "agentName", r.citizen_id_hash as "citizenIdHash", r.side, r.capacity, r.category, r.relation,
  r.is_relation_proved as "isRelationProved", r.is_chosen_by_party as "isChosenByParty", r.is_interested as "isInterested",
  r.is_party_employer as "isPartyEmployer", r.from_on::text as "from"`);

/** The representations that run on a day of the persons, firms or cases named, under the hub's own grant: one index look-up each. */
export async function openRepresentations(
  handle: Handle,
  of: RepresentationsOf,
  on: Day,
): Promise<Fact<readonly RepresentationFact[]>> {
  const asked: SQL[] = [];
  const among = (column: string, values: readonly string[] | undefined, isUuid = true) => {
    if (values?.length) asked.push(sql`r.${sql.raw(column)} = any(${isUuid ? uuidArray(values) : textArray(values)})`);
  };
  among('id', of.ids);
  among('lawyer_id', of.lawyerIds);
  among('citizen_id_hash', of.citizenIdHashes, false);
  among('firm_id', of.firmIds);
  among('case_id', of.caseIds);
  among('agent_name', of.agentNames, false);
  if (asked.length === 0) return new Fact([]);
  const found = await rows<RepresentationFact>(
    handle,
    sql`select ${columns} from ${representation} r where (${sql.join(asked, sql` or `)})
      and coalesce(r.until_on, 'infinity') >= ${on}::date order by r.id`,
  );
  return new Fact(found);
}

/** The representations of the next lawyers in order of id that run on a day, for whoever walks through all of them. */
export async function openRepresentationsOfNext(
  handle: Handle,
  afterLawyerId: string,
  lawyers: number,
  on: Day,
): Promise<Fact<readonly RepresentationFact[]>> {
  const found = await rows<RepresentationFact>(
    handle,
    sql`with recursive next(id, n) as (
        (select r.lawyer_id, 1 from ${representation} r where r.lawyer_id > ${afterLawyerId}::uuid order by r.lawyer_id limit 1)
        union all
        select (select r.lawyer_id from ${representation} r where r.lawyer_id > next.id order by r.lawyer_id limit 1), next.n + 1
        from next where next.id is not null and next.n < ${lawyers})
      select ${columns} from next join ${representation} r on r.lawyer_id = next.id
      where coalesce(r.until_on, 'infinity') >= ${on}::date order by r.lawyer_id, r.id`,
  );
  return new Fact(found);
}

/** The same of counsel without a licence, in order of id. */
export async function openRepresentationsOfOthers(
  handle: Handle,
  after: string,
  limit: number,
  on: Day,
): Promise<Fact<readonly RepresentationFact[]>> {
  const found = await rows<RepresentationFact>(
    handle,
    sql`select ${columns} from ${representation} r where r.lawyer_id is null and r.id > ${after}::uuid
      and coalesce(r.until_on, 'infinity') >= ${on}::date order by r.id limit ${limit}`,
  );
  return new Fact(found);
}

/** How many representations run on a day. */
export async function countOpenRepresentations(handle: Handle, on: Day): Promise<Fact<number>> {
  const [found] = await rows<{ n: string }>(
    handle,
    sql`select count(*) as n from ${representation} r where coalesce(r.until_on, 'infinity') >= ${on}::date`,
  );
  return new Fact(Number(found?.n ?? 0));
}

/** Courts at which firms have at least so many open cases on a day, under the hub's own grant. */
export async function openCasesOfFirms(
  handle: Handle,
  firmIds: readonly string[],
  on: Day,
  atLeast: number,
): Promise<Fact<readonly { readonly firmId: string; readonly courtId: string }[]>> {
  const found = await rows<{ firmId: string; courtId: string }>(
    handle,
    sql`select r.firm_id as "firmId", r.court_id as "courtId" from ${representation} r
      where r.firm_id = any(${uuidArray(firmIds)}) and coalesce(r.until_on, 'infinity') >= ${on}::date
      group by 1, 2 having count(distinct r.case_id) >= ${atLeast}`,
  );
  return new Fact(found);
}
