import { sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import { keptRows as rows, textArray, uuidArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import { Fact } from '../../policy/fact.js';
import { kinshipDeclaration as kinship } from './kinship.table.js';
import type { RelationKind } from './kinship.terms.js';

/** A declaration that stands: what the relative is to the member of staff. */
export interface KinshipFact {
  readonly id: string;
  readonly staffId: string;
  readonly relativeIdHash: string | null;
  readonly relativeName: string;
  readonly relativeLawyerId: string | null;
  readonly relation: RelationKind;
  readonly declaredOn: Day;
  readonly from: Day | null;
  readonly until: Day | null;
}

/** By what declarations are looked for: the relatives, or the staff who declared; names only to be reviewed. */
export interface KinshipNames {
  readonly relativeIdHashes?: readonly string[];
  readonly relativeNames?: readonly string[];
  readonly staffIds?: readonly string[];
  /** The declarations themselves. */
  readonly ids?: readonly string[];
}

/** The declarations that stand of the persons named, under the hub's own grant. */
export async function kinshipFacts(
  handle: ReadHandle | WriteHandle,
  { relativeIdHashes = [], relativeNames = [], staffIds = [], ids = [] }: KinshipNames,
): Promise<Fact<readonly KinshipFact[]>> {
  const found = await rows<KinshipFact>(
    handle,
    sql`select ${kinship.id}, ${kinship.staffId} as "staffId", ${kinship.relativeIdHash} as "relativeIdHash", ${kinship.relativeName} as "relativeName",
        ${kinship.relativeLawyerId} as "relativeLawyerId", ${kinship.relation}, ${kinship.declaredOn}::text as "declaredOn",
        ${kinship.fromOn}::text as "from", ${kinship.untilOn}::text as "until" from ${kinship}
      where (${kinship.relativeIdHash} = any(${textArray(relativeIdHashes)}) or ${kinship.relativeName} = any(${textArray(relativeNames)})
          or ${kinship.staffId} = any(${uuidArray(staffIds)}) or ${kinship.id} = any(${uuidArray(ids)}))
        and not exists (select 1 from ${kinship} c where c.supersedes = ${kinship.id}) order by ${kinship.id}`,
  );
  return new Fact(found);
}
