import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { selfLawyerId } from '../../seeds/persona-records.js';
import { personaNamed } from '../../seeds/personas.js';
import { Buckets } from '../../src/api/limits/buckets.js';
import { Shares } from '../../src/api/limits/shares.js';
import { sourceOf } from '../../src/api/limits/strangers.js';
import { Turns } from '../../src/api/limits/turns.js';
import type { PersonaClaims } from '../../src/identity/development-issuer.js';
import { refusalCodes } from '../../src/kernel/refusal-codes.js';
import { Line } from '../../src/operation/line.js';
import { databaseKinds, onEveryDatabase } from '../support/databases.js';
import { type Answer, hubFor, type TestHub } from '../support/hub.js';

const never = new AbortController().signal;

/** Status, code, both sentences and the header of a refusal for a while. */
function refusedForAWhile({ status, codes, errors, headers, data }: Answer, code: keyof typeof refusalCodes) {
  expect([status, codes, data ?? null]).toEqual([refusalCodes[code].status, [code], null]);
  expect(errors[0].message).toMatch(/^[A-Z].*\.$/);
  expect(`${errors[0].message}${errors[0].extensions.messageZh}`).not.toMatch(/\{\w+\}/);
  expect(errors[0].extensions.messageZh).toMatch(/[\u4e00-\u9fff]/);
  expect(errors[0].extensions.correlationId).toEqual(expect.any(String));
  expect(headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
}

const ROLE = '{ whoAmI { role } }';

/** Lines of the door once the hub has written them, at its stop. */
async function doorLines(hub: TestHub, code: string) {
  await hub.server.close();
  return hub.rows<{ count: number; client_id: string | null; source: string }>(
    sql`select count, client_id, source from audit.audit_line where kind = 'DOOR' and ${code} = any(refusals)`,
  );
}

it('a bucket gives its burst, then as many as flow in, and says when', () => {
  let now = 0;
  const buckets = new Buckets(2, 3, () => now);
  expect([1, 2, 3].map(() => buckets.take('a'))).toEqual([0, 0, 0]);
  expect(buckets.take('a')).toBe(1);
  expect(buckets.take('b')).toBe(0);
  now += 500;
  expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 1]);
  buckets.charge('a', 19);
  expect(buckets.take('a')).toBe(10);
  now += 10_000;
  expect(buckets.take('a')).toBe(0);
  for (let i = 0; i < 12_000; i++) buckets.take(`client ${i}`);
  expect(buckets.size).toBe(10_000);
});

