import { describe, expect, it } from 'vitest';
import {
  creditCodeCheck,
  hasCreditCodeForm,
  isCreditCode,
  organisationCheck,
} from '../../src/kernel/social-credit-code.js';

const published = '91350100M000100Y43';
const synthetic = ['31330000E00000002F', '31330100MD0000008H', '31410000MD0000016M', '51330000MD00000240'];

describe('a unified social credit code', () => {
  it.each([published, ...synthetic])('%s passes both checks', (code) => {
    expect(isCreditCode(code)).toBe(true);
    expect(creditCodeCheck(code.slice(0, 17))).toBe(code[17]);
    expect(organisationCheck(code.slice(8, 16))).toBe(code[16]);
  });

  it('fails when any one character is another', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const wrong = [...published].flatMap((right, i) =>
      [...alphabet]
        .filter((other) => other !== right)
        .map((other) => published.slice(0, i) + other + published.slice(i + 1)),
    );
    expect(wrong).toHaveLength(18 * 30);
    expect(wrong.filter(isCreditCode)).toEqual([]);
  });

  it('has its form even when the check fails, as some early real codes do', () => {
    expect(hasCreditCodeForm('31330000E00000002G')).toBe(true);
    expect(isCreditCode('31330000E00000002G')).toBe(false);
  });

  it.each([
    ['the letter O', '31330000EO0000002F'],
    ['lower case', '31330000e00000002F'],
    ['a letter in the division', '3133000AE00000002F'],
    ['17 characters', '31330000E00000002'],
    ['19 characters', '31330000E00000002F0'],
    ['a line break behind', '31330000E00000002F\n'],
  ])('has not its form with %s', (_, text) => {
    expect(hasCreditCodeForm(text)).toBe(false);
    expect(isCreditCode(text)).toBe(false);
  });
});
