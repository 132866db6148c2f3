import { Refusal } from '../../kernel/refusal.js';
import { LOWEST_RANK, type RankBand, type RankLadder, rankLadders, SENIOR_LINE } from './rank.terms.js';
import type { StaffCategory } from './staff.terms.js';

const ladders: Partial<Record<StaffCategory, RankLadder>> = {
  JUDGE: 'JUDGE',
  ACTING_JUDGE: 'JUDGE',
  ASSISTANT_JUDGE: 'ASSISTANT_JUDGE',
  PROSECUTOR: 'PROSECUTOR',
  PROSECUTOR_ASSISTANT: 'PROSECUTOR_ASSISTANT',
};

/** The ladder on which a category is ranked; support staff by the judge's rank they equal. Assessors have none. */
export const ladderOf = (category: StaffCategory): RankLadder | null =>
  category === 'PEOPLES_ASSESSOR' ? null : (ladders[category] ?? 'SUPPORT');

/** A rank by ordinal, 1 the highest, that the ladder of the category has; throws RANK_UNKNOWN. */
export function parseRank(category: StaffCategory, rank: number): number {
  const ladder = ladderOf(category);
  if (ladder === null || !Number.isInteger(rank) || rank < rankLadders[ladder].highest || rank > LOWEST_RANK)
    throw new Refusal('RANK_UNKNOWN');
  return rank;
}

/** The band of a rank, by ordinal and never by name (61号 art. 4(2)); null when the rank is not known. */
export const bandOf = (rank: number | null): RankBand | null =>
  rank === null ? null : rank <= SENIOR_LINE ? 'SENIOR' : 'OTHER';
