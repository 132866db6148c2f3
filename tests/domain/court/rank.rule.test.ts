import { expect, it } from 'vitest';
import { bandOf, ladderOf, parseRank } from '../../../src/domain/court/rank.rule.js';
import { LOWEST_RANK, rankLadders } from '../../../src/domain/court/rank.terms.js';
import { type StaffCategory, staffCategories } from '../../../src/domain/court/staff.terms.js';
import { refusalOf } from '../../kernel/refused.js';

const categories = Object.keys(staffCategories) as StaffCategory[];

it.each(categories)('%s has the ranks of its ladder and no others', (category) => {
  const ladder = ladderOf(category);
  const highest = ladder === null ? LOWEST_RANK + 1 : rankLadders[ladder].highest;
  for (let rank = -1; rank <= LOWEST_RANK + 1; rank++) {
    const isThere = rank >= highest && rank <= LOWEST_RANK;
    expect(
      refusalOf(() => parseRank(category, rank)),
      `${rank}`,
    ).toEqual(isThere ? null : ['RANK_UNKNOWN', []]);
  }
  expect(refusalOf(() => parseRank(category, 8.5))).toEqual(['RANK_UNKNOWN', []]);
});

it('an acting judge is on the ladder of judges, an assistant judge is not, an assessor is on none', () => {
  expect([
    ladderOf('ACTING_JUDGE'),
    ladderOf('ASSISTANT_JUDGE'),
    ladderOf('CLERK'),
    ladderOf('PEOPLES_ASSESSOR'),
  ]).toEqual(['JUDGE', 'ASSISTANT_JUDGE', 'SUPPORT', null]);
});

it('the band turns below 四级高级法官, and is unknown with the rank (E20, E21)', () => {
  expect([1, 6, 7, 8, 12, null].map(bandOf)).toEqual(['SENIOR', 'SENIOR', 'SENIOR', 'OTHER', 'OTHER', null]);
});
