import type { Day } from '../src/kernel/day.js';
import { citiesOf, cityCodeOf, countiesOf, provinces, zhejiang } from './divisions.js';
import { type GeneratedFirm, generateFirms, type Region } from './firms.js';
import { type GeneratedLawyer, lawyersOf } from './lawyers.js';
import { Market } from './market.js';

/** How large, from which seed, and as of which day. Lawyer n is the same however many follow. */
export interface GrowthOptions {
  readonly seed: string;
  readonly firms: number;
  readonly lawyers: number;
  readonly today: Day;
}

/** The firms and lawyers of a province. */
export interface Province {
  readonly firms: readonly GeneratedFirm[];
  readonly lawyers: readonly GeneratedLawyer[];
}

const CHUNK = 5000;
/** Thousandths of the country's lawyers by province, in the order of the code; none for Taiwan, Hong Kong and Macao. */
const SHARES = [
  70, 18, 40, 21, 19, 27, 13, 15, 60, 65, 55, 32, 33, 22, 65, 55, 36, 40, 110, 25, 8, 28, 50, 22, 25, 2, 26, 13, 4, 7,
  16,
];

/** Of cities listed together the first is the largest. */
const rankWeight = (rank: number): number => (rank + 1) ** -0.9;

const citiesOfZhejiang: readonly Region[] = citiesOf(zhejiang).map(({ code }, rank) => ({
  counties: countiesOf(code).map((county) => county.code),
  weight: rankWeight(rank),
}));

const provincesOfChina: readonly Region[] = provinces
  .slice(0, SHARES.length)
  .map(({ code }, i) => ({ counties: leaningToCapital(code), weight: SHARES[i] as number }))
  .sort((a, b) => b.weight - a.weight);

/** Zhejiang with so many firms and lawyers: 120 firms and 2,000 lawyers make a newcomer's province. */
export function province(options: GrowthOptions): Province {
  const firms = generateFirms(options, citiesOfZhejiang);
  const lawyerOf = lawyersOf(options.seed, new Market(firms), options.today);
  return { firms, lawyers: Array.from({ length: options.lawyers }, (_, index) => lawyerOf(index)) };
}

/** The firms that `growNation` of the same options employs its lawyers in. */
export function nationFirms(options: Omit<GrowthOptions, 'lawyers'>): GeneratedFirm[] {
  return generateFirms(options, provincesOfChina);
}

/** The lawyers of the country in chunks of 5,000, at most 999,000. */
export function* growNation(options: GrowthOptions): Generator<GeneratedLawyer[]> {
  const lawyerOf = lawyersOf(options.seed, new Market(nationFirms(options)), options.today);
  for (let start = 0; start < options.lawyers; start += CHUNK) {
    const length = Math.min(CHUNK, options.lawyers - start);
    yield Array.from({ length }, (_, i) => lawyerOf(start + i));
  }
}

/** The counties of a province, those of its first city five times, of the second twice. */
function leaningToCapital(provinceCode: string): string[] {
  const all = countiesOf(provinceCode).map(({ code }) => code);
  const cities = [...new Set(all.map(cityCodeOf))];
  return all.flatMap((code) => Array<string>([5, 2][cities.indexOf(cityCodeOf(code))] ?? 1).fill(code));
}
