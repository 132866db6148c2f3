import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { Random } from '../../seeds/random.js';
import { developmentIssuer } from '../../src/identity/development-issuer.js';
import type { Role } from '../../src/identity/roles.js';
import { systemClock } from '../../src/kernel/clock.js';
import { Bearers, faultIn, mayGoUnanswered } from '../drill/fuzz-judge.js';
import { mutated, type Sent } from '../drill/fuzz-request.js';
import { type Asked, fuzzRun, type Target } from '../drill/fuzz-run.js';

const issuer = await developmentIssuer(undefined, systemClock);
const tokenOf = (role: Role) => issuer.token({ subject: role, clientId: 'c', role });
const [justice, filing] = [await tokenOf('justice'), await tokenOf('filing')];
const bearers = new Bearers([
  [justice, 'justice'],
  [filing, 'filing'],
]);
const plain: Sent = {
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json', authorization: `Bearer ${filing}`, 'x-lushu-purpose': 'CASE_FILING' },
  body: Buffer.from('{"query":"{ courts { totalCount } }"}'),
};
const others = [{ authorization: `Bearer ${justice}`, 'x-lushu-purpose': 'LICENCE_ADMINISTRATION' }, plain.headers];

describe('the role that a request is judged by', () => {
  const roleWith = (headers: Record<string, string>) => bearers.roleOf({ headers });

  it.each<[string, Record<string, string>, Role]>([
    ['its token', { authorization: `Bearer ${justice}` }, 'justice'],
    ['its token, whatever the case of the scheme', { authorization: `bearer ${filing}` }, 'filing'],
    ['no token', {}, 'public'],
    ['no token and a role stated', { 'x-lushu-role': 'justice' }, 'public'],
    [
      'a role stated that its token does not give',
      { authorization: `Bearer ${filing}`, 'x-lushu-role': 'justice' },
      'filing',
    ],
    ['the public stated', { authorization: `Bearer ${justice}`, 'x-lushu-role': 'public' }, 'public'],
    ['a token cut short', { authorization: `Bearer ${justice.slice(0, -4)}` }, 'public'],
    ['claims of one and signature of another', { authorization: `Bearer ${spliced(filing, justice)}` }, 'public'],
    ['another scheme', { authorization: `Basic ${justice}` }, 'public'],
    ['a token where the gateway’s belongs', { 'x-lushu-gateway': justice }, 'public'],
    ['a signature written otherwise with the same bytes', { authorization: `Bearer ${justice}==` }, 'justice'],
  ])('by %s', (_what, headers, role) => {
    expect(roleWith(headers)).toBe(role);
  });

  it('changes by a good token of another only, whatever else is changed', () => {
    const random = new Random('fuzz-test', 1);
    const counts = { filing: 0, justice: 0, public: 0 };
    for (let i = 0; i < 5_000; i++) {
      const { headers } = mutated(plain, random, others);
      const role = bearers.roleOf({ headers }) as keyof typeof counts;
      counts[role] += 1;
      const carries = headers.authorization?.endsWith(justice) ?? false;
      if (role === 'justice') expect(carries).toBe(true);
      if (!carries) expect(role).not.toBe('justice');
    }
    console.info('fuzz: changed requests by role', counts);
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(100);
  });
});

function spliced(one: string, other: string): string {
  return [...one.split('.').slice(0, 2), other.split('.')[2]].join('.');
}

describe('an answer', () => {
  const told = (text: string, role: Role, status = 200) => faultIn(plain, { status, text }, role)?.count ?? null;

  it.each<[string, string, Role, string | null]>([
    ['a mobile number told to who may not know it', '{"mobile":"19975310042"}', 'public', 'leaks'],
    ['a mobile number told to who may know it', '{"mobile":"19975310042"}', 'justice', null],
    ['what nobody is told', '{"x":"canaryhash1"}', 'justice', 'leaks'],
    ['a place in the code', '{"x":"at run (/srv/a.js:1:2)"}', 'justice', 'leaks'],
    ['a frame of a stack', '{"x":"at Object.run (node:internal/main)"}', 'justice', 'leaks'],
    ['words of a description', '{"sdl":"in force at once (立即生效)"}', 'public', null],
    ['INTERNAL', '{"errors":[{"extensions":{"code":"INTERNAL"}}]}', 'justice', 'internal'],
    ['data', '{"data":{"courts":{"totalCount":4}}}', 'public', null],
  ])('with %s', (_what, text, role, count) => {
    expect(told(text, role)).toBe(count);
  });

  it('of status 500 is an inner error, of 503 none', () => {
    expect([told('', 'public', 500), told('', 'public', 503)]).toEqual(['internal', null]);
  });

  it('may stay away from a request whose head or body is over the limit, and from no other', () => {
    const long = { ...plain, headers: { ...plain.headers, cookie: 'x'.repeat(17_000) } };
    const big = { ...plain, body: Buffer.alloc(4 * 2 ** 20 + 1) };
    expect([plain, long, big].map(mayGoUnanswered)).toEqual([false, true, true]);
    expect([plain, long, big].map((sent) => faultIn(sent, { status: 0, text: '' }, 'public')?.count)).toEqual([
      'noAnswer',
      undefined,
      undefined,
    ]);
  });
});

