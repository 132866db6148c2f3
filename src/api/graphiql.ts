import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { exampleQueries } from './graphiql-examples.js';
import { pageScript, pageStyle } from './graphiql-page.js';

/** What the page offers. Personas and their tokens exist in development mode only, whatever is passed. */
export interface GraphiqlOptions {
  readonly development: boolean;
  readonly personas: readonly { readonly name: string; readonly label: string }[];
  readonly tokenOf?: (persona: string) => Promise<string>;
  readonly purposes: readonly { readonly code: string; readonly label: string }[];
  /** Path that operations are posted to. */
  readonly endpoint: string;
}

/** Nothing from elsewhere is loaded, and nothing is sent elsewhere (Content Security Policy Level 3). */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The browser builds, by package and file. */
const libraries = {
  'react.production.min.js': ['react', 'umd/react.production.min.js'],
  'react-dom.production.min.js': ['react-dom', 'umd/react-dom.production.min.js'],
  'graphiql.min.js': ['graphiql', 'graphiql.min.js'],
  'graphiql.min.css': ['graphiql', 'graphiql.min.css'],
} as const;

/** Whether a GET comes from somebody who wants to read a page: `text/html` is named and preferred to JSON (RFC 9110, 12.5.1). */
export function wantsPage(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '';
  const json = Math.max(weight(accept, 'application/json'), weight(accept, 'application/graphql-response+json'));
  return request.method === 'GET' && weight(accept, 'text/html') > json;
}

/** Answers with the page; the same address answers programs with JSON, so caches are told. */
export function sendPage(reply: FastifyReply, options: GraphiqlOptions): FastifyReply {
  return reply
    .headers({
      'content-security-policy': contentSecurityPolicy,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      vary: 'accept',
    })
    .send(page(options));
}

/** The page as HTML, without a script of its own in the text. */
export function page({ development, personas, purposes, endpoint }: GraphiqlOptions): string {
  const people = [{ name: '', label: '社会公众 public' }, ...personas].map(({ name, label }) => option(name, label));
  const uses = [{ code: '', label: '未说明 not stated' }, ...purposes].map(({ code, label }) => option(code, label));
  const picker = `<label>身份 Ask as <select id="persona" autocomplete="off">${people.join('')}</select></label>`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>律枢 Lushu</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/graphiql.min.css">
<link rel="stylesheet" href="/graphiql/page.css">
</head>
<body data-endpoint="${escaped(endpoint)}" data-examples="${escaped(exampleQueries)}">
<header>
<h1>律枢 Lushu</h1>
${development ? picker : ''}
<label>目的 Purpose <select id="purpose" autocomplete="off">${uses.join('')}</select></label>
<span id="notice" role="status"></span>
</header>
<div id="graphiql"></div>
<script src="/graphiql/react.production.min.js"></script>
<script src="/graphiql/react-dom.production.min.js"></script>
<script src="/graphiql/graphiql.min.js"></script>
<script src="/graphiql/page.js"></script>
</body>
</html>
`;
}

/** Everything the page loads, under `/graphiql/`, from this machine; in development mode also tokens for the personas. */
export async function assetRoutes(app: FastifyInstance, options: GraphiqlOptions): Promise<void> {
  serve(app, 'page.js', pageScript, 'no-cache');
  serve(app, 'page.css', pageStyle, 'no-cache');
  for (const [name, [library, file]] of Object.entries(libraries)) {
    serve(app, name, await readFile(join(folderOf(library), file)), 'public, max-age=86400');
  }
  const { development, personas, tokenOf } = options;
  if (!development || !tokenOf) return;
  app.get<{ Querystring: { persona?: string } }>('/graphiql/token', async ({ query: { persona } }, reply) => {
    const known = personas.find(({ name }) => name === persona);
    if (!known) return reply.callNotFound();
    return reply.header('cache-control', 'no-store').send({ token: await tokenOf(known.name) });
  });
}

function serve(app: FastifyInstance, name: string, body: string | Buffer, cacheControl: string): void {
  const type = name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
  const headers = { 'content-type': type, 'cache-control': cacheControl, 'x-content-type-options': 'nosniff' };
  app.get(`/graphiql/${name}`, (_request, reply) => reply.headers(headers).send(body));
}

function folderOf(library: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${library}/package.json`));
}

/** The `q` an Accept header gives to exactly this type; 0 when it does not name it. */
function weight(accept: string, type: string): number {
  for (const range of accept.toLowerCase().split(',')) {
    const [name, ...parameters] = range.split(';').map((part) => part.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    if (name === type) return q ? Number(q.slice(2)) || 0 : 1;
  }
  return 0;
}

function option(value: string, label: string): string {
  return `<option value="${escaped(value)}">${escaped(label)}</option>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
