import 'reflect-metadata';
import { sql } from 'drizzle-orm';
import { afterAll, expect, it } from 'vitest';
import { Compiler } from '../../src/api/compiled/compiler.js';
import { servedSchema } from '../../src/api/schema.js';
import type { Bounded } from '../../src/kernel/bounded.js';
import { hear, told, type WayOfAnswering } from '../../src/telemetry/signals.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';

onEveryDatabase('a plan that is kept answers as one that is made', (kind) => {
  const hub = hubFor(kind, { compiled: true });
  afterAll(() => expect(hub.faults).toEqual([]));
  const wayOf = async (ask: () => Promise<unknown>): Promise<WayOfAnswering | undefined> => {
    let way: WayOfAnswering | undefined;
    const deaf = hear<WayOfAnswering>(told.queryAnswered, (one) => {
      way = one;
    });
    await ask();
    deaf();
    return way;
  };

  it('what hangs on the time of day is never part of a plan', async () => {
    await hub.rows(sql`insert into hub.client_lock (id, client_id, source, locked_at, locked_until)
      select gen_random_uuid(), id, 'x', '2026-11-21T02:00:00Z', '2026-11-21T02:15:00Z' from hub.client limit 1`);
    const LOCKS = '{ clients(first: 50) { nodes { clientId locks { lockedUntil } } } }';
    const locked = async () =>
      (await hub.as('security').ask(LOCKS)).data.clients.nodes.filter(
        ({ locks }: { locks: object[] }) => locks.length > 0,
      );
    expect(await locked()).toHaveLength(1);
    hub.clock.set('2026-11-21T02:30:00Z');
    expect(await locked()).toEqual([]);
    hub.clock.set('2026-11-21T02:00:00Z');
    expect(await wayOf(locked)).toBe('COMPUTED');
  });

  it('an amount is a number without the zeros of its column', async () => {
    const FINES = '{ lawyers(first: 100) { nodes { sanctions { fineYuan } } } }';
    await hub.rows(sql`update justice.sanction set fine_yuan = 5000 where id in
      (select s.id from justice.sanction s join justice.lawyer l on l.id = s.lawyer_id order by l.pinyin collate "C", l.id limit 1)`);
    let text = '';
    const ask = async () => {
      text = (await hub.as('justice').ask(FINES)).text;
    };
    expect(await wayOf(ask)).toBe('COMPILED');
    expect(text).toMatch(/"fineYuan":\d/);
    expect(text).not.toMatch(/"fineYuan":\d+\.\d*0\b/);
  });

  it('a document of more than 64 Ki characters is refused, whatever they are', async () => {
    const long = await hub.as('public').ask(`{ courts(first: 1) { nodes { code } } } #${'律'.repeat(70_000)}`);
    expect([long.status, ...long.codes]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it('an operation that graphql-js cannot run is no fault of the hub twice over', async () => {
    const nulled = await hub
      .as('public')
      .ask('query($v: Boolean = true) { courts(first: 1) { nodes { code @skip(if: $v) id } } }', { v: null });
    expect(nulled.errors).toHaveLength(1);
    hub.faults.splice(0);
  });
});

it('the cache is bounded by characters too', async () => {
  const compiler = new Compiler(servedSchema());
  const { plans } = compiler as unknown as { plans: Bounded<object> };
  const remember = (key: string) => plans.set(key, { plan: 'REFUSED', uses: 0, name: '' }, 1024 * 1024);
  const kept = () => plans.size;
  for (let n = 0; n < 40; n++) remember(`key ${n}`);
  expect(kept()).toBe(32);
  for (let n = 0; n < 40; n++) remember('the same');
  expect(kept()).toBe(32);
});