describe('a run against a server', () => {
  let server: Server | undefined;
  let child: ChildProcess | undefined;
  afterEach(() => {
    server?.close();
    server?.closeAllConnections();
    child?.kill('SIGKILL');
    server = undefined;
  });

  const REQUESTS = 60;
  const run = (target: Target, change: (sent: Sent, turn: number) => Sent = (sent) => sent) => {
    let turn = 0;
    const next = (): Asked => ({
      by: 'filing',
      sent: change(plain, turn++),
      isMutated: false,
      learn: () => undefined,
    });
    return fuzzRun(target, {
      next,
      bearers,
      random: new Random('fuzz-run', 1),
      isOver: () => turn >= REQUESTS,
      answerMillis: 500,
    });
  };
  const serving = async (answer: (response: ServerResponse, turn: number) => void): Promise<Target> => {
    let turn = 0;
    server = createServer({ maxHeaderSize: 65_536 }, (_request, response) => answer(response, turn++)).listen(
      0,
      '127.0.0.1',
    );
    await once(server, 'listening');
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, ended: () => null };
  };
  const well = (response: ServerResponse) => response.end('{"data":{"courts":{"totalCount":4}}}');

  it('that is well finds nothing, and counts what it looked at', async () => {
    const { counts, faults } = await run(await serving(well));
    console.info(`fuzz: ${counts.operations} requests, ${counts.garbled} garbled connections`);
    expect(faults).toEqual([]);
    expect(counts).toMatchObject({ accepted: counts.operations, noAnswer: 0, leaks: 0, internal: 0, crashes: 0 });
    expect(counts.operations).toBeGreaterThanOrEqual(REQUESTS);
    expect(counts.garbled).toBeGreaterThan(0);
  });

  it.each<[string, 'leaks' | 'internal' | 'noAnswer', (response: ServerResponse) => void]>([
    ['a leak', 'leaks', (response) => response.end('{"data":{"x":"canaryhome1"}}')],
    ['an INTERNAL', 'internal', (response) => response.end('{"errors":[{"extensions":{"code":"INTERNAL"}}]}')],
    ['a connection that is closed', 'noAnswer', (response) => response.destroy()],
    ['an answer that breaks off', 'noAnswer', (response) => response.write('{"da', () => response.destroy())],
    ['an answer that never comes', 'noAnswer', () => undefined],
  ])('finds %s among many answers', async (_what, count, wrong) => {
    const target = await serving((response, turn) => (turn === 30 ? wrong(response) : well(response)));
    const { counts, faults } = await run(target);
    expect([counts[count], faults.length]).toEqual([1, 1]);
  });

  it('finds a server that closes on every request', async () => {
    const { counts, faults } = await run(await serving((response) => response.destroy()));
    expect(counts.noAnswer).toBeGreaterThanOrEqual(12);
    expect([counts.rightly, faults[0]]).toEqual([0, expect.stringContaining('no answer, sent by filing')]);
  });

  it('lets a server close on heads that are over the limit, and counts them', async () => {
    const target = await serving((response) => response.destroy());
    const { counts, faults } = await run(target, (sent) => ({
      ...sent,
      headers: { ...sent.headers, cookie: 'x'.repeat(17_000) },
    }));
    expect(faults).toEqual([]);
    expect([counts.noAnswer, counts.rightly]).toEqual([counts.operations, counts.operations]);
  });

  it('finds a crash, and stops', async () => {
    child = spawn(
      process.execPath,
      [
        '-e',
        `let turn = 0;
        const server = require('http').createServer((request, response) => {
          if (turn++ === 30) process.exit(7);
          response.end('{"data":{}}');
        }).listen(0, '127.0.0.1', () => console.log(server.address().port));`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let end: string | null = null;
    child.once('exit', (code) => {
      end = `${code}`;
    });
    const [port] = await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line');
    const { counts, faults } = await run({ url: `http://127.0.0.1:${port}/graphql`, ended: () => end });
    expect(counts.crashes).toBe(1);
    expect(faults.at(-1)).toBe('the hub ended (7)');
  });
});
