import { at } from '../../kernel/at.js';
import { Refusal } from '../../kernel/refusal.js';
import { longText, plainText } from '../../kernel/text.js';
import type { Disclosure, JournalReader } from './journal.terms.js';

/** Longest title of a journal or article, in characters. */
export const TITLE_LENGTH = 200;
const ARTICLES = 200;
const AUTHORS = 50;
const AUTHOR_LENGTH = 100;
const ABSTRACT_LENGTH = 5_000;
const BODY_LENGTH = 500_000;
const BASIS_LENGTH = 500;
/** An issue may be of the year before or after the one it comes out in: the last number in January, the first in December. */
const YEARS_APART = 1;
const NUMBERS_A_YEAR = 999;

/** An article as its publisher sends it. */
export interface PublishedArticle {
  readonly title: string;
  readonly authors?: readonly string[] | null;
  readonly abstract?: string | null;
  readonly body: string;
  readonly disclosure: Disclosure;
  readonly audience?: readonly JournalReader[] | null;
  readonly withheldBasis?: string | null;
}

/** An issue as its publisher sends it. */
export interface PublishedIssue {
  readonly journal: string;
  readonly year: number;
  readonly number: number;
  readonly publishedOn: string;
  readonly audience: readonly JournalReader[];
  readonly articles: readonly PublishedArticle[];
}

/** An article found good: texts normalised, nothing left out. */
export interface CheckedArticle {
  readonly title: string;
  readonly authors: readonly string[];
  readonly abstract: string | null;
  readonly body: string;
  readonly disclosure: Disclosure;
  readonly audience: readonly JournalReader[];
  readonly withheldBasis: string | null;
}

/** An issue found good. */
export type CheckedIssue = Omit<PublishedIssue, 'articles'> & { readonly articles: readonly CheckedArticle[] };

/**
 * Checks an issue by itself. Throws, with the path of the field at fault: TEXT_INVALID, NUMBER_OUT_OF_RANGE (year, number),
 * AUDIENCE_REQUIRED, BATCH_EMPTY, BATCH_TOO_LARGE, BASIS_REQUIRED, FIELD_NOT_ALLOWED.
 */
export function checkIssue(issue: PublishedIssue): CheckedIssue {
  const { year, number, publishedOn, articles } = issue;
  const journal = at(['journal'], () => plainText(issue.journal, TITLE_LENGTH));
  const published = Number(publishedOn.slice(0, 4));
  within(year, published - YEARS_APART, published + YEARS_APART, 'year');
  within(number, 1, NUMBERS_A_YEAR, 'number');
  const audience = [...new Set(issue.audience)];
  if (audience.length === 0) throw new Refusal('AUDIENCE_REQUIRED', ['audience']);
  if (articles.length === 0) throw new Refusal('BATCH_EMPTY', ['articles']);
  if (articles.length > ARTICLES) throw new Refusal('BATCH_TOO_LARGE', ['articles'], { limit: ARTICLES });
  const checked = articles.map((article, index) => at(['articles', index], () => checkArticle(article)));
  return { journal, year, number, publishedOn, audience, articles: checked };
}

function checkArticle(article: PublishedArticle): CheckedArticle {
  const { abstract, disclosure } = article;
  const authors = article.authors ?? [];
  if (authors.length > AUTHORS) throw new Refusal('BATCH_TOO_LARGE', ['authors'], { limit: AUTHORS });
  return {
    title: at(['title'], () => plainText(article.title, TITLE_LENGTH)),
    authors: authors.map((author, index) => at(['authors', index], () => plainText(author, AUTHOR_LENGTH))),
    abstract: abstract == null ? null : at(['abstract'], () => longText(abstract, ABSTRACT_LENGTH)),
    body: at(['body'], () => longText(article.body, BODY_LENGTH)),
    disclosure,
    audience: checkAudience(disclosure, [...new Set(article.audience ?? [])]),
    withheldBasis: checkBasis(disclosure, article.withheldBasis ?? null),
  };
}

/** A restricted article lists its readers, never everybody; no other article lists any. */
function checkAudience(disclosure: Disclosure, audience: readonly JournalReader[]): readonly JournalReader[] {
  if (disclosure !== 'RESTRICTED') {
    if (audience.length > 0) throw new Refusal('FIELD_NOT_ALLOWED', ['audience']);
  } else if (audience.length === 0) throw new Refusal('AUDIENCE_REQUIRED', ['audience']);
  else if (audience.includes('PUBLIC')) throw new Refusal('FIELD_NOT_ALLOWED', ['audience']);
  return audience;
}

/** A withheld article states why (依法依规不予公开或不宜交流); no other article does. */
function checkBasis(disclosure: Disclosure, basis: string | null): string | null {
  if (disclosure !== 'WITHHELD') {
    if (basis !== null) throw new Refusal('FIELD_NOT_ALLOWED', ['withheldBasis']);
    return null;
  }
  if (basis === null || basis.trim() === '') throw new Refusal('BASIS_REQUIRED', ['withheldBasis']);
  return at(['withheldBasis'], () => plainText(basis, BASIS_LENGTH));
}

function within(value: number, from: number, until: number, field: string): void {
  if (value < from || value > until) throw new Refusal('NUMBER_OUT_OF_RANGE', [field], { from, until });
}
