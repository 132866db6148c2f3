import type { AuthorityLevel } from '../src/domain/justice/licence.terms.js';
import {
  citiesOf,
  cityCodeOf,
  countiesOf,
  divisionName,
  fullDivisionName,
  provinceCodeOf,
  zhejiang,
} from './divisions.js';
import { idsOf } from './random.js';

/** A unit of the justice department or of the bar. `area` holds the codes of every level it answers for. */
export interface SeedBureau {
  readonly id: string;
  readonly code: string;
  readonly institution: 'JUSTICE' | 'BAR';
  readonly name: string;
  readonly divisionCode: string;
  readonly area: readonly string[];
}

/** Who decides on a lawyer, and at what level. */
export interface Authority {
  readonly name: string;
  readonly level: AuthorityLevel;
}

const SLUGS = 'hangzhou ningbo wenzhou jiaxing huzhou shaoxing jinhua quzhou zhoushan taizhou lishui'.split(' ');
const MUNICIPALITIES = ['110000', '120000', '310000', '500000'];
const PROVINCE = '330000';
const idOf = idsOf('lushu', 'bureau');
const everywhere = zhejiang.map(({ code }) => code);

const cityBureaus = citiesOf(zhejiang).map(({ code, name }, i) => ({
  code: `${SLUGS[i]}-bureau`,
  institution: 'JUSTICE' as const,
  name: `${name}司法局`,
  divisionCode: code,
  area: [code, ...countiesOf(code).map((county) => county.code)],
}));

/** The units of Zhejiang: the department of justice, its 11 city bureaus, the lawyers association. */
export const bureaus: readonly SeedBureau[] = [
  {
    code: 'zj-justice',
    institution: 'JUSTICE' as const,
    name: '浙江省司法厅',
    divisionCode: PROVINCE,
    area: everywhere,
  },
  ...cityBureaus,
  { code: 'zj-bar', institution: 'BAR' as const, name: '浙江省律师协会', divisionCode: PROVINCE, area: everywhere },
].map((bureau, i) => ({ id: idOf(i), ...bureau }));

/** The province's organ, which licenses and revokes: 司法厅, in a municipality 司法局. */
export function provincialAuthority(divisionCode: string): Authority {
  const province = provinceCodeOf(divisionCode);
  const kind = MUNICIPALITIES.includes(province) ? '司法局' : '司法厅';
  return { name: divisionName(province) + kind, level: 'PROVINCE' };
}

/** The organ that warns, fines and suspends: the city's bureau, in a municipality the district's. */
export function cityAuthority(divisionCode: string): Authority {
  if (MUNICIPALITIES.includes(provinceCodeOf(divisionCode)))
    return { name: `${fullDivisionName(divisionCode)}司法局`, level: 'MUNICIPAL_DISTRICT' };
  return { name: `${divisionName(cityCodeOf(divisionCode))}司法局`, level: 'CITY' };
}

/** The lawyers association of the city, which disciplines; its level is that of the city. */
export function barAuthority(divisionCode: string): Authority {
  return { name: `${divisionName(cityCodeOf(divisionCode))}律师协会`, level: 'CITY' };
}
