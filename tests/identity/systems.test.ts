import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hubIssuer } from '../../src/identity/hub-issuer.js';
import { trialSigningKeys } from '../../src/identity/signing-keys.js';
import { type RefusalCode, refusalCodes } from '../../src/kernel/refusal-codes.js';
import { Authority, pemFiles, selfSigned } from '../support/certificates.js';
import { StandingClock } from '../support/clock.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { encoded, signingKey, type TokenChanges, taken } from '../support/signer.js';
import { addKey, assertionOf, enrol, HUB_ISSUER, send, type Told, tokenForm } from '../support/systems.js';

const authority = await Authority.make();
const elsewhere = await Authority.make('CN=Another authority');
const server = await authority.certify('localhost', 'server');
const desk = await authority.certify('desk', 'client');
const neighbour = await authority.certify('desk', 'client');
const past = { notBefore: new Date(Date.now() - 1e9), notAfter: new Date(Date.now() - 1e6) };
const revoked = await authority.certify('desk', 'client');
/** Certificates that count as none. */
const bad = {
  'of its own making': await selfSigned('desk'),
  'of another authority': await elsewhere.certify('desk', 'client'),
  'that has expired': await authority.certify('desk', 'client', past),
  'that was revoked': revoked,
  'for servers': server,
};
const files = pemFiles({
  cert: server.cert,
  key: server.key,
  ca: authority.pem,
  crl: await authority.revocations(revoked.serialNumber),
});
const paths = { certFile: files.path('cert'), keyFile: files.path('key'), clientCaFile: files.path('ca') };
const key = await signingKey('desk-1');
const other = await signingKey('desk-1');
const rsa = await signingKey('rsa-1', 'RS256');

const spki = JSON.stringify(key.jwk);
const hmac = (input: string) => createHmac('sha256', spki).update(input).digest('base64url');
const now = new StandingClock().now().getTime() / 1000;
/** What an assertion may lack; each is made for a client of its own, since five of one client lock it. */
const wrong: readonly [what: string, changes: TokenChanges, signer?: typeof key][] = [
  ['that has expired', { claims: { exp: now - 31 } }],
  ['that is good for too long', { claims: { exp: now + 331 } }],
  ['that never ends', { claims: { exp: undefined } }],
  ['that is not valid yet', { claims: { nbf: now + 31 } }],
  ['that will be made', { claims: { iat: now + 31 } }],
  ['for another audience', { claims: { aud: 'https://court.example/token' } }],
  ['for another audience besides', { claims: { aud: [HUB_ISSUER, 'https://court.example/token'] } }],
  ['for no audience', { claims: { aud: undefined } }],
  ['about another client', { claims: { sub: 'system' } }],
  ['that could be used again', { claims: { jti: undefined } }],
  ['that is another kind of token', { header: { typ: 'at+jwt' } }],
  ["signed by another client's key", {}, other],
  ['that brings its key along', { header: { jwk: other.jwk } }, other],
  ['that names no key', { header: { kid: undefined } }],
  ['that names another key', { header: { kid: 'desk-2' } }],
  ['with an algorithm its key is not for', { header: { kid: 'desk-1' } }, rsa],
];

afterAll(() => files.remove());

