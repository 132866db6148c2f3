import { citiesOf, countiesOf, provinceShort, zhejiang } from './divisions.js';
import { idsOf } from './random.js';

/** Level of a court (审级): 高级, 中级, 基层人民法院. */
export type CourtLevel = 'HIGH' | 'INTERMEDIATE' | 'BASIC';

/** A court as the seeds know it. `code` is its own (浙0106), `area` the county-level divisions it serves. */
export interface SeedCourt {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: CourtLevel;
  readonly divisionCode: string;
  readonly parentCode: string | null;
  readonly area: readonly string[];
}

const PROVINCE = '330000';
const HIGH = provinceShort(PROVINCE);
const idOf = idsOf('lushu', 'court');

const high: Omit<SeedCourt, 'id'> = {
  code: HIGH,
  name: '浙江省高级人民法院',
  level: 'HIGH',
  divisionCode: PROVINCE,
  parentCode: null,
  area: countiesOf(PROVINCE).map(({ code }) => code),
};

const intermediates = citiesOf(zhejiang).map(
  (city): Omit<SeedCourt, 'id'> => ({
    code: HIGH + city.code.slice(2, 4),
    name: `${city.name}中级人民法院`,
    level: 'INTERMEDIATE',
    divisionCode: city.code,
    parentCode: HIGH,
    area: countiesOf(city.code).map(({ code }) => code),
  }),
);

const basics = citiesOf(zhejiang).flatMap((city) =>
  countiesOf(city.code).map(
    ({ code, name }): Omit<SeedCourt, 'id'> => ({
      code: HIGH + code.slice(2),
      name: name.endsWith('区') ? `${city.name}${name}人民法院` : `${name}人民法院`,
      level: 'BASIC',
      divisionCode: code,
      parentCode: HIGH + code.slice(2, 4),
      area: [code],
    }),
  ),
);

/** The courts of Zhejiang: the high court, 11 intermediate ones, one basic court for every county or district. */
export const courts: readonly SeedCourt[] = [high, ...intermediates, ...basics].map((court, i) => ({
  id: idOf(i),
  ...court,
}));
