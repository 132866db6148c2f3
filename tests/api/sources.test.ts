import { expect, it } from 'vitest';
import { hubIssuer } from '../../src/identity/hub-issuer.js';
import { trialSigningKeys } from '../../src/identity/signing-keys.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor, type TestHub } from '../support/hub.js';
import { signingKey } from '../support/signer.js';
import { assertionOf, enrol, HUB_ISSUER, send, tokenForm } from '../support/systems.js';

const key = await signingKey('desk-1');
const stranger = await signingKey('desk-1');

/** Asks for a token, as a proxy on this machine passes it on for somebody. */
async function codeFor(hub: TestHub, forwarded: string, signer = key): Promise<string> {
  const { body } = await send(
    new URL('/oauth/token', hub.server.url).toString(),
    tokenForm(await assertionOf(hub, 'desk', signer)),
    { headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': forwarded } },
  );
  return body.code ?? 'TOKEN';
}

/** Fails five times, after which a client is locked out. */
async function failFive(hub: TestHub, forwarded: string) {
  for (let i = 0; i < 5; i++) expect(await codeFor(hub, forwarded, stranger)).toBe('ASSERTION_REFUSED');
}

onEveryDatabase('behind a proxy', (kind) => {
  const named = hubFor(kind, {
    systems: (clock) => hubIssuer(HUB_ISSUER, trialSigningKeys(undefined), clock),
    trustedProxies: ['127.0.0.0/8'],
  });
  const unnamed = hubFor(kind, { systems: (clock) => hubIssuer(HUB_ISSUER, trialSigningKeys(undefined), clock) });

  it('that is named, sources are told apart by what it adds, and a lock-out harms nobody else', async () => {
    await enrol(named, key, { clientId: 'desk' });
    // what stands before the address that the proxy adds, the sender has written
    await failFive(named, '10.1.1.1, 203.0.113.6');
    expect(await codeFor(named, '203.0.113.6')).toBe('CLIENT_LOCKED');
    expect(await codeFor(named, '10.1.1.1')).toBe('TOKEN');
    expect((await named.trail())[0]).toMatchObject({ operation: 'oauth/token', source: '10.1.1.1' });
  });

  it('that is not named, nothing is believed, and all clients are one source', async () => {
    await enrol(unnamed, key, { clientId: 'desk' });
    expect(await codeFor(unnamed, '10.1.1.1')).toBe('TOKEN');
    expect((await unnamed.trail())[0]).toMatchObject({ operation: 'oauth/token', source: '127.0.0.1' });
    await failFive(unnamed, '203.0.113.6');
    expect(await codeFor(unnamed, '10.1.1.1')).toBe('CLIENT_LOCKED');
  });
});
