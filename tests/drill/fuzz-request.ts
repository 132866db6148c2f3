import type { Random } from '../../seeds/random.js';

/** One request as it goes out. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

type Change = (sent: Sent, random: Random, others: readonly Sent['headers'][]) => Sent;

const ODD = [
  '',
  '\0',
  '\ud800',
  '𠮷',
  '🏛',
  '%',
  '%ZZ',
  '{',
  '}',
  '"',
  '\\',
  '../',
  '$x',
  '__proto__',
  'null',
  '1e999',
  '-0',
];
const METHODS = ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'];
const TYPES = [
  'text/plain',
  'application/xml',
  'application/json; charset=gbk',
  'application/graphql-response+json',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  '',
  'a'.repeat(2_000),
];
const PATHS = [
  '/',
  '/graphql/',
  '/graphql?query=%7B__typename%7D',
  '/graphql?query=',
  '/graphql?variables=%7B',
  '/subgraphs/justice',
  '/healthz',
  '/readyz',
  '/oauth/token',
  '/.well-known/jwks.json',
  '/graphiql/../../etc/passwd',
  `/${'x'.repeat(6_000)}`,
];

const flipped: Change = (sent, random) => {
  const body = Buffer.from(sent.body);
  for (let times = random.int(1, 8); times > 0 && body.length > 0; times--)
    body[random.int(0, body.length - 1)] = random.int(0, 255);
  return { ...sent, body };
};

const cut: Change = (sent, random) => ({ ...sent, body: sent.body.subarray(0, random.int(0, sent.body.length)) });

const stuffed: Change = (sent, random) => {
  const at = random.int(0, sent.body.length);
  const odd = Buffer.from(random.pick(ODD).repeat(random.int(1, 200)));
  return { ...sent, body: Buffer.concat([sent.body.subarray(0, at), odd, sent.body.subarray(at)]) };
};

const deep: Change = (sent, random) => {
  const depth = random.int(10, 20_000);
  return {
    ...sent,
    body: Buffer.from(`{"query":"{ courts { totalCount } }","variables":${'['.repeat(depth)}${']'.repeat(depth)}}`),
  };
};

const nested: Change = (sent, random) => {
  const depth = random.int(5, 300);
  const query = `{ courts { nodes ${'{ parent '.repeat(depth)}{ id }${' }'.repeat(depth)} } }`;
  return { ...sent, body: Buffer.from(JSON.stringify({ query })) };
};

const wide: Change = (sent, random) => {
  const name = random.pick(['__typename', 'whoAmI { role }', 'courts(first: 1000) { nodes { id name } }']);
  const query = `{ ${Array.from({ length: random.int(2, 2_000) }, (_, i) => `a${i}: ${name}`).join(' ')} }`;
  return { ...sent, body: Buffer.from(JSON.stringify({ query })) };
};

const batched: Change = (sent, random) => ({
  ...sent,
  body: Buffer.concat([
    Buffer.from('['),
    ...Array.from({ length: random.int(1, 20) }, (_, i) =>
      i ? Buffer.concat([Buffer.from(','), sent.body]) : sent.body,
    ),
    Buffer.from(']'),
  ]),
});

const notAnOperation: Change = (sent, random) => ({
  ...sent,
  body: Buffer.from(
    random.pick([
      'null',
      '1',
      '"x"',
      '[]',
      '{}',
      '{"query":1}',
      '{"query":"{a}","variables":7}',
      '{"query":"query A{__typename} query B{__typename}"}',
      '{"query":"{__typename}","operationName":"nobody"}',
      '{"query":"{__typename}","extensions":[1]}',
    ]),
  ),
});

const withHeader: Change = (sent, random) => {
  const name = random.pick([
    'x-lushu-purpose',
    'x-lushu-role',
    'x-lushu-matter',
    'x-lushu-gateway',
    'accept',
    'content-encoding',
    'x-forwarded-for',
    'cookie',
    'sec-fetch-site',
    'content-type',
  ]);
  const values =
    name === 'content-type'
      ? TYPES
      : [
          '',
          'public',
          'justice',
          'gzip',
          'cross-site',
          '%E6%B3%95',
          '%',
          'TRIAL',
          '*/*',
          'text/html',
          '1.2.3.4',
          'x'.repeat(4_000),
          'a, b',
        ];
  return { ...sent, headers: { ...sent.headers, [name]: random.pick(values) } };
};

/** One of the tokens that a request carries, changed so that it is good no more. */
const withToken: Change = (sent, random) => {
  const own = random.pick(['authorization', 'authorization', 'x-lushu-gateway']);
  const header = own in sent.headers ? own : 'authorization';
  const token = sent.headers[header]?.replace(/^Bearer /, '') ?? 'e30.e30.';
  const parts = token.split('.');
  const at = random.int(0, parts.length - 1);
  const part = parts[at] ?? '';
  const kinds = [
    () => parts.with(at, part.slice(0, random.int(0, part.length))).join('.'),
    () => parts.with(at, `${part.slice(0, -2)}${random.pick(['AA', 'zz', '-_', '=='])}`).join('.'),
    () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${parts[1] ?? ''}.`,
    () =>
      `${Buffer.from('{"alg":"HS256","kid":"development"}').toString('base64url')}.${parts[1] ?? ''}.${parts[2] ?? ''}`,
    () =>
      `${parts[0]}.${Buffer.from('{"iss":"urn:lushu:development-issuer","sub":"x","exp":99999999999,"lushu":{"role":"justice"}}').toString('base64url')}.${parts[2] ?? ''}`,
    () => 'x'.repeat(random.int(1, 12_000)),
    () => '',
  ];
  const value = random.pick(kinds)();
  const scheme = header === 'authorization' ? random.draw(['Bearer ', 'Basic '], (name) => name.length) : '';
  return { ...sent, headers: { ...sent.headers, [header]: `${scheme}${value}` } };
};

/** A good token of somebody else, mostly with that one's purpose; or somebody's where the gateway's belongs. */
const swapped: Change = (sent, random, others) => {
  if (others.length === 0) return sent;
  const { authorization = '', ...stated } = random.pick(others);
  const isGateway = 'x-lushu-gateway' in sent.headers && random.chance(0.2);
  const changed: Record<string, string> = isGateway
    ? { 'x-lushu-gateway': authorization.slice('Bearer '.length) }
    : { authorization, ...(random.chance(0.8) ? stated : {}) };
  return { ...sent, headers: { ...sent.headers, ...changed } };
};

/** No token at all. */
const unsigned: Change = (sent) => {
  const { authorization: _, ...headers } = sent.headers;
  return { ...sent, headers };
};

const elsewhere: Change = (sent, random) => ({ ...sent, path: random.pick(PATHS) });
const otherwise: Change = (sent, random) => ({ ...sent, method: random.pick(METHODS) });

const changes: readonly Change[] = [
  flipped,
  cut,
  stuffed,
  deep,
  nested,
  wide,
  batched,
  notAnOperation,
  withHeader,
  withHeader,
  withToken,
  withToken,
  swapped,
  swapped,
  unsigned,
  elsewhere,
  otherwise,
];

/** The request with one to three things wrong in it; `others` are headers of who asks too, whose tokens are good. */
export function mutated(sent: Sent, random: Random, others: readonly Sent['headers'][]): Sent {
  let made = sent;
  for (let times = random.draw([1, 2, 3], (n) => 1 / n); times > 0; times--)
    made = random.pick(changes)(made, random, others);
  return made;
}
