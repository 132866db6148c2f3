import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { buildSchema, graphql } from 'graphql';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assetRoutes, type GraphiqlOptions, sendPage, wantsPage } from '../../src/api/graphiql.js';

const executablePath = '/usr/bin/chromium';
const quiet = ['gpu', 'quic', 'background-networking', 'component-update', 'sync'].map((name) => `--disable-${name}`);

const schema = buildSchema('type Query { whoAsks: String, whatFor: String, courts: [String!]! }');

const development: GraphiqlOptions = {
  development: true,
  personas: [{ name: 'filing', label: '立案庭 filing' }],
  tokenOf: async (persona) => `token-of-${persona}`,
  purposes: [{ code: 'CASE_FILING', label: '立案审查代理人' }],
  endpoint: '/graphql',
};
const production: GraphiqlOptions = { ...development, development: false };

/** A hub of three fields, two of which say what the request carried. */
async function hub(options: GraphiqlOptions): Promise<{ app: FastifyInstance; origin: string }> {
  const app = Fastify();
  await assetRoutes(app, options);
  app.get('/graphql', (request, reply) => (wantsPage(request) ? sendPage(reply, options) : { data: null }));
  app.post<{ Body: { query: string; operationName?: string } }>('/graphql', ({ body, headers }) =>
    graphql({
      schema,
      source: body.query,
      operationName: body.operationName,
      rootValue: { whoAsks: headers.authorization, whatFor: headers['x-lushu-purpose'], courts: ['省高级人民法院'] },
    }),
  );
  await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, origin: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}` };
}

const present = existsSync(executablePath);

describe.skipIf(!present)(`GraphiQL in Chromium${present ? '' : ` (skipped: no ${executablePath})`}`, () => {
  let browser: Browser;
  const hubs: FastifyInstance[] = [];

  beforeAll(async () => {
    const args = ['--headless', '--no-sandbox', '--no-first-run', ...quiet];
    browser = await chromium.launch({ executablePath, args });
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all(hubs.map((app) => app.close()));
  });

  /** Opens the page and keeps the address of every request and every complaint of the browser. */
  async function open(options: GraphiqlOptions) {
    const { app, origin } = await hub(options);
    hubs.push(app);
    const tab = await browser.newPage();
    const asked: URL[] = [];
    const complaints: string[] = [];
    tab.on('request', (request) => asked.push(new URL(request.url())));
    tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(String(error)));
    await tab.goto(`${origin}/graphql`);
    await tab.waitForSelector('.graphiql-query-editor .CodeMirror');
    const elsewhere = () => asked.filter((url) => url.protocol !== 'data:' && url.origin !== origin).map(String);
    return { tab, origin, asked, complaints, elsewhere };
  }

  /** Types a query, runs it, and waits until the answer shows the text. */
  async function ask(tab: Page, query: string, expected: string): Promise<void> {
    await tab.click('.graphiql-query-editor .CodeMirror');
    await tab.keyboard.press('ControlOrMeta+A');
    await tab.keyboard.insertText(query);
    await tab.waitForSelector('.graphiql-execute-button:not([aria-haspopup])');
    await tab.click('.graphiql-execute-button');
    await tab.locator('.result-window', { hasText: expected }).waitFor();
  }

  test('a query typed there is answered, and every request went to this machine', async () => {
    const { tab, asked, complaints, elsewhere } = await open(development);
    expect(await tab.title()).toBe('律枢 Lushu');
    expect(await tab.textContent('.graphiql-query-editor .CodeMirror-code')).toContain('律枢 Lushu');
    await ask(tab, '{ courts whoAsks }', '省高级人民法院');
    await tab.locator('.result-window', { hasText: '"whoAsks": null' }).waitFor();
    expect(elsewhere()).toEqual([]);
    expect(asked.length).toBeGreaterThan(3);
    expect(complaints).toEqual([]);
  });

  test('a persona asks with its token and the purpose chosen, and the public with none again', async () => {
    const { tab, elsewhere } = await open(development);
    const known = tab.waitForRequest((r) => r.headers().authorization === 'Bearer token-of-filing');
    await tab.selectOption('#persona', 'filing');
    await known;
    await tab.selectOption('#purpose', 'CASE_FILING');
    await ask(tab, '{ whoAsks whatFor }', '"whoAsks": "Bearer token-of-filing"');
    await tab.locator('.result-window', { hasText: '"whatFor": "CASE_FILING"' }).waitFor();
    await tab.selectOption('#persona', '');
    await ask(tab, '{ whoAsks }', '"whoAsks": null');
    expect(elsewhere()).toEqual([]);
  });

  test('a persona without a token asks as the public, and the page says so', async () => {
    const { tab } = await open({ ...development, tokenOf: undefined });
    await tab.selectOption('#persona', 'filing');
    await tab.locator('#notice', { hasText: '未取得令牌' }).waitFor();
    await ask(tab, '{ whoAsks }', '"whoAsks": null');
  });

  test('outside development mode there is no picker', async () => {
    expect(await (await open(development)).tab.locator('#persona').count()).toBe(1);
    const { tab, complaints } = await open(production);
    expect(await tab.locator('#persona').count()).toBe(0);
    await ask(tab, '{ courts }', '省高级人民法院');
    expect(complaints).toEqual([]);
  });

  test('the browser refuses to send anything to another origin', async () => {
    const { tab, origin, complaints } = await open(production);
    const other = origin.replace('127.0.0.1', 'localhost');
    expect(await tab.evaluate(`fetch('${other}/graphql').then(() => 'sent', () => 'refused')`)).toBe('refused');
    expect(complaints.join()).toContain('Content Security Policy');
  });
});