it('a source is an address, or the /64 of an IPv6 address', () => {
  expect(sourceOf('::ffff:10.0.0.7')).toBe('10.0.0.7');
  expect(sourceOf('10.0.0.7')).toBe('10.0.0.7');
  expect(sourceOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
  expect(sourceOf('2001:db8:1:2::9')).toBe(sourceOf('2001:db8:1:2:ffff::1'));
  expect(sourceOf('2001:db8:1:3::9')).not.toBe(sourceOf('2001:db8:1:2::9'));
});

it('a line serves the client that was given least, whoever stands first', () => {
  const line = new Line();
  const order: string[] = [];
  for (const client of ['greedy', 'greedy', 'greedy', 'polite', 'greedy', 'polite'])
    line.join({ client, cost: client === 'greedy' ? 10 : 1, go: () => order.push(client) });
  while (line.length > 0) line.next()?.go();
  expect(order).toEqual(['greedy', 'polite', 'polite', 'greedy', 'greedy', 'greedy']);
});

it('one client takes all turns but one, and one dear query at a time', async () => {
  const turns = new Turns(3, 10_000);
  const begun: string[] = [];
  const take = (client: string, cost: number) =>
    turns.take(client, cost, never).then((end) => {
      begun.push(client);
      return end;
    });
  const ends = [take('a', 1), take('a', 1), take('a', 1), take('b', 9_000_000), take('b', 1)];
  await sleep(5);
  expect(begun).toEqual(['a', 'a', 'b']);
  (await (ends[0] as Promise<() => void>))();
  await sleep(5);
  expect(begun).toEqual(['a', 'a', 'b', 'a']);
});

it('whoever uses most rests while others ask, and nobody else', () => {
  let now = 0;
  const shares = new Shares(() => now);
  expect(shares.restAfter('greedy', 1_000, 30)).toBe(0);
  expect(shares.restAfter('polite', 10, 90)).toBe(0);
  expect(shares.restAfter('greedy', 1_000, 30)).toBe(120);
  expect(shares.restAfter('polite', 10, 90)).toBe(0);
  now += 1_500;
  expect(shares.restAfter('greedy', 1_000, 30)).toBe(0);
});

onEveryDatabase('a client that asks too often', (kind) => {
  const hub = hubFor(kind, { limits: { ratePerSecond: 1, rateBurst: 5 } });

  it('is told when to come again; another one is not, and the door counts it for its client', async () => {
    const atOnce = (name: string) => Promise.all(Array.from({ length: 24 }, () => hub.as(name).ask(ROLE)));
    const [known, others] = [await atOnce('filing'), await atOnce('public')];
    for (const answers of [known, others]) {
      const answered = answers.filter(({ status }) => status === 200);
      expect(answered.length).toBeGreaterThanOrEqual(4);
      expect(answered.length).toBeLessThan(24);
      for (const refused of answers.filter((answer) => !answered.includes(answer)))
        refusedForAWhile(refused, 'RATE_LIMITED');
    }
    expect((await hub.as('justice').ask(ROLE)).data.whoAmI.role).toBe('justice');
    const lines = await doorLines(hub, 'RATE_LIMITED');
    expect(lines.some(({ client_id, count }) => client_id !== null && count >= 3)).toBe(true);
  });
});

onEveryDatabase('a source of bad tokens', (kind) => {
  const hub = hubFor(kind, { limits: { holdMillis: 500 } });
  const bad = () => hub.post(JSON.stringify({ query: ROLE }), { authorization: 'Bearer a.b.c' });

  it('is kept waiting and refused, while tokens that proved good and newcomers of the same address get in', async () => {
    expect((await hub.as('filing').ask(ROLE)).status).toBe(200);
    for (let i = 0; i < 5; i++)
      for (const { codes } of await Promise.all(Array.from({ length: 12 }, bad)))
        expect(codes).toEqual(['TOKEN_MALFORMED']);
    const flood = Array.from({ length: 150 }, bad);
    const refused = (await Promise.all(flood)).filter(({ codes }) => codes.includes('RATE_LIMITED'));
    expect(refused.length).toBeGreaterThan(0);
    refusedForAWhile(refused[0] as Answer, 'RATE_LIMITED');
    expect((await hub.as('filing').ask(ROLE)).data.whoAmI.role).toBe('filing');
    expect((await hub.as('judge').ask(ROLE)).data.whoAmI.role).toBe('judge');
    expect((await doorLines(hub, 'RATE_LIMITED')).length).toBeGreaterThan(0);
  });
});

/** Sends the head of a request and the beginning of its body; gives what comes back when the connection ends. */
async function halfRequest(hub: TestHub, authorization: string) {
  const { hostname, port } = new URL(hub.server.url);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.setEncoding('utf8').on('data', (part) => (text += part));
  const ended = new Promise<string>((resolve) => socket.once('close', () => resolve(text)));
  const head = ['POST /graphql HTTP/1.1', 'host: hub', 'content-type: application/json', 'content-length: 500'];
  socket.write(
    `${[...head, 'x-lushu-purpose: CASE_FILING', `authorization: ${authorization}`].join('\r\n')}\r\n\r\n{"query":`,
  );
  await sleep(300);
  return { ended, cut: () => socket.destroy() };
}

onEveryDatabase('a client with much under way', (kind) => {
  const hub = hubFor(kind, { limits: { operationsAtOnce: 2, operationMillis: 500 } });
  const claims = personaNamed('filing')?.claims as PersonaClaims;
  const token = async () => `Bearer ${await hub.issuer.token(claims)}`;

  it('is refused one more, its uploads included, until one is over; a body that never comes is given up', async () => {
    const [first, second] = [await halfRequest(hub, await token()), await halfRequest(hub, await token())];
    refusedForAWhile(await hub.as('filing').ask(ROLE), 'TOO_MANY_AT_ONCE');
    expect((await hub.as('justice').ask(ROLE)).status).toBe(200);
    first.cut();
    await sleep(100);
    expect((await hub.as('filing').ask(ROLE)).status).toBe(200);
    const answer = await second.ended;
    expect(answer).toMatch(/^HTTP\/1\.1 503 [\s\S]*retry-after: \d+[\s\S]*"TOO_SLOW"/i);
    expect((await doorLines(hub, 'TOO_MANY_AT_ONCE'))[0]?.client_id).toEqual(expect.any(String));
    const late = await hub.rows(sql`select 1 from audit.audit_line where kind = 'DOOR' and 'TOO_SLOW' = any(refusals)`);
    expect(late).toHaveLength(1);
  });
});

const postgresql = databaseKinds.find(({ name }) => name === 'PostgreSQL');

describe.skipIf(!postgresql)('an operation that takes too long [PostgreSQL]', () => {
  if (!postgresql) return;
  const hub = hubFor(postgresql, { limits: { operationMillis: 400 } });
  const running = () =>
    hub.rows(sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);

  it('is stopped with its statement, says when to come again, and leaves a line', async () => {
    const answer = await hub.database.transaction(async (handle) => {
      await handle.execute(sql`lock table justice.lawyer in access exclusive mode`);
      const late = await hub.as('filing').ask(`{ lawyer(id: "${selfLawyerId}") { fullName } }`);
      expect(await running()).toHaveLength(0);
      return late;
    });
    refusedForAWhile(answer, 'TOO_SLOW');
    expect((await hub.trail())[0]).toMatchObject({ kind: 'DISCLOSED', outcome: 'REFUSED', refusals: ['TOO_SLOW'] });
    expect((await hub.as('filing').ask(`{ lawyer(id: "${selfLawyerId}") { fullName } }`)).errors).toEqual([]);
  });

  it('a mutation is rolled back whole, and its key makes it safe to repeat', async () => {
    const contacts = [
      { key: 'late-1', certificateNo: '13301201910000001', mobile: '13800138000', asOf: '2026-11-20T00:00:00Z' },
    ];
    const record = () =>
      hub
        .as('bar')
        .ask('mutation ($c: [ContactInput!]!) { recordContacts(contacts: $c) { recorded refused } }', { c: contacts });
    const answer = await hub.database.transaction(async (handle) => {
      await handle.execute(sql`lock table hub.receipt in access exclusive mode`);
      return record();
    });
    refusedForAWhile(answer, 'TOO_SLOW');
    expect(await hub.rows(sql`select 1 from hub.receipt where key = 'late-1'`)).toEqual([]);
    const { data } = await record();
    expect(data.recordContacts.recorded + data.recordContacts.refused).toBe(1);
    expect(hub.faults).toEqual([]);
  });
});
