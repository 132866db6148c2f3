import { Refusal } from './refusal.js';

/** A case number (案号), taken apart; `text` is the one form that is stored and compared. */
export interface CaseNumber {
  readonly text: string;
  readonly year: number;
  /** The court's own code (法院代字): 最高法, 浙, 浙01, 浙0106. */
  readonly courtCode: string;
  /** What kind of case it is (类型代字): 民初, 刑终, 执异; a special character before it included. */
  readonly type: string;
}

const FORM = /^\((\d{4})\)(最高法|\p{Script=Han}(?:\d{2}){0,2})(\p{Script=Han}{1,12})([1-9]\d{0,7})号$/u;
const FIRST_YEAR = 2016;

/**
 * A case number of the rules in force since 2016 (人民法院案件案号的若干规定, legal-rules 8.4): `(year)court-code type number 号`.
 * Parentheses and digits of either width are taken, and stored as `（2026）浙0106民初1号`. Throws CASE_NO_INVALID.
 */
export function parseCaseNumber(text: string): CaseNumber {
  const [, year = '', courtCode = '', type = '', serial = ''] =
    FORM.exec(text.normalize('NFKC').replace(/\s/gu, '')) ?? [];
  if (Number(year) < FIRST_YEAR) throw new Refusal('CASE_NO_INVALID');
  return { text: `（${year}）${courtCode}${type}${serial}号`, year: Number(year), courtCode, type };
}
