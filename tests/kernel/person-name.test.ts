import { describe, expect, it } from 'vitest';
import { parsePersonName } from '../../src/kernel/person-name.js';
import { refusalCodeOf } from './refused.js';

describe("a person's name", () => {
  it.each(['张伟', '𠮷田', '王㛃', '李䶮', '刘𬭎', '欧阳喆', 'Anna Maria Müller', "O'Neill", '阿依古丽·买买提'])(
    '%s stays as it is',
    (name) => {
      expect(parsePersonName(name)).toBe(name);
    },
  );

  it.each([
    ['bullet', '\u2022'],
    ['katakana dot', '\u30fb'],
    ['half-width katakana dot', '\uff65'],
    ['hyphenation point', '\u2027'],
    ['dot operator', '\u22c5'],
    ['full stop between Chinese characters', '.'],
    ['full-width full stop', '\uff0e'],
    ['middle dot between blanks', ' · '],
  ])('has its %s written as a middle dot', (_, dot) => {
    expect(parsePersonName(`扎西${dot}多吉`)).toBe('扎西·多吉');
  });

  it('keeps the full stop of a Latin initial', () => {
    expect(parsePersonName('John F. Chan')).toBe('John F. Chan');
  });

  it('is composed (NFC)', () => {
    expect(parsePersonName('Mu\u0308ller')).toBe('Müller');
  });

  it('loses the blanks around it and those that pad a short name', () => {
    expect(parsePersonName('\u3000张\u3000伟 ')).toBe('张伟');
    expect(parsePersonName('Chan  Tai Man')).toBe('Chan Tai Man');
  });

  it('holds 50 characters, a rare one counting once', () => {
    expect(parsePersonName('𠮷'.repeat(50))).toBe('𠮷'.repeat(50));
    expect(refusalCodeOf(() => parsePersonName('𠮷'.repeat(51)))).toBe('TEXT_INVALID');
  });

  it.each([
    ['nothing in it', ''],
    ['blanks only', ' \u3000'],
    ['a dot only', '·'],
    ['digits only', '123'],
    ['a tab', '张\t伟'],
    ['a line break at the end', '张伟\n'],
    ['a NUL', '张\u0000伟'],
    ['a zero-width space', '张\u200b伟'],
    ['a change of direction', '张\u202e伟'],
    ['half a surrogate pair', '张\ud842'],
  ])('is refused with %s', (_, text) => {
    expect(refusalCodeOf(() => parsePersonName(text))).toBe('TEXT_INVALID');
  });
});
