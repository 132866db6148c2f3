import { request as plain } from 'node:http';
import { request as overTls, type RequestOptions } from 'node:https';
import { sql } from 'drizzle-orm';
import { serverAudits } from 'graphql-http';
import { afterAll, describe, expect, it } from 'vitest';
import { personaNamed } from '../../seeds/personas.js';
import { Authority, pemFiles } from '../support/certificates.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor, type TestHub } from '../support/hub.js';

interface Sent {
  readonly method: 'GET' | 'POST' | 'OPTIONS';
  readonly path?: string;
  readonly search?: Record<string, string>;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** Sends exactly these headers, as `fetch` would not; on the TLS address when told how to connect. */
function send(hub: TestHub, { method, path = '', search = {}, body, headers = {} }: Sent, tls?: RequestOptions) {
  const url = new URL(path, tls ? hub.server.tlsUrl : hub.server.url);
  url.search = new URLSearchParams(search).toString();
  return new Promise<{ status: number; type: string; caches: string; text: string; codes: string[] }>((resolve, fail) =>
    (tls ? overTls : plain)(url, { ...tls, method, headers }, async (response) => {
      let text = '';
      for await (const part of response) text += part;
      resolve({
        status: response.statusCode as number,
        type: String(response.headers['content-type']),
        caches: String(response.headers['cache-control']),
        text,
        codes: [...text.matchAll(/"code":"(\w+)"/g)].map(([, code]) => code as string),
      });
    })
      .on('error', fail)
      .end(body),
  );
}

const WHO = '{ whoAmI { role } }';
const role = (name: string) => expect.stringContaining(`"role":"${name}"`);
const json = { 'content-type': 'application/json' };
const old = { accept: 'application/json' };
const strict = { accept: 'application/graphql-response+json' };

const authority = await Authority.make();
const server = await authority.certify('hub', 'server');
const desk = await authority.certify('desk', 'client');
const files = pemFiles({ cert: server.cert, key: server.key, ca: authority.pem });
afterAll(() => files.remove());

onEveryDatabase('GraphQL over HTTP', (kind) => {
  const hub = hubFor(kind, {
    serveSubgraphs: true,
    tls: { port: 0, certFile: files.path('cert'), keyFile: files.path('key'), clientCaFile: files.path('ca') },
  });
  const token = () => hub.issuer.token(personaNamed('filing')?.claims as never);
  const known = async () => ({ authorization: `Bearer ${await token()}`, 'x-lushu-purpose': 'CASE_FILING' });
  const linesOf = async (code: string) =>
    (await hub.rows(sql`select 1 from audit.audit_line where ${code} = any(refusals)`)).length;

  it('passes every audit of graphql-http', async () => {
    const audits = serverAudits({ url: () => hub.server.url });
    const results = await Promise.all(audits.map((audit) => audit.fn()));
    const faults = results.flatMap((result) =>
      result.status === 'ok' ? [] : [`${result.id} ${result.name}: ${result.reason}`],
    );
    console.log(`graphql-http: ${results.length - faults.length} of ${results.length} audits ok`);
    expect(faults).toEqual([]);
    expect(results.length).toBe(61);
  });

  describe('a query by GET', () => {
    it.each([undefined, 'none', 'same-origin'])('is answered from the site %s, and kept in no cache', async (site) => {
      const headers = { ...(await known()), ...(site ? { 'sec-fetch-site': site } : {}) };
      const answer = await send(hub, { method: 'GET', search: { query: WHO }, headers });
      expect(answer).toMatchObject({ status: 200, caches: 'no-store', text: role('filing') });
    });

    it.each(['cross-site', 'same-site', '', 'None', 'none, none'])('is refused from the site "%s"', async (site) => {
      for (const accept of [old, strict, { accept: '*/*' }]) {
        const headers = { ...(await known()), ...accept, 'sec-fetch-site': site };
        const answer = await send(hub, { method: 'GET', search: { query: WHO }, headers });
        expect([answer.status, answer.codes]).toEqual([403, ['ORIGIN_FOREIGN']]);
      }
    });

    it('never is a mutation, by whatever name, and nothing is written', async () => {
      const input = '{ fullName: "张三", certificateNo: "13301201511000002", citizenIdNumber: "990101198001010014" }';
      const mutation = `mutation m { verifyLawyerIdentity(input: ${input}) { result } }`;
      const both = `${mutation} query q { __typename }`;
      const recorded = () =>
        hub.rows(sql`select 1 from audit.audit_line where kind = 'RECORDED' and operation <> 'policy'`);
      const post = { method: 'POST', body: JSON.stringify({ query: mutation }) } as const;
      expect((await send(hub, { ...post, headers: { ...json, ...(await known()) } })).text).toContain('"result":');
      expect(await recorded()).toHaveLength(1);
      for (const accept of [old, strict]) {
        const headers = { ...(await known()), ...accept };
        const get = (search: Record<string, string>) => send(hub, { method: 'GET', search, headers });
        for (const search of [{ query: mutation }, { query: both, operationName: 'm' }] as Record<string, string>[])
          expect(await get(search)).toMatchObject({ status: 405, codes: ['REQUEST_MALFORMED'] });
        expect((await get({ query: both })).codes).toEqual(['OPERATION_UNKNOWN']);
        expect((await get({ query: both, operationName: 'q' })).text).toContain('"__typename":"Query"');
      }
      expect(await recorded()).toHaveLength(1);
    });
  });

  it('is let on to no subgraph from another site, whose browser asks for a page by itself', async () => {
    const page = { accept: 'text/html,*/*;q=0.8', 'sec-fetch-site': 'cross-site' };
    const get = (path: string) => send(hub, { method: 'GET', path, search: { query: WHO }, headers: page });
    expect(await get('/subgraphs/hub')).toMatchObject({ status: 403, codes: ['ORIGIN_FOREIGN'] });
    expect(await get('/graphql')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', codes: [] });
  });

  describe('a POST', () => {
    const body = JSON.stringify({ query: WHO });

    it.each(['cross-site', 'same-site'])('from the site %s is refused, before its body is read', async (site) => {
      const headers = { ...json, ...(await known()), 'sec-fetch-site': site };
      for (const changes of [{}, { authorization: 'Bearer x' }, { 'content-type': 'text/plain' }])
        for (const sent of [body, '{'])
          expect(await send(hub, { method: 'POST', body: sent, headers: { ...headers, ...changes } })).toMatchObject({
            status: 403,
            codes: ['ORIGIN_FOREIGN'],
          });
    });

    it.each([
      undefined,
      'text/plain',
      'text/plain; application/json',
      'text/plain;charset=application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=application/json',
      'application/jsonp',
    ])('of the content type %s is refused', async (type) => {
      const headers = { ...(await known()), ...(type ? { 'content-type': type } : {}) };
      for (const sent of [body, new URLSearchParams({ query: WHO }).toString()])
        expect(await send(hub, { method: 'POST', body: sent, headers })).toMatchObject({
          status: 400,
          codes: ['REQUEST_MALFORMED'],
        });
    });

    it('of JSON from the same origin is answered, and another site is given no leave to send one', async () => {
      const headers = { 'content-type': 'Application/JSON ;charset=utf-8', ...(await known()) };
      const own = { ...headers, 'sec-fetch-site': 'same-origin' };
      expect((await send(hub, { method: 'POST', body, headers: own })).text).toEqual(role('filing'));
      const foreign = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };
      const response = await fetch(hub.server.url, { method: 'OPTIONS', headers: foreign });
      expect(response.status).toBe(404);
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    });
  });

  describe('what a browser adds by itself', () => {
    it('lets nobody be known: a cookie or a token in the address is the public', async () => {
      const good = await token();
      expect((await send(hub, { method: 'GET', search: { query: WHO }, headers: await known() })).text).toEqual(
        role('filing'),
      );
      for (const name of ['authorization', 'token', 'access_token', 'session', 'lushu']) {
        const cookie = `${name}=Bearer ${good}; ${name}2=${good}`;
        const get = await send(hub, { method: 'GET', search: { query: WHO }, headers: { cookie } });
        expect(get.text, `cookie ${name}`).toEqual(role('public'));
        const search = { query: WHO, [name]: good };
        const post = { method: 'POST', search, body: JSON.stringify({ query: WHO }) } as const;
        expect((await send(hub, { ...post, headers: json })).text, name).toEqual(role('public'));
      }
    });

    it('lets nobody be known: a client certificate alone is the public, with a cookie too', async () => {
      const certified = { ca: authority.pem, cert: desk.cert, key: desk.key };
      const headers = { cookie: `authorization=Bearer ${await token()}` };
      for (const method of ['GET', 'POST'] as const) {
        const asked = method === 'GET' ? { search: { query: WHO } } : { body: JSON.stringify({ query: WHO }) };
        const shown = await send(hub, { method, ...asked, headers: { ...headers, ...json } }, certified);
        expect(shown.text, method).toEqual(role('public'));
      }
    });

    it('lets nobody be known: a password in the address is refused, and the browser is not told to ask for one', async () => {
      const good = await token();
      for (const pair of [`${good}:`, `:${good}`, `Bearer:${good}`]) {
        const authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
        const headers = { authorization, 'x-lushu-purpose': 'CASE_FILING' };
        const response = await fetch(`${hub.server.url}?query=${encodeURIComponent(WHO)}`, { headers });
        expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, null]);
        expect(await response.text()).toContain('TOKEN_MALFORMED');
      }
    });
  });

