import type { Day } from '../src/kernel/day.js';

const MILLIS_A_DAY = 86_400_000;
const OFFSET = 40_000;
const written: Day[] = [];

/** Days since 1970-01-01: the generator counts with these, and writes a day only once. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / MILLIS_A_DAY;

/** The calendar day of a day number. */
export function dayOfNumber(number: number): Day {
  written[number + OFFSET] ??= new Date(number * MILLIS_A_DAY).toISOString().slice(0, 10);
  return written[number + OFFSET] as Day;
}

/** Days in so many years, leap days included. */
export const years = (count: number): number => Math.round(count * 365.25);
