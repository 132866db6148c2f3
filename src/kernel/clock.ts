import type { Day } from './day.js';

/** The only source of time. Tests give one that stands still. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The calendar day of an instant in Asia/Shanghai. */
export function dayOf(instant: Date): Day {
  return shanghai.format(instant);
}

/** Today in Asia/Shanghai. */
export function today(clock: Clock): Day {
  return dayOf(clock.now());
}
