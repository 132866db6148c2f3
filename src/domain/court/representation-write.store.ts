import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { recordset, rows, textArray, uuidArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import type { Act } from '../../operation/act.js';
import { courtCasePolicy } from './court-case.policy.js';
import { courtCase } from './court-case.table.js';
import { representationPolicy } from './representation.policy.js';
import type { RepresentedCase } from './representation.rule.js';
import { representation } from './representation.table.js';
import type { EndReason } from './representation.terms.js';

/** A case as the writer of representations needs to know it. */
export interface BookedCase extends RepresentedCase {
  readonly id: string;
  readonly caseNo: string;
  readonly courtId: string;
}

/** The cases of these numbers that the writer may write in; others are absent, known or not. */
export function bookedCases(act: Act, caseNos: readonly string[]): Promise<BookedCase[]> {
  return rows(
    act.handle,
    sql`select ${courtCase.id}, ${courtCase.caseNo} as "caseNo", ${courtCase.courtId} as "courtId", ${courtCase.procedure},
        ${courtCase.closedOn}::text as "closedOn"
      from ${courtCase} where ${courtCase.caseNo} = any(${textArray(caseNos)})
        and ${act.grant.rowsOf(courtCasePolicy, act.reach)}`,
  );
}

/** A representation to be entered, in column names. */
export interface RepresentationRow {
  readonly id: string;
  readonly case_id: string;
  readonly court_id: string;
  readonly lawyer_id: string | null;
  readonly firm_id: string | null;
  readonly agent_name: string | null;
  readonly citizen_id_hash: string | null;
  readonly citizen_id_sealed: string | null;
  readonly side: string;
  readonly capacity: string;
  readonly category: string;
  readonly relation: string | null;
  readonly is_relation_proved: boolean | null;
  readonly is_chosen_by_party: boolean | null;
  readonly is_interested: boolean | null;
  readonly is_party_employer: boolean | null;
  readonly from_on: Day;
  readonly until_on: Day | null;
  readonly end_reason: EndReason | null;
}

/** Who acts in a case on a side, as far as tells whether he is entered already. */
export type Standing = Pick<
  RepresentationRow,
  'case_id' | 'lawyer_id' | 'agent_name' | 'citizen_id_hash' | 'side' | 'from_on' | 'until_on'
>;

/** The representations in cases. */
export function standingIn(handle: WriteHandle, caseIds: readonly string[]): Promise<Standing[]> {
  return rows(
    handle,
    sql`select r.case_id, r.lawyer_id, r.agent_name, r.citizen_id_hash, r.side, r.from_on::text as from_on,
        r.until_on::text as until_on
      from ${representation} r where r.case_id = any(${uuidArray(caseIds)})`,
  );
}

/** Enters representations, one statement. */
export async function insertRepresentations(
  handle: WriteHandle,
  entered: readonly RepresentationRow[],
  at: Date,
): Promise<void> {
  if (entered.length === 0) return;
  await rows(
    handle,
    sql`insert into ${representation} (id, case_id, court_id, lawyer_id, firm_id, agent_name, citizen_id_hash, citizen_id_sealed, side,
        capacity, category, relation, is_relation_proved, is_chosen_by_party, is_interested,
        is_party_employer, from_on, until_on, end_reason, recorded_at)
      select r.*, ${at.toISOString()}::timestamptz from ${recordset(
        entered,
        'r',
        `id uuid, case_id uuid, court_id uuid, lawyer_id uuid, firm_id uuid, agent_name text, citizen_id_hash text,
         citizen_id_sealed text, side text, capacity text, category text, relation text, is_relation_proved boolean,
         is_chosen_by_party boolean, is_interested boolean, is_party_employer boolean, from_on date, until_on date, end_reason text`,
      )}`,
  );
}

/** A representation as its ending needs to know it; locked until the transaction ends. */
export interface RunningRepresentation {
  readonly id: string;
  readonly fromOn: Day;
  readonly endReason: EndReason | null;
}

/** The representation of an id that the writer may write, locked; null when there is none within reach. */
export async function representationToEnd(act: Act, id: string): Promise<RunningRepresentation | null> {
  const [found] = await rows<RunningRepresentation>(
    act.handle,
    sql`select ${representation.id}, ${representation.fromOn}::text as "fromOn", ${representation.endReason} as "endReason"
      from ${representation} where ${representation.id} = ${id}::uuid
        and ${act.grant.rowsOf(representationPolicy, act.reach)} for update`,
  );
  return found ?? null;
}

/** Writes how a representation ended. */
export async function markEnded(handle: WriteHandle, id: string, on: Day, reason: EndReason): Promise<void> {
  await rows(
    handle,
    sql`update ${representation} set until_on = ${on}::date, end_reason = ${reason} where ${representation.id} = ${id}::uuid`,
  );
}
