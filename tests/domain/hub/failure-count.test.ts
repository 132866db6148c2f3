import { expect, it } from 'vitest';
import { FailureCount } from '../../../src/domain/hub/failure-count.js';

const MINUTE = 60_000;

it('the fifth failure of a pair within fifteen minutes locks it for fifteen minutes', () => {
  const count = new FailureCount();
  const times = [0, 1, 2, 3].map((minute) => minute * MINUTE);
  expect(times.map((at) => count.failed('a', 'here', at))).toEqual([false, false, false, false]);
  expect(count.lockedUntil('a', 'here', 4 * MINUTE)).toBe(0);
  expect(count.failed('a', 'here', 4 * MINUTE)).toBe(true);
  expect(count.lockedUntil('a', 'here', 19 * MINUTE - 1)).toBe(19 * MINUTE);
  expect(count.lockedUntil('a', 'here', 19 * MINUTE)).toBe(0);
});

it('a failure counts for fifteen minutes', () => {
  const count = new FailureCount();
  for (let i = 0; i < 4; i++) count.failed('a', 'here', 0);
  expect(count.failed('a', 'here', 15 * MINUTE)).toBe(false);
  for (let i = 0; i < 3; i++) count.failed('b', 'here', 0);
  count.failed('b', 'here', 1);
  expect(count.failed('b', 'here', 15 * MINUTE - 1)).toBe(true);
});

it('other sources and other names are counted by themselves, whatever they are called', () => {
  const count = new FailureCount();
  for (let i = 0; i < 4; i++) count.failed('a","b', 'c', 0);
  expect(count.failed('a', 'b","c', 0)).toBe(false);
  expect(count.failed('a","b', 'elsewhere', 0)).toBe(false);
  expect(count.failed('a","b', 'c', 0)).toBe(true);
  expect(count.lockedUntil('a","b', 'elsewhere', 1)).toBe(0);
});

it('remembers 10,000 pairs and forgets the one that failed longest ago', () => {
  const count = new FailureCount();
  for (let i = 0; i < 4; i++) for (const name of ['first', 'second']) count.failed(name, 'here', 0);
  for (let i = 0; i < 9_999; i++) count.failed(`name-${i}`, 'here', 0);
  expect(count.failed('second', 'here', 0)).toBe(true);
  expect(count.failed('first', 'here', 0)).toBe(false);
});
