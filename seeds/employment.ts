import { years } from './calendar.js';
import type { Ending } from './careers.js';
import type { Employer, Market } from './market.js';
import type { Random } from './random.js';

/** A firm and the day (number) on which the lawyer joined it. */
export interface Stay {
  readonly employer: Employer;
  readonly from: number;
}

/** How many firms are joined after the first, and how often. */
const MOVES = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3];
const SETTLING = 120;

/** The firms of a working life, each standing while it is stayed in: until the next, or until `until`. */
export function workingLife(random: Random, market: Market, ending: Ending, until: number): Stay[] {
  const days = [dayOfGrant(random, market.openedOn, ending.freeUntil)];
  for (let moves = random.pick(MOVES); moves > 0; moves--)
    days.push(random.int((days[0] as number) + SETTLING, ending.freeUntil));
  days.sort((a, b) => a - b);
  const kept = days.filter(
    (day, i) => i === 0 || (day - (days[i - 1] as number) >= SETTLING && day <= ending.freeUntil),
  );
  const stays: Stay[] = [];
  for (const [i, from] of kept.entries()) {
    const last = stays.at(-1)?.employer ?? null;
    const employer = market.hire(random, last, from, kept[i + 1] ?? until);
    if (employer !== last) stays.push({ employer, from });
  }
  return stays;
}

/** The firms of the head of `employer`: most came from elsewhere to open it, and leave when it closes. */
export function headsLife(random: Random, market: Market, employer: Employer, until: number): Stay[] {
  const { opened, closed } = employer;
  const granted = Math.max(market.openedOn + 300, opened - years(3) - random.int(0, years(12)));
  const school = granted < opened - years(3) ? market.hire(random, employer, granted, opened) : employer;
  const founding: Stay[] = [{ employer, from: opened }];
  if (school !== employer) founding.unshift({ employer: school, from: granted });
  if (closed > until) return founding;
  const leaving = closed - random.int(0, 60);
  return [...founding, { employer: market.hire(random, employer, leaving, until), from: leaving }];
}

/** A day of first practice between the opening of the market and `latest`; the profession grows, so most are late. */
export function dayOfGrant(random: Random, earliest: number, latest: number): number {
  return latest - Math.floor(random.next() ** 1.6 * (latest - earliest));
}
