import { Agent, request } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import { afterAll, expect, it } from 'vitest';
import { certificateShown } from '../../src/api/tls.js';
import { hubIssuer } from '../../src/identity/hub-issuer.js';
import { trialSigningKeys } from '../../src/identity/signing-keys.js';
import { Authority, pemFiles } from '../support/certificates.js';
import { databaseKinds } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { signingKey } from '../support/signer.js';
import { assertionOf, enrol, HUB_ISSUER, send, tokenForm } from '../support/systems.js';

const authority = await Authority.make();
const server = await authority.certify('localhost', 'server');
const renewed = await authority.certify('localhost', 'server');
const system = await authority.certify('system', 'client');
const neighbour = await authority.certify('neighbour', 'client');
const key = await signingKey('system-1');
const files = pemFiles({ cert: server.cert, key: server.key, ca: authority.pem, crl: await authority.revocations() });
const hub = hubFor(databaseKinds[0] as (typeof databaseKinds)[0], {
  systems: (clock) => hubIssuer(HUB_ISSUER, trialSigningKeys(undefined), clock),
  tls: {
    port: 0,
    certFile: files.path('cert'),
    keyFile: files.path('key'),
    clientCaFile: files.path('ca'),
    clientCrlFile: files.path('crl'),
  },
});
afterAll(() => files.remove());

const shows = { ca: authority.pem, cert: system.cert, key: system.key };
const address = () => new URL(hub.server.tlsUrl as string);
const health = () => new URL('/healthz', address()).toString();

/** A connection after its handshake and, so that tickets have come if any do, one answer. */
function connected(options: ConnectionOptions): Promise<{ socket: TLSSocket; session: Buffer | undefined }> {
  const { hostname: host, port } = address();
  return new Promise((resolve, reject) => {
    let session: Buffer | undefined;
    const socket = connect({ host, port: Number(port), ...shows, ...options }, () =>
      socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n'),
    );
    socket.on('session', (offered) => {
      session = offered;
    });
    socket.on('error', reject);
    socket.once('data', () => resolve({ socket, session: session ?? socket.getSession() }));
  });
}

it('speaks TLS 1.2 and 1.3 and nothing older', async () => {
  for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
    const { socket } = await connected({ minVersion: version, maxVersion: version });
    expect(socket.getProtocol()).toBe(version);
    socket.destroy();
  }
  const old = connected({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' });
  await expect(old).rejects.toThrow();
});

it.each(['TLSv1.2', 'TLSv1.3'] as const)(
  'resumes no session, so that every connection shows its certificate (%s)',
  async (version) => {
    const options = { minVersion: version, maxVersion: version };
    const { socket, session } = await connected(options);
    socket.destroy();
    const again = await connected({ ...options, session: session as Buffer });
    expect(again.socket.isSessionReused()).toBe(false);
    again.socket.destroy();
  },
);

it('negotiates nothing anew on a connection that stands', async () => {
  const { socket } = await connected({ maxVersion: 'TLSv1.2' });
  const refused = new Promise((resolve) => {
    socket.on('error', resolve);
    socket.on('close', resolve);
    if (!socket.renegotiate({}, (error) => resolve(error))) resolve(new Error('not begun'));
  });
  expect(await refused).toBeInstanceOf(Error);
  socket.destroy();
});

it('lets in a browser without a certificate, and is the same hub', async () => {
  const { status, body } = await send(health(), '', { ca: authority.pem });
  expect({ status, body }).toEqual({ status: 200, body: { status: 'ok' } });
});

it('knows no certificate of a connection it has not made', async () => {
  const { socket } = await connected({});
  expect(certificateShown(socket)).toBeNull();
  socket.destroy();
});

it('uses renewed certificates and new revocations from the next connection on, and ends the old ones', async () => {
  await enrol(hub, key, { clientId: 'system', isBound: true });
  const token = async (agent: Agent | false) =>
    send(new URL('/oauth/token', address()).toString(), tokenForm(await assertionOf(hub, 'system', key)), {
      ...shows,
      agent,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const agent = new Agent({ keepAlive: true, maxSockets: 1, ...shows });
  expect((await token(agent)).status).toBe(200);
  expect(await serverSerial()).toBe(server.serialNumber);
  files.write('cert', renewed.cert);
  expect(() => hub.server.reloadCertificates()).toThrow();
  expect(await serverSerial()).toBe(server.serialNumber);
  expect((await token(agent)).status).toBe(200);
  files.write('key', renewed.key);
  files.write('crl', await authority.revocations(system.serialNumber));
  hub.server.reloadCertificates();
  expect(await serverSerial()).toBe(renewed.serialNumber);
  expect(await token(agent)).toMatchObject({ status: 401, body: { code: 'CERTIFICATE_MISSING' } });
  agent.destroy();
});

it('takes a certificate for none, on a connection made before revocations were read again, however its request is sent', async () => {
  const told = await send(
    new URL('/oauth/token', address()).toString(),
    tokenForm(await assertionOf(hub, 'system', key)),
    {
      ca: authority.pem,
      cert: neighbour.cert,
      key: neighbour.key,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
  );
  expect(told.status).toBe(200);
  const body = JSON.stringify({ query: '{ whoAmI { role } }' });
  const { socket } = await connected({ cert: neighbour.cert, key: neighbour.key });
  // a request that has begun keeps its connection open while the files are read
  socket.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n');
  await sleep(300);
  files.write('crl', await authority.revocations(system.serialNumber, neighbour.serialNumber));
  hub.server.reloadCertificates();
  const answer = new Promise<string>((resolve) => socket.once('data', (part: Buffer) => resolve(part.toString())));
  const head = ['X-Lushu-Purpose: CASE_FILING', `Authorization: Bearer ${told.body.access_token}`];
  socket.write([...head, `Content-Length: ${body.length}`, '', body].join('\r\n'));
  expect(await answer).toMatch(/^HTTP\/1\.1 401 [\s\S]*connection: close[\s\S]*"CERTIFICATE_MISSING"/i);
  socket.destroy();
});

async function serverSerial(): Promise<string> {
  const { socket } = await connected({});
  const { serialNumber } = socket.getPeerCertificate();
  socket.destroy();
  return serialNumber.toLowerCase();
}

it('finishes the answers in flight when the hub stops, and takes no connection after', async () => {
  const agent = new Agent({ keepAlive: true, ca: authority.pem });
  const body = JSON.stringify({ query: '{ __typename }' });
  const answer = new Promise<{ status: number; connection: string | undefined }>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const sent = request(address(), { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode ?? 0, connection: response.headers.connection }));
    });
    sent.on('error', reject);
    sent.write(body.slice(0, 5));
    sent.on('socket', (socket) =>
      socket.once('secureConnect', () =>
        setTimeout(() => {
          closed = hub.server.close();
          setTimeout(() => sent.end(body.slice(5)), 100);
        }, 100),
      ),
    );
  });
  let closed: Promise<void> | undefined;
  expect(await answer).toEqual({ status: 200, connection: 'close' });
  await closed;
  await expect(send(health(), '', { ca: authority.pem })).rejects.toThrow(/ECONNREFUSED/);
  agent.destroy();
  expect(hub.faults).toEqual([]);
});
