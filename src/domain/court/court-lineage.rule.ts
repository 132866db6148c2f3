import { addDays, type Day } from '../../kernel/day.js';
import { Refusal } from '../../kernel/refusal.js';
import type { LineageKind } from './court.terms.js';
import type { Standing } from './court-area.rule.js';

/** A step of lineage: what became of a court, by id. */
export interface LineageStep {
  readonly fromCourtId: string;
  readonly toCourtId: string | null;
}

/** A court that takes part in a step. */
export type LineageCourt = Standing & { readonly id: string };

/** Kinds after which the old court stands no more; a split leaves it standing. */
export const endsCourt = (kind: LineageKind): boolean => kind !== 'SPLIT';

const standsOn = ({ validFrom, validUntil }: Standing, on: Day): boolean =>
  validFrom <= on && (validUntil === null || on <= validUntil);

/**
 * Checks a step against the courts and the steps on record. Throws FIELD_REQUIRED, LINEAGE_CYCLE, LINEAGE_EXISTS,
 * COURT_NOT_STANDING.
 */
export function checkStep(
  kind: LineageKind,
  on: Day,
  from: LineageCourt,
  to: LineageCourt | null,
  recorded: readonly LineageStep[],
): void {
  if (to === null && kind !== 'ABOLISHED') throw new Refusal('FIELD_REQUIRED', ['toCourt']);
  if (to && descends(from.id, to.id, recorded)) throw new Refusal('LINEAGE_CYCLE', ['toCourt']);
  const isKnown = recorded.some(
    ({ fromCourtId, toCourtId }) => fromCourtId === from.id && toCourtId === (to?.id ?? null),
  );
  if (isKnown) throw new Refusal('LINEAGE_EXISTS', ['fromCourt']);
  const before = addDays(on, -1);
  if (!standsOn(from, before)) throw new Refusal('COURT_NOT_STANDING', ['fromCourt']);
  if (to && !standsOn(to, on)) throw new Refusal('COURT_NOT_STANDING', ['toCourt']);
  if (endsCourt(kind) && from.validUntil !== null && from.validUntil !== before)
    throw new Refusal('LINEAGE_EXISTS', ['on']);
}

/** Whether a court is another or comes after it by the steps on record. */
function descends(courtId: string, from: string, recorded: readonly LineageStep[]): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === courtId) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const { fromCourtId, toCourtId } of recorded) if (fromCourtId === id && toCourtId) open.push(toCourtId);
  }
  return false;
}
