/**
 * Ladders of ranks (等级序列), 法官法 art. 26 and its mirrors. Ordinals are one scale for all: 1 首席大法官, 4 一级高级,
 * 7 四级高级, 8 一级, 12 五级; a support rank is told by the judge's rank it equals (相当职级).
 */
export const rankLadders = {
  JUDGE: { zh: '法官等级', highest: 1 },
  ASSISTANT_JUDGE: { zh: '法官助理等级', highest: 4 },
  PROSECUTOR: { zh: '检察官等级', highest: 1 },
  PROSECUTOR_ASSISTANT: { zh: '检察官助理等级', highest: 4 },
  SUPPORT: { zh: '相当职级层次的审判、检察辅助人员', highest: 4 },
} as const;
export type RankLadder = keyof typeof rankLadders;

/** The lowest rank of every ladder. */
export const LOWEST_RANK = 12;

/** The ordinal of 四级高级法官 and its equals: here and above it the three years of 61号 art. 4(2) apply. */
export const SENIOR_LINE = 7;

/** What others are told of a rank (等级档次): at or above that line, or below it. */
export const rankBands = { SENIOR: '四级高级以上', OTHER: '其他' } as const;
export type RankBand = keyof typeof rankBands;
