import { expect, it } from 'vitest';
import { askAs, database } from '../contract/fixtures/asking.js';

it('nothing is read while a mutation writes, and what is read after it is read anew', async () => {
  const ask = askAs('filing');
  const before = database.snapshots;
  await ask.reading();
  await ask.apart(async () => {
    await expect(ask.reading()).rejects.toThrow('not being read');
  });
  await ask.reading();
  expect(database.snapshots).toBe(before + 2);
});

it('nothing is read once the answer is made, even behind a write that ends later', async () => {
  const ask = askAs('filing');
  await ask.apart(() => ask.conclude());
  await expect(ask.reading()).rejects.toThrow('not being read');
  await expect(ask.batch({}, () => async () => new Map()).load('x')).rejects.toThrow('not being read');
});
