import { type SQL, sql } from 'drizzle-orm';
import { uuidArray } from '../../db/rows.js';
import { decodeCursor, type Page } from '../../kernel/page.js';
import { isUuid } from '../../kernel/uuid.js';
import { grouped, onPage, type Reading, type Shown } from '../../operation/reading.js';
import { representationPolicy } from './representation.policy.js';
import { representation } from './representation.table.js';

type Wanted = Iterable<string>;

/** Order of the list of representations, named by its cursors. */
export const REPRESENTATION_ORDER = 'representations';

/** Representations by id, within reach. One statement. */
export async function representationsByIds(
  reading: Reading,
  ids: readonly string[],
  wanted: Wanted,
): Promise<Map<string, Shown>> {
  const found = await reading.records(
    representationPolicy,
    wanted,
    ({ select, rows }) =>
      sql`select ${select} from ${representation} where ${representation.id} = any(${uuidArray(ids.filter(isUuid))}) and ${rows}`,
  );
  return new Map(found.map((row) => [row.id, row]));
}

/** One page of the representations within reach, those entered last first; `open` asks for those that run, or that ended. */
export function listRepresentations(
  reading: Reading,
  open: boolean | null,
  page: Page,
  wanted: Wanted,
): Promise<Shown[]> {
  const where = [running(reading, open)];
  if (page.after !== null)
    where.push(sql`${representation.id} < ${decodeCursor(page.after, REPRESENTATION_ORDER).id}::uuid`);
  return reading.records(
    representationPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${representation}
      where ${sql.join([...where, rows], sql` and `)} order by ${representation.id} desc limit ${page.first + 1}`,
    onPage(page, false),
  );
}

/** How many representations are within reach. */
export function countRepresentations(reading: Reading, open: boolean | null): Promise<number> {
  return reading.count(
    representationPolicy,
    (rows) => sql`select count(*) from ${representation} where ${running(reading, open)} and ${rows}`,
  );
}

function running({ grant }: Reading, open: boolean | null): SQL {
  if (open === null) return sql`true`;
  const ended = grant.expression(representationPolicy, 'ended');
  return sql`(${grant.sight(representationPolicy, 'ended', ['open'])} and ${ended} = ${!open})`;
}

/** The representations in several cases, within reach, in order of entry. */
export async function representationsOfCases(
  reading: Reading,
  caseIds: readonly string[],
  wanted: Wanted,
): Promise<Map<string, Shown[]>> {
  const found = await reading.records(
    representationPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select}, ${representation.caseId} as "ofCase" from ${representation}
      where ${representation.caseId} = any(${uuidArray(caseIds)}) and ${rows} order by ${representation.id}`,
  );
  return grouped(found, 'ofCase');
}
