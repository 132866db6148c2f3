import type { Day } from '../src/kernel/day.js';
import { creditCodeCheck, organisationCheck } from '../src/kernel/social-credit-code.js';
import { dayNumber, dayOfNumber, years } from './calendar.js';
import { cityCodeOf, divisionName, fullDivisionName, provinceCodeOf } from './divisions.js';
import { contactOf, inventStreet } from './people.js';
import { idsOf, Random, scatter } from './random.js';

/** A law firm (律师事务所). The person in charge is the lawyer of the same index. */
export interface GeneratedFirm {
  readonly id: string;
  readonly name: string;
  readonly unifiedSocialCreditCode: string;
  readonly practiceLicenceNo: string;
  readonly divisionCode: string;
  readonly address: string;
  readonly personInCharge: string;
  readonly personInChargeMobile: string;
  readonly openedOn: Day;
  /** The first day on which the firm is no more. */
  readonly closedOn: Day | null;
}

/** Where firms settle: counties of one city or province, with its share of all firms. */
export interface Region {
  readonly counties: readonly string[];
  readonly weight: number;
}

const FIRST = [...'砚衡澜岱煦珩璟翊栩皓澍翰湛弘朗宸霁恪笃睿谨毅勤信诺岚屿牧槿杉楷榕桓棠溪沅汀洛淮湘昀昕晟曜铎钰锦铭'];
const SECOND = [...'律典章衡言鉴策准绳矩度理恒诚允平直仁义明德安和达远道同正立本源成泽行知谦谷山石川岳峰嵘岭'];
const THIRD = [...'天元方圆中正合众联邦泰信国浩君金石海江大同和润永长新兴盛昌隆裕丰瑞祥景春秋华夏京都南北西东'];
const SERIALS = 1_000_000 - 1000;
const REGION_SUFFIX = /(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$/;

/**
 * So many firms, the largest first; deterministic by seed. The first of every region is its oldest and never closes.
 * Organisation codes MD000000 to MD000999 are never generated: hand-written firms take theirs from there.
 */
export function generateFirms(
  options: { seed: string; firms: number; today: Day },
  regions: readonly Region[],
): GeneratedFirm[] {
  const { seed, firms, today } = options;
  const idOf = idsOf(seed, 'firm');
  const serialOf = scatter(seed, 'organisation', SERIALS);
  const brandOf = scatter(seed, 'brand', FIRST.length * SECOND.length);
  const placed = firms >= regions.length ? regions.length : 1;
  const now = dayNumber(today);
  return Array.from({ length: firms }, (_, index) => {
    const random = new Random(seed, 'firm', index);
    const region = index < placed ? (regions[index] as Region) : random.draw(regions, ({ weight }) => weight);
    const divisionCode = random.pick(region.counties);
    const { opened, closed } = index < placed ? founding(random) : lifeOf(random, now, index < firms / 10);
    const serial = String(1000 + serialOf(index)).padStart(6, '0');
    const head = contactOf(seed, index);
    return {
      id: idOf(index),
      name: nameOf(random, brand(brandOf, index), divisionCode),
      unifiedSocialCreditCode: creditCodeOf(divisionCode, `MD${serial}`),
      practiceLicenceNo: `2${divisionCode.slice(0, 4)}${dayOfNumber(opened).slice(0, 4)}${random.int(1, 2)}0${serial}`,
      divisionCode,
      address: `${fullDivisionName(divisionCode)}${inventStreet(random)}${random.int(2, 38)}层`,
      personInCharge: head.fullName,
      personInChargeMobile: head.mobile,
      openedOn: dayOfNumber(opened),
      closedOn: closed === null ? null : dayOfNumber(closed),
    };
  });
}

/** A law firm's credit code (31, division, organisation code with its check, check) from eight characters. */
export function creditCodeOf(divisionCode: string, organisation8: string): string {
  const first17 = `31${divisionCode}${organisation8}${organisationCheck(organisation8)}`;
  return first17 + creditCodeCheck(first17);
}

function founding(random: Random): { opened: number; closed: null } {
  return { opened: dayNumber('1988-01-04') + random.int(0, 300), closed: null };
}

/** Large firms are old, most others young; one in 25 has closed. */
function lifeOf(random: Random, now: number, isLarge: boolean): { opened: number; closed: number | null } {
  const age = random.next() ** (isLarge ? 0.4 : 1.2) * (now - dayNumber('1989-01-01'));
  const opened = now - 60 - Math.floor(age);
  const lastClosing = now - 30;
  const hasClosed = random.chance(0.04) && opened + years(3) < lastClosing;
  return { opened, closed: hasClosed ? random.int(opened + years(3), lastClosing) : null };
}

/** Two characters while there are pairs left, then three: no two firms of a seed share a brand. */
function brand(brandOf: (index: number) => number, index: number): string {
  const pairs = FIRST.length * SECOND.length;
  const [round, pair] = [Math.floor(index / pairs), brandOf(index % pairs)];
  if (round > THIRD.length) throw new RangeError(`at most ${pairs * (THIRD.length + 1)} firms can be named`);
  const [first, second] = [FIRST[pair % FIRST.length], SECOND[Math.floor(pair / FIRST.length)]];
  return `${first}${second}${round === 0 ? '' : THIRD[round - 1]}`;
}

/** 浙江砚衡律师事务所, or for a branch of a firm from elsewhere 北京砚衡（杭州）律师事务所. */
function nameOf(random: Random, brandName: string, divisionCode: string): string {
  const province = divisionName(provinceCodeOf(divisionCode)).replace(REGION_SUFFIX, '');
  const seat = random.pick(['北京', '上海', '广东']);
  if (seat === province || !random.chance(0.08)) return `${province}${brandName}律师事务所`;
  return `${seat}${brandName}（${divisionName(cityCodeOf(divisionCode)).replace(REGION_SUFFIX, '')}）律师事务所`;
}
