import { beforeEach, describe, expect, it } from 'vitest';
import type { CredentialCheck } from '../../src/identity/credential.js';
import { credentialCheck } from '../../src/identity/credential-check.js';
import { fixedKeys, type IssuerKeys } from '../../src/identity/issuer-keys.js';
import { type TrustedIssuer, usualClaims } from '../../src/identity/issuers.js';
import { StandingClock } from '../support/clock.js';
import { Signer, signingKey, type TokenChanges } from '../support/signer.js';

const clock = new StandingClock();
const morning = clock.now();
const key = await signingKey('k');
const me = new Signer('https://me.example', key, clock);
const check = credentialCheck([me.trusted], clock);
const wait = (seconds: number) => clock.set(new Date(morning.getTime() + seconds * 1000).toISOString());
beforeEach(() => wait(0));

/** Tells who asks by an issuer with settings of its own. */
const readBy = async (settings: Partial<TrustedIssuer>, claims: TokenChanges['claims']) =>
  credentialCheck([{ ...me.trusted, ...settings }], clock)(await me.token({ claims }));

describe('a bearer token', () => {
  it('tells who asks', async () => {
    expect(await check(await me.token())).toEqual({
      issuer: 'https://me.example',
      institutions: ['COURT', 'JUSTICE', 'BAR', 'FIRM', 'LAWYER'],
      subject: 'zhang',
      clientId: 'desk',
      roles: ['filing'],
      unit: '浙0106',
      firm: null,
      lawyer: null,
      boundTo: null,
      keyId: null,
      expiresAt: new Date(morning.getTime() + 60_000),
    });
  });

  it.each(['ES256', 'RS256', 'PS256', 'EdDSA'])('may be signed by %s', async (alg) => {
    const other = new Signer('https://me.example', await signingKey('k', alg), clock);
    expect(await credentialCheck([other.trusted], clock)(await other.token())).toMatchObject({ subject: 'zhang' });
  });

  it.each(['ES384', 'ES512', 'RS512', 'PS384'])(
    'may not be signed by %s, though the issuer publishes such a key',
    async (alg) => {
      const other = new Signer('https://me.example', await signingKey('k', alg), clock);
      const asked = credentialCheck([other.trusted], clock)(await other.token());
      await expect(asked).rejects.toMatchObject({ code: 'TOKEN_ALGORITHM_REFUSED' });
    },
  );

  it('may say that it is a JWT or an access token, and may name other audiences beside the hub', async () => {
    for (const typ of ['JWT', 'jwt', 'at+jwt', 'application/at+jwt'])
      expect(await check(await me.token({ header: { typ } }))).toMatchObject({ subject: 'zhang' });
    expect(await check(await me.token({ claims: { aud: ['other', 'hub'] } }))).toMatchObject({ subject: 'zhang' });
  });

  it('may be bound to a client certificate', async () => {
    const boundTo = 'A'.repeat(43);
    expect(await check(await me.token({ claims: { cnf: { 'x5t#S256': boundTo } } }))).toMatchObject({ boundTo });
  });
});

