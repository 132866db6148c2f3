import { Refusal } from './refusal.js';

const FORM = /^[1-9]\d{5}((?:18|19|20)\d{2})(\d{2})(\d{2})\d{3}[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** The 18th character of a citizen ID number (公民身份号码, GB 11643-1999; ISO 7064 MOD 11-2), from the 17 before it. */
export function citizenIdCheck(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17.charAt(i)), 0);
  return CHECKS[sum % 11] as string;
}

/**
 * A citizen ID number with its `x` made `X`; throws CITIZEN_ID_INVALID. The birth date has to be a real day; the
 * division is not looked up, since numbers keep divisions that are long gone.
 */
export function parseCitizenId(text: string): string {
  const number = text.toUpperCase();
  const [, year, month, day] = FORM.exec(number)?.map(Number) ?? [];
  if (!year || !month || !day || !isReal(year, month, day) || citizenIdCheck(number.slice(0, 17)) !== number[17])
    throw new Refusal('CITIZEN_ID_INVALID');
  return number;
}

/** Not `isDay`, which begins in 1900: the standard's own sample was born in 1880. */
function isReal(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
