import { describe, expect, it } from 'vitest';
import { ItemDateScalar, ItemDateTimeScalar } from '../../src/operation/scalars.js';
import { faultIn, Unusable } from '../../src/operation/unusable.js';

const found = (input: unknown) => {
  const fault = faultIn(input);
  return fault && [fault.code, fault.at];
};

describe('what cannot be used of an input', () => {
  it.each([
    ['nothing', null, null],
    ['ordinary values', { a: [1, true, null, undefined, '𠮷·'], b: { c: 'x' } }, null],
    ['a NUL', { a: [{ b: 'x' }, { b: '\0' }] }, ['TEXT_UNSTORABLE', ['a', 1, 'b']]],
    ['half a surrogate pair', 'a\ud842', ['TEXT_UNSTORABLE', []]],
    ['a stand-in', { p: { on: new Unusable('DATE_INVALID') } }, ['DATE_INVALID', ['p', 'on']]],
    ['the first of two', { a: '\0', b: '\0' }, ['TEXT_UNSTORABLE', ['a']]],
  ])('%s', (_what, input, fault) => {
    expect(found(input)).toEqual(fault);
  });

  it('is found at any depth', () => {
    let input: unknown = '\0';
    for (let n = 0; n < 200_000; n++) input = [input];
    expect(faultIn(input)?.at).toHaveLength(200_000);
  });
});

describe('a day in an item of a batch', () => {
  it('is taken as it is when it is one', () => {
    expect(ItemDateScalar.parseValue('2024-02-29')).toBe('2024-02-29');
    expect(ItemDateTimeScalar.parseValue('2026-01-01T08:00:00+08:00')).toBe('2026-01-01T00:00:00.000Z');
  });

  it.each(['2026-02-30', '', '2026-2-3', '\0'])('%j stands as unusable, for its item to answer', (text) => {
    expect(ItemDateScalar.parseValue(text)).toEqual(new Unusable('DATE_INVALID'));
    expect(ItemDateTimeScalar.parseValue(text)).toEqual(new Unusable('DATE_INVALID'));
  });

  it.each([20260101, true, {}])('%j is of the wrong kind and refuses the request', (value) => {
    expect(() => ItemDateScalar.parseValue(value)).toThrow(expect.objectContaining({ code: 'VARIABLES_INVALID' }));
  });
});
