import { type SQL, sql } from 'drizzle-orm';
import { decodeCursor, type Page } from '../../kernel/page.js';
import { isUuid } from '../../kernel/uuid.js';
import { onPage, type Reading, type Shown } from '../../operation/reading.js';
import { firmJobPolicy } from './firm-job.policy.js';
import { firmJob } from './firm-job.table.js';

/** Order of the list of jobs, named by its cursors. */
export const JOB_ORDER = 'firm-jobs';

/** One page of the jobs within reach, those entered last first; of one firm when asked. */
export function listJobs(
  reading: Reading,
  firmId: string | null,
  page: Page,
  wanted: Iterable<string>,
): Promise<Shown[]> {
  const where = [inFirm(reading, firmId)];
  if (page.after !== null) where.push(sql`${firmJob.id} < ${decodeCursor(page.after, JOB_ORDER).id}::uuid`);
  return reading.records(
    firmJobPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${firmJob}
      where ${sql.join([...where, rows], sql` and `)} order by ${firmJob.id} desc limit ${page.first + 1}`,
    onPage(page, false),
  );
}

/** How many jobs are within reach. */
export function countJobs(reading: Reading, firmId: string | null): Promise<number> {
  return reading.count(
    firmJobPolicy,
    (rows) => sql`select count(*) from ${firmJob} where ${inFirm(reading, firmId)} and ${rows}`,
  );
}

function inFirm({ grant }: Reading, firmId: string | null): SQL {
  if (firmId === null) return sql`true`;
  const seen = grant.sight(firmJobPolicy, 'firm', ['firmId']);
  return isUuid(firmId) ? sql`(${seen} and ${firmJob.firmId} = ${firmId}::uuid)` : sql`false`;
}
