import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { JWK } from 'jose';
import { beforeAll, expect, it } from 'vitest';
import { PublishedKeys } from '../../src/identity/issuer-keys.js';
import { type RefusalCode, refusalCodes } from '../../src/kernel/refusal-codes.js';
import { admitClient } from '../support/admit-client.js';
import { StandingClock } from '../support/clock.js';
import { onEveryDatabase } from '../support/databases.js';
import { type Answer, hubFor } from '../support/hub.js';
import { encoded, Signer, type SigningKey, signingKey, taken } from '../support/signer.js';

const clock = new StandingClock();
const court = new Signer('https://court.example', await signingKey('court-1'), clock);
const bar = new Signer('https://bar.example', await signingKey('bar-1'), clock);
const away = new Signer('https://away.example', await signingKey('away-1'), clock);
const rsa = new Signer('https://rsa.example', await signingKey('rsa-1', 'RS256'), clock);
const stranger = await signingKey('court-1');
const small = generateKeyPairSync('rsa', { modulusLength: 1024 });
const weak = new Signer('https://weak.example', weakKey(), clock);

function weakKey(): SigningKey {
  const jwk = { ...(small.publicKey.export({ format: 'jwk' }) as JWK), kid: 'weak-1', alg: 'RS256' };
  return { ...court.key, alg: 'RS256', jwk };
}

/** A token signed by any means: header and claims of a good one, changed, and a signature of our own making. */
async function signedBy(issuer: Signer, header: object, signature: (input: string) => Buffer | string) {
  const { header: usual, payload } = taken(await court.token({ claims: { iss: issuer.issuer } }));
  const input = `${encoded({ ...usual, ...header })}.${encoded(payload)}`;
  const made = signature(input);
  return `${input}.${typeof made === 'string' ? made : made.toString('base64url')}`;
}

const spki = (jwk: JWK) =>
  createPublicKey({ key: jwk as never, format: 'jwk' }).export({ format: 'pem', type: 'spki' });
const hmac = (secret: string | Buffer) => (input: string) => createHmac('sha256', secret).update(input).digest();
const swapped = async (header: object, secret: string | Buffer) =>
  signedBy(rsa, { kid: 'rsa-1', ...header }, hmac(secret));
const tampered = async () => {
  const token = await court.token();
  const { payload, signature } = taken(token);
  return `${token.split('.')[0]}.${encoded({ ...payload, lushu: { role: 'justice', unit: 'zj-justice' } })}.${signature}`;
};
const claims = (changes: object) => () => court.token({ claims: changes as never });
const header = (changes: object) => () => court.token({ header: changes });
const now = court.now();

