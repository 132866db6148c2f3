import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import type { Database, ReadHandle } from '../../../src/db/handle.js';
import { unitDirectory } from '../../../src/domain/hub/index.js';
import { StandingClock } from '../../support/clock.js';

/** A database that knows one court unit, counts what it is asked, and can be away. */
class OneUnit {
  snapshots = 0;
  open = 0;
  isAway = false;
  readonly unit = { id: 'u', code: '浙0106', institution: 'COURT', name: '西湖', courtId: 'c', area: ['330106'] };

  constructor(private readonly isKnown = true) {}

  readonly database = {
    snapshot: async () => {
      this.snapshots += 1;
      if (this.isAway) throw new Error('away');
      this.open += 1;
      const answers = this.isKnown ? [[this.unit], [{ id: 'c' }, { id: 'below' }]] : [[]];
      const handle = { execute: async () => ({ rows: answers.shift() }) } as unknown as ReadHandle;
      const close = async () => {
        this.open -= 1;
      };
      return { handle, close };
    },
  } as unknown as Database;
}

function directoryOf(one: OneUnit) {
  const clock = new StandingClock();
  const time = { millis: 0 };
  return { clock, time, units: unitDirectory(one.database, clock, () => time.millis) };
}

describe('the unit directory', () => {
  it('finds a unit with its area and the courts in it, and gives the snapshot back', async () => {
    const one = new OneUnit();
    const { units } = directoryOf(one);
    expect(await units.find('浙0106')).toEqual({ ...one.unit, areaCourtIds: ['c', 'below'] });
    expect(one.open).toBe(0);
  });

  it('asks once for many that come together, and remembers for half a minute', async () => {
    const one = new OneUnit();
    const { units, time } = directoryOf(one);
    await Promise.all([units.find('浙0106'), units.find('浙0106')]);
    time.millis = 29_999;
    await units.find('浙0106');
    expect(one.snapshots).toBe(1);
    time.millis = 30_000;
    await units.find('浙0106');
    expect(one.snapshots).toBe(2);
  });

  it('looks again on the next day, since areas are dated', async () => {
    const one = new OneUnit();
    const { units, clock } = directoryOf(one);
    await units.find('浙0106');
    clock.set('2026-11-22');
    await units.find('浙0106');
    expect(one.snapshots).toBe(2);
  });

  it('looks for an unknown code once a second', async () => {
    const one = new OneUnit(false);
    const { units, time } = directoryOf(one);
    expect(await units.find('nix')).toBeNull();
    time.millis = 999;
    expect(await units.find('nix')).toBeNull();
    expect(one.snapshots).toBe(1);
    time.millis = 1_000;
    await units.find('nix');
    expect(one.snapshots).toBe(2);
  });

  it('does not ask for what no unit can be called', async () => {
    const one = new OneUnit();
    const { units } = directoryOf(one);
    for (const code of ['', 'a\u0000', '浙'.repeat(101)]) expect(await units.find(code)).toBeNull();
    expect(one.snapshots).toBe(0);
  });

  it('does not remember that the database was away', async () => {
    const one = new OneUnit();
    const { units } = directoryOf(one);
    one.isAway = true;
    await expect(units.find('浙0106')).rejects.toThrow('away');
    one.isAway = false;
    expect(await units.find('浙0106')).toMatchObject({ id: 'u' });
  });
});
