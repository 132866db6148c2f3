import type { Day } from '../../../kernel/day.js';
import type { NormCode } from './norm.terms.js';
import { type PackVersion, packLayers, type RulePack, type Switches } from './pack.terms.js';
import { isDuring } from './stretch.rule.js';

/** The packs of one day, as one book. */
export interface Rulebook {
  readonly switches: Partial<Switches>;
  readonly versions: readonly PackVersion[];
  /** Whether a national pack is in force: without one nothing can be permitted. */
  readonly isComplete: boolean;
  isInForce(norm: NormCode): boolean;
}

const order = Object.keys(packLayers);

/**
 * The rules of a day: of every code the version in force that began last; a province decides before the nation, a
 * locality before its province. A norm counts on its own days only (E23).
 */
export function rulebookOn(packs: readonly RulePack[], on: Day): Rulebook {
  const counting = currentVersions(packs, on);
  const norms = new Set(
    counting.flatMap((pack) => pack.norms.filter((norm) => isDuring(norm, on)).map(({ code }) => code)),
  );
  return {
    switches: Object.assign({}, ...counting.map((pack) => pack.switches)),
    versions: counting.map(({ code, version }) => ({ code, version })),
    isComplete: counting.some((pack) => pack.layer === 'NATIONAL'),
    isInForce: (norm) => norms.has(norm),
  };
}

function currentVersions(packs: readonly RulePack[], on: Day): RulePack[] {
  const byCode = new Map<string, RulePack>();
  for (const pack of packs) {
    if (!isDuring({ from: pack.effectiveFrom, until: pack.effectiveUntil }, on)) continue;
    const other = byCode.get(pack.code);
    if (!other || isLater(pack, other)) byCode.set(pack.code, pack);
  }
  return [...byCode.values()].sort(
    (a, b) => order.indexOf(a.layer) - order.indexOf(b.layer) || (isLater(a, b) ? 1 : -1),
  );
}

function isLater(a: RulePack, b: RulePack): boolean {
  return a.effectiveFrom === b.effectiveFrom ? a.version > b.version : a.effectiveFrom > b.effectiveFrom;
}
