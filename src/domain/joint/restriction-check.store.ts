import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { rows, textArray, uuidArray } from '../../db/rows.js';
import { uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import type { Question } from './restriction/question.terms.js';
import type { Verdict } from './restriction/verdict.terms.js';
import { restrictionCheck } from './restriction-check.table.js';
import type { Subject } from './subject.terms.js';

/** Keeps what was asked and answered (legal-rules 11), in the transaction of the check. */
export async function keepCheck(
  act: Act,
  { lawyerId, citizenIdHash, fullName }: Subject,
  question: Question,
  verdict: Verdict,
): Promise<string> {
  const { institution, unit, role, actorId, purpose } = act.grant.asker.identity;
  const id = uuidv7();
  await rows(
    act.handle,
    sql`insert into ${restrictionCheck} (id, checked_at, correlation_id, institution, unit, role, actor_id, purpose, court_id,
        division_code, lawyer_id, citizen_id_hash, full_name, question, verdict)
      values (${id}::uuid, ${act.at.toISOString()}::timestamptz, ${act.correlationId}, ${institution}, ${unit?.code ?? null}, ${role},
        ${actorId}, ${purpose}, ${unit?.courtId ?? null}::uuid, ${unit?.divisionCode ?? null}, ${lawyerId}::uuid, ${citizenIdHash},
        ${fullName}, ${JSON.stringify(question)}::jsonb, ${JSON.stringify(verdict)}::jsonb)`,
  );
  return id;
}

/** An answer that was given. */
export interface GivenAnswer {
  readonly id: string;
  readonly checkedAt: string;
  readonly role: string;
  readonly unit: string | null;
  readonly actorId: string;
  readonly courtId: string | null;
  readonly divisionCode: string | null;
  readonly lawyerId: string | null;
  readonly citizenIdHash: string | null;
  readonly fullName: string | null;
  readonly question: Question;
  readonly verdict: Verdict;
}

/** The latest answers that were given on persons, one of each asker and question, and not more than a thousand. */
export function answersOn(
  handle: WriteHandle,
  {
    lawyerIds,
    citizenIdHashes,
  }: { readonly lawyerIds: readonly string[]; readonly citizenIdHashes: readonly string[] },
): Promise<GivenAnswer[]> {
  return rows(
    handle,
    sql`select c.id, c.checked_at as "checkedAt", c.role, c.unit, c.actor_id as "actorId", c.court_id as "courtId",
        c.division_code as "divisionCode", c.lawyer_id as "lawyerId", c.citizen_id_hash as "citizenIdHash", c.full_name as "fullName",
        c.question, c.verdict
      from ${restrictionCheck} c
      where c.lawyer_id = any(${uuidArray(lawyerIds)}) or c.citizen_id_hash = any(${textArray(citizenIdHashes)})
      order by c.checked_at desc limit 1000`,
  );
}
