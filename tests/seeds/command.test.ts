import { describe, expect, it } from 'vitest';
import { runSeed } from '../../seeds/command.js';
import { personaRecords } from '../../seeds/persona-records.js';
import type { Database } from '../../src/db/handle.js';
import { softwareCrypto } from '../../src/kernel/crypto.js';
import { StandingClock } from '../support/clock.js';

const clock = new StandingClock();
const crypto = softwareCrypto({
  hashKey: Buffer.alloc(32, 1),
  cipherKey: Buffer.alloc(16, 2),
  macKey: Buffer.alloc(32, 3),
});

describe('the personas', () => {
  it('have records that do not depend on size or seed, with marks no generated lawyer has', () => {
    const { firms, lawyers } = personaRecords('2026-11-21');
    const later = personaRecords('2027-01-01');
    expect(later.firms).toEqual(firms);
    expect(later.lawyers.map(({ id }) => id)).toEqual(lawyers.map(({ id }) => id));
    expect(lawyers.filter(({ citizenIdNumber }) => citizenIdNumber.slice(10, 14) !== '1231')).toEqual([]);
    expect(lawyers.filter(({ facts }) => !/000\d{3}$/.test(facts[0]?.certificateNo ?? ''))).toEqual([]);
  });
});

describe('the seed command', () => {
  it.each([
    [['--lawyers', 'many'], /--lawyers is a whole number/],
    [['--firms', '0'], /--firms is a whole number/],
    [['--planets', '3'], /planets/],
  ])('refuses %j before it looks at the database', async (args, sentence) => {
    await expect(runSeed(args, {} as Database, crypto, clock)).rejects.toThrow(sentence);
  });
});
