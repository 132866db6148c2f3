import { type SQL, sql } from 'drizzle-orm';
import { uuidArray } from '../../db/rows.js';
import { decodeCursor, type Page } from '../../kernel/page.js';
import { isUuid } from '../../kernel/uuid.js';
import { grouped, onPage, type Reading, type Shown } from '../../operation/reading.js';
import { formerCourtOpinionPolicy, internshipPolicy } from './internship.policy.js';
import { formerCourtOpinion, internship } from './internship.table.js';
import type { InternshipState } from './internship.terms.js';

type Wanted = Iterable<string>;

/** Order of the list of internships, named by its cursors. */
export const INTERNSHIP_ORDER = 'internships';

/** An internship by id, within reach. */
export async function internshipById(reading: Reading, id: string, wanted: Wanted): Promise<Shown | null> {
  if (!isUuid(id)) return null;
  const [found] = await reading.records(
    internshipPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${internship} where ${internship.id} = ${id}::uuid and ${rows}`,
  );
  return found ?? null;
}

/** One page of the internships within reach, those entered last first; in one state when asked. */
export function listInternships(
  reading: Reading,
  state: InternshipState | null,
  page: Page,
  wanted: Wanted,
): Promise<Shown[]> {
  const where = [inState(reading, state)];
  if (page.after !== null) where.push(sql`${internship.id} < ${decodeCursor(page.after, INTERNSHIP_ORDER).id}::uuid`);
  return reading.records(
    internshipPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${internship}
      where ${sql.join([...where, rows], sql` and `)} order by ${internship.id} desc limit ${page.first + 1}`,
    onPage(page, false),
  );
}

/** How many internships are within reach. */
export function countInternships(reading: Reading, state: InternshipState | null): Promise<number> {
  return reading.count(
    internshipPolicy,
    (rows) => sql`select count(*) from ${internship} where ${inState(reading, state)} and ${rows}`,
  );
}

function inState({ grant }: Reading, state: InternshipState | null): SQL {
  if (state === null) return sql`true`;
  return sql`(${grant.sight(internshipPolicy, 'state', ['state'])} and ${internship.state} = ${state})`;
}

/** What was asked of former courts on several internships, within reach, in order of asking. */
export async function opinionsOn(
  reading: Reading,
  internshipIds: readonly string[],
  wanted: Wanted,
): Promise<Map<string, Shown[]>> {
  const found = await reading.records(
    formerCourtOpinionPolicy,
    wanted,
    ({
      select,
      rows,
    }) => sql`select ${select}, ${formerCourtOpinion.internshipId} as "ofInternship" from ${formerCourtOpinion}
      where ${formerCourtOpinion.internshipId} = any(${uuidArray(internshipIds)}) and ${rows} order by ${formerCourtOpinion.id}`,
  );
  return grouped(found, 'ofInternship');
}

/** An opinion by id, within reach. */
export async function opinionById(reading: Reading, id: string, wanted: Wanted): Promise<Shown | null> {
  const [found] = await reading.records(
    formerCourtOpinionPolicy,
    wanted,
    ({ select, rows }) =>
      sql`select ${select} from ${formerCourtOpinion} where ${formerCourtOpinion.id} = ${id}::uuid and ${rows}`,
  );
  return found ?? null;
}
