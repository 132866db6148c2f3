import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CredentialCheck, credentialCheck } from '../../src/identity/credential.js';
import { StandingClock } from '../support/clock.js';

const clock = new StandingClock();
const now = Math.floor(clock.now().getTime() / 1000);
type Claims = { iss?: string; aud?: string; exp?: number; lushu?: unknown; client_id?: string };
let check: CredentialCheck;
let sign: (claims?: Claims, alg?: 'own' | 'stranger') => Promise<string>;

beforeAll(async () => {
  const own = await generateKeyPair('ES256', { extractable: true });
  const stranger = await generateKeyPair('ES256');
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(own.publicKey)), kid: 'k', alg: 'ES256' }] });
  check = credentialCheck({ issuer: 'me', audience: 'hub', keys }, clock);
  sign = (claims = {}, whose = 'own') =>
    new SignJWT({ client_id: 'desk', lushu: { role: 'filing', unit: 'u' }, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'k' })
      .setSubject('zhang')
      .setIssuer(claims.iss ?? 'me')
      .setAudience(claims.aud ?? 'hub')
      .setExpirationTime(claims.exp ?? now + 60)
      .sign(whose === 'own' ? own.privateKey : stranger.privateKey);
});

describe('a bearer token', () => {
  it('tells who asks', async () => {
    expect(await check(await sign())).toMatchObject({
      subject: 'zhang',
      clientId: 'desk',
      role: 'filing',
      unit: 'u',
      lawyer: null,
    });
  });

  it('is remembered only until it expires', async () => {
    const token = await sign();
    await check(token);
    clock.set(new Date((now + 61) * 1000).toISOString());
    await expect(check(token)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
    clock.set(new Date(now * 1000).toISOString());
  });

  it.each([
    ['that has expired', 'TOKEN_EXPIRED', () => sign({ exp: now - 60 })],
    ['signed by a stranger', 'TOKEN_FORGED', () => sign({}, 'stranger')],
    ['of another issuer', 'TOKEN_FOREIGN', () => sign({ iss: 'other' })],
    ['for another audience', 'TOKEN_FOREIGN', () => sign({ aud: 'other' })],
    ['that names no role', 'ROLE_UNKNOWN', () => sign({ lushu: {} })],
    [
      'that names a unit no database can keep',
      'TOKEN_MALFORMED',
      () => sign({ lushu: { role: 'filing', unit: 'u\0' } }),
    ],
    ['of a client no database can keep', 'TOKEN_MALFORMED', () => sign({ client_id: 'a\ud800' })],
    ['that is no token', 'TOKEN_MALFORMED', async () => 'abc'],
    ['without a signature', 'TOKEN_FORGED', async () => unsigned(await sign())],
    ['whose claims were changed', 'TOKEN_FORGED', async () => tampered(await sign())],
  ])('%s is refused with its code', async (_what, code, make) => {
    await expect(check(await make())).rejects.toMatchObject({ code });
  });
});

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part: string | undefined) => JSON.parse(Buffer.from(part ?? '', 'base64url').toString()) as object;

function unsigned(token: string): string {
  return `${encode({ alg: 'none' })}.${token.split('.')[1]}.`;
}

function tampered(token: string): string {
  const [header, payload, signature] = token.split('.');
  return `${header}.${encode({ ...decode(payload), lushu: { role: 'justice', unit: 'zj-justice' } })}.${signature}`;
}
