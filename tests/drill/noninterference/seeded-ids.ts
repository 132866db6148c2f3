/**
 * Stands in for `src/kernel/uuid.ts`, so that two hubs which do the same give their records the same ids. They still are
 * version 7 UUIDs that sort by the order in which they were made.
 */

const FIRST_MILLIS = Date.UTC(2030, 0, 1);
const MILLIS_A_STEP = 1_000;

let step = 0;
let made = 0;

/** Begins a step: the ids made from now on are those that were made when this step was begun before. */
export function rewind(to: number): void {
  step = to;
  made = 0;
}

/** The next id of this step. */
export function uuidv7(): string {
  const time = (FIRST_MILLIS + step * MILLIS_A_STEP).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(made, 3)}-8000-${digits(step * 4_096 + made++, 12)}`;
}

/** The next id of this step, of the form of a random one. */
export const randomUUID = (): string => `${digits(0xa0000000 + step, 8)}-0000-4000-8000-${digits(made++, 12)}`;

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text has the form of a UUID. */
export const isUuid = (text: string): boolean => FORM.test(text);

const digits = (value: number, count: number): string => value.toString(16).padStart(count, '0');
