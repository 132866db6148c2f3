import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { CONFIRM, publicJwk, ROTATE, registered, WITHDRAW } from '../support/administration.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';

const HOUR = 3_600_000;

onEveryDatabase('the keys of a client', (kind) => {
  const hub = hubFor(kind);

  it('a new key, once confirmed, lets the others end after the overlap, never later than they would have', async () => {
    const { id } = await registered(hub);
    const rotate = async (kid: string, overlapHours: number) => {
      const input = { client: id, jwk: publicJwk(kid), overlapHours };
      await hub.as('system@court').ask(ROTATE, { input });
      const { data } = await hub.as('security@court').ask(CONFIRM, { client: id, kid });
      return new Map<string, number | null>(
        data.made.keys.map((key: { kid: string; validUntil: string | null }) => [
          key.kid,
          key.validUntil && Date.parse(key.validUntil) - hub.clock.now().getTime(),
        ]),
      );
    };
    await rotate('a', 0);
    expect(await rotate('b', 24)).toEqual(
      new Map([
        ['b', null],
        ['a', 24 * HOUR - 1],
      ]),
    );
    expect(await rotate('c', 48)).toEqual(
      new Map([
        ['c', null],
        ['b', 48 * HOUR - 1],
        ['a', 24 * HOUR - 1],
      ]),
    );
    expect(await rotate('d', 0)).toEqual(
      new Map([
        ['d', null],
        ['c', -1],
        ['b', -1],
        ['a', -1],
      ]),
    );
    const withdrawn = await hub.as('system@court').ask(WITHDRAW, { client: id, kid: 'c' });
    expect(withdrawn.data.made.keys.map((key: { withdrawnBy: string | null }) => key.withdrawnBy)).toEqual([
      null,
      'persona:system@court',
      null,
      null,
    ]);
    const again = await hub.as('system@court').ask(WITHDRAW, { client: id, kid: 'c' });
    expect([again.codes, again.errors[0].extensions.at]).toEqual([['NOT_FOUND'], ['kid']]);
  });

  it('a key is a public one of its own, and nothing of a bad one is repeated', async () => {
    const { id } = await registered(hub);
    const other = await registered(hub);
    const [ec, ed] = [publicJwk('ec'), generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })];
    const rsa = (modulusLength: number) =>
      generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ format: 'jwk' });
    const strong = rsa(2048);
    const give = async (jwk: string, client = id) => {
      const answer = await hub.as('system@court').ask(ROTATE, { input: { client, jwk, overlapHours: 1 } });
      return { code: answer.codes[0], at: answer.errors[0]?.extensions.at, text: answer.text };
    };
    const good = [
      ec,
      JSON.stringify({ ...ed, kid: 'ed' }),
      JSON.stringify({ ...strong, kid: 'rsa', alg: 'PS256', use: 'sig' }),
    ];
    for (const jwk of good) expect((await give(jwk)).code, jwk.slice(0, 40)).toBeUndefined();
    const secret = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
    const bad: [string, string][] = [
      ['no JSON', 'none'],
      ['a list', '[]'],
      ['without a name', publicJwk('')],
      ['a private part', JSON.stringify({ ...secret, kid: 'secret' })],
      ['a private part of null', publicJwk('k', { d: null })],
      ['a symmetric key', JSON.stringify({ kty: 'oct', k: 'c2VjcmV0', kid: 'k' })],
      [
        'another curve',
        JSON.stringify({
          ...generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' }),
          kid: 'k',
        }),
      ],
      ['a point off the curve', publicJwk('k', { x: Buffer.alloc(32, 5).toString('base64url') })],
      ['a coordinate missing', publicJwk('k', { y: undefined })],
      ['a short RSA key', JSON.stringify({ ...rsa(1024), kid: 'k' })],
      ['an algorithm of another kind', publicJwk('k', { alg: 'RS256' })],
      ['for encryption', publicJwk('k', { use: 'enc' })],
      ['for signing', publicJwk('k', { key_ops: ['sign'] })],
      ['a key that is a shared secret by its algorithm', publicJwk('k', { alg: 'HS256' })],
    ];
    for (const [what, jwk] of bad) {
      const { code, at, text } = await give(jwk);
      expect([code, at], what).toEqual(['KEY_INVALID', ['input', 'jwk']]);
      expect(text, what).not.toContain(String(secret.d));
    }
    const taken: [string, string, string][] = [
      ['the same again', ec, id],
      ['the same under another name', JSON.stringify({ ...JSON.parse(ec), kid: 'new' }), id],
      ['a key of another client', ec, other.id],
      ['another key of the same name', publicJwk('ec'), id],
    ];
    for (const [what, jwk, client] of taken) expect((await give(jwk, client)).code, what).toBe('KEY_EXISTS');
    const elsewhere = publicJwk('elsewhere');
    await hub.rows(sql`with c as (insert into hub.client
        select (jsonb_populate_record(client, jsonb_build_object('id', gen_random_uuid(), 'client_id', 'bar-desk',
          'unit_id', (select id from hub.unit where code = 'zj-bar')))).* from hub.client where client_id = 'gateway' returning id)
      insert into hub.client_key (id, client_id, kid, jwk, valid_from, added_by)
      select gen_random_uuid(), id, 'elsewhere', ${elsewhere}::jsonb, now(), 'test' from c`);
    expect((await give(elsewhere)).code, 'a key of a client out of reach').toBeUndefined();
    console.log(`keys: ${good.length} good, ${bad.length} bad, ${taken.length} taken`);
    for (const overlapHours of [-1, 169]) {
      const answer = await hub
        .as('system@court')
        .ask(ROTATE, { input: { client: id, jwk: publicJwk('z'), overlapHours } });
      expect([answer.codes, answer.errors[0].extensions.at]).toEqual([
        ['NUMBER_OUT_OF_RANGE'],
        ['input', 'overlapHours'],
      ]);
    }
  });
});
