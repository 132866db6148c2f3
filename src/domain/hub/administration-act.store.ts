import { type SQL, sql } from 'drizzle-orm';
import { aboutAdministration } from '../../audit/administration.js';
import { auditLine } from '../../audit/audit-line.table.js';
import { decodeCursor, type Page } from '../../kernel/page.js';
import { onPage, type Reading, type Shown } from '../../operation/reading.js';
import { administrationActPolicy } from './administration-act.policy.js';

/** Order of the list of acts, named by its cursors. */
export const ACT_ORDER = 'administration-acts';

/** A stretch of time, both ends inclusive, as instants. */
export interface Stretch {
  readonly from: string | null;
  readonly to: string | null;
}

/** One page of the acts of administration within reach, latest first. */
export function listActs(reading: Reading, stretch: Stretch, page: Page, wanted: Iterable<string>): Promise<Shown[]> {
  reading.grant.fullSight(administrationActPolicy, 'at', []);
  const where = acts(stretch);
  if (page.after !== null) where.push(sql`${auditLine.id} < ${decodeCursor(page.after, ACT_ORDER).id}::uuid`);
  return reading.records(
    administrationActPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${auditLine}
      where ${sql.join([...where, rows], sql` and `)} order by ${auditLine.id} desc limit ${page.first + 1}`,
    onPage(page, false),
  );
}

/** How many acts of administration are within reach. */
export function countActs(reading: Reading, stretch: Stretch): Promise<number> {
  reading.grant.fullSight(administrationActPolicy, 'at', []);
  return reading.count(
    administrationActPolicy,
    (rows) => sql`select count(*) from ${auditLine} where ${sql.join([...acts(stretch), rows], sql` and `)}`,
  );
}

/** What was done, and what was refused. That it was also disclosed to whoever did it is another line of the same act. */
function acts({ from, to }: Stretch): SQL[] {
  const where = [
    aboutAdministration(auditLine.coordinates),
    sql`(${auditLine.kind} = 'RECORDED' or ${auditLine.outcome} <> 'ANSWERED')`,
  ];
  if (from !== null) where.push(sql`${auditLine.at} >= ${from}::timestamptz`);
  if (to !== null) where.push(sql`${auditLine.at} <= ${to}::timestamptz`);
  return where;
}
