import { sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import { keptRows as rows } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import { Fact } from '../../policy/fact.js';
import { rulePack } from './rule-pack.table.js';
import type { RuleSwitch } from './rule-pack.terms.js';

/** A rule pack as it is on record; everybody may read all of it. */
export interface PackFact {
  readonly code: string;
  readonly version: string;
  readonly issuer: string;
  readonly title: string;
  readonly effectiveFrom: Day;
  readonly effectiveUntil: Day | null;
  readonly switches: readonly RuleSwitch[];
}

/** All rule packs on record. */
export async function packFacts(handle: ReadHandle | WriteHandle): Promise<Fact<readonly PackFact[]>> {
  const found = await rows<PackFact>(
    handle,
    sql`select ${rulePack.code}, ${rulePack.version}, ${rulePack.issuer}, ${rulePack.title}, ${rulePack.effectiveFrom}::text as "effectiveFrom",
        ${rulePack.effectiveUntil}::text as "effectiveUntil", ${rulePack.switches} from ${rulePack}
      order by ${rulePack.code} collate "C", ${rulePack.effectiveFrom}`,
  );
  return new Fact(found);
}