describe('clocks', () => {
  it('may differ by thirty seconds either way', async () => {
    const token = await me.token({ claims: { nbf: me.now() } });
    wait(-30);
    expect(await check(token)).toMatchObject({ subject: 'zhang' });
    wait(89);
    expect(await check(token)).toMatchObject({ subject: 'zhang' });
  });

  it.each([
    ['begins 31 seconds from now', -31, { iat: undefined, nbf: me.now() }, 'TOKEN_NOT_YET_VALID'],
    ['was issued 31 seconds from now', -31, {}, 'TOKEN_NOT_YET_VALID'],
    ['ended 30 seconds ago', 90, {}, 'TOKEN_EXPIRED'],
  ])('may not differ by more: a token that %s', async (_what, seconds, claims, code) => {
    const token = await me.token({ claims });
    wait(seconds);
    await expect(check(token)).rejects.toMatchObject({ code });
  });

  it('may be held to the second', async () => {
    const strict = credentialCheck([me.trusted], clock, 0);
    const token = await me.token();
    wait(60);
    await expect(strict(token)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
  });
});

describe('a remembered token', () => {
  /** Counts how often a key is looked for: once for every time a signature is checked. */
  function counted(edition: () => object | null, meanwhile = () => {}) {
    const { find } = fixedKeys(me.jwks);
    let looks = 0;
    const keys: IssuerKeys = {
      edition,
      find: (...asked) => {
        looks += 1;
        meanwhile();
        return find(...asked);
      },
    };
    return { check: credentialCheck([{ ...me.trusted, keys }], clock), looks: () => looks };
  }

  it('is not checked again while the keys stay as they are', async () => {
    const same = {};
    const { check: checked, looks } = counted(() => same);
    const token = await me.token();
    for (let times = 0; times < 5; times++) await checked(token);
    expect(looks()).toBe(1);
  });

  it('is checked again when the keys changed, and when they are no longer fresh', async () => {
    let edition: object | null = {};
    const { check: checked, looks } = counted(() => edition);
    const token = await me.token();
    await checked(token);
    edition = {};
    await checked(token);
    expect(looks()).toBe(2);
    edition = null;
    await checked(token);
    await checked(token);
    expect(looks()).toBe(4);
  });

  it('is checked again when the keys changed while it was checked', async () => {
    let edition = {};
    const { check: checked, looks } = counted(
      () => edition,
      () => {
        edition = {};
      },
    );
    const token = await me.token();
    await checked(token);
    await checked(token);
    expect(looks()).toBe(2);
  });

  it('is forgotten when it expires', async () => {
    const token = await me.token();
    await check(token);
    wait(90);
    await expect(check(token)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
  });
});

describe('the claims of an issuer', () => {
  it('are found by dotted paths, and its names of roles are ours by its table', async () => {
    const settings: Partial<TrustedIssuer> = {
      institutions: ['COURT'],
      claims: {
        ...usualClaims,
        subject: 'preferred_username',
        roles: ['realm_access.roles'],
        unit: 'organisation.court',
      },
      roleNames: { clerk: 'filing', 'presiding-judge': 'judge' },
    };
    const read = await readBy(settings, {
      preferred_username: 'li',
      realm_access: { roles: ['clerk', 'offline_access', 'presiding-judge', 'constructor', 'clerk'] },
      organisation: { court: '浙0106' },
    });
    expect(read).toMatchObject({ subject: 'li', roles: ['filing', 'judge'], unit: '浙0106', institutions: ['COURT'] });
  });

  it('are found by names that hold dots', async () => {
    const claims = { ...usualClaims, roles: ['https://hub.example/roles'] };
    expect(await readBy({ claims }, { 'https://hub.example/roles': 'judge' })).toMatchObject({ roles: ['judge'] });
  });

  it('lead to the firm and the lawyer', async () => {
    const claims = { ...usualClaims, firm: 'office', lawyer: 'person.id' };
    expect(await readBy({ claims }, { office: 'f', person: { id: 'l' } })).toMatchObject({ firm: 'f', lawyer: 'l' });
  });

  it('name several roles by a list beside the single one', async () => {
    expect(await readBy({}, { lushu: { role: 'filing', roles: ['judge', 'filing'] } })).toMatchObject({
      roles: ['filing', 'judge'],
    });
  });

  it('name no role when they are missing, of another kind, or a property of every object', async () => {
    for (const lushu of [undefined, null, 'filing', { role: 7 }, { roles: [['filing']] }, { roles: { 0: 'filing' } }])
      expect(await readBy({}, { lushu })).toMatchObject({ roles: [] });
    const claims = { ...usualClaims, roles: ['lushu.constructor.name', 'toString.name'] };
    expect(await readBy({ claims }, {})).toMatchObject({ roles: [] });
  });
});

describe('several issuers', () => {
  it('are each believed by their own keys and for their own audience only', async () => {
    const court = new Signer('https://court.example', await signingKey('k'), clock);
    const bar = new Signer('https://bar.example', await signingKey('k'), clock);
    const barSettings: TrustedIssuer = { ...bar.trusted, institutions: ['BAR'], audience: 'hub-of-the-bar' };
    const both: CredentialCheck = credentialCheck([{ ...court.trusted, institutions: ['COURT'] }, barSettings], clock);
    expect(await both(await court.token())).toMatchObject({ issuer: 'https://court.example', institutions: ['COURT'] });
    expect(await both(await bar.token({ claims: { aud: 'hub-of-the-bar' } }))).toMatchObject({ institutions: ['BAR'] });
    await expect(both(await bar.token())).rejects.toMatchObject({ code: 'AUDIENCE_WRONG' });
    const posing = await bar.token({ claims: { iss: 'https://court.example' } });
    await expect(both(posing)).rejects.toMatchObject({ code: 'TOKEN_FORGED' });
  });
});

describe('a key set', () => {
  it('lends no key that is secret or of another kind than the algorithm', async () => {
    const shared = fixedKeys({ keys: [{ kty: 'oct', k: 'c2VjcmV0', kid: 'k' }] });
    const secret = fixedKeys({ keys: [{ ...key.jwk, d: 'AQAB' }] });
    for (const [keys, alg] of [
      [shared, 'ES256'],
      [secret, 'ES256'],
      [fixedKeys(me.jwks), 'RS256'],
    ] as const)
      await expect(keys.find({ alg, kid: 'k' }, { payload: '', signature: '' })).rejects.toMatchObject({
        code: 'TOKEN_ALGORITHM_REFUSED',
      });
  });

  it('lends its only key to a token that names none, and none of two', async () => {
    const two = fixedKeys({ keys: [key.jwk, (await signingKey('other')).jwk] });
    const asked = [{ alg: 'ES256' }, { payload: '', signature: '' }] as const;
    expect(await fixedKeys(me.jwks).find(...asked)).toMatchObject({ type: 'public' });
    await expect(two.find(...asked)).rejects.toMatchObject({ code: 'TOKEN_KEY_UNKNOWN' });
  });
});
