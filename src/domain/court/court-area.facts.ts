import { sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import { keptRows as rows, uuidArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import { Fact } from '../../policy/fact.js';
import { courtArea, courtLineage } from './court.table.js';
import type { LineageKind } from './court.terms.js';

/** A division a court serves, from a day to a day. */
export interface AreaFact {
  readonly courtId: string;
  readonly divisionCode: string;
  readonly from: Day;
  readonly until: Day | null;
}

/** The areas of courts with their history, under the hub's own grant. */
export async function areaFacts(
  handle: ReadHandle | WriteHandle,
  courtIds: readonly string[],
): Promise<Fact<readonly AreaFact[]>> {
  const found = await rows<AreaFact>(
    handle,
    sql`select ${courtArea.courtId} as "courtId", ${courtArea.divisionCode} as "divisionCode", ${courtArea.validFrom}::text as "from",
        ${courtArea.validUntil}::text as "until" from ${courtArea} where ${courtArea.courtId} = any(${uuidArray(courtIds)})
      order by ${courtArea.courtId}, ${courtArea.validFrom}, ${courtArea.divisionCode} collate "C"`,
  );
  return new Fact(found);
}

/** A step in the lineage of courts. */
export interface LineageFact {
  readonly id: string;
  readonly fromCourtId: string;
  readonly toCourtId: string | null;
  readonly kind: LineageKind;
  readonly on: Day;
}

/** All steps of lineage, under the hub's own grant: courts are few, and a step leads to others. */
export async function lineageFacts(handle: ReadHandle | WriteHandle): Promise<Fact<readonly LineageFact[]>> {
  const found = await rows<LineageFact>(
    handle,
    sql`select ${courtLineage.id}, ${courtLineage.fromCourtId} as "fromCourtId", ${courtLineage.toCourtId} as "toCourtId",
        ${courtLineage.kind}, ${courtLineage.onDay}::text as "on" from ${courtLineage} order by ${courtLineage.onDay}, ${courtLineage.id}`,
  );
  return new Fact(found);
}
