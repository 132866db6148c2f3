import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { assetRoutes, type GraphiqlOptions, page, sendPage, wantsPage } from '../../src/api/graphiql.js';

const development: GraphiqlOptions = {
  development: true,
  personas: [{ name: 'filing', label: '立案庭 <filing> & "co"' }],
  tokenOf: async (persona) => `token-of-${persona}`,
  purposes: [{ code: 'CASE_FILING', label: '立案审查代理人' }],
  endpoint: '/graphql',
};
const production: GraphiqlOptions = { ...development, development: false };

describe('who gets the page', () => {
  const asked = (accept: string | undefined, method = 'GET') =>
    wantsPage({ method, headers: { accept } } as Parameters<typeof wantsPage>[0]);

  test.each([
    [true, 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'],
    [true, 'application/json;q=0.5, text/html;q=0.6'],
    [false, 'application/json'],
    [false, 'application/graphql-response+json, text/html;q=0.9'],
    [false, 'text/html;q=0'],
    [false, '*/*'],
    [false, undefined],
  ])('%s for Accept: %s', (wanted, accept) => expect(asked(accept)).toBe(wanted));

  test('nobody who posts', () => expect(asked('text/html', 'POST')).toBe(false));
});

describe('the page as text', () => {
  test('carries labels as text, and no script but files', () => {
    const html = page(development);
    expect(html).toContain('立案庭 &lt;filing> &amp; &quot;co&quot;');
    expect(html.match(/<script/g)).toHaveLength(4);
    expect(html.match(/<script src="\/graphiql\/[\w.-]+"><\/script>/g)).toHaveLength(4);
  });

  test('tokens exist in development mode only, for known personas only', async () => {
    for (const [options, persona, status] of [
      [development, 'filing', 200],
      [development, 'nobody', 404],
      [production, 'filing', 404],
    ] as const) {
      const app = Fastify();
      await assetRoutes(app, options);
      const answer = await app.inject(`/graphiql/token?persona=${persona}`);
      expect(answer.statusCode).toBe(status);
      if (status === 200) expect(answer.json()).toEqual({ token: 'token-of-filing' });
    }
  });

  test('is sent with a policy that admits nothing from elsewhere, and is kept by no cache', async () => {
    const app = Fastify();
    app.get('/graphql', (_request, reply) => sendPage(reply, production));
    const { headers } = await app.inject('/graphql');
    expect(headers['content-security-policy']).toMatch(/^default-src 'self'; script-src 'self'; connect-src 'self'; /);
    expect(headers['content-security-policy']).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', vary: 'accept' });
  });
});
