import { sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import { rows, uuidArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import { Fact } from '../../policy/fact.js';
import { mediatorRosterEntry as entry } from './roster.table.js';

/** An entry as the reactions of joint need to know it. */
export interface ListedLawyer {
  readonly id: string;
  readonly lawyerId: string;
  readonly courtId: string;
}

/** The LISTED entries of lawyers whose term is not over on a day, under the hub's own grant. */
export async function rosterEntriesOfLawyers(
  handle: ReadHandle | WriteHandle,
  lawyerIds: readonly string[],
  today: Day,
): Promise<Fact<readonly ListedLawyer[]>> {
  const found = await rows<ListedLawyer>(
    handle,
    sql`select ${entry.id}, ${entry.lawyerId} as "lawyerId", ${entry.courtId} as "courtId" from ${entry}
      where ${entry.lawyerId} = any(${uuidArray(lawyerIds)}) and ${entry.state} = 'LISTED'
        and coalesce(${entry.listedUntil}, 'infinity') >= ${today}::date order by ${entry.id}`,
  );
  return new Fact(found);
}
