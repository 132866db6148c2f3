import 'reflect-metadata';
import { sql } from 'drizzle-orm';
import type { FieldNode, SelectionNode } from 'graphql';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { seedProvince } from '../../seeds/seed.js';
import { CapturingAsk } from '../../src/api/compiled/capture.js';
import type { Source } from '../../src/api/compiled/fields.js';
import { StandIns } from '../../src/api/compiled/stand-ins.js';
import { developmentIssuer } from '../../src/identity/development-issuer.js';
import type { Reading } from '../../src/operation/reading.js';
import type { RecordPolicy } from '../../src/policy/record-policy.js';
import { compare, type Extent } from '../drill/differential/compare.js';
import { type Pair, startPair } from '../drill/differential/pair.js';
import { drillCrypto } from '../drill/noninterference/hub.js';
import { StandingClock } from '../support/clock.js';
import { onEveryDatabase } from '../support/databases.js';

const planted = vi.hoisted(() => ({ ignoresSkip: false }));

/** A node without its directives, and without those below it. */
function plain<Node extends SelectionNode>(node: Node): Node {
  const below = 'selectionSet' in node ? node.selectionSet : undefined;
  const selectionSet = below && { ...below, selections: below.selections.map(plain) };
  return { ...node, directives: [], ...(selectionSet && { selectionSet }) };
}

vi.mock('../../src/api/compiled/fields.js', async (original) => {
  const real = await original<typeof import('../../src/api/compiled/fields.js')>();
  return {
    ...real,
    subfields: (source: Source, type: never, nodes: readonly FieldNode[]) =>
      real.subfields(source, type, planted.ignoresSkip ? nodes.map(plain) : nodes),
  };
});

const SHORT: Extent = { operations: 250, seed: 3, most: 1 };
const UNTIL_FOUND: Extent = { operations: 1_500, seed: 3, most: 1 };
const MINUTE = 60_000;

onEveryDatabase('compiled reads', (kind) => {
  let opened: Awaited<ReturnType<typeof kind.open>>;
  let pair: Pair;
  beforeAll(async () => {
    opened = await kind.open();
    const { database } = opened;
    const clock = new StandingClock();
    await database.migrate();
    await seedProvince(database, drillCrypto, clock, { lawyers: 150, firms: 12 });
  }, 2 * MINUTE);
  beforeEach(async () => {
    // hubs of its own for each, or the plans that a planted fault has left would be found by the next
    const clock = new StandingClock();
    pair = await startPair(opened.database, clock, await developmentIssuer(undefined, clock));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    planted.ignoresSkip = false;
    await pair.close();
  });
  afterAll(() => opened.drop());

  it(
    'answer as the resolvers do, byte by byte, and leave the same lines',
    async () => {
      const found = await compare(pair, SHORT);
      console.log(`compiled: ${JSON.stringify(found.ways)} of ${found.operations} operations`);
      expect(found.differences).toEqual([]);
      expect(found.ways.COMPILED).toBeGreaterThan(found.operations / 3);
      expect(found.ways.UNCOMPILED / (found.ways.COMPILED + found.ways.UNCOMPILED)).toBeLessThan(0.05);
    },
    5 * MINUTE,
  );

  it(
    'are found out when they lose a mask',
    async () => {
      const { reading } = CapturingAsk.prototype;
      vi.spyOn(CapturingAsk.prototype, 'reading').mockImplementation(async function (this: CapturingAsk) {
        const real = await reading.call(this);
        const grant = Object.create(real.grant);
        const columns = (policy: RecordPolicy, wanted: Iterable<string>) => {
          const shown = real.grant.columns(policy, wanted);
          const named = Object.keys(shown).filter((field) => Object.hasOwn(policy.masks ?? {}, field));
          const unmasked = named.map((field) => [field, sql`${real.grant.expression(policy, field)}`]);
          return { ...shown, ...Object.fromEntries(unmasked) };
        };
        return Object.assign(Object.create(real) as Reading, { grant: Object.assign(grant, { columns }) });
      });
      const [difference] = (await compare(pair, UNTIL_FOUND)).differences;
      expect(difference).toMatch(/mobile|email/i);
    },
    5 * MINUTE,
  );

  it(
    'are found out when they join by a wrong column',
    async () => {
      const { for: standInFor } = StandIns.prototype;
      vi.spyOn(StandIns.prototype, 'for').mockImplementation(function (this: StandIns, level, column) {
        return standInFor.call(this, level, column === 'practisingFirm' ? 'id' : column);
      });
      const [difference] = (await compare(pair, UNTIL_FOUND)).differences;
      expect(difference).toContain('practisingFirm');
    },
    5 * MINUTE,
  );

  it(
    'are found out when they ignore @skip and @include',
    async () => {
      planted.ignoresSkip = true;
      const [difference] = (await compare(pair, UNTIL_FOUND)).differences;
      expect(difference).toMatch(/@(skip|include)/);
    },
    5 * MINUTE,
  );
});
