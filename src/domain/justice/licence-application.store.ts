import { type SQL, sql } from 'drizzle-orm';
import { decodeCursor, type Page } from '../../kernel/page.js';
import { onPage, type Reading, type Shown } from '../../operation/reading.js';
import { licenceApplicationPolicy } from './licence-application.policy.js';
import { licenceApplication } from './licence-application.table.js';
import type { ApplicationState } from './licence-application.terms.js';

/** Order of the list of applications, named by its cursors. */
export const APPLICATION_ORDER = 'licence-applications';

/** One page of the applications within reach, those entered last first; in one state when asked. */
export function listApplications(
  reading: Reading,
  state: ApplicationState | null,
  page: Page,
  wanted: Iterable<string>,
): Promise<Shown[]> {
  const where = [inState(reading, state)];
  if (page.after !== null)
    where.push(sql`${licenceApplication.id} < ${decodeCursor(page.after, APPLICATION_ORDER).id}::uuid`);
  return reading.records(
    licenceApplicationPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${licenceApplication}
      where ${sql.join([...where, rows], sql` and `)} order by ${licenceApplication.id} desc limit ${page.first + 1}`,
    onPage(page, false),
  );
}

/** How many applications are within reach. */
export function countApplications(reading: Reading, state: ApplicationState | null): Promise<number> {
  return reading.count(
    licenceApplicationPolicy,
    (rows) => sql`select count(*) from ${licenceApplication} where ${inState(reading, state)} and ${rows}`,
  );
}

function inState({ grant }: Reading, state: ApplicationState | null): SQL {
  if (state === null) return sql`true`;
  return sql`(${grant.sight(licenceApplicationPolicy, 'state', ['state'])} and ${licenceApplication.state} = ${state})`;
}
