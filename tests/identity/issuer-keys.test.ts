import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { CredentialCheck } from '../../src/identity/credential.js';
import { credentialCheck } from '../../src/identity/credential-check.js';
import { trustedIssuer } from '../../src/identity/issuer-address.js';
import { issuerForAll } from '../../src/identity/issuers.js';
import { StandingClock } from '../support/clock.js';
import { Signer, type SigningKey, signingKey } from '../support/signer.js';

const clock = new StandingClock();
const morning = clock.now().getTime();
const at = (seconds: number) => clock.set(new Date(morning + seconds * 1000).toISOString());
const first = await signingKey('first');
const second = await signingKey('second');
const never = await signingKey('never');

/** An issuer on this machine that publishes what a test says, and counts who asks. */
class Issuer {
  keys: SigningKey[] = [first];
  status = 200;
  /** What the discovery document says otherwise. */
  said: object = {};
  asked: string[] = [];
  /** Answers wait for it. */
  wait: Promise<void> = Promise.resolve();
  body: (() => string) | null = null;
  private readonly server: Server;

  constructor() {
    const answer: RequestListener = async ({ url = '' }, response) => {
      this.asked.push(url);
      await this.wait;
      const discovery = { issuer: this.address, jwks_uri: `${this.address}/keys?set=1`, ...this.said };
      const known = url.startsWith('/keys') ? { keys: this.keys.map(({ jwk }) => jwk) } : discovery;
      response.writeHead(this.status, { location: '/elsewhere' }).end(this.body?.() ?? JSON.stringify(known));
    };
    this.server = createServer((request, response) => void answer(request, response));
  }

  async open(): Promise<this> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    return this;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The check of a hub that has just started, with a token by each key. */
  start({ discover = false, timeoutMillis = 5_000 } = {}) {
    const jwksUrl = discover ? undefined : `${this.address}/keys`;
    const trusted = trustedIssuer({ ...issuerForAll(this.address, 'hub'), jwksUrl }, clock, timeoutMillis);
    const check: CredentialCheck = credentialCheck([trusted], clock);
    const signed = new Map<string, Promise<string>>();
    /** The same token every time, so that it may be remembered. */
    const token = (key: SigningKey, sub = 'zhang') => {
      const name = `${key.jwk.kid} ${sub}`;
      const claims = { sub, iat: undefined, exp: morning / 1000 + 86_400 };
      const kept = signed.get(name) ?? new Signer(this.address, first, clock).token({ claims }, key);
      signed.set(name, kept);
      return kept;
    };
    const outcome = async (key: SigningKey, sub?: string): Promise<string> =>
      check(await token(key, sub)).then(
        () => 'believed',
        (refusal) => refusal.code,
      );
    return { trusted, outcome };
  }
}

const opened: Issuer[] = [];
async function issuer(): Promise<Issuer> {
  const made = await new Issuer().open();
  opened.push(made);
  return made;
}
beforeEach(() => at(0));
afterAll(() => {
  for (const made of opened) made.close();
});

