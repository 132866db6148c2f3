import { sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import { keptRows as rows, textArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import { Fact } from '../../policy/fact.js';
import { formerCourtOpinion, internship } from './internship.table.js';

/** What a former court answered before an internship was registered (61号 art. 7). */
export interface OpinionFact {
  readonly id: string;
  readonly citizenIdHash: string;
  readonly courtId: string;
  readonly objects: boolean;
  readonly givenOn: Day;
}

/** The opinions given on persons, known by keyed hash, under the hub's own grant. */
export async function opinionFacts(
  handle: ReadHandle | WriteHandle,
  citizenIdHashes: readonly string[],
): Promise<Fact<readonly OpinionFact[]>> {
  if (citizenIdHashes.length === 0) return new Fact([]);
  const found = await rows<OpinionFact>(
    handle,
    sql`select ${formerCourtOpinion.id}, ${internship.citizenIdHash} as "citizenIdHash", ${formerCourtOpinion.courtId} as "courtId",
        ${formerCourtOpinion.objects}, (${formerCourtOpinion.givenAt} at time zone 'Asia/Shanghai')::date::text as "givenOn"
      from ${formerCourtOpinion} join ${internship} on ${internship.id} = ${formerCourtOpinion.internshipId}
      where ${internship.citizenIdHash} = any(${textArray(citizenIdHashes)}) and ${formerCourtOpinion.givenAt} is not null
      order by ${formerCourtOpinion.id}`,
  );
  return new Fact(found);
}
