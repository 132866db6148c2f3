import { type SQL, sql } from 'drizzle-orm';
import { textArray, uuidArray } from '../../db/rows.js';
import type { Reading, Shown } from '../../operation/reading.js';
import { lawyerPolicy, lawyersOn } from './lawyer.policy.js';
import { certificate, lawyer } from './lawyer.table.js';
import { certificatePolicy } from './licence-event.policy.js';

const today = (reading: Reading) => reading.grant.asker.today;

/** Lawyers by id, one statement. */
export async function lawyersByIds(
  reading: Reading,
  ids: readonly string[],
  wanted: Iterable<string>,
): Promise<Map<string, Shown>> {
  const found = await readLawyers(reading, wanted, sql`${lawyer.id} = any(${uuidArray(ids)})`);
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
  const former = formerNumbers(reading, numbers);
  const found = await readLawyers(
    reading,
    wanted,
    sql`${lawyer.certificateNo} = any(${textArray(numbers)}) ${former ? sql`or ${lawyer.id} in (${former})` : sql``}`,
    sql`, ${lawyer.certificateNo} as "askedNo" ${
      former
        ? sql`, (select array_agg(c.certificate_no) from ${certificate} c
            where c.lawyer_id = ${lawyer.id} and c.certificate_no = any(${textArray(numbers)})) as "formerNos"`
        : sql``
    }`,
  );
  const byNumber = new Map<string, Shown>();
  for (const row of found) {
    const { askedNo, formerNos } = row as Shown & { askedNo: string; formerNos?: string[] | null };
    for (const number of [askedNo, ...(formerNos ?? [])]) byNumber.set(number, row);
  }
  return byNumber;
}

/** The lawyers whose former numbers are asked, within reach; undefined when the asker reaches no former number. */
function formerNumbers(reading: Reading, numbers: readonly string[]): SQL | undefined {
  const { grant } = reading;
  if (grant.rights.field('Lawyer.certificates') === '-') return undefined;
  return sql`select c.lawyer_id from ${certificate} c
    where c.certificate_no = any(${textArray(numbers)}) and ${grant.rows(certificatePolicy)}`;
}

function readLawyers(reading: Reading, wanted: Iterable<string>, where: SQL, more: SQL = sql``): Promise<Shown[]> {
  return reading.records(
    lawyerPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select}${more} from ${lawyersOn(today(reading))} where (${where}) and ${rows}`,
  );
}
