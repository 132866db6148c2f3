import { expect, it } from 'vitest';
import { GroupCommit } from '../../src/audit/group-commit.js';

/** An append that ends when it is told to, and remembers what it was given. */
function held() {
  const groups: number[][] = [];
  const ends: ((written: boolean[] | Error) => void)[] = [];
  const commit = new GroupCommit<number>((entries) => {
    groups.push(entries);
    return new Promise((resolve, reject) =>
      ends.push((outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome))),
    );
  });
  return { groups, commit, end: (outcome: boolean[] | Error) => ends.shift()?.(outcome) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('what comes while a statement runs goes with the next one, together', async () => {
  const { groups, commit, end } = held();
  const added = [1, 2, 3].map((entry) => commit.add(entry));
  expect(groups).toEqual([[1]]);
  end([true]);
  await turn();
  expect(groups).toEqual([[1], [2, 3]]);
  end([true, false]);
  expect(await Promise.all(added)).toEqual([true, true, false]);
  const later = commit.add(4);
  expect(groups).toEqual([[1], [2, 3], [4]]);
  end([true]);
  expect(await later).toBe(true);
});

it('nobody is told that his entry is durable before its own statement is', async () => {
  const { commit, end } = held();
  const done: number[] = [];
  const added = [1, 2].map((entry) => commit.add(entry).then(() => done.push(entry)));
  await turn();
  expect(done).toEqual([]);
  end([true]);
  await turn();
  expect(done).toEqual([1]);
  end([true]);
  await Promise.all(added);
  expect(done).toEqual([1, 2]);
});

it('a statement that fails fails for those in it, and the next one is tried', async () => {
  const { commit, end } = held();
  const added = [1, 2].map((entry) => commit.add(entry));
  end(new Error('away'));
  await expect(added[0]).rejects.toThrow('away');
  end([true]);
  expect(await added[1]).toBe(true);
});
