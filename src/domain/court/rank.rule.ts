import { Refusal } from '../../kernel/refusal.js';
import { type RankLadder, rankTitles } from './rank.terms.js';
import type { ServiceCategory } from './staff.terms.js';

const ladders: Partial<Record<ServiceCategory, RankLadder>> = {
  JUDGE: 'JUDGE',
  ASSISTANT_ADJUDICATOR: 'JUDGE',
  JUDGE_ASSISTANT: 'JUDGE_ASSISTANT',
  PROSECUTOR: 'PROSECUTOR',
  PROSECUTOR_ASSISTANT: 'PROSECUTOR_ASSISTANT',
};

/** The ladder on which a category is ranked; support staff by the judge's rank they equal. Assessors have none. */
export const ladderOf = (category: ServiceCategory): RankLadder | null =>
  category === 'ASSESSOR' ? null : (ladders[category] ?? 'SUPPORT');

/** A rank by ordinal, 1 the highest, on the ladder of its category; throws RANK_UNKNOWN. */
export function parseRank(category: ServiceCategory, rank: number): number {
  const ladder = ladderOf(category);
  if (ladder === null || !rankTitles[ladder].has(rank)) throw new Refusal('RANK_UNKNOWN');
  return rank;
}
