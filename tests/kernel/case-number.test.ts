import { expect, it } from 'vitest';
import { parseCaseNumber } from '../../src/kernel/case-number.js';
import { refusalCodeOf } from './refused.js';

it('a case number tells its year, its court and its type', () => {
  expect(parseCaseNumber('（2026）浙0106民初1号')).toEqual({
    text: '（2026）浙0106民初1号',
    year: 2026,
    courtCode: '浙0106',
    type: '民初',
  });
  expect(parseCaseNumber('（2024）最高法知民终88号')).toMatchObject({ courtCode: '最高法', type: '知民终' });
  expect(parseCaseNumber('（2025）浙01刑终305号')).toMatchObject({ courtCode: '浙01', type: '刑终' });
  expect(parseCaseNumber('（2026）浙民申7号')).toMatchObject({ courtCode: '浙', type: '民申' });
  expect(parseCaseNumber('（2026）兵0101执异2号')).toMatchObject({ courtCode: '兵0101', type: '执异' });
});

it('is one number however wide it is written', () => {
  for (const text of ['(2026)浙0106民初1号', '（２０２６）浙0106民初1号', ' (2026) 浙0106民初 1 号 '])
    expect(parseCaseNumber(text).text).toBe('（2026）浙0106民初1号');
});

it.each([
  '',
  '浙0106民初1号',
  '（2026）浙0106民初1',
  '（2026）浙0106民初01号',
  '（2026）浙01061号',
  '（2026）浙010民初1号',
  '（2026）浙0106民初1号之一',
  '（2015）杭西民初字第1号',
  '（2015）浙0106民初1号',
  '（2026）zj0106民初1号',
  '（2026）浙0106民初123456789号',
])('refuses %s', (text) => {
  expect(refusalCodeOf(() => parseCaseNumber(text))).toBe('CASE_NO_INVALID');
});
