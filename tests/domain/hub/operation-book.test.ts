import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { expect, it, vi } from 'vitest';
import type { Database } from '../../../src/db/handle.js';
import { operationBook } from '../../../src/domain/hub/operation-book.js';

const CLIENT = '0190c0de-0000-7000-8000-000000000001';
const dialect = new PgDialect({ casing: 'snake_case' });

/** A database that holds the hashes of clients at an epoch, answers when it is told to, and notes what it was asked. */
function registry(hashes: string[]) {
  const state = { epoch: 1, hashes, asked: [] as string[], isAway: false, gate: Promise.resolve() };
  const single = async (statement: SQL) => {
    const { sql: text } = dialect.sqlToQuery(statement);
    const isList = text.includes('array(');
    state.asked.push(isList ? 'hashes' : 'document');
    const answer = isList ? [{ epoch: String(state.epoch), hashes: [...state.hashes] }] : [{ document: '{ a }' }];
    await state.gate;
    if (state.isAway) throw new Error('away');
    return answer;
  };
  return { state, book: operationBook({ single } as unknown as Database) };
}

it('what is asked again is not asked of the database, known or unknown, until the epoch has moved', async () => {
  const { state, book } = registry(['a']);
  for (let times = 0; times < 3; times++) {
    expect(await book.read(CLIENT, 'a', 1)).toBe('{ a }');
    expect([await book.read(CLIENT, 'b', 1), await book.holds(CLIENT, 'b', 1)]).toEqual([null, false]);
  }
  expect(state.asked).toEqual(['hashes', 'document']);
  Object.assign(state, { epoch: 2, hashes: ['b'] });
  expect([await book.holds(CLIENT, 'a', 1), await book.holds(CLIENT, 'a', 2)]).toEqual([true, false]);
  expect([await book.read(CLIENT, 'a', 2), await book.holds(CLIENT, 'b', 2)]).toEqual([null, true]);
  expect(state.asked).toEqual(['hashes', 'document', 'hashes']);
});

it('many at once read once', async () => {
  const { state, book } = registry(['a']);
  const found = await Promise.all(Array.from({ length: 20 }, () => book.holds(CLIENT, 'a', 1)));
  expect([found.every(Boolean), state.asked]).toEqual([true, ['hashes']]);
});

it('whoever asks for a later epoch is not answered by a reading that began before it', async () => {
  const { state, book } = registry(['a']);
  await book.holds(CLIENT, 'a', 1);
  let open = () => undefined as undefined;
  state.gate = new Promise<void>((resolve) => {
    open = () => void resolve() as undefined;
  });
  state.epoch = 2;
  const [before, beside] = [book.holds(CLIENT, 'a', 2), book.holds(CLIENT, 'a', 3)];
  await vi.waitFor(() => expect(state.asked.length).toBe(2));
  Object.assign(state, { epoch: 3, hashes: [] });
  const after = book.holds(CLIENT, 'a', 3);
  open();
  expect([await before, await beside, await after]).toEqual([true, false, false]);
});

it('an outage is not remembered', async () => {
  const { state, book } = registry(['a']);
  state.isAway = true;
  await expect(book.holds(CLIENT, 'a', 1)).rejects.toThrow('away');
  state.isAway = false;
  expect(await book.holds(CLIENT, 'a', 1)).toBe(true);
});
