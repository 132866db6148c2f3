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
    const report = await compared(twins, SHORT);
    console.log(
      `${report.operations} operations, ${report.executed} executed, ${report.pairs.length} pairs, ${report.coordinates.length - report.missing.length} of ${report.coordinates.length} coordinates`,
    );
    expect(report.differences).toEqual([]);
    expect(report.faults).toEqual([]);
    expect(report.pairs.length).toBeGreaterThan(500);
    expect(report.executed).toBeGreaterThan(SHORT.operations / 2);
  });

  test('a filter on a hidden field is found', async () => {
    vi.spyOn(Grant.prototype, 'sight').mockImplementation(() => sql`true`);
    const [difference] = (await compared(twins, USUAL)).differences;
    expect(difference?.hidden).toEqual(['Lawyer.mobile']);
    expect(difference?.operation.query + JSON.stringify(difference?.operation.variables)).toMatch(/mobile"?: ?["$]/);
  });

  test('an order by a hidden field is found', async () => {
    vi.spyOn(Grant.prototype, 'fullSight').mockImplementation(() => undefined);
    const [difference] = (await compared(twins, USUAL)).differences;
    expect(difference?.hidden).toEqual(['Lawyer.firstPractisedOn']);
  });

  test('a count that depends on a hidden field is found', async () => {
    const count = Reading.prototype.count;
    vi.spyOn(Reading.prototype, 'count').mockImplementation(function (this: Reading, policy, statement) {
      const leaking = (rows: Parameters<typeof statement>[0]) =>
        statement(policy.type === 'Lawyer' ? sql`${rows} and home_address is not null` : rows);
      return count.call(this, policy, leaking);
    });
    const [difference] = (await compared(twins, USUAL)).differences;
    expect(difference?.hidden).toEqual(['Lawyer.homeAddress']);
    expect(difference?.operation.query).toContain('totalCount');
  });
});
