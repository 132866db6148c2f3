import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { healthRoutes, type Readiness } from '../../src/api/health.js';
import { trustedIssuer } from '../../src/identity/issuer-address.js';
import { issuerForAll } from '../../src/identity/issuers.js';
import { administer, databaseKinds, onEveryDatabase } from '../support/databases.js';
import { hubFor, type TestHub } from '../support/hub.js';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** The probes of a hub, apart from its server, so that a test can say what they find. */
function probesOf(hub: TestHub, readiness: Partial<Readiness> = {}): FastifyInstance {
  const app = Fastify();
  healthRoutes(app, { database: hub.database, issuers: [], isServing: () => true, ...readiness });
  open.push(app);
  return app;
}

const look = async (app: FastifyInstance) => {
  const answer = await app.inject('/readyz');
  return [answer.statusCode, answer.json().checks, answer.body] as const;
};

/** A second after the last look, the next one looks again. */
const later = () => sleep(1_050);

const { privateKey: _, ...publicKey } = await crypto.subtle
  .generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign'])
  .then(async (pair) => ({ ...(await crypto.subtle.exportKey('jwk', pair.publicKey)), privateKey: null }));

/** An issuer whose keys are at an address of this machine; asked how often. */
async function issuerAnswering(status: number) {
  let asked = 0;
  const server: Server = createServer((_request, response) => {
    asked += 1;
    response.writeHead(status).end(JSON.stringify({ keys: [{ ...publicKey, kid: 'k-1', use: 'sig', alg: 'ES256' }] }));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  open.push(server);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return (hub: TestHub) => ({
    ...trustedIssuer({ ...issuerForAll(address, 'lushu'), jwksUrl: `${address}/jwks` }, hub.clock),
    asked: () => asked,
  });
}

onEveryDatabase('the probes', (kind) => {
  const hub = hubFor(kind, { seed: false });
  const get = async (path: string) => fetch(new URL(path, hub.server.url));

  it('answer whoever asks, without rights and without a line in the trail', async () => {
    const lines = () => hub.rows<{ count: string }>(sql`select count(*)::text as count from audit.audit_line`);
    const before = await lines();
    const alive = await get('/healthz');
    expect([alive.status, await alive.text()]).toEqual([200, '{"status":"ok"}']);
    const ready = await get('/readyz');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({
      status: 'ok',
      checks: { database: 'ok', migrations: 'ok', issuerKeys: 'ok', serving: 'ok' },
    });
    expect(ready.headers.get('cache-control')).toBe('no-store');
    expect(await lines()).toEqual(before);
  });

  it('a migration that is missing makes the hub unready', async () => {
    const app = probesOf(hub);
    expect((await look(app))[0]).toBe(200);
    const [last] = await hub.rows<{ hash: string; created_at: string }>(
      sql`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations) returning hash, created_at::text`,
    );
    await later();
    const [status, checks] = await look(app);
    expect([status, checks]).toEqual([503, { database: 'ok', migrations: 'not ok', issuerKeys: 'ok', serving: 'ok' }]);
    await hub.rows(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${last?.hash}, ${last?.created_at})`,
    );
    await later();
    expect((await look(app))[0]).toBe(200);
  });

  it('look at the database once a second, however often they are asked', async () => {
    let snapshots = 0;
    const database = {
      ...hub.database,
      snapshot: () => {
        snapshots += 1;
        return hub.database.snapshot();
      },
    };
    const issuer = (await issuerAnswering(503))(hub);
    const app = probesOf(hub, { database, issuers: [issuer] });
    await Promise.all(Array.from({ length: 200 }, () => look(app)));
    await look(app);
    expect([snapshots, issuer.asked()]).toEqual([1, 1]);
    await later();
    await look(app);
    expect([snapshots, issuer.asked()]).toEqual([2, 1]);
  });

  it('keys of the only issuer that cannot be loaded make the hub unready; of one among several, they do not', async () => {
    const [good, bad] = [(await issuerAnswering(200))(hub), (await issuerAnswering(500))(hub)];
    const found = async (issuers: Readiness['issuers']) => {
      const [status, checks] = await look(probesOf(hub, { issuers }));
      return [status, checks.issuerKeys];
    };
    expect(await found([good])).toEqual([200, 'ok']);
    expect(await found([bad])).toEqual([503, 'not ok']);
    expect(await found([good, bad])).toEqual([200, 'partly']);
  });

  it('a hub that is about to stop is not ready, and still alive', async () => {
    const app = probesOf(hub, { isServing: () => false });
    const [status, checks] = await look(app);
    expect([status, checks]).toMatchObject([503, { serving: 'not ok', database: 'ok' }]);
    expect((await app.inject('/healthz')).statusCode).toBe(200);
  });
});

const postgresql = databaseKinds.find(({ name }) => name === 'PostgreSQL');

describe.skipIf(!postgresql)('the probes when the database is away [PostgreSQL]', () => {
  if (!postgresql) return;
  const hub = hubFor(postgresql, { seed: false });

  it('say so in one word, without an address, and the hub is alive', async () => {
    const server = process.env.TEST_DATABASE_URL ?? '';
    const name = new URL(hub.url as string).pathname.slice(1);
    const app = probesOf(hub);
    await administer(server, `alter database ${name} with allow_connections false`);
    await administer(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    const [status, checks, body] = await look(app);
    expect([status, checks]).toEqual([
      503,
      { database: 'not ok', migrations: 'not ok', issuerKeys: 'ok', serving: 'ok' },
    ]);
    expect(body).not.toMatch(/\d|lushu|postgres|connect/i);
    expect((await app.inject('/healthz')).statusCode).toBe(200);
    await administer(server, `alter database ${name} with allow_connections true`);
    await later();
    expect((await look(app))[0]).toBe(200);
  });
});
