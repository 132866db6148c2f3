import { Refusal } from './refusal.js';

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;

/** The open end of a period: later than every day that can be written, equal to PostgreSQL's `infinity`. */
export const FOREVER: Day = 'infinity';

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLIS_A_DAY = 86_400_000;

/** Whether the text is a day of the Gregorian calendar between 1900 and 2200. */
export function isDay(text: string): boolean {
  const parts = FORM.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The text as a day; throws DATE_INVALID. */
export function parseDay(text: string): Day {
  if (!isDay(text)) throw new Refusal('DATE_INVALID');
  return text;
}

/** The day `count` days later (earlier when negative). `FOREVER` stays. */
export function addDays(day: Day, count: number): Day {
  if (day === FOREVER) return FOREVER;
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * MILLIS_A_DAY).toISOString().slice(0, 10);
}

/** The same day of the month `count` months later, clamped to the month's end (legal-rules section 4). */
export function addMonths(day: Day, count: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const months = year * 12 + (month - 1) + count;
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1];
  return text(toYear, toMonth, Math.min(date, daysIn(toYear, toMonth)));
}

/** The last day, inclusive, of a term of `months` months that begins on `from`. */
export function lastDayOfTerm(from: Day, months: number): Day {
  return addDays(addMonths(from, months), -1);
}

/** `FOREVER` sorts after every written day because a letter sorts after a digit. */
export const isBefore = (a: Day, b: Day): boolean => a < b;
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
export const later = (a: Day, b: Day): Day => (a < b ? b : a);

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function text(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