  describe('the status', () => {
    const variable = 'query($n: Int) { lawyers(first: $n) { totalCount } }';
    it.each([
      ['a syntax error', '{', {}, 'DOCUMENT_UNPARSABLE'],
      ['an unknown field', '{ shoeSize }', {}, 'DOCUMENT_INVALID'],
      ['a limit passed', `{ ${'whoAmI { role } '.repeat(30)} }`, {}, 'TOO_MANY_ROOT_FIELDS'],
      ['a variable of the wrong kind', variable, { n: 'many' }, 'VARIABLES_INVALID'],
      ['no such operation', 'query a { __typename } query b { __typename }', {}, 'OPERATION_UNKNOWN'],
    ])('of %s is 200 for the old media type and 400 for the new', async (_what, query, variables, code) => {
      const body = JSON.stringify({ query, variables });
      const headers = { ...json, ...(await known()) };
      for (const [accept, status, type] of [
        [{}, 200, 'application/json'],
        [{ accept: '*/*' }, 200, 'application/json'],
        [old, 200, 'application/json'],
        [strict, 400, 'application/graphql-response+json'],
        [{ accept: 'application/graphql-response+json, application/json;q=0.9' }, 400, 'application/graphql-'],
        [{ accept: 'application/json, application/graphql-response+json;q=0.9' }, 200, 'application/json'],
      ] as const) {
        const answer = await send(hub, { method: 'POST', body, headers: { ...headers, ...accept } });
        expect([answer.status, answer.codes]).toEqual([status, [code]]);
        expect(answer.type).toContain(type);
        expect(JSON.parse(answer.text)).not.toHaveProperty('data');
      }
    });

    it('of a refusal by door or rights is the same for both media types', async () => {
      const post = async (query: string, headers: object) => {
        const asked = { method: 'POST', body: JSON.stringify({ query }) } as const;
        const answers = [];
        for (const accept of [old, strict])
          answers.push(await send(hub, { ...asked, headers: { ...json, ...accept, ...headers } }));
        return answers.map(({ status, codes }) => `${status} ${codes}`);
      };
      const twice = (answer: string) => [answer, answer];
      const { authorization } = await known();
      expect(await post(WHO, { authorization: 'Bearer x' })).toEqual(twice('401 TOKEN_MALFORMED'));
      expect(await post(WHO, { authorization })).toEqual(twice('400 PURPOSE_MISSING'));
      const stranger = `Bearer ${await hub.issuer.token({ subject: 's', clientId: 'c', role: 'minister' } as never)}`;
      expect(await post(WHO, { authorization: stranger })).toEqual(twice('403 ROLE_UNKNOWN'));
      expect(await post('', {})).toEqual(twice('400 REQUEST_MALFORMED'));
      const closed = '{ lawyers(first: 1) { nodes { licenceStatus(on: "2020-01-01") } } }';
      expect(await post(closed, {})).toEqual(twice('403 ARGUMENT_FORBIDDEN'));
    });

    it('is that of the old media type for a client that reads neither, which is told so', async () => {
      const answer = await send(hub, { method: 'GET', search: { query: WHO }, headers: { accept: 'image/png' } });
      expect([answer.status, answer.codes]).toEqual([406, ['REQUEST_MALFORMED']]);
    });
  });

  it('foreign pages are counted at the door, and reach no further', async () => {
    await hub.server.close();
    expect(await linesOf('ORIGIN_FOREIGN')).toBeGreaterThan(0);
    const known = await hub.rows(
      sql`select 1 from audit.audit_line where 'ORIGIN_FOREIGN' = any(refusals) and kind <> 'DOOR'`,
    );
    expect(known).toEqual([]);
    expect(hub.faults).toEqual([]);
  });
});
