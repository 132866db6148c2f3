import { setTimeout as sleep } from 'node:timers/promises';
import { type SQL, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { personaFirmId, selfLawyerId } from '../../seeds/persona-records.js';
import { Gate } from '../../src/operation/gate.js';
import { administer, databaseKinds } from '../support/databases.js';
import { type Answer, hubFor } from '../support/hub.js';
import { grant, outcomes, PUSH_EVENTS } from '../support/pushes.js';

const postgresql = databaseKinds.find(({ name }) => name === 'PostgreSQL');
const server = process.env.TEST_DATABASE_URL ?? '';
const PUSHES = 24;
const PLACES = 16;
const WRITERS = 3;
const BUSY = sql`outcome = 'REFUSED' and refusals = '{BUSY}'`;

describe('many writers at once [PostgreSQL]', () => {
  if (!postgresql) return it.skip('needs a PostgreSQL in TEST_DATABASE_URL', () => undefined);
  const hub = hubFor(postgresql, { gate: new Gate(WRITERS, PLACES - WRITERS) });
  const batch = (size: number) => Array.from({ length: size }, () => grant(personaFirmId, '2020-01-01'));
  const push = (events: unknown[]) => hub.as('justice').ask(PUSH_EVENTS, { events });
  const read = () => hub.as('filing').ask(`{ lawyer(id: "${selfLawyerId}") { fullName mobile } }`);
  const lines = (of: SQL) => hub.rows(sql`select 1 from audit.audit_line where ${of}`);
  const isBusy = ({ status, headers, codes, data }: Answer) =>
    status === 503 && headers.get('retry-after') === '2' && codes.join() === 'BUSY' && !data;

  it(`${PUSHES} pushes of 1,000 events starve no read; each is recorded or told to come again, and then is`, async () => {
    const batches = Array.from({ length: PUSHES }, () => batch(1_000));
    let isPushing = true;
    const pushed = Promise.all(batches.map(push)).finally(() => {
      isPushing = false;
    });
    const reads: Answer[] = [];
    const reader = async () => {
      for (; isPushing; await sleep(50)) reads.push(await read());
    };
    await Promise.all(Array.from({ length: 12 }, reader));
    expect(reads.length).toBeGreaterThan(PUSHES);
    expect(reads.filter(({ status, data }) => status !== 200 || !data.lawyer.mobile)).toEqual([]);

    const answers = await pushed;
    const recorded = answers.filter(({ status, data }) => status === 200 && data.push.recorded === 1_000);
    const busy = batches.filter((_batch, index) => isBusy(answers[index] as Answer));
    expect(recorded.length).toBeGreaterThanOrEqual(PLACES);
    expect(recorded.length + busy.length).toBe(PUSHES);
    expect(await lines(BUSY)).toHaveLength(busy.length);
    for (const again of await Promise.all(busy.slice(0, 3).map(push))) expect(again.data.push.recorded).toBe(1_000);
    const [first] = batches;
    expect((await push(first as unknown[])).data.push.alreadyRecorded).toBe(1_000);
  });

  it('while writers wait reads are answered; a full line and a wait cut short are BUSY and leave nothing half-written', async () => {
    const batches = Array.from({ length: PLACES + 1 }, () => batch(2));
    const name = new URL(hub.url as string).pathname.slice(1);
    const waiting = sql`select pid, wait_event as on from pg_stat_activity where datname = ${name} and wait_event_type = 'Lock'`;
    const before = (await lines(BUSY)).length;
    const pushed = await hub.database.transaction(async (handle) => {
      await handle.execute(sql`lock table hub.receipt in access exclusive mode`);
      const sent = batches.map(push);
      expect(isBusy(await Promise.race(sent))).toBe(true);
      const writers = await hub.rows<{ pid: number; on: string }>(waiting);
      expect(writers).toHaveLength(WRITERS);
      for (const { status } of await Promise.all(Array.from({ length: 20 }, read))) expect(status).toBe(200);
      const first = writers.find(({ on }) => on === 'relation');
      await administer(server, `select pg_cancel_backend(${first?.pid})`);
      await sleep(100);
      return { sent };
    });
    const answers = await Promise.all(pushed.sent);
    const busy = batches.filter((_batch, index) => isBusy(answers[index] as Answer));
    expect(busy).toHaveLength(2);
    expect(await lines(BUSY)).toHaveLength(before + busy.length);
    for (const again of await Promise.all(busy.map(push))) expect(outcomes(again)).toEqual(['recorded', 'recorded']);
    expect(await lines(sql`kind = 'OUTAGE'`)).toEqual([]);
    expect(hub.faults).toEqual([]);
  });
});
