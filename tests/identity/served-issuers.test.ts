import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/kernel/clock.js';
import { builtHub } from '../support/built-hub.js';
import { Signer, signingKey } from '../support/signer.js';

/** The court's issuer is found by discovery, the bar's keys by their address. */
describe('a hub that is served with a file of issuers', () => {
  let hub: ReturnType<typeof builtHub>;
  let server: Server;
  let court: Signer;
  let bar: Signer;

  beforeAll(async () => {
    hub = builtHub('lushu-issuers');
    server = createServer(({ url }, response) => void response.end(JSON.stringify(published(url ?? ''))));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    court = new Signer(`${origin}/court`, await signingKey('court-1'), systemClock);
    bar = new Signer(`${origin}/bar`, await signingKey('bar-1', 'EdDSA'), systemClock);
    const published = (url: string) => {
      if (url === '/court/.well-known/openid-configuration')
        return { issuer: court.issuer, jwks_uri: `${origin}/court/keys` };
      return url === '/court/keys' ? court.jwks : bar.jwks;
    };
    const file = [
      { issuer: court.issuer, audience: 'hub', institutions: ['COURT'] },
      { issuer: bar.issuer, audience: 'hub', jwksUrl: `${origin}/bar/keys`, institutions: ['BAR'] },
    ];
    writeFileSync(join(hub.folder, 'issuers.json'), JSON.stringify(file));
  });
  afterAll(() => {
    hub.clear();
    server.closeAllConnections();
    server.close();
  });

  it('believes each of them for its institutions, within the difference of clocks that is set', async () => {
    const { url } = await hub.serve({
      LUSHU_ISSUERS_FILE: join(hub.folder, 'issuers.json'),
      LUSHU_CLOCK_SKEW_SECONDS: '5',
    });
    const ask = async (token: string): Promise<string> => {
      const headers = {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'x-lushu-purpose': 'CASE_FILING',
      };
      const answer = await fetch(url, { method: 'POST', headers, body: '{"query":"{ whoAmI { role } }"}' });
      const { errors } = (await answer.json()) as { errors: [{ extensions: { code: string } }] };
      return errors[0].extensions.code;
    };
    const ended = { iat: court.now() - 60, exp: court.now() - 10 };
    // good tokens, of clients that nobody has registered
    expect(await ask(await court.token())).toBe('CLIENT_UNKNOWN');
    expect(await ask(await bar.token({ claims: { lushu: { role: 'bar', unit: 'zj-bar' } } }))).not.toMatch(
      /TOKEN|ISSUER/,
    );
    expect(await ask(await bar.token())).toBe('ISSUER_OVERREACHES');
    expect(await ask(await court.token({ claims: ended }))).toBe('TOKEN_EXPIRED');
    expect(await ask(await court.token({ claims: { iss: 'urn:lushu:development-issuer' } }))).toBe('ISSUER_UNKNOWN');
  });
});
