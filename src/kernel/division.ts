import { Refusal } from './refusal.js';

const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
);

/** Whether two digits are a province of GB/T 2260. */
export const isProvince = (digits: string): boolean => PROVINCES.has(digits);

/** A division code (行政区划代码, GB/T 2260): six digits in a known province; throws DIVISION_INVALID. */
export function parseDivision(text: string): string {
  if (!/^\d{6}$/.test(text) || !isProvince(text.slice(0, 2))) throw new Refusal('DIVISION_INVALID');
  return text;
}

/** The digits that all divisions below a code share: `330000` → `33`, `330100` → `3301`. */
export function divisionPrefix(code: string): string {
  return code.replace(/(00){1,2}$/, '');
}
