import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Gate, gateFor } from '../../src/operation/gate.js';

/** Works at a gate that say when they began, and end when told. */
function works(gate: Gate, count: number) {
  const began: number[] = [];
  const ends: (() => void)[] = [];
  const done = Array.from({ length: count }, (_, n) =>
    gate.pass(() => {
      began.push(n);
      return new Promise<void>((resolve) => {
        ends[n] = resolve;
      });
    }),
  );
  return { began, done, end: (n: number) => (ends[n] as () => void)() };
}

describe('the gate of the writers', () => {
  it('lets so many in at once, the others in order of arrival', async () => {
    const { began, done, end } = works(new Gate(2), 5);
    await turn();
    expect(began).toEqual([0, 1]);
    end(1);
    await turn();
    expect(began).toEqual([0, 1, 2]);
    end(0);
    await turn();
    expect(began).toEqual([0, 1, 2, 3]);
    end(2);
    end(3);
    await turn();
    end(4);
    await Promise.all(done);
  });

  it('refuses who comes when the line is full, and nobody else', async () => {
    const gate = new Gate(1, 2);
    const { began, done, end } = works(gate, 3);
    await turn();
    await expect(gate.pass(async () => 'in')).rejects.toMatchObject({ code: 'BUSY' });
    for (const n of [0, 1, 2]) {
      end(n);
      await turn();
    }
    await Promise.all(done);
    expect(began).toEqual([0, 1, 2]);
    expect(await gate.pass(async () => 'in')).toBe('in');
  });

  it('is left also by work that fails', async () => {
    const gate = new Gate(1);
    const fails = () => Promise.reject(new Error('no'));
    const both = await Promise.allSettled([gate.pass(fails), gate.pass(fails)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await gate.pass(async () => 'in')).toBe('in');
  });

  it.each([
    [1, 1],
    [10, 3],
    [200, 66],
  ])('of %i connections %i are for writers', async (connections, writers) => {
    const { began } = works(gateFor(connections), writers + 50);
    await turn();
    expect(began).toHaveLength(writers);
  });
});
