import { describe, expect, it, test } from 'vitest';
import { type Disclosure, disclosures, type JournalReader } from '../../../src/domain/bar/journal.terms.js';
import {
  checkIssue,
  type PublishedArticle,
  type PublishedIssue,
} from '../../../src/domain/bar/journal-publishing.rule.js';
import { Refusal } from '../../../src/kernel/refusal.js';

const article = (more: Partial<PublishedArticle> = {}): PublishedArticle => ({
  title: '执业信息共享',
  body: '第一段。\n\n第二段。',
  disclosure: 'PUBLIC',
  ...more,
});
const issue = (more: Partial<PublishedIssue> = {}): PublishedIssue => ({
  journal: '浙江律师',
  year: 2026,
  number: 11,
  publishedOn: '2026-11-20',
  audience: ['COURT', 'MEMBERS'],
  articles: [article()],
  ...more,
});

/** `CODE path` of the refusal; fails when there is none. */
function refusal(sent: PublishedIssue): string {
  try {
    checkIssue(sent);
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.at.join('.')}`;
    throw error;
  }
  throw new Error('was not refused');
}
const refusalOf = (more: Partial<PublishedArticle>) => refusal(issue({ articles: [article(), article(more)] }));

describe('an issue', () => {
  it('is normalised, with nothing left out', () => {
    const sent = issue({
      journal: ' 浙江律师 ',
      audience: ['COURT', 'COURT', 'PUBLIC'],
      articles: [article({ title: ' 题 ' })],
    });
    expect(checkIssue(sent)).toEqual({
      ...issue(),
      audience: ['COURT', 'PUBLIC'],
      articles: [
        {
          title: '题',
          authors: [],
          abstract: null,
          body: '第一段。\n\n第二段。',
          disclosure: 'PUBLIC',
          audience: [],
          withheldBasis: null,
        },
      ],
    });
  });

  test.each<[string, Partial<PublishedIssue>, string]>([
    ['without a reader', { audience: [] }, 'AUDIENCE_REQUIRED audience'],
    ['without an article', { articles: [] }, 'BATCH_EMPTY articles'],
    ['of 201 articles', { articles: Array.from({ length: 201 }, () => article()) }, 'BATCH_TOO_LARGE articles'],
    ['of a year two before it came out', { year: 2024 }, 'NUMBER_OUT_OF_RANGE year'],
    ['of a year two after it came out', { year: 2028 }, 'NUMBER_OUT_OF_RANGE year'],
    ['numbered 0', { number: 0 }, 'NUMBER_OUT_OF_RANGE number'],
    ['numbered 1000', { number: 1000 }, 'NUMBER_OUT_OF_RANGE number'],
    ['of a journal without a title', { journal: ' ' }, 'TEXT_INVALID journal'],
  ])('%s is refused', (_what, more, expected) => {
    expect(refusal(issue(more))).toBe(expected);
  });

  it('may be of the year before or after, and have 200 articles', () => {
    for (const year of [2025, 2026, 2027]) expect(checkIssue(issue({ year })).year).toBe(year);
    expect(checkIssue(issue({ articles: Array.from({ length: 200 }, () => article()) })).articles).toHaveLength(200);
  });
});

describe('an article', () => {
  // disclosure → what it states: its readers, its basis
  const needs: Record<Disclosure, { audience: boolean; basis: boolean }> = {
    PUBLIC: { audience: false, basis: false },
    SHARED: { audience: false, basis: false },
    RESTRICTED: { audience: true, basis: false },
    WITHHELD: { audience: false, basis: true },
  };
  const COURT: JournalReader[] = ['COURT'];

  test.each(Object.keys(disclosures) as Disclosure[])('%s states what it must and nothing else', (disclosure) => {
    const { audience, basis } = needs[disclosure];
    const whole = { disclosure, audience: audience ? COURT : null, withheldBasis: basis ? '不宜交流' : null };
    expect(checkIssue(issue({ articles: [article(whole)] })).articles[0]).toMatchObject({
      audience: audience ? COURT : [],
      withheldBasis: whole.withheldBasis,
    });
    expect(refusalOf({ ...whole, audience: audience ? [] : COURT })).toBe(
      `${audience ? 'AUDIENCE_REQUIRED' : 'FIELD_NOT_ALLOWED'} articles.1.audience`,
    );
    expect(refusalOf({ ...whole, withheldBasis: basis ? null : '不宜交流' })).toBe(
      `${basis ? 'BASIS_REQUIRED' : 'FIELD_NOT_ALLOWED'} articles.1.withheldBasis`,
    );
  });

  it('is not restricted to everybody, nor withheld on blanks', () => {
    expect(refusalOf({ disclosure: 'RESTRICTED', audience: ['COURT', 'PUBLIC'] })).toBe(
      'FIELD_NOT_ALLOWED articles.1.audience',
    );
    expect(refusalOf({ disclosure: 'WITHHELD', withheldBasis: ' ' })).toBe('BASIS_REQUIRED articles.1.withheldBasis');
  });

  test.each<[string, Partial<PublishedArticle>, string]>([
    ['title', { title: '' }, 'TEXT_INVALID articles.1.title'],
    ['long title', { title: '题'.repeat(201) }, 'TEXT_INVALID articles.1.title'],
    ['author', { authors: ['甲', 'a\tb'] }, 'TEXT_INVALID articles.1.authors.1'],
    ['51 authors', { authors: Array.from({ length: 51 }, () => '甲') }, 'BATCH_TOO_LARGE articles.1.authors'],
    ['abstract', { abstract: ' ' }, 'TEXT_INVALID articles.1.abstract'],
    ['body', { body: 'a\u0000b' }, 'TEXT_INVALID articles.1.body'],
    ['long body', { body: '文'.repeat(500_001) }, 'TEXT_INVALID articles.1.body'],
    ['basis', { disclosure: 'WITHHELD', withheldBasis: '据'.repeat(501) }, 'TEXT_INVALID articles.1.withheldBasis'],
  ])('says which text is at fault: %s', (_what, more, expected) => {
    expect(refusalOf(more)).toBe(expected);
  });
});
