/** Ladders of ranks (等级序列), 法官法 art. 26 and its mirrors; all are numbered alike, 1 the highest. */
export const rankLadders = {
  JUDGE: '法官',
  JUDGE_ASSISTANT: '法官助理',
  PROSECUTOR: '检察官',
  PROSECUTOR_ASSISTANT: '检察官助理',
  SUPPORT: '辅助人员相当职级',
} as const;
export type RankLadder = keyof typeof rankLadders;

/** What others are told of a rank (等级档次): at or above the line of 61号 art. 4(2), or below it. */
export const rankBands = { SENIOR: '四级高级以上', OTHER: '其他' } as const;
export type RankBand = keyof typeof rankBands;

/** The ordinal of 四级高级法官 and its equals: here and above it the three years of 61号 art. 4(2) apply. */
export const SENIOR_LINE = 7;

const grades = ['一级', '二级', '三级', '四级', '五级'] as const;
const ranked = (first: number, names: readonly string[]): readonly (readonly [number, string])[] =>
  names.map((name, i) => [first + i, name]);
const ladder = (top: string | null, noun: string, assistant: string) =>
  new Map([
    ...(top ? ranked(1, [`首席${top}`, `一级${top}`, `二级${top}`]) : []),
    ...ranked(
      4,
      grades.slice(0, 4).map((grade) => `${grade}高级${noun}${assistant}`),
    ),
    ...ranked(
      8,
      grades.map((grade) => `${grade}${noun}${assistant}`),
    ),
  ]);

/**
 * The titles of a ladder by ordinal. Assistants begin at 4, so that equal ordinals are equal standing; a support rank is
 * told by the judge's rank it equals (相当职级).
 */
export const rankTitles: Readonly<Record<RankLadder, ReadonlyMap<number, string>>> = {
  JUDGE: ladder('大法官', '法官', ''),
  JUDGE_ASSISTANT: ladder(null, '法官', '助理'),
  PROSECUTOR: ladder('大检察官', '检察官', ''),
  PROSECUTOR_ASSISTANT: ladder(null, '检察官', '助理'),
  SUPPORT: new Map(ranked(1, Array.from({ length: 12 }, (_, i) => `相当于第${i + 1}等`))),
};
