import { citizenIdCheck } from '../src/kernel/citizen-id.js';
import { dayNumber, dayOfNumber } from './calendar.js';
import { inventName, type SeedName } from './names.js';
import { Random, scatter } from './random.js';

/** How the n-th person of a seed is called and reached; the same whoever asks, so that a firm can name its head. */
export interface SeedContact extends SeedName {
  readonly mobile: string;
  readonly email: string;
}

/** The marks that tell one person from every other; of a seed, no two persons share one. */
export interface SeedMarks {
  readonly citizenIdNumber: string;
  /** The last six digits of the certificate number. */
  readonly serial: string;
  /** Digit 11 of the certificate number, in keeping with the citizen ID. */
  readonly sexDigit: '0' | '1';
}

/** Serials below this one are never generated: hand-written personas take theirs from there. */
const RESERVED = 1000;
const SERIALS = 1_000_000 - RESERVED;
const [SEQUENCES, DAYS, YEARS] = [999, 364, 4];
const ROADS =
  '文三路 解放路 中山中路 人民路 环城西路 建国北路 庆春路 江南大道 学院路 体育场路 府前路 钱江路 望湖路 新华路'.split(
    ' ',
  );
const HOMES = '翠苑 锦绣 金桂 听涛 枫林 兰庭 望江 景和 嘉苑 清河 东湖 桃源'.split(' ');

/** Name, mobile and e-mail of person `index`. Mail goes to a domain that cannot exist (RFC 2606). */
export function contactOf(seed: string, index: number): SeedContact {
  const random = new Random(seed, 'person', index);
  const mobile = `1${random.int(3, 9)}${String(random.int(0, 999_999_999)).padStart(9, '0')}`;
  return { ...inventName(random), mobile, email: `lawyer-${index}@example.invalid` };
}

/** Gives the marks of person `index`, born in `divisionCode` in `bornIn` or up to three years before. */
export function marksOf(seed: string): (index: number, divisionCode: string, bornIn: number) => SeedMarks {
  const serialOf = scatter(seed, 'certificate serial', SERIALS);
  const placeOf = scatter(seed, 'citizen', SEQUENCES * DAYS * YEARS);
  return (index, divisionCode, bornIn) => {
    const place = placeOf(index);
    const sequence = 1 + (place % SEQUENCES);
    const dayOfYear = Math.floor(place / SEQUENCES) % DAYS;
    const cycle = Math.floor(place / SEQUENCES / DAYS);
    const year = bornIn - ((bornIn - cycle + YEARS) % YEARS);
    const born = dayOfNumber(dayNumber(`${year}-01-01`) + dayOfYear).replaceAll('-', '');
    const first17 = divisionCode + born + String(sequence).padStart(3, '0');
    const serial = String(RESERVED + serialOf(index)).padStart(6, '0');
    return { citizenIdNumber: first17 + citizenIdCheck(first17), serial, sexDigit: sequence % 2 === 1 ? '0' : '1' };
  };
}

/** A street and number: 文三路128号. */
export const inventStreet = (random: Random): string => `${random.pick(ROADS)}${random.int(1, 899)}号`;

/** A flat: 文三路128号翠苑5幢602室. */
export function inventHome(random: Random): string {
  return `${inventStreet(random)}${random.pick(HOMES)}${random.int(1, 30)}幢${random.int(1, 24)}0${random.int(1, 4)}室`;
}