/** Every token is one change away from a good one. */
const bad: readonly [what: string, code: RefusalCode, make: () => Promise<string>][] = [
  ['that has expired', 'TOKEN_EXPIRED', claims({ exp: now - 31 })],
  ['that is not valid yet', 'TOKEN_NOT_YET_VALID', claims({ nbf: now + 31 })],
  ['that will be issued', 'TOKEN_NOT_YET_VALID', claims({ iat: now + 31 })],
  ['of another issuer', 'ISSUER_UNKNOWN', claims({ iss: 'https://court.example/' })],
  ['of no issuer', 'ISSUER_UNKNOWN', claims({ iss: undefined })],
  ['for another audience', 'AUDIENCE_WRONG', claims({ aud: 'hub2' })],
  ['for no audience', 'AUDIENCE_WRONG', claims({ aud: undefined })],
  ['that is an ID token: its audience is the client', 'AUDIENCE_WRONG', claims({ aud: 'desk', nonce: 'n' })],
  ['that is an ID token though it names the hub', 'TOKEN_MALFORMED', claims({ aud: ['desk', 'hub'], at_hash: 'h' })],
  ['that is a logout token', 'TOKEN_MALFORMED', claims({ events: {} })],
  ['of another type', 'TOKEN_MALFORMED', header({ typ: 'token-introspection+jwt' })],
  ['that names a key nobody published', 'TOKEN_KEY_UNKNOWN', header({ kid: 'court-2' })],
  ['without a signature', 'TOKEN_ALGORITHM_REFUSED', () => signedBy(court, { alg: 'none' }, () => '')],
  ['without a signature, spelt otherwise', 'TOKEN_ALGORITHM_REFUSED', () => signedBy(court, { alg: 'nOnE' }, () => '')],
  [
    'with the public key as a shared secret',
    'TOKEN_ALGORITHM_REFUSED',
    () => swapped({ alg: 'HS256' }, spki(rsa.key.jwk)),
  ],
  [
    'with the modulus as a shared secret',
    'TOKEN_ALGORITHM_REFUSED',
    () => swapped({ alg: 'HS256' }, `${rsa.key.jwk.n}`),
  ],
  ['with an algorithm the key is not for', 'TOKEN_ALGORITHM_REFUSED', () => swapped({ alg: 'PS256' }, 'x')],
  ['with an algorithm of another kind of key', 'TOKEN_ALGORITHM_REFUSED', () => swapped({ alg: 'ES256' }, 'x')],
  [
    'signed by an RSA key of 1024 bits',
    'TOKEN_ALGORITHM_REFUSED',
    () =>
      signedBy(weak, { alg: 'RS256', kid: 'weak-1' }, (input) => sign('sha256', Buffer.from(input), small.privateKey)),
  ],
  ['signed by a stranger', 'TOKEN_FORGED', () => court.token({}, stranger)],
  ['signed by the key it brings along', 'TOKEN_FORGED', () => court.token({ header: { jwk: stranger.jwk } }, stranger)],
  [
    'that says where its key is',
    'TOKEN_FORGED',
    () => court.token({ header: { jku: 'https://evil.example' } }, stranger),
  ],
  ['whose claims were changed', 'TOKEN_FORGED', tampered],
  ['with a demand the hub does not know', 'TOKEN_MALFORMED', () => signedBy(court, { crit: ['x'], x: 1 }, () => 'AA')],
  ['that is none', 'TOKEN_MALFORMED', async () => 'abc'],
  ['that is encrypted', 'TOKEN_MALFORMED', async () => 'a.b.c.d.e'],
  ['whose claims are no object', 'TOKEN_MALFORMED', async () => `${encoded({ alg: 'ES256' })}.${encoded('[1]')}.AA`],
  ['that never ends', 'TOKEN_MALFORMED', claims({ exp: undefined })],
  ['that ends after the last day', 'TOKEN_MALFORMED', () => court.token({ claims: { exp: 1e15 } })],
  ['that ends at a word', 'TOKEN_MALFORMED', claims({ exp: 'tomorrow' })],
  ['of nobody', 'TOKEN_MALFORMED', claims({ sub: undefined })],
  ['of an empty name', 'TOKEN_MALFORMED', claims({ sub: '' })],
  ['of a name that is a number', 'TOKEN_MALFORMED', claims({ sub: 7 })],
  ['of a name of 256 characters', 'TOKEN_MALFORMED', claims({ sub: 'x'.repeat(256) })],
  ['of a name no database can keep', 'TOKEN_MALFORMED', claims({ sub: 'a\0' })],
  ['of a client no database can keep', 'TOKEN_MALFORMED', claims({ client_id: 'a\ud800' })],
  ['of a unit no database can keep', 'TOKEN_MALFORMED', claims({ lushu: { role: 'filing', unit: 'u\0' } })],
  ['longer than 8 KiB', 'TOKEN_MALFORMED', claims({ pad: 'x'.repeat(6 * 1024) })],
  ['bound to a key that was not shown', 'TOKEN_MALFORMED', claims({ cnf: { jkt: 'A'.repeat(43) } })],
  [
    'bound to a certificate and a key as well',
    'TOKEN_MALFORMED',
    claims({ cnf: { 'x5t#S256': 'A'.repeat(43), jkt: 'A'.repeat(43) } }),
  ],
  ['bound to what is no thumbprint', 'TOKEN_MALFORMED', claims({ cnf: { 'x5t#S256': 'short' } })],
  ['bound to nothing', 'TOKEN_MALFORMED', claims({ cnf: null })],
  ['that names no role', 'ROLE_UNKNOWN', claims({ lushu: { unit: '浙0106' } })],
  ['of the bar that speaks for a court', 'ISSUER_OVERREACHES', () => bar.token()],
  [
    'of the bar that speaks for a lawyer',
    'ISSUER_OVERREACHES',
    () => bar.token({ claims: { lushu: { role: 'self', lawyer: '0190a000-0000-7000-8000-000000000001' } } }),
  ],
  ['of an issuer whose keys cannot be fetched', 'ISSUER_UNAVAILABLE', () => away.token()],
];