describe('the keys of an issuer', () => {
  it('are fetched when first needed, once for all who wait', async () => {
    const me = await issuer();
    const { outcome } = me.start();
    expect(me.asked).toEqual([]);
    const people = Array.from({ length: 20 }, (_, n) => outcome(first, `person ${n}`));
    expect(new Set(await Promise.all(people))).toEqual(new Set(['believed']));
    expect(me.asked).toEqual(['/keys']);
  });

  it('are found by discovery, whose document must name the issuer', async () => {
    const me = await issuer();
    expect(await me.start({ discover: true }).outcome(first)).toBe('believed');
    expect(me.asked).toEqual(['/.well-known/openid-configuration', '/keys?set=1']);
    for (const said of [
      { issuer: `${me.address}/` },
      { issuer: undefined },
      { jwks_uri: undefined },
      { jwks_uri: me.address.replace('127.0.0.1', '0.0.0.0') },
      { jwks_uri: 'file:///etc/keys' },
    ]) {
      me.said = said;
      me.asked = [];
      expect(await me.start({ discover: true }).outcome(first)).toBe('ISSUER_UNAVAILABLE');
      expect(me.asked).toEqual(['/.well-known/openid-configuration']);
    }
  });

  it('a new one is known at once, and an old one until the issuer withdraws it', async () => {
    const me = await issuer();
    const { outcome } = me.start();
    expect(await outcome(first)).toBe('believed');
    me.keys = [second, first];
    expect(await outcome(second)).toBe('believed');
    expect(await outcome(first)).toBe('believed');
    expect(me.asked.length).toBe(2);
  });

  it('a new one is known to all who show it at once', async () => {
    const me = await issuer();
    const { outcome } = me.start();
    expect(await outcome(first)).toBe('believed');
    me.keys = [second];
    const people = Array.from({ length: 20 }, (_, n) => outcome(second, `person ${n}`));
    expect(new Set(await Promise.all(people))).toEqual(new Set(['believed']));
    expect(me.asked.length).toBe(2);
  });

  it('those that stay as they are leave remembered tokens alone when they are fetched again', async () => {
    const me = await issuer();
    const { outcome, trusted } = me.start();
    expect(trusted.keys.edition()).toBe(null);
    expect(await outcome(first)).toBe('believed');
    const before = trusted.keys.edition();
    expect(before).not.toBe(null);
    at(300);
    expect(trusted.keys.edition()).toBe(null);
    expect(await outcome(first)).toBe('believed');
    expect(trusted.keys.edition()).toBe(before);
    expect(me.asked.length).toBe(2);
  });

  it('one that is withdrawn opens nothing after five minutes, not even with a token that was remembered', async () => {
    const me = await issuer();
    const { outcome } = me.start();
    expect(await outcome(first)).toBe('believed');
    me.keys = [second];
    at(299);
    expect(await outcome(first)).toBe('believed');
    at(300);
    expect(await outcome(first)).toBe('TOKEN_KEY_UNKNOWN');
    expect(me.asked.length).toBe(2);
  });

  it('one that is withdrawn opens nothing any more when somebody shows a new one', async () => {
    const me = await issuer();
    const { outcome } = me.start();
    expect(await outcome(first)).toBe('believed');
    me.keys = [second];
    expect(await outcome(second)).toBe('believed');
    expect(await outcome(first)).toBe('TOKEN_KEY_UNKNOWN');
  });

  it('names nobody knows make one fetch in ten seconds, however many they are', async () => {
    const me = await issuer();
    const { outcome } = me.start();
    expect(await outcome(first)).toBe('believed');
    for (let round = 0; round < 3; round++) {
      at(round * 10);
      const made = Array.from({ length: 50 }, (_, n) => ({ ...never, jwk: { ...never.jwk, kid: `made-up-${n}` } }));
      const outcomes = await Promise.all(made.map((key) => outcome(key)));
      expect(new Set(outcomes)).toEqual(new Set(['TOKEN_KEY_UNKNOWN']));
      expect(await outcome(made[0] as SigningKey)).toBe('TOKEN_KEY_UNKNOWN');
      expect(me.asked.length).toBe(2 + round);
    }
    expect(await outcome(first)).toBe('believed');
  });

  it('the first of them makes no second fetch when the keys were fetched for it', async () => {
    const me = await issuer();
    expect(await me.start().outcome(never)).toBe('TOKEN_KEY_UNKNOWN');
    expect(me.asked.length).toBe(1);
  });
});

describe('an issuer that is away', () => {
  it('is believed by the keys it had for an hour, and then by none', async () => {
    const me = await issuer();
    const { outcome } = me.start();
    expect(await outcome(first)).toBe('believed');
    me.status = 500;
    at(3_599);
    expect(await outcome(first)).toBe('believed');
    expect(await outcome(never)).toBe('ISSUER_UNAVAILABLE');
    at(3_600);
    expect(await outcome(first)).toBe('ISSUER_UNAVAILABLE');
    me.status = 200;
    at(3_620);
    expect(await outcome(first)).toBe('believed');
  });

  it('is asked once in ten seconds', async () => {
    const me = await issuer();
    me.status = 503;
    const { outcome } = me.start();
    for (let second = 0; second < 20; second++) {
      at(second);
      expect(await outcome(first)).toBe('ISSUER_UNAVAILABLE');
    }
    expect(me.asked.length).toBe(2);
  });

  it('while it fails, a name nobody knows is no reason to say that there is no such key', async () => {
    const me = await issuer();
    const { outcome } = me.start();
    expect(await outcome(first)).toBe('believed');
    me.status = 500;
    expect(await outcome(never)).toBe('ISSUER_UNAVAILABLE');
    expect(await outcome(never)).toBe('ISSUER_UNAVAILABLE');
    expect(await outcome(first)).toBe('believed');
    expect(me.asked.length).toBe(2);
  });

  it.each([
    ['a redirection', 302, null],
    ['what is no JSON', 200, () => '<html>'],
    ['what is no key set', 200, () => '{"keys":7}'],
    ['null', 200, () => 'null'],
    ['more than 256 KiB', 200, () => JSON.stringify({ keys: [first.jwk], pad: 'x'.repeat(256 * 1024) })],
  ])('is one that answers with %s', async (_what, status, body) => {
    const me = await issuer();
    expect(await me.start().outcome(first)).toBe('believed');
    me.status = status;
    me.body = body;
    me.asked = [];
    expect(await me.start().outcome(first)).toBe('ISSUER_UNAVAILABLE');
    expect(me.asked).toEqual(['/keys']);
  });

  it('is one that does not answer in time; the others answer meanwhile', async () => {
    const [slow, quick] = [await issuer(), await issuer()];
    let release = () => {};
    slow.wait = new Promise((resolve) => {
      release = resolve;
    });
    const patient = slow.start({ timeoutMillis: 60_000 });
    let over = false;
    const waiting = patient.outcome(first).finally(() => {
      over = true;
    });
    const hurried = slow.start({ timeoutMillis: 20 });
    expect(await hurried.outcome(first)).toBe('ISSUER_UNAVAILABLE');
    const both = credentialCheck([patient.trusted, quick.start().trusted], clock);
    expect(await both(await new Signer(quick.address, first, clock).token())).toMatchObject({ issuer: quick.address });
    expect(over).toBe(false);
    release();
    expect(await waiting).toBe('believed');
  });
});
