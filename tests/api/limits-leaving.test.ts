import { type ClientRequest, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { personaNamed } from '../../seeds/personas.js';
import type { PersonaClaims } from '../../src/identity/development-issuer.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor, type TestHub } from '../support/hub.js';

const ROLE = '{ whoAmI { role } }';
const claims = personaNamed('filing')?.claims as PersonaClaims;

/** What a persona of a court sends, on paper. */
const headersOf = async (hub: TestHub) => ({
  authorization: `Bearer ${await hub.issuer.token(claims)}`,
  'x-lushu-purpose': 'CASE_FILING',
});

/** Sends a whole request over a connection of its own, which the caller cuts. */
function sent(hub: TestHub, headers: Record<string, string>): ClientRequest {
  const { hostname: host, port } = new URL(hub.server.url);
  const json = { 'content-type': 'application/json' };
  const one = request({ host, port, path: '/graphql', method: 'POST', agent: false, headers: { ...json, ...headers } });
  one.on('error', () => undefined);
  one.end(JSON.stringify({ query: ROLE }));
  return one;
}

/** Lets nobody read records, or the directory of units, until it is told to. */
function slowSnapshots(hub: TestHub) {
  const snapshot = hub.database.snapshot.bind(hub.database);
  let resolve = () => {};
  const promise = new Promise<void>((go) => {
    resolve = go;
  });
  const slow = (...given: Parameters<typeof snapshot>) => promise.then(() => snapshot(...given));
  Object.assign(hub.database, { snapshot: slow });
  return () => {
    Object.assign(hub.database, { snapshot });
    resolve();
  };
}

onEveryDatabase('a client that goes before it is let in', (kind) => {
  const hub = hubFor(kind, { limits: { operationsAtOnce: 2, holdMillis: 700 } });
  const nothingIsCounted = async () => {
    for (let i = 0; i < 3; i++) expect((await hub.as('filing').ask(ROLE)).codes).toEqual([]);
  };

  it('leaves nothing counted when forty requests are cut while the directory is slow', async () => {
    await nothingIsCounted();
    // a day later the directory is read anew
    hub.clock.set('2026-11-22');
    const goOn = slowSnapshots(hub);
    const headers = await headersOf(hub);
    const cut = Array.from({ length: 40 }, () => sent(hub, headers));
    await sleep(400);
    for (const one of cut) one.destroy();
    await sleep(300);
    goOn();
    await sleep(300);
    await nothingIsCounted();
    console.log(`limits: ${cut.length} requests cut before they were let in`);
  });

  it('leaves nothing counted when it is cut while it is held back', async () => {
    const flood = () => hub.post(JSON.stringify({ query: ROLE }), { authorization: 'Bearer a.b.c' });
    await Promise.all(Array.from({ length: 70 }, flood));
    const held = [sent(hub, await headersOf(hub)), sent(hub, await headersOf(hub)), sent(hub, await headersOf(hub))];
    await sleep(200);
    for (const one of held) one.destroy();
    await sleep(1_500);
    await nothingIsCounted();
    expect(hub.faults).toEqual([]);
  });
});

onEveryDatabase('an address for gateways', (kind) => {
  const hub = hubFor(kind, { serveSubgraphs: true, limits: { rateBurst: 6, ratePerSecond: 1 } });

  it('has no page, so whoever wants one there is counted like others', async () => {
    const token = await hub.issuer.token({ subject: 'gateway', clientId: 'gateway', role: 'gateway' });
    const url = new URL('/subgraphs/hub?query={__typename}', hub.server.url);
    const headers = { accept: 'text/html, application/json;q=0.5', 'x-lushu-gateway': token };
    const told = await Promise.all(Array.from({ length: 30 }, () => fetch(url, { headers })));
    expect(told.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(6);
    expect(told.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  });
});

onEveryDatabase('a source of forged tokens of a gateway', (kind) => {
  const hub = hubFor(kind, { serveSubgraphs: true, limits: { holdMillis: 500 } });
  const through = (token: string, headers = {}, path = '/subgraphs/hub') =>
    hub.post('{"query":"{ __typename }"}', { ...headers, 'x-lushu-gateway': token }, path);

  it('is kept waiting and refused, while the gateway at its address goes on', async () => {
    const good = await hub.issuer.token({ subject: 'gateway', clientId: 'gateway', role: 'gateway' });
    const forged = `${good.slice(0, -6)}AAAAAA`;
    expect((await through(good)).codes).toEqual([]);
    // where no gateway is asked for, nothing is proved
    expect((await through(forged, {}, '/graphql')).codes).toEqual([]);
    for (let i = 0; i < 5; i++)
      for (const { codes } of await Promise.all(Array.from({ length: 12 }, () => through(forged))))
        expect(codes).toEqual(['GATEWAY_REFUSED']);
    const flood = await Promise.all(Array.from({ length: 150 }, () => through(forged)));
    const refused = flood.filter(({ codes }) => codes.includes('RATE_LIMITED'));
    expect(refused.length).toBeGreaterThan(0);
    expect((await through(good)).codes).toEqual([]);
    console.log(`limits: ${refused.length} of ${flood.length} forged tokens of a gateway were not looked at`);
  });
});
