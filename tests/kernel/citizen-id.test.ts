import { describe, expect, it } from 'vitest';
import { citizenIdCheck, parseCitizenId } from '../../src/kernel/citizen-id.js';
import { refusalCodeOf } from './refused.js';

const ofTheStandard = ['11010519491231002X', '440524188001010014'];

describe('a citizen ID number', () => {
  it.each(ofTheStandard)('%s of the standard is one', (number) => {
    expect(citizenIdCheck(number.slice(0, 17))).toBe(number[17]);
    expect(parseCitizenId(number)).toBe(number);
  });

  it('may name a division that does not exist', () => {
    expect(parseCitizenId('990101198001010014')).toBe('990101198001010014');
  });

  it('ends in a capital X', () => {
    expect(parseCitizenId('11010519491231002x')).toBe('11010519491231002X');
  });

  it.each([
    ['an impossible birth date behind a valid check', '990101199002290016'],
    ['a month that does not exist', '990101198013010011'],
    ['a wrong check', '110105194912310021'],
    ['17 digits', '11010519491231002'],
    ['the 15 digits of old', '110105491231002'],
    ['a blank in front', ' 11010519491231002X'],
    ['a line break behind', '11010519491231002X\n'],
    ['nothing in it', ''],
  ])('is refused with %s', (_, text) => {
    expect(refusalCodeOf(() => parseCitizenId(text))).toBe('CITIZEN_ID_INVALID');
  });

  it('is refused when any one digit is another', () => {
    const right = '990101198001010014';
    const wrong = [...right].flatMap((digit, i) =>
      [...'0123456789']
        .filter((other) => other !== digit)
        .map((other) => right.slice(0, i) + other + right.slice(i + 1)),
    );
    expect(wrong).toHaveLength(18 * 9);
    expect(new Set(wrong.map((text) => refusalCodeOf(() => parseCitizenId(text))))).toEqual(
      new Set(['CITIZEN_ID_INVALID']),
    );
  });
});
