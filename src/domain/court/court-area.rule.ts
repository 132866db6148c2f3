import { at } from '../../kernel/at.js';
import { addDays, type Day, FOREVER, isBefore } from '../../kernel/day.js';
import { parseDivision } from '../../kernel/division.js';
import { Refusal } from '../../kernel/refusal.js';

/** The divisions a court serves from a day to a day, inclusive; `until` null while the list lasts. */
export interface AreaList {
  readonly from: Day;
  readonly until?: Day | null;
  readonly divisions: readonly string[];
}

/** A division in a court's area for a stretch of days. */
export interface AreaStretch {
  readonly divisionCode: string;
  readonly from: Day;
  readonly until: Day | null;
}

/** The days a court stands. */
export interface Standing {
  readonly validFrom: Day;
  readonly validUntil: Day | null;
}

/**
 * The area of a court with dated lists put in the place of what was on record from the first of them on. Throws
 * FIELD_REQUIRED, PERIOD_INVALID, AREA_GAP, AREA_EMPTY, DIVISION_INVALID, COURT_NOT_STANDING, with the path.
 */
export function areaWith(
  recorded: readonly AreaStretch[],
  lists: readonly AreaList[],
  court: Standing,
): readonly AreaStretch[] {
  const [first] = lists;
  if (!first) throw new Refusal('FIELD_REQUIRED', ['lists']);
  lists.forEach((list, index) => {
    at(['lists', index], () => checkList(list, lists[index - 1], court));
  });
  const end = lists.at(-1)?.until ?? null;
  if (end !== court.validUntil && !(end === null && court.validUntil === null))
    throw new Refusal('AREA_GAP', ['lists', lists.length - 1, 'until']);
  const before = addDays(first.from, -1);
  const kept = recorded.filter(({ from }) => isBefore(from, first.from)).map((stretch) => cut(stretch, before));
  if (first.from !== court.validFrom && !kept.some(({ until }) => until === before))
    throw new Refusal('AREA_GAP', ['lists', 0, 'from']);
  return joined([...kept, ...lists.flatMap(stretchesOf)]);
}

function checkList({ from, until, divisions }: AreaList, previous: AreaList | undefined, court: Standing): void {
  if (until != null && isBefore(until, from)) throw new Refusal('PERIOD_INVALID', ['until']);
  if (isBefore(from, court.validFrom) || isBefore(court.validUntil ?? FOREVER, from))
    throw new Refusal('COURT_NOT_STANDING', ['from']);
  if (previous && (previous.until == null || addDays(previous.until, 1) !== from))
    throw new Refusal('AREA_GAP', ['from']);
  if (divisions.length === 0) throw new Refusal('AREA_EMPTY', ['divisions']);
  divisions.forEach((code, index) => {
    at(['divisions', index], () => parseDivision(code));
    if (divisions.indexOf(code) !== index) throw new Refusal('AREA_EMPTY', ['divisions', index]);
  });
}

const cut = (stretch: AreaStretch, last: Day): AreaStretch =>
  isBefore(stretch.until ?? FOREVER, last) ? stretch : { ...stretch, until: last };

const stretchesOf = ({ from, until, divisions }: AreaList): AreaStretch[] =>
  divisions.map((divisionCode) => ({ divisionCode, from, until: until ?? null }));

/** A division that stays from one list to the next is one stretch. */
function joined(stretches: readonly AreaStretch[]): AreaStretch[] {
  const last = new Map<string, AreaStretch>();
  const whole: AreaStretch[] = [];
  for (const stretch of stretches.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const before = last.get(stretch.divisionCode);
    const goesOn = before?.until != null && addDays(before.until, 1) === stretch.from;
    const now = goesOn ? { ...before, until: stretch.until } : stretch;
    if (goesOn) whole.splice(whole.indexOf(before), 1);
    whole.push(now);
    last.set(stretch.divisionCode, now);
  }
  return whole;
}
