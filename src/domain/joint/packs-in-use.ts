import type { PackFact } from '../hub/index.js';
import { builtInPacks } from './restriction/built-in-packs.terms.js';
import { type OpenPoint, openPoints, type RulePack, type Switches } from './restriction/pack.terms.js';

/**
 * The packs that verdicts are judged by: those Lushu comes with, and those announced to the hub. A pack announced under
 * the code of a built-in one is its next version and keeps its norms and layer; any other is the province's, whose
 * administrator announces it, and decides open points.
 */
export function packsInUse(announced: readonly PackFact[]): readonly RulePack[] {
  return [...builtInPacks, ...announced.map(packOf)];
}

function packOf({ switches, ...pack }: PackFact): RulePack {
  const before = builtInPacks.filter(({ code }) => code === pack.code).at(-1);
  return {
    ...pack,
    layer: before?.layer ?? 'PROVINCE',
    norms: before?.norms ?? [],
    switches: {
      ...before?.switches,
      ...(Object.fromEntries(
        switches.filter(({ name, value }) => isChoice(name, value)).map(({ name, value }) => [name, value]),
      ) as Partial<Switches>),
    },
  };
}

/** Whether a word decides an open point of the rules. */
export const isChoice = (name: string, value: string): boolean =>
  Object.hasOwn(openPoints, name) && openPoints[name as OpenPoint].choices.some((choice) => choice === value);
