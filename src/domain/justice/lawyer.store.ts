import { type SQL, sql } from 'drizzle-orm';
import { textArray, uuidArray } from '../../db/rows.js';
import type { Reading, Shown } from '../../operation/reading.js';
import { lawyerPolicy, lawyersOn, numberInForce } from './lawyer.policy.js';
import { certificate, lawyer } from './lawyer.table.js';
import { certificatePolicy } from './licence-event.policy.js';

const today = (reading: Reading) => reading.grant.asker.today;

/** Lawyers by id, one statement. */
export async function lawyersByIds(
  reading: Reading,
  ids: readonly string[],
  wanted: Iterable<string>,
): Promise<Map<string, Shown>> {
  const found = await reading.records(
    lawyerPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${lawyersOn(today(reading))}
      where ${lawyer.id} = any(${uuidArray(ids)}) and ${rows}`,
  );
  return new Map(found.map((row) => [row.id, row]));
}

/**
 * Lawyers by certificate number, one statement. A number no longer in force finds its lawyer only for an asker who may
 * see former numbers of that lawyer.
 */
export async function lawyersByCertificateNo(
  reading: Reading,
  numbers: readonly string[],
  wanted: Iterable<string>,
): Promise<Map<string, Shown>> {
  const asked = textArray(numbers);
  const found = await reading.records(
    lawyerPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select}, asked.number as "askedNo"
      from (${holders(reading, asked)}) asked join (${lawyersOn(today(reading))}) on ${lawyer.id} = asked.id where ${rows}`,
  );
  return new Map(found.map((row) => [row.askedNo as string, row]));
}

/** Who holds these numbers: now, for everybody; formerly, for those who see former numbers. */
function holders({ grant }: Reading, asked: SQL): SQL {
  const now = sql`select ${lawyer.id} as id, c.certificate_no as number
    from ${certificate} c join (${lawyersOn(grant.asker.today)}) on ${lawyer.id} = c.lawyer_id
    where c.certificate_no = any(${asked}) and c.certificate_no = ${numberInForce}`;
  const reach = grant.rights.reach('Certificate');
  if (reach === '-') return now;
  const formerly = sql`select c.lawyer_id as id, c.certificate_no as number from ${certificate} c
    where c.certificate_no = any(${asked}) and ${grant.rows(certificatePolicy)}`;
  return reach === 'all' ? formerly : sql`${now} union ${formerly}`;
}
