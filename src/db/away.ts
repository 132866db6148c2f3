import { Refusal } from '../kernel/refusal.js';

const socketCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'EAI_AGAIN',
  'ENOENT',
]);
const driverSentences =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|connection ended/i;

/** Whether an error says that the database cannot be reached or is shutting down (SQLSTATE class 08, 57P0x, 53300). */
export function isAway(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    const code = (cause as { code?: unknown }).code;
    if (typeof code === 'string' && (socketCodes.has(code) || /^(08|57P0|53300)/.test(code))) return true;
    if (driverSentences.test(cause.message)) return true;
    if (cause instanceof AggregateError && cause.errors.some(isAway)) return true;
  }
  return false;
}

/** Whether an error says that others held what was waited for, or the time of the statement ran out (SQLSTATE 55P03, 57014). */
export function isBusy(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === '55P03' || code === '57014';
}

/** Whether PostgreSQL refused a statement for what it takes: memory, files, complexity, time (SQLSTATE classes 53, 54; 57014). */
function isTooMuch(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^(53|54|57014)/.test(code);
}

/** Turns what PostgreSQL refuses to run into READ_REFUSED, "the database is away" into DATABASE_UNAVAILABLE; others pass through. */
export function asRefused(error: unknown): unknown {
  if (isAway(error)) return away(error);
  return isTooMuch(error) ? Object.assign(new Refusal('READ_REFUSED'), { cause: error }) : error;
}

/** Turns "the database is away" into DATABASE_UNAVAILABLE and passes every other error through. */
export function asAway(error: unknown): unknown {
  return isAway(error) ? away(error) : error;
}

/** DATABASE_UNAVAILABLE with what the driver said behind it, for the operator. */
export function away(cause: unknown): Refusal {
  return Object.assign(new Refusal('DATABASE_UNAVAILABLE'), { cause });
}
