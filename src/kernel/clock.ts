import type { Day } from './day.js';

/** The only source of time. Tests give one that stands still. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

const HOUR = 3_600_000;
let known = { hour: Number.NaN, day: '' };

/** The calendar day of an instant in Asia/Shanghai. The last one is remembered: days there begin with an hour (UTC). */
export function dayOf(instant: Date): Day {
  const hour = Math.floor(instant.getTime() / HOUR);
  if (hour !== known.hour) known = { hour, day: shanghai.format(instant) };
  return known.day;
}

/** Today in Asia/Shanghai. */
export function today(clock: Clock): Day {
  return dayOf(clock.now());
}
