import { expect, it } from 'vitest';
import { Bounded } from '../../src/kernel/bounded.js';

it('what was used least goes first, and all that is left stays within the bound', () => {
  const kept = new Bounded<string>(10);
  for (const key of ['a', 'b', 'c']) kept.set(key, key, 3);
  expect(kept.get('a')).toBe('a');
  kept.set('d', 'd', 4);
  expect(['a', 'b', 'c', 'd'].map((key) => kept.get(key))).toEqual(['a', undefined, 'c', 'd']);
  kept.set('c', 'c', 9);
  expect(['a', 'c', 'd'].map((key) => kept.get(key))).toEqual([undefined, 'c', undefined]);
});

it('what is put again weighs what it weighs now, and the last one stays whatever it weighs', () => {
  const kept = new Bounded<number>(10);
  for (let times = 0; times < 100; times++) kept.set('a', times, 6);
  kept.set('b', 1, 4);
  expect([kept.get('a'), kept.get('b')]).toEqual([99, 1]);
  kept.set('c', 1, 1_000);
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([undefined, undefined, 1]);
  kept.delete('c');
  kept.set('d', 1, 10);
  expect(kept.get('d')).toBe(1);
});

it('no more are left than may be, however little they weigh', () => {
  const kept = new Bounded<number>(100, 3);
  for (let n = 0; n < 5; n++) kept.set(`key ${n}`, n, 1);
  expect([kept.size, kept.get('key 1'), kept.get('key 2')]).toEqual([3, undefined, 2]);
  kept.set('key 5', 5, 1);
  expect([kept.size, kept.get('key 2'), kept.get('key 3')]).toEqual([3, 2, undefined]);
});
