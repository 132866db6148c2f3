import { existsSync } from 'node:fs';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { trustedIssuer } from '../../src/identity/issuer-address.js';
import { usualClaims } from '../../src/identity/issuers.js';
import { admitClient } from '../support/admit-client.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { HUB, OidcProvider, signIn } from '../support/oidc.js';
import { signingKey } from '../support/signer.js';

const executablePath = '/usr/bin/chromium';
const present = existsSync(executablePath);
const quiet = ['gpu', 'quic', 'background-networking', 'component-update', 'sync'].map((name) => `--disable-${name}`);

type Tokens = Awaited<ReturnType<OidcProvider['token']>>;

/** The provider gives advice about its trial settings on every start. */
for (const advice of ['info', 'warn'] as const) vi.spyOn(console, advice).mockImplementation(() => undefined);

/** What the provider of the courts knows, in the shape Keycloak gives it. */
const people: Readonly<Record<string, Record<string, unknown>>> = {
  'clerk-li': { realm_access: { roles: ['clerk', 'offline_access'] }, court: '浙0106' },
  intake: { realm_access: { roles: ['clerk'] }, court: '浙0106' },
  push: { realm_access: { roles: ['bureau'] }, court: 'zj-justice' },
};

onEveryDatabase('with a standard provider', (kind) => {
  const provider = new OidcProvider((name) => people[name] ?? {});
  beforeAll(async () => provider.open([await signingKey('provider-1', 'RS256')], await signingKey('push-1')));
  const hub = hubFor(kind, {
    issuers: (clock) => [
      trustedIssuer(
        {
          issuer: provider.issuer,
          audience: HUB,
          jwksUrl: undefined,
          institutions: ['COURT'],
          claims: { ...usualClaims, roles: ['realm_access.roles'], unit: 'court' },
          roleNames: { clerk: 'filing', bureau: 'justice' },
        },
        clock,
      ),
    ],
  });
  beforeAll(async () => {
    for (const client of ['browser', 'intake', 'push']) await admitClient(hub, provider.issuer, client);
  });
  afterAll(() => provider.close());
  /** The provider goes by the clock of this machine. */
  const wait = (seconds: number) => hub.clock.set(new Date(Date.now() + seconds * 1000).toISOString());
  beforeEach(() => wait(0));

  const ask = (token: string, purpose = 'CASE_FILING') =>
    hub.post('{"query":"{ whoAmI { role institution } }"}', {
      authorization: `Bearer ${token}`,
      'x-lushu-purpose': purpose,
    });
  const filing = { whoAmI: { role: 'filing', institution: 'COURT' } };

  describe.skipIf(!present)(`a person in Chromium${present ? '' : ` (skipped: no ${executablePath})`}`, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({
        executablePath,
        args: ['--headless', '--no-sandbox', '--no-first-run', ...quiet],
      });
    });
    afterAll(() => browser?.close());

    /** Signs in, consents, and returns to the application with a code. */
    async function signedIn(name: string) {
      const { address, state, exchange } = signIn(provider);
      const tab = await (await browser.newContext()).newPage();
      await tab.route(
        (url) => url.origin !== provider.issuer,
        (route) => route.abort(),
      );
      await tab.goto(address);
      await tab.fill('input[name=login]', name);
      await tab.fill('input[name=password]', 'any, the provider is a trial');
      await tab.click('button[type=submit]');
      await tab.locator('button', { hasText: 'Continue' }).click();
      await tab.locator('h1', { hasText: 'signed in' }).waitFor();
      const returned = new URL(tab.url()).searchParams;
      expect(returned.get('state')).toBe(state);
      const code = returned.get('code') ?? '';
      /** The page itself exchanges the code, as an application in the browser does. */
      const exchanged = (verifier?: string) =>
        tab.evaluate<Tokens, readonly [string, Record<string, string>]>(
          async ([url, form]) => {
            const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
            return (await answer.json()) as Tokens;
          },
          ['/token', exchange(code, verifier)],
        );
      return { code, exchanged };
    }

    it('signs in, consents, and asks the hub with the token its code was exchanged for', async () => {
      const { exchanged } = await signedIn('clerk-li');
      const tokens = await exchanged();
      expect(decodeProtectedHeader(tokens.access_token)).toMatchObject({ typ: 'at+jwt', kid: 'provider-1' });
      const answer = await ask(tokens.access_token);
      expect(answer.data).toEqual(filing);
      const [line] = await hub.trail();
      expect(line).toMatchObject({ kind: 'DISCLOSED', actor_id: 'clerk-li', client_id: 'browser', role: 'filing' });
      const idToken = await ask(tokens.id_token);
      expect(decodeJwt(tokens.id_token).aud).toBe('browser');
      expect(idToken.codes).toEqual(['AUDIENCE_WRONG']);
    });

    it('gets no token for a code without the verifier it was asked with', async () => {
      const { exchanged } = await signedIn('clerk-li');
      expect(await exchanged('A'.repeat(43))).toMatchObject({ error: 'invalid_grant' });
    });
  });

  describe('a system', () => {
    it('asks with client credentials, by its secret', async () => {
      expect((await ask((await provider.bySecret()).access_token)).data).toEqual(filing);
      const [line] = await hub.trail();
      expect(line).toMatchObject({ actor_id: 'intake', client_id: 'intake' });
    });

    it('gets a token by its private key, and no further than the institution of its provider', async () => {
      const { access_token: token } = await provider.byPrivateKey();
      const answer = await ask(token, 'LICENCE_ADMINISTRATION');
      expect(answer).toMatchObject({ status: 403, codes: ['ISSUER_OVERREACHES'] });
      expect(await provider.byPrivateKey(await signingKey('push-1'))).toMatchObject({ error: 'invalid_client' });
    });

    it('opens nothing with a token that was not made for the hub', async () => {
      const { access_token: opaque } = await provider.bySecret({});
      expect((await ask(opaque)).codes).toEqual(['TOKEN_MALFORMED']);
    });
  });

  it('a key is rotated while people work: the new one is known at once, the old one opens nothing once withdrawn', async () => {
    const [one, two] = [await signingKey('rotated-1', 'ES256'), await signingKey('rotated-2', 'EdDSA')];
    const fetches = () => provider.asked.filter((path) => path === '/jwks').length;
    const token = async () => (await provider.bySecret()).access_token;
    await provider.publish([one]);
    wait(301);
    const old = await token();
    expect((await ask(old)).data).toEqual(filing);
    const before = fetches();

    await provider.publish([two, one]);
    const fresh = await token();
    expect(decodeProtectedHeader(fresh)).toMatchObject({ alg: 'EdDSA', kid: 'rotated-2' });
    expect((await ask(fresh)).data).toEqual(filing);
    expect((await ask(old)).data).toEqual(filing);
    expect(fetches()).toBe(before + 1);

    await provider.publish([two]);
    wait(602);
    expect((await ask(old)).codes).toEqual(['TOKEN_KEY_UNKNOWN']);
    expect((await ask(fresh)).data).toEqual(filing);
    expect(fetches()).toBe(before + 2);
    console.log(`oidc: ${provider.asked.length} requests to the provider, ${fetches()} for its keys`);
  });
});
