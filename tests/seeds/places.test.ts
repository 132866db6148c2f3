import { describe, expect, it } from 'vitest';
import { bureaus, cityAuthority, provincialAuthority } from '../../seeds/bureaus.js';
import { courts } from '../../seeds/courts.js';
import { citiesOf, countiesOf, fullDivisionName, nation, provinces, zhejiang } from '../../seeds/divisions.js';

const duplicates = (values: readonly string[]): string[] => values.filter((value, i) => values.indexOf(value) !== i);
const cities = citiesOf(zhejiang);
const counties = countiesOf('330000');

describe('the divisions', () => {
  it('of Zhejiang are 11 cities and 90 counties', () => {
    expect([cities.length, counties.length, zhejiang.length]).toEqual([11, 90, 102]);
    expect(cities.map(({ code }) => countiesOf(code).length)).toEqual([13, 10, 12, 7, 5, 6, 9, 6, 4, 9, 9]);
  });

  it('of the nation are 34 provinces, and each code has its parent', () => {
    expect(provinces).toHaveLength(34);
    const codes = nation.map(({ code }) => code);
    expect(duplicates(codes)).toEqual([]);
    expect(nation.filter(({ parentCode }) => parentCode !== null && !codes.includes(parentCode))).toEqual([]);
    expect(nation.filter(({ parentCode }) => parentCode === null)).toEqual(provinces);
  });

  it('are written out in full, a municipality once', () => {
    expect(fullDivisionName('330106')).toBe('浙江省杭州市西湖区');
    expect(fullDivisionName('110105')).toBe('北京市朝阳区');
  });
});

describe('the courts of Zhejiang', () => {
  it('are a high court, 11 intermediate and 90 basic ones, each under the next', () => {
    const counted = (level: string) => courts.filter((court) => court.level === level).length;
    expect([counted('HIGH'), counted('INTERMEDIATE'), counted('BASIC')]).toEqual([1, 11, 90]);
    const codes = courts.map(({ code }) => code);
    expect(duplicates([...codes, ...courts.map(({ id }) => id), ...courts.map(({ name }) => name)])).toEqual([]);
    expect(courts.filter(({ parentCode }) => !codes.includes(parentCode ?? '浙'))).toEqual([]);
  });

  it.each([
    ['浙', '浙江省高级人民法院', 90],
    ['浙01', '杭州市中级人民法院', 13],
    ['浙0106', '杭州市西湖区人民法院', 1],
    ['浙0212', '宁波市鄞州区人民法院', 1],
    ['浙0782', '义乌市人民法院', 1],
    ['浙11', '丽水市中级人民法院', 9],
    ['浙1127', '景宁畲族自治县人民法院', 1],
  ])('%s is %s and serves %i counties', (code, name, served) => {
    const court = courts.find((one) => one.code === code);
    expect([court?.name, court?.area.length]).toEqual([name, served]);
  });

  it('leave no city and no county without one', () => {
    const served = (level: string) => courts.filter((court) => court.level === level).flatMap(({ area }) => area);
    expect(served('BASIC').sort()).toEqual(counties.map(({ code }) => code));
    expect(served('INTERMEDIATE').sort()).toEqual(counties.map(({ code }) => code));
    const seats = courts.filter(({ level }) => level === 'INTERMEDIATE').map(({ divisionCode }) => divisionCode);
    expect(seats).toEqual(cities.map(({ code }) => code));
  });
});

describe('the bureaus of Zhejiang', () => {
  it('are the department, 11 city bureaus and the bar', () => {
    expect(bureaus.map(({ code }) => code)).toEqual([
      'zj-justice',
      ...'hangzhou ningbo wenzhou jiaxing huzhou shaoxing jinhua quzhou zhoushan taizhou lishui'
        .split(' ')
        .map((slug) => `${slug}-bureau`),
      'zj-bar',
    ]);
    expect(duplicates(bureaus.map(({ id }) => id))).toEqual([]);
    expect(bureaus.find(({ code }) => code === 'taizhou-bureau')?.name).toBe('台州市司法局');
  });

  it('answer for their city and its counties, the department and the bar for all', () => {
    const areaOf = (code: string) => bureaus.find((bureau) => bureau.code === code)?.area;
    expect(areaOf('zj-justice')).toHaveLength(102);
    expect(areaOf('zj-bar')).toEqual(areaOf('zj-justice'));
    expect(areaOf('zhoushan-bureau')).toEqual(['330900', '330902', '330903', '330921', '330922']);
  });

  it('decide by level: city or municipal district, and province', () => {
    expect(cityAuthority('330212')).toEqual({ name: '宁波市司法局', level: 'CITY' });
    expect(cityAuthority('110105')).toEqual({ name: '北京市朝阳区司法局', level: 'MUNICIPAL_DISTRICT' });
    expect(provincialAuthority('330212')).toEqual({ name: '浙江省司法厅', level: 'PROVINCE' });
    expect(provincialAuthority('310115')).toEqual({ name: '上海市司法局', level: 'PROVINCE' });
  });
});
