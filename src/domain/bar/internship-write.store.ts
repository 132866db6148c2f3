import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { recordset, rows, textArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import type { Act } from '../../operation/act.js';
import { formerCourtOpinionPolicy, internshipPolicy } from './internship.policy.js';
import type { Decided, StandingInternship } from './internship.rule.js';
import { internship, formerCourtOpinion as opinion } from './internship.table.js';
import type { InternshipOutcome, InternshipState } from './internship.terms.js';

const INTERN_WRITERS = 7_401_942;

/** One at a time enters interns: nobody is entered twice at once. */
export async function takeInternTurn(handle: WriteHandle): Promise<void> {
  await rows(handle, sql`select pg_advisory_xact_lock(${INTERN_WRITERS})`);
}

/** An internship to be entered, in column names. */
export interface InternshipRow {
  readonly id: string;
  readonly full_name: string;
  readonly citizen_id_hash: string;
  readonly citizen_id_sealed: string;
  readonly firm_id: string;
  readonly division_code: string;
  readonly mentor_id: string;
  readonly applied_on: Day;
  readonly declares_court_work: boolean | null;
  readonly pledge_signed_on: Day | null;
  readonly state: InternshipState;
}

/** Of these persons, those who apply or are interns already. */
export async function internsAmong(handle: WriteHandle, hashes: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ hash: string }>(
    handle,
    sql`select i.citizen_id_hash as hash from ${internship} i where i.citizen_id_hash = any(${textArray(hashes)})
      and i.state in ('APPLIED', 'OPINION_REQUESTED', 'OPINION_GIVEN', 'REGISTERED')`,
  );
  return new Set(found.map(({ hash }) => hash));
}

/** Enters internships, one statement. */
export async function insertInternships(
  handle: WriteHandle,
  entered: readonly InternshipRow[],
  at: Date,
): Promise<void> {
  if (entered.length === 0) return;
  await rows(
    handle,
    sql`insert into ${internship} (id, full_name, citizen_id_hash, citizen_id_sealed, firm_id, division_code, mentor_id, applied_on,
        declares_court_work, pledge_signed_on, state, updated_at)
      select r.*, ${at.toISOString()}::timestamptz from ${recordset(
        entered,
        'r',
        `id uuid, full_name text, citizen_id_hash text, citizen_id_sealed text, firm_id uuid, division_code text, mentor_id uuid,
         applied_on date, declares_court_work boolean, pledge_signed_on date, state text`,
      )}`,
  );
}

/** A request for an opinion, in column names. */
export interface OpinionRow {
  readonly id: string;
  readonly internship_id: string;
  readonly court_id: string;
}

/** Enters requests, one statement; a court that was asked already is not asked again. Answers the ids of the new ones. */
export async function insertOpinions(handle: WriteHandle, asked: readonly OpinionRow[], at: Date): Promise<string[]> {
  if (asked.length === 0) return [];
  const made = await rows<{ id: string }>(
    handle,
    sql`insert into ${opinion} (requested_at, id, internship_id, court_id)
      select ${at.toISOString()}::timestamptz, r.* from ${recordset(asked, 'r', 'id uuid, internship_id uuid, court_id uuid')}
      on conflict (internship_id, court_id) do nothing returning id`,
  );
  return made.map(({ id }) => id);
}

/** An internship that the writer may write, locked until the transaction ends; null when there is none within reach. */
export async function bookedInternship(act: Act, id: string): Promise<(StandingInternship & { id: string }) | null> {
  const [found] = await rows<StandingInternship & { id: string }>(
    act.handle,
    sql`select ${internship.id}, ${internship.state}, ${internship.declaresCourtWork} as "declaresCourtWork",
        ${internship.fromOn}::text as "fromOn",
        array(select o.objects from ${opinion} o where o.internship_id = ${internship.id} order by o.id) as opinions
      from ${internship} where ${internship.id} = ${id}::uuid and ${act.grant.rowsOf(internshipPolicy, act.reach)} for update`,
  );
  return found ?? null;
}

/** A request that the writer may answer, and whether it was answered; null when there is none within reach. */
export async function bookedOpinion(
  act: Act,
  id: string,
): Promise<{ readonly id: string; readonly internshipId: string; readonly isGiven: boolean } | null> {
  const [found] = await rows<{ id: string; internshipId: string; isGiven: boolean }>(
    act.handle,
    sql`select ${opinion.id}, ${opinion.internshipId} as "internshipId", ${opinion.givenAt} is not null as "isGiven"
      from ${opinion} where ${opinion.id} = ${id}::uuid and ${act.grant.rowsOf(formerCourtOpinionPolicy, act.reach)} for update`,
  );
  return found ?? null;
}

/** Writes what a court answered. */
export async function markGiven(
  act: Act,
  id: string,
  given: { readonly objects: boolean; readonly reason: string | null; readonly givenBy: string },
): Promise<void> {
  await rows(
    act.handle,
    sql`update ${opinion} set given_at = ${act.at.toISOString()}::timestamptz, objects = ${given.objects},
        reason = ${given.reason}, given_by = ${given.givenBy} where ${opinion.id} = ${id}::uuid`,
  );
}

/** Writes the state an internship is in. */
export async function markState(act: Act, id: string, state: InternshipState): Promise<void> {
  await rows(
    act.handle,
    sql`update ${internship} set state = ${state}, updated_at = ${act.at.toISOString()}::timestamptz where ${internship.id} = ${id}::uuid`,
  );
}

/** Writes a decision. */
export async function markDecided(act: Act, id: string, decision: Decided): Promise<void> {
  await rows(
    act.handle,
    sql`update ${internship} set state = ${decision.state}, from_on = ${decision.fromOn}::date, until_on = ${decision.untilOn}::date,
        decision_reason = ${decision.reason}, decided_on = ${act.grant.asker.today}::date, updated_at = ${act.at.toISOString()}::timestamptz
      where ${internship.id} = ${id}::uuid`,
  );
}

/** Writes how an internship ended. */
export async function markInternshipEnded(act: Act, id: string, on: Day, outcome: InternshipOutcome): Promise<void> {
  await rows(
    act.handle,
    sql`update ${internship} set state = ${outcome}, until_on = ${on}::date, updated_at = ${act.at.toISOString()}::timestamptz
      where ${internship.id} = ${id}::uuid`,
  );
}
