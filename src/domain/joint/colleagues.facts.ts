import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import type { Day } from '../../kernel/day.js';
import { Fact, ofTheHub } from '../../policy/fact.js';
import { staffWhoAreLawyers } from '../court/index.js';
import { lawyersOfFirms } from '../justice/index.js';
import type { Colleagues } from './question-of-case.js';

/** Former staff who are lawyers of these firms on a day, and the courts they served (legal-rules E12), by firm. */
export async function colleaguesOf(
  handle: ReadHandle | WriteHandle,
  firmIds: readonly (string | null)[],
  on: Day,
): Promise<Fact<ReadonlyMap<string, Colleagues>>> {
  const named = [...new Set(firmIds.filter((id) => id !== null))];
  if (named.length === 0) return new Fact(new Map());
  const lawyers = ofTheHub(await lawyersOfFirms(handle, named, on));
  const firmOf = new Map(lawyers.map(({ lawyerId, firmId }) => [lawyerId, firmId]));
  const staff = ofTheHub(await staffWhoAreLawyers(handle, [...firmOf.keys()]));
  const byFirm = Map.groupBy(staff, ({ lawyerId }) => firmOf.get(lawyerId) as string);
  return new Fact(
    new Map(
      [...byFirm].map(([firmId, members]) => [
        firmId,
        members.map(({ staffId, courtIds }) => ({ personId: staffId, courtIds })),
      ]),
    ),
  );
}