onEveryDatabase('at the door', (kind) => {
  const nobody = new PublishedKeys(() => Promise.reject(new Error('away')), clock);
  const hub = hubFor(kind, {
    issuers: () => [
      { ...court.trusted, institutions: ['COURT'] },
      { ...bar.trusted, institutions: ['BAR'] },
      { ...away.trusted, keys: nobody },
      rsa.trusted,
      weak.trusted,
    ],
  });
  beforeAll(async () => {
    for (const { issuer } of [court, bar, rsa]) await admitClient(hub, issuer, 'desk');
  });
  const ask = (token: string, purpose = 'CASE_FILING'): Promise<Answer> =>
    hub.post(JSON.stringify({ query: '{ whoAmI { role institution } }' }), {
      authorization: `Bearer ${token}`,
      'x-lushu-purpose': purpose,
    });

  it('a good token is let in, and what each bad one lacks is all that it lacks', async () => {
    const filing = { role: 'filing', institution: 'COURT' };
    expect((await ask(await court.token())).data).toEqual({ whoAmI: filing });
    expect((await ask(await rsa.token())).data).toEqual({ whoAmI: filing });
    const full = await court.token({ claims: { pad: 'x'.repeat(5 * 1024), sub: 'x'.repeat(255) } });
    expect((await ask(full)).data).toEqual({ whoAmI: filing });
    const member = await bar.token({ claims: { lushu: { role: 'bar', unit: 'zj-bar' } } });
    expect((await ask(member, 'MEMBERSHIP')).data).toEqual({ whoAmI: { role: 'bar', institution: 'BAR' } });
  });

  it.each(bad)('a token %s is refused: %s', async (_what, code, make) => {
    const { status, errors, data, headers } = await ask(await make());
    const { en, zh, status: expected } = refusalCodes[code];
    expect(errors).toMatchObject([{ message: en, extensions: { code, messageZh: zh } }]);
    expect({ status, data }).toEqual({ status: expected, data: undefined });
    expect(headers.get('retry-after') !== null).toBe(code === 'ISSUER_UNAVAILABLE');
  });

  it('every one of them has its line in the trail, counted by code', async () => {
    await hub.server.close();
    const lines = await hub.rows<{ code: string; count: string; source: string }>(
      sql`select refusals[1] as code, sum(count) as count, min(source) as source from audit.audit_line where kind = 'DOOR' group by 1`,
    );
    const expected: Record<string, number> = {};
    for (const [, code] of bad) expected[code] = (expected[code] ?? 0) + 1;
    expect(Object.fromEntries(lines.map(({ code, count }) => [code, Number(count)]))).toEqual(expected);
    expect(new Set(lines.map(({ source }) => source))).toEqual(new Set(['127.0.0.1']));
    console.log(`door: ${bad.length} bad tokens, ${Object.keys(expected).length} codes`);
    expect(hub.faults).toEqual([]);
  });
});
