import { expect, it } from 'vitest';
import { type AreaList, type AreaStretch, areaWith } from '../../../src/domain/court/court-area.rule.js';
import { refusalOf } from '../../kernel/refused.js';

const court = { validFrom: '2000-01-01', validUntil: null };
const stretch = (divisionCode: string, from: string, until: string | null = null): AreaStretch => ({
  divisionCode,
  from,
  until,
});
const list = (from: string, until: string | null, ...divisions: string[]): AreaList => ({ from, until, divisions });
const recorded = [stretch('330102', '2000-01-01'), stretch('330104', '2000-01-01')];

it('the first list begins with the court', () => {
  expect(areaWith([], [list('2000-01-01', null, '330102')], court)).toEqual([stretch('330102', '2000-01-01')]);
  expect(refusalOf(() => areaWith([], [list('2000-01-02', null, '330102')], court))).toEqual([
    'AREA_GAP',
    ['lists', 0, 'from'],
  ]);
});

it('a new list cuts what was before; a division that stays is one stretch (Hangzhou 2021)', () => {
  expect(areaWith(recorded, [list('2021-04-09', null, '330102', '330114')], court)).toEqual([
    stretch('330104', '2000-01-01', '2021-04-08'),
    stretch('330102', '2000-01-01'),
    stretch('330114', '2021-04-09'),
  ]);
});

it('a list of earlier days takes the place of all that came after it', () => {
  const now = areaWith(recorded, [list('2021-04-09', null, '330102')], court);
  expect(
    areaWith(now, [list('2010-01-01', '2011-12-31', '330105'), list('2012-01-01', null, '330102')], court),
  ).toEqual([
    stretch('330104', '2000-01-01', '2009-12-31'),
    stretch('330102', '2000-01-01', '2009-12-31'),
    stretch('330105', '2010-01-01', '2011-12-31'),
    stretch('330102', '2012-01-01'),
  ]);
});

it('a list of the first day takes the place of everything', () => {
  expect(areaWith(recorded, [list('2000-01-01', null, '330106')], court)).toEqual([stretch('330106', '2000-01-01')]);
});

it('the last list ends with the court', () => {
  const gone = { validFrom: '2000-01-01', validUntil: '2021-04-08' };
  expect(refusalOf(() => areaWith([], [list('2000-01-01', null, '330104')], gone))).toEqual([
    'AREA_GAP',
    ['lists', 0, 'until'],
  ]);
  expect(areaWith([], [list('2000-01-01', '2021-04-08', '330104')], gone)).toEqual([
    stretch('330104', '2000-01-01', '2021-04-08'),
  ]);
});

it.each([
  [
    'days are left out between two',
    [list('2010-01-01', '2010-12-31', '330102'), list('2011-01-02', null, '330102')],
    ['AREA_GAP', ['lists', 1, 'from']],
  ],
  [
    'two cover the same day',
    [list('2010-01-01', '2010-12-31', '330102'), list('2010-12-31', null, '330102')],
    ['AREA_GAP', ['lists', 1, 'from']],
  ],
  [
    'an open one is followed',
    [list('2010-01-01', null, '330102'), list('2011-01-01', null, '330102')],
    ['AREA_GAP', ['lists', 1, 'from']],
  ],
  ['the last ends', [list('2010-01-01', '2010-12-31', '330102')], ['AREA_GAP', ['lists', 0, 'until']]],
  [
    'one ends before it begins',
    [list('2010-01-02', '2010-01-01', '330102')],
    ['PERIOD_INVALID', ['lists', 0, 'until']],
  ],
  ['one is before the court', [list('1999-12-31', null, '330102')], ['COURT_NOT_STANDING', ['lists', 0, 'from']]],
  ['one is empty', [list('2010-01-01', null)], ['AREA_EMPTY', ['lists', 0, 'divisions']]],
  [
    'one names a division twice',
    [list('2010-01-01', null, '330102', '330102')],
    ['AREA_EMPTY', ['lists', 0, 'divisions', 1]],
  ],
  ['one names no division', [list('2010-01-01', null, '33010')], ['DIVISION_INVALID', ['lists', 0, 'divisions', 0]]],
  ['there are none', [], ['FIELD_REQUIRED', ['lists']]],
])('lists are refused when %s', (_words, lists, refusal) => {
  expect(refusalOf(() => areaWith(recorded, lists, court))).toEqual(refusal);
});
