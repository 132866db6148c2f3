import type { PenaltyBasis } from './licence.terms.js';

const articles: readonly (readonly [string, PenaltyBasis])[] = [
  ['四十七', 'LAWYERS_LAW_47'],
  ['四十八', 'LAWYERS_LAW_48'],
  ['四十九', 'LAWYERS_LAW_49'],
  ['五十一', 'LAWYERS_LAW_51'],
  ['五十', 'LAWYERS_LAW_50'],
];

/** The article of 律师法 that a legal basis cites; undefined when it cites another norm. */
export function articleCited(legalBasis: string): PenaltyBasis | undefined {
  if (!legalBasis.includes('律师法')) return undefined;
  return articles.find(([number]) => legalBasis.includes(`第${number}条`))?.[1];
}

/** Highest fine of an article in yuan (legal-rules 7.3). */
const fineCeilings: Readonly<Partial<Record<PenaltyBasis, number>>> = {
  LAWYERS_LAW_47: 5_000,
  LAWYERS_LAW_48: 10_000,
  LAWYERS_LAW_49: 50_000,
  LAWYERS_LAW_50: 100_000,
};

/** The highest fine on a lawyer or a firm, by the article cited or else by the highest that can be. */
export function fineCeiling(legalBasis: string, isFirm: boolean): number {
  const article = articleCited(legalBasis);
  return (article && fineCeilings[article]) ?? (isFirm ? 100_000 : 50_000);
}
