import { type SQL, sql } from 'drizzle-orm';
import { decodeCursor, type Page } from '../../kernel/page.js';
import { onPage, type Reading, type Shown } from '../../operation/reading.js';
import { contactProposalPolicy } from './contact-proposal.policy.js';
import { contactProposal } from './contact-proposal.table.js';

/** One page of proposals within reach, oldest first; in one state when asked. */
export function listProposals(
  reading: Reading,
  state: string | null,
  page: Page,
  wanted: Iterable<string>,
): Promise<Shown[]> {
  const where = inState(state);
  if (page.after !== null)
    where.push(sql`${contactProposal.id} > ${decodeCursor(page.after, 'contact-proposals').id}::uuid`);
  return reading.records(
    contactProposalPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${contactProposal}
      where ${sql.join([...where, rows], sql` and `)} order by ${contactProposal.id} limit ${page.first + 1}`,
    onPage(page, false),
  );
}

/** How many proposals are within reach. */
export function countProposals(reading: Reading, state: string | null): Promise<number> {
  return reading.count(
    contactProposalPolicy,
    (rows) => sql`select count(*) from ${contactProposal} where ${sql.join([...inState(state), rows], sql` and `)}`,
  );
}

/** A proposal by id, within reach. */
export async function proposalById(reading: Reading, id: string, wanted: Iterable<string>): Promise<Shown | null> {
  const [found] = await reading.records(
    contactProposalPolicy,
    wanted,
    ({ select, rows }) =>
      sql`select ${select} from ${contactProposal} where ${contactProposal.id} = ${id}::uuid and ${rows}`,
  );
  return found ?? null;
}

const inState = (state: string | null): SQL[] => (state === null ? [] : [sql`${contactProposal.state} = ${state}`]);
