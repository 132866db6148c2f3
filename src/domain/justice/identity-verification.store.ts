import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { rows, uuidArray } from '../../db/rows.js';
import { decodeCursor, type Page } from '../../kernel/page.js';
import type { Act } from '../../operation/act.js';
import { onPage, type Reading, type Shown } from '../../operation/reading.js';
import type { MatchedLawyer } from './identity-verification.facts.js';
import { identityVerificationPolicy } from './identity-verification.policy.js';
import { identityVerification } from './identity-verification.table.js';

/** Enters the result of a verification; of the facts shown nothing is kept. */
export async function insertVerification(act: Act, id: string, matched: MatchedLawyer | null): Promise<void> {
  const { unit } = act.grant.asker.identity;
  await act.handle.insert(identityVerification).values({
    id,
    unitCode: unit?.code ?? '',
    courtId: unit?.courtId ?? null,
    lawyerId: matched?.lawyerId ?? null,
    result: matched ? 'MATCH' : 'NO_MATCH',
    licenceStatus: matched?.licenceStatus ?? null,
    verifiedAt: act.at.toISOString(),
  });
}

/** A verification by id, within reach. */
export async function verificationById(reading: Reading, id: string, wanted: Iterable<string>): Promise<Shown | null> {
  const [found] = await reading.records(
    identityVerificationPolicy,
    wanted,
    ({ select, rows: reach }) =>
      sql`select ${select} from ${identityVerification} where ${identityVerification.id} = ${id}::uuid and ${reach}`,
  );
  return found ?? null;
}

/** One page of verifications within reach, latest first. */
export function listVerifications(reading: Reading, page: Page, wanted: Iterable<string>): Promise<Shown[]> {
  const before =
    page.after === null
      ? sql`true`
      : sql`${identityVerification.id} < ${decodeCursor(page.after, 'identity-verifications').id}::uuid`;
  return reading.records(
    identityVerificationPolicy,
    wanted,
    ({ select, rows: reach }) => sql`select ${select} from ${identityVerification} where ${reach} and ${before}
      order by ${identityVerification.id} desc limit ${page.first + 1}`,
    onPage(page, false),
  );
}

/** How many verifications are within reach. */
export function countVerifications(reading: Reading): Promise<number> {
  return reading.count(
    identityVerificationPolicy,
    (reach) => sql`select count(*) from ${identityVerification} where ${reach}`,
  );
}

/** The matches among verifications made at a court, for the reactions of joint. */
export function verificationsForAlert(
  handle: WriteHandle,
  ids: readonly string[],
): Promise<{ lawyerId: string; courtId: string; licenceStatus: string | null }[]> {
  return rows(
    handle,
    sql`select lawyer_id as "lawyerId", court_id as "courtId", licence_status as "licenceStatus" from ${identityVerification}
      where id = any(${uuidArray(ids)}) and result = 'MATCH' and court_id is not null`,
  );
}