onEveryDatabase('a system', (kind) => {
  const hub = hubFor(kind, {
    systems: (clock) => hubIssuer(HUB_ISSUER, [...trialSigningKeys(undefined), ...trialSigningKeys(undefined)], clock),
    tls: { port: 0, ...paths, clientCrlFile: files.path('crl') },
    serveSubgraphs: true,
  });
  const shows = ({ cert, key }: { cert: string; key: string }) => ({ ca: authority.pem, cert, key });
  const nothing = { ca: authority.pem };
  const tls = (path: string) => new URL(path, hub.server.tlsUrl).toString();
  const plain = (path: string) => new URL(path, hub.server.url).toString();
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const counted: Record<string, number> = {};

  const ask = (body: string, connection: object = nothing, url = tls('/oauth/token'), headers: object = {}) =>
    send(url, body, { ...connection, headers: { ...form, ...headers } });
  const tokenFor = async (clientId: string, connection: object = nothing) => {
    const { status, body } = await ask(tokenForm(await assertionOf(hub, clientId, key)), connection);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body.access_token as string;
  };
  const query = (token: string, connection: object, url = tls('/graphql'), headers: object = {}) =>
    send(url, JSON.stringify({ query: '{ whoAmI { role institution } }' }), {
      ...connection,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'x-lushu-purpose': 'CASE_FILING',
        ...headers,
      },
    });
  const refusedAs = ({ status, headers, body }: Told, code: RefusalCode, error: string, httpStatus?: number) => {
    counted[code] = (counted[code] ?? 0) + 1;
    const { en, zh, status: expected } = refusalCodes[code];
    const sentence = (template: string) => template.replace('{limitBytes}', '16384');
    expect(body).toMatchObject({ error, code, error_description: sentence(en), messageZh: sentence(zh) });
    expect(body.error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
    expect(status).toBe(httpStatus ?? expected);
    expect(headers['cache-control']).toBe('no-store');
    expect(body.access_token).toBeUndefined();
    expect(headers['x-correlation-id']).toBe(body.correlationId);
  };
  const stolen = ({ status, body }: Told, code: RefusalCode, isAtTheDoor = true) => {
    if (isAtTheDoor) counted[code] = (counted[code] ?? 0) + 1;
    const { en, zh, status: expected } = refusalCodes[code];
    expect(body.errors).toMatchObject([{ message: en, extensions: { code, messageZh: zh } }]);
    expect({ status, data: body.data }).toEqual({ status: expected, data: undefined });
  };

  beforeAll(() =>
    enrol(
      hub,
      key,
      { clientId: 'desk', isBound: true },
      { clientId: 'open-desk', roles: ['filing', 'judge'], purposes: ['CASE_FILING', 'TRIAL'] },
      { clientId: 'new-desk', state: 'REGISTERED' },
      { clientId: 'gateway', roles: ['gateway'], purposes: [], unit: 'zj-justice' },
      ...[
        'leaving',
        'leaving-soon',
        'losing',
        'on-its-way',
        'twice',
        'at-once',
        'rotating',
        'locked',
        'lifted',
        'hmac',
        'none',
      ].map((clientId) => ({
        clientId,
      })),
      ...wrong.map((_, i) => ({ clientId: `wrong-${i}` })),
    ),
  );

  it('is let in with its key and its certificate, and the token names both', async () => {
    const { status, headers, body } = await ask(tokenForm(await assertionOf(hub, 'desk', key)), shows(desk));
    expect(status).toBe(200);
    expect(body).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 600, scope: 'filing' });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
    const now = Math.floor(hub.clock.now().getTime() / 1000);
    const [line] = await hub.trail();
    const { ClientKey: keys = [] } = (line?.records ?? {}) as Record<string, string[]>;
    expect(decodeProtectedHeader(body.access_token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    expect(decodeJwt(body.access_token)).toEqual({
      iss: HUB_ISSUER,
      aud: 'urn:lushu:hub',
      sub: 'desk',
      client_id: 'desk',
      lushu: { roles: ['filing'], unit: '浙0106', key: keys[0] },
      cnf: { 'x5t#S256': desk.thumbprint },
      jti: expect.any(String),
      iat: now,
      exp: now + 600,
    });
    expect(line).toMatchObject({
      kind: 'RECORDED',
      outcome: 'ANSWERED',
      operation: 'oauth/token',
      client_id: 'desk',
      actor_id: 'desk',
      unit: '浙0106',
      institution: 'COURT',
      source: '127.0.0.1',
      correlation_id: headers['x-correlation-id'],
      records: { Client: [expect.any(String)], ClientKey: [expect.any(String)], ClientCertificate: [desk.thumbprint] },
    });
    expect(Number(line?.epoch)).toBeGreaterThan(0);
    const { body: answer } = await query(body.access_token, shows(desk));
    expect(answer).toEqual({ data: { whoAmI: { role: 'filing', institution: 'COURT' } } });
    expect((await hub.trail())[0]).toMatchObject({ kind: 'DISCLOSED', client_id: 'desk', unit: '浙0106' });
  });

  it('cannot be impersonated by its token alone', async () => {
    const token = await tokenFor('desk', shows(desk));
    expect((await query(token, shows(desk))).status).toBe(200);
    const forged = {
      'x-client-cert': encodeURIComponent(desk.cert),
      'x-forwarded-client-cert': `Hash=${desk.thumbprint}`,
      'ssl-client-cert': desk.cert.replaceAll('\n', ' '),
    };
    stolen(await query(token, nothing), 'CERTIFICATE_MISSING');
    stolen(await query(token, {}, plain('/graphql')), 'CERTIFICATE_MISSING');
    stolen(await query(token, {}, plain('/graphql'), forged), 'CERTIFICATE_MISSING');
    stolen(await query(token, shows(neighbour)), 'CERTIFICATE_MISMATCH');
    for (const certificate of Object.values(bad)) stolen(await query(token, shows(certificate)), 'CERTIFICATE_MISSING');
    console.log(`systems: a stolen token was tried in ${4 + Object.keys(bad).length} ways`);
  });

  it.each(Object.entries(bad))('with a certificate %s gets no token', async (_what, certificate) => {
    const assertion = await assertionOf(hub, 'desk', key);
    refusedAs(await ask(tokenForm(assertion), shows(certificate)), 'CERTIFICATE_MISSING', 'invalid_client');
  });

  it('that is bound to certificates gets no token without one, on neither address', async () => {
    for (const url of [tls('/oauth/token'), plain('/oauth/token')]) {
      const told = await ask(tokenForm(await assertionOf(hub, 'desk', key)), nothing, url);
      refusedAs(told, 'CERTIFICATE_MISSING', 'invalid_client');
    }
  });

  it('that is not bound may do without, and with one its token is bound all the same', async () => {
    const loose = await tokenFor('open-desk');
    expect(decodeJwt(loose).cnf).toBeUndefined();
    const [line] = await hub.trail();
    expect(line).toMatchObject({ client_id: 'open-desk', records: { ClientCertificate: [] } });
    const headers = { 'x-lushu-role': 'filing' };
    expect((await query(loose, {}, plain('/graphql'), headers)).body.data).toBeTruthy();
    const tight = await tokenFor('open-desk', shows(neighbour));
    expect((await query(tight, shows(neighbour), tls('/graphql'), headers)).body.data).toBeTruthy();
    stolen(await query(tight, nothing, tls('/graphql'), headers), 'CERTIFICATE_MISSING');
  });

  it('is not known by a certificate alone', async () => {
    const { body } = await send(tls('/graphql'), JSON.stringify({ query: '{ whoAmI { role } }' }), {
      ...shows(desk),
      headers: { 'content-type': 'application/json' },
    });
    expect(body.data).toEqual({ whoAmI: { role: 'public' } });
  });

  it('narrows its roles and never widens them', async () => {
    const scoped = async (scope: string) =>
      ask(tokenForm(await assertionOf(hub, 'open-desk', key), { scope, client_id: 'open-desk' }));
    const { body } = await scoped('judge judge');
    expect(body.scope).toBe('judge');
    expect(decodeJwt(body.access_token).lushu).toMatchObject({ roles: ['judge'], unit: '浙0106' });
    refusedAs(await scoped('judge justice'), 'ROLE_NOT_HELD', 'invalid_scope', 400);
    refusedAs(await scoped(' '), 'ROLE_NOT_HELD', 'invalid_scope', 400);
  });

  it('that passes requests on shows its certificate too', async () => {
    const gateway = await tokenFor('gateway', shows(desk));
    const sdl = JSON.stringify({ query: '{ _service { sdl } }' });
    const headers = { 'content-type': 'application/json', 'x-lushu-gateway': gateway };
    const through = (connection: object, url: string) => send(url, sdl, { ...connection, headers });
    expect((await through(shows(desk), tls('/subgraphs/hub'))).body.data).toBeTruthy();
    stolen(await through(shows(neighbour), tls('/subgraphs/hub')), 'CERTIFICATE_MISMATCH');
    stolen(await through({}, plain('/subgraphs/hub')), 'CERTIFICATE_MISSING');
  });

  it.each(wrong.map((one, i) => [...one.slice(0, 1), i] as [string, number]))(
    'with an assertion %s is refused, and not told why',
    async (_what, i) => {
      const [, changes, signer = key] = wrong[i] as (typeof wrong)[number];
      const told = await ask(tokenForm(await assertionOf(hub, `wrong-${i}`, signer, changes)));
      refusedAs(told, 'ASSERTION_REFUSED', 'invalid_client');
      await tokenFor(`wrong-${i}`);
    },
  );

  it('is refused alike when nobody knows it', async () => {
    const of = async (clientId: string, signer = key) => ask(tokenForm(await assertionOf(hub, clientId, signer)));
    const [nobody, impostor] = [await of('nobody'), await of('none', other)];
    for (const told of [nobody, impostor]) refusedAs(told, 'ASSERTION_REFUSED', 'invalid_client');
    const { correlationId: _one, ...first } = nobody.body;
    const { correlationId: _other, ...second } = impostor.body;
    expect(first).toEqual(second);
  });

  it('with an assertion without a signature, or signed with the public key as a secret, is refused', async () => {
    const { payload } = taken(await assertionOf(hub, 'hmac', key));
    const input = (alg: string) => `${encoded({ alg, kid: 'desk-1' })}.${encoded(payload)}`;
    for (const forged of [`${input('none')}.`, `${input('HS256')}.${hmac(input('HS256'))}`, 'abc', 'a.b.c'])
      refusedAs(await ask(tokenForm(forged)), 'ASSERTION_REFUSED', 'invalid_client');
  });

  it('named by the request is the author of the assertion', async () => {
    const assertion = await assertionOf(hub, 'open-desk', key);
    refusedAs(await ask(tokenForm(assertion, { client_id: 'desk' })), 'ASSERTION_REFUSED', 'invalid_client');
  });

  it.each(['ES256', 'RS256', 'PS256', 'EdDSA', 'Ed25519'])('signs by %s', async (alg) => {
    const signer = await signingKey(alg, alg);
    await addKey(hub, 'open-desk', signer);
    expect((await ask(tokenForm(await assertionOf(hub, 'open-desk', signer)))).status).toBe(200);
  });

  it('signs by no RSA key of 1024 bits', async () => {
    const small = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const jwk = { ...small.publicKey.export({ format: 'jwk' }), kid: 'small', alg: 'RS256' };
    await addKey(hub, 'open-desk', { ...key, jwk });
    const { payload } = taken(await assertionOf(hub, 'open-desk', key));
    const input = `${encoded({ alg: 'RS256', kid: 'small' })}.${encoded(payload)}`;
    const signature = sign('sha256', Buffer.from(input), small.privateKey).toString('base64url');
    refusedAs(await ask(tokenForm(`${input}.${signature}`)), 'ASSERTION_REFUSED', 'invalid_client');
  });

  it('uses an assertion once, and of several at once one counts', async () => {
    const once = tokenForm(await assertionOf(hub, 'twice', key));
    expect((await ask(once)).status).toBe(200);
    refusedAs(await ask(once), 'ASSERTION_REFUSED', 'invalid_client');
    const racing = tokenForm(await assertionOf(hub, 'at-once', key));
    const told = await Promise.all([1, 2, 3, 4].map(() => ask(racing)));
    const losers = told.filter(({ status }) => status !== 200);
    expect(losers).toHaveLength(3);
    for (const loser of losers) refusedAs(loser, 'ASSERTION_REFUSED', 'invalid_client');
  });

  it('addresses the hub by its name or by either address of its tokens', async () => {
    for (const aud of [HUB_ISSUER, `${HUB_ISSUER}/oauth/token`, 'https://tls.hub.example/oauth/token']) {
      const told = await ask(tokenForm(await assertionOf(hub, 'open-desk', key, { claims: { aud } })));
      expect(told.status).toBe(200);
    }
  });

  it('is not held to a clock better than its own by half a minute', async () => {
    const widest = { exp: now + 330, nbf: now + 30, iat: now + 30 };
    for (const claims of [widest, { exp: now - 29 }]) {
      const told = await ask(tokenForm(await assertionOf(hub, 'open-desk', key, { claims })));
      expect(told.status).toBe(200);
    }
  });

  it('forgets assertions that nobody can use again, and no others', async () => {
    const digests = async () => (await hub.rows(sql`select 1 from hub.used_assertion`)).length;
    await hub.rows(
      sql`insert into hub.used_assertion select 'old-' || n, '2026-11-21T01:58:00Z' from generate_series(1, 150) n`,
    );
    const before = await digests();
    await tokenFor('open-desk');
    expect(await digests()).toBe(before - 100 + 1);
    await tokenFor('open-desk');
    await tokenFor('open-desk');
    expect(await digests()).toBe(before - 150 + 3);
  });

  it('signs with either key while it changes them, and with the old one not after its day or its withdrawal', async () => {
    const second = await signingKey('desk-2', 'PS256');
    const with_ = async (signer: typeof key) => ask(tokenForm(await assertionOf(hub, 'rotating', signer)));
    await hub.rows(sql`update hub.client_key set valid_until = '2026-11-21T12:00:00Z'
      where client_id = (select id from hub.client where client_id = 'rotating')`);
    await addKey(hub, 'rotating', second, '2026-11-21T01:00:00Z');
    expect((await with_(key)).status).toBe(200);
    expect((await with_(second)).status).toBe(200);
    hub.clock.set('2026-11-21T12:00:01Z');
    refusedAs(await with_(key), 'ASSERTION_REFUSED', 'invalid_client');
    expect((await with_(second)).status).toBe(200);
    hub.clock.set('2026-11-21T00:59:59Z');
    refusedAs(await with_(second), 'ASSERTION_REFUSED', 'invalid_client');
    hub.clock.set('2026-11-21T02:00:00Z');
    await hub.rows(sql`update hub.client_key set withdrawn_at = now(), withdrawn_by = 'test' where kid = 'desk-2'`);
    refusedAs(await with_(second), 'ASSERTION_REFUSED', 'invalid_client');
  });

  it('is told that it was disabled when it has proved who it is, and its token is refused at once', async () => {
    const token = await tokenFor('leaving');
    expect((await query(token, nothing)).status).toBe(200);
    await hub.rows(sql`with moved as (select audit.move_epoch()) update hub.client set state = 'DISABLED'
      from moved where client_id = 'leaving'`);
    // let in by the rights last seen, and decided again when the answer was to leave: the line is the operation's
    stolen(await query(token, nothing), 'CLIENT_DISABLED', false);
    expect((await hub.trail())[0]).toMatchObject({ kind: 'DISCLOSED', outcome: 'REFUSED', client_id: 'leaving' });
    stolen(await query(token, nothing), 'CLIENT_DISABLED');
    const told = await ask(tokenForm(await assertionOf(hub, 'leaving', key)));
    refusedAs(told, 'CLIENT_DISABLED', 'unauthorized_client');
    refusedAs(await ask(tokenForm(await assertionOf(hub, 'leaving', other))), 'ASSERTION_REFUSED', 'invalid_client');
  });

  it('loses with a key that is withdrawn the tokens it got by that key, and no others', async () => {
    const second = await signingKey('desk-2');
    await addKey(hub, 'losing', second);
    const by = async (signer: typeof key) =>
      (await ask(tokenForm(await assertionOf(hub, 'losing', signer)))).body.access_token as string;
    const [lost, kept] = [await by(key), await by(second)];
    for (const token of [lost, kept]) expect((await query(token, nothing)).status).toBe(200);
    await hub.rows(sql`with moved as (select audit.move_epoch()) update hub.client_key
      set withdrawn_at = now(), withdrawn_by = 'test' from moved
      where kid = 'desk-1' and client_id = (select id from hub.client where client_id = 'losing')`);
    // as above, the first is refused by its operation
    stolen(await query(lost, nothing), 'KEY_WITHDRAWN', false);
    stolen(await query(lost, nothing), 'KEY_WITHDRAWN');
    expect((await query(kept, nothing)).status).toBe(200);
  });

  it('gets no token when it was disabled after the rights were last read', async () => {
    await tokenFor('leaving-soon');
    await hub.rows(sql`with moved as (select audit.move_epoch()) update hub.client set state = 'DISABLED'
      from moved where client_id = 'leaving-soon'`);
    const told = await ask(tokenForm(await assertionOf(hub, 'leaving-soon', key)));
    refusedAs(told, 'CLIENT_DISABLED', 'unauthorized_client');
  });

  // one connection would wait for itself
  it.skipIf(kind.name === 'PGlite')(
    'gets no token when its key is withdrawn while the token is on its way',
    async () => {
      const assertion = await assertionOf(hub, 'on-its-way', key);
      let answer: Promise<Told> | undefined;
      let isAnswered = false;
      await hub.database.transaction(async (handle) => {
        await handle.execute(sql`select audit.move_epoch()`);
        answer = ask(tokenForm(assertion)).finally(() => {
          isAnswered = true;
        });
        for (let waiting = 0; waiting === 0 && !isAnswered; )
          waiting = (
            await hub.rows(sql`select 1 from pg_locks where locktype = 'advisory' and not granted
              and database = (select oid from pg_database where datname = current_database())`)
          ).length;
        await handle.execute(sql`update hub.client_key set withdrawn_at = now(), withdrawn_by = 'test'
        where client_id = (select id from hub.client where client_id = 'on-its-way')`);
      });
      refusedAs((await answer) as Told, 'ASSERTION_REFUSED', 'invalid_client');
      expect(
        await hub.rows(sql`select 1 from audit.audit_line where client_id = 'on-its-way' and kind = 'RECORDED'`),
      ).toEqual([]);
      const read = await ask(tokenForm(await assertionOf(hub, 'on-its-way', key)));
      refusedAs(read, 'ASSERTION_REFUSED', 'invalid_client');
    },
  );

  it('that was not activated yet is unknown', async () => {
    refusedAs(await ask(tokenForm(await assertionOf(hub, 'new-desk', key))), 'CLIENT_UNKNOWN', 'invalid_client');
  });

  it('is locked out for a quarter of an hour after five failures from one source, known or not', async () => {
    const start = hub.clock.now();
    const after = (seconds: number) => hub.clock.set(new Date(start.getTime() + seconds * 1000).toISOString());
    for (const clientId of ['locked', 'stranger']) {
      const fail = async () => ask(tokenForm(await assertionOf(hub, clientId, other)));
      after(0);
      for (let i = 0; i < 4; i++) refusedAs(await fail(), 'ASSERTION_REFUSED', 'invalid_client');
      after(901);
      for (let i = 0; i < 5; i++) refusedAs(await fail(), 'ASSERTION_REFUSED', 'invalid_client');
      after(1000);
      const locked = await ask(tokenForm(await assertionOf(hub, clientId, key)));
      refusedAs(locked, 'CLIENT_LOCKED', 'temporarily_unavailable');
      expect(locked.headers['retry-after']).toBe('801');
      after(1800);
      refusedAs(await fail(), 'CLIENT_LOCKED', 'temporarily_unavailable');
      after(1801);
      const { status } = await ask(tokenForm(await assertionOf(hub, clientId, key)));
      if (clientId === 'stranger') counted.ASSERTION_REFUSED = (counted.ASSERTION_REFUSED ?? 0) + 1;
      expect(status).toBe(clientId === 'locked' ? 200 : 401);
    }
    after(0);
    const lines = await hub.rows(sql`select unit, source, refusals, records from audit.audit_line
      where kind = 'RECORDED' and outcome = 'REFUSED' and client_id in ('locked', 'stranger')`);
    const locks = await hub.rows<{ id: string }>(sql`select id from hub.client_lock`);
    expect(locks).toHaveLength(1);
    const records = { Client: [expect.any(String)], ClientLock: [locks[0]?.id] };
    expect(lines).toEqual([{ unit: '浙0106', source: '127.0.0.1', refusals: ['CLIENT_LOCKED'], records }]);
  });

  it('is let in again at once when an administrator lifts the lock; other sources were never locked', async () => {
    for (let i = 0; i < 5; i++)
      refusedAs(await ask(tokenForm(await assertionOf(hub, 'lifted', other))), 'ASSERTION_REFUSED', 'invalid_client');
    const told = await ask(tokenForm(await assertionOf(hub, 'lifted', key)));
    refusedAs(told, 'CLIENT_LOCKED', 'temporarily_unavailable');
    await hub.rows(sql`update hub.client_lock set source = '127.0.0.2' where source = '127.0.0.1'`);
    await tokenFor('lifted');
    await hub.rows(sql`update hub.client_lock set source = '127.0.0.1', lifted_at = now(), lifted_by = 'test'`);
    await tokenFor('lifted');
  });

  it('learns of the hub by its metadata, and others check its tokens by the published keys', async () => {
    const { body: metadata } = await send(plain('/.well-known/oauth-authorization-server'), '', {});
    expect(metadata).toEqual({
      issuer: HUB_ISSUER,
      token_endpoint: `${HUB_ISSUER}/oauth/token`,
      jwks_uri: `${HUB_ISSUER}/.well-known/jwks.json`,
      grant_types_supported: ['client_credentials'],
      response_types_supported: [],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      token_endpoint_auth_signing_alg_values_supported: ['ES256', 'RS256', 'PS256', 'EdDSA', 'Ed25519'],
      tls_client_certificate_bound_access_tokens: true,
      mtls_endpoint_aliases: { token_endpoint: 'https://tls.hub.example/oauth/token' },
    });
    const { body: jwks } = await send(tls('/.well-known/jwks.json'), '', nothing);
    expect(jwks.keys).toHaveLength(2);
    for (const published of jwks.keys)
      expect(Object.keys(published).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    expect(decodeProtectedHeader(await tokenFor('open-desk')).kid).toBe(jwks.keys[0].kid);
  });

  it('asks in the form of the standard', async () => {
    const good = tokenForm(await assertionOf(hub, 'open-desk', key));
    const malformed = [
      tokenForm('x', { grant_type: undefined }),
      tokenForm('x', { client_assertion_type: 'x' }),
      tokenForm('x', { client_assertion: undefined }),
      `${good}&scope=filing&scope=judge`,
    ];
    refusedAs(await ask(tokenForm('x', { grant_type: 'password' })), 'REQUEST_MALFORMED', 'unsupported_grant_type');
    for (const body of malformed) refusedAs(await ask(body), 'REQUEST_MALFORMED', 'invalid_request');
    const basic = { authorization: 'Basic b3Blbi1kZXNrOng=' };
    refusedAs(await ask(good, nothing, tls('/oauth/token'), basic), 'REQUEST_MALFORMED', 'invalid_request');
    const json = { 'content-type': 'application/json' };
    refusedAs(await ask('{}', nothing, tls('/oauth/token'), json), 'REQUEST_MALFORMED', 'invalid_request');
    refusedAs(await ask(tokenForm('x'.repeat(20_000))), 'BODY_TOO_LARGE', 'invalid_request');
    expect((await ask(good)).status).toBe(200);
  });

  it('leaves a line in the trail for every refusal, counted by code', async () => {
    await hub.server.close();
    const lines = await hub.rows<{ code: string; count: string }>(
      sql`select refusals[1] as code, sum(count) as count from audit.audit_line where kind = 'DOOR' group by 1`,
    );
    expect(Object.fromEntries(lines.map(({ code, count }) => [code, Number(count)]))).toEqual(counted);
    const known = await hub.rows<{ code: string; who: string }>(
      sql`select distinct refusals[1] as code, client_id as who from audit.audit_line where kind = 'DOOR' and client_id is not null`,
    );
    expect(new Set(known.map(({ code, who }) => `${code} ${who}`))).toEqual(
      new Set([
        'CERTIFICATE_MISSING desk',
        'CERTIFICATE_MISSING open-desk',
        'CERTIFICATE_MISMATCH desk',
        'ROLE_NOT_HELD open-desk',
        'CLIENT_DISABLED leaving',
        'CLIENT_DISABLED leaving-soon',
        'KEY_WITHDRAWN losing',
        ...(kind.name === 'PGlite' ? [] : ['ASSERTION_REFUSED on-its-way']),
        'CLIENT_UNKNOWN new-desk',
      ]),
    );
    console.log(`systems: ${Object.values(counted).reduce((a, b) => a + b)} refusals of ${lines.length} codes`);
    expect(hub.faults).toEqual([]);
  });
});
