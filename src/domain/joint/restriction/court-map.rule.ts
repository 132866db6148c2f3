import type { Day } from '../../../kernel/day.js';
import type { DatedDivision } from './facts.terms.js';
import type { CourtLineage, CourtMap } from './question.terms.js';
import { isDuring } from './stretch.rule.js';

/** The court a tribunal or circuit court is part of; any other court itself (组织法 19, 26). */
export function wholeCourt({ courts }: CourtMap, id: string): string {
  return courts.find((court) => court.id === id)?.bodyOf ?? id;
}

/** What a court became by a day, in any number of steps, with the steps taken. A renamed court is the same court. */
export interface Successor {
  readonly courtId: string;
  readonly isSameCourt: boolean;
  readonly steps: readonly string[];
}

/** All courts that follow a court by a day (E6); a cycle in the data ends the walk. */
export function successorsOf({ lineage }: CourtMap, courtId: string, on: Day): Successor[] {
  const found: Successor[] = [];
  const walk = (from: Successor): void => {
    for (const step of lineage.filter((one) => one.fromCourtId === from.courtId && one.on <= on)) {
      if (step.toCourtId === courtId || found.some((one) => one.courtId === step.toCourtId)) continue;
      const next = after(from, step);
      found.push(next);
      walk(next);
    }
  };
  walk({ courtId, isSameCourt: true, steps: [] });
  return found;
}

const after = (from: Successor, step: CourtLineage): Successor => ({
  courtId: step.toCourtId,
  isSameCourt: from.isSameCourt && step.kind === 'RENAMED',
  steps: [...from.steps, step.id],
});

/** Whether divisions lie in the area of a court on a day; null when the area or the divisions are not known. */
export function isInArea(map: CourtMap, courtId: string, divisions: readonly string[] | null, on: Day): boolean | null {
  const area = areaOn(map, courtId, on);
  if (area === null || divisions === null) return null;
  return area === 'COUNTRY' || divisions.every((division) => area.has(division));
}

/** The divisions of a court's area on a day: explicit lists, of its successors when it is no more; null when not known. */
export function areaOn(map: CourtMap, courtId: string, on: Day): ReadonlySet<string> | 'COUNTRY' | null {
  const whole = wholeCourt(map, courtId);
  const own = divisionsOf(map, whole, on);
  if (own === 'COUNTRY' || own.size > 0) return own;
  const followers = successorsOf(map, whole, on).flatMap(({ courtId: id }) => {
    const area = divisionsOf(map, id, on);
    return area === 'COUNTRY' ? [] : [...area];
  });
  return followers.length > 0 ? new Set(followers) : null;
}

function divisionsOf({ courts }: CourtMap, id: string, on: Day): ReadonlySet<string> | 'COUNTRY' {
  const court = courts.find((one) => one.id === id);
  if (court?.isNationwide) return 'COUNTRY';
  return new Set((court?.area ?? []).filter((part) => isDuring(part, on)).map(({ divisionCode }) => divisionCode));
}

/** The division code of a place on a day; the code it has today for days before it had one. Null when not known. */
export function divisionOn(place: readonly DatedDivision[], on: Day, today: Day): string | null {
  const code = (day: Day) => place.find((part) => isDuring(part, day))?.divisionCode;
  return code(on) ?? code(today) ?? null;
}
