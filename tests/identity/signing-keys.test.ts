import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calculateJwkThumbprint, createLocalJWKSet, type JWK, jwtVerify } from 'jose';
import { expect, it } from 'vitest';
import { hubIssuer } from '../../src/identity/hub-issuer.js';
import { signingKeys, trialSigningKeys } from '../../src/identity/signing-keys.js';
import { StandingClock } from '../support/clock.js';

const make = (namedCurve = 'P-256') =>
  generateKeyPairSync('ec', { namedCurve }).privateKey.export({ format: 'jwk' }) as JWK;
const [first, second] = [make(), { ...make(), kid: 'second' }];
const { d: _secret, ...half } = first;

it.each([
  ['nothing', null, /ES256/],
  ['an empty set', { keys: [] }, /no key/],
  ['a key of another curve', make('P-384'), /ES256/],
  ['a shared secret', { kty: 'oct', k: 'abc' }, /ES256/],
  ['a public key only', half, /private/],
  ['a public key first', { keys: [half, second] }, /private/],
  ['two keys of one name', { keys: [second, { ...first, kid: 'second' }] }, /one name/],
])('%s is no signing key', (_what, json, sentence) => {
  expect(() => signingKeys(json)).toThrow(sentence);
});

it('the first key signs, all are published without their secrets, one without a name by its thumbprint', async () => {
  const clock = new StandingClock();
  const issuer = await hubIssuer('https://hub.example', signingKeys({ keys: [first, second] }), clock);
  const kid = await calculateJwkThumbprint(first);
  expect(issuer.jwks.keys.map((key) => key.kid)).toEqual([kid, 'second']);
  expect(issuer.jwks.keys.some((key) => 'd' in key)).toBe(false);
  const token = await issuer.token({ clientId: 'a', keyId: 'k', roles: ['filing'], unitCode: 'u', boundTo: null });
  const { protectedHeader } = await jwtVerify(token, createLocalJWKSet(issuer.jwks), { currentDate: clock.now() });
  expect(protectedHeader.kid).toBe(kid);
  const after = await hubIssuer('https://hub.example', signingKeys({ keys: [second, half] }), clock);
  await jwtVerify(token, createLocalJWKSet(after.jwks), { currentDate: clock.now() });
});

it('the key of a trial is made once, and is readable by its owner only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lushu-key-'));
  expect(trialSigningKeys(folder)).toEqual(trialSigningKeys(folder));
  expect(statSync(join(folder, 'hub-issuer.json')).mode & 0o777).toBe(0o600);
  expect(trialSigningKeys(undefined)).not.toEqual(trialSigningKeys(undefined));
  rmSync(folder, { recursive: true });
});
