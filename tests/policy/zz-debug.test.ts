import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { Reading } from '../../src/operation/reading.js';
import { Grant } from '../../src/policy/grant.js';
import { seedIds } from '../drill/noninterference/hub.js';
import { compared } from '../drill/noninterference/run.js';
import { startTwins, type Twins } from '../drill/noninterference/twins.js';
import { DEFAULT_OPERATIONS, DEFAULT_SEED } from '../drill/noninterference.js';

vi.mock('../../src/kernel/uuid.js', () => import('../drill/noninterference/seeded-ids.js'));

const MINUTES = 60_000;
const SHORT = { operations: 300, seed: DEFAULT_SEED, part: 0, of: 1, most: 1 };
const USUAL = { ...SHORT, operations: DEFAULT_OPERATIONS };

describe('non-interference', { timeout: 10 * MINUTES }, () => {
  let twins: Twins;
  beforeAll(async () => {
    seedIds();
    twins = await startTwins('memory', DEFAULT_SEED);
  }, 5 * MINUTES);
  afterAll(() => twins.close());
  afterEach(() => void vi.restoreAllMocks());

  test('hubs that differ only in what is hidden answer alike, byte by byte', async () => {
    const report = await compared(twins, USUAL);
    console.log(
      `${report.operations} operations, ${report.executed} executed, ${report.pairs.length} pairs, ${report.coordinates.length - report.missing.length} of ${report.coordinates.length} coordinates`,
    );
    console.log('ZZ', JSON.stringify(report.differences).slice(0, 3000));
    expect(report.faults).toEqual([]);
    expect(report.pairs.length).toBeGreaterThan(500);
    expect(report.executed).toBeGreaterThan(SHORT.operations / 2);
  });

});
