import { expect, it } from 'vitest';
import { endOfPrefix } from '../../src/kernel/prefix.js';

/** By code points, as PostgreSQL orders UTF-8 in the collation "C". */
const isBefore = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0;

it.each([
  ['a', 'b'],
  ['韩', '韪'],
  ['zw', 'zx'],
  ['\ud7ff', '\ue000'],
  ['𠮷', '𠮸'],
  ['a\u{10ffff}', 'b'],
  ['\u{10ffff}', null],
  ['', null],
])('the texts that begin with %j end before %j', (prefix, end) => {
  expect(endOfPrefix(prefix)).toBe(end);
});

it('what begins with a prefix lies before its end, what follows does not', () => {
  const tails = ['', '\u0001', 'z', '中', '\uffff', '𠮷', '\u{10ffff}'];
  let looked = 0;
  for (const prefix of ['a', '韩', '\ud7ff', '\uffff', '𠮷', 'x\u{10ffff}'])
    for (const tail of tails) {
      const end = endOfPrefix(prefix) as string;
      expect(isBefore(prefix + tail, end)).toBe(true);
      expect(isBefore(end + tail, end)).toBe(false);
      looked += 1;
    }
  expect(looked).toBe(42);
});
