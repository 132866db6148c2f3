import { getIntrospectionQuery } from 'graphql';
import type { Lane } from './lane-runner.js';

const SINGLE = `query ($no: String!) { lawyer(certificateNo: $no) { fullName certificateNo licenceStatus category mobile
  practisingFirm { name unifiedSocialCreditCode } sanctions { kind decisionNo effectiveOn } } }`;
const HUNDRED = SINGLE.replace('$no: String!', '$no: [String!]!').replace(
  'lawyer(certificateNo: $no)',
  'lawyersByCertificateNo(certificateNos: $no)',
);
const DEAR = `query ($orderBy: LawyerOrder!) { lawyers(first: 1000, orderBy: $orderBy) { totalCount nodes { id fullName certificateNo
  licenceStatus category firstPractisedOn practisingFirm { id name address status } sanctions { id kind decisionNo summary } } } }`;
const TOO_DEAR = `{ lawFirms(first: 1000) { nodes { lawyers(first: 100) { nodes { fullName practisingFirm { lawyers(first: 100) { nodes { fullName } } } } } } } }`;
const PUSH = 'mutation ($items: [SanctionInput!]!) { recordSanctions(sanctions: $items) { refused } }';

/** The schema as tools ask for it, and all of it as often as there may be aliases. */
const SCHEMA = getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true });
const MUCH_SCHEMA = `{ __schema { ${Array.from({ length: 49 }, (_, i) => `a${i}: types { ...X }`).join(' ')} } }
  fragment X on __Type { name description fields { name args { name type { name } } type { name fields { name type { name } } } } }`;

const body = (query: string, variables: object) => JSON.stringify({ query, variables });
/** As long as a document may be, and refused; each another one, so that no check is remembered. */
const REFUSED = Array.from({ length: 500 }, (_, i) =>
  body(`{ lawyers { nodes { ${'fullName '.repeat(1_900)} n${i}: id zz } } }`, {}),
);

const headers = (token: string, purpose: string) => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
  'x-lushu-purpose': purpose,
});

/** A court whose windows look counsel up: one at a time, and every fourth time a hundred. */
export function politeLane(token: string, numbers: readonly string[]): Lane {
  const bodies = Array.from({ length: 200 }, (_, i) =>
    i % 4 === 3
      ? body(HUNDRED, { no: Array.from({ length: 100 }, (_, j) => numbers[(i * 100 + j) % numbers.length]) })
      : body(SINGLE, { no: numbers[i % numbers.length] }),
  );
  return { headers: headers(token, 'CASE_FILING'), bodies, connections: 4, pauseMillis: 50 };
}

/**
 * A client that honours nothing: dear queries, too dear ones, large bodies, tokens that nobody signed, the schema, documents
 * that are refused (its own and without a token), purposes nobody knows, and bodies to addresses without a route; no pauses.
 */
export function greedyLanes(token: string, connections: number): readonly Lane[] {
  const own = headers(token, 'LICENCE_ADMINISTRATION');
  const forged = {
    ...own,
    authorization: `Bearer ${token.slice(0, -8)}${token.endsWith('AAAAAAAA') ? 'BBBBBBBB' : 'AAAAAAAA'}`,
  };
  const large = body(PUSH, {
    items: Array.from({ length: 1_000 }, (_, i) => ({
      key: `greedy-${i}`,
      kind: 'WARNING',
      authority: '杭州市司法局',
      authorityLevel: 'CITY',
      decisionNo: `${i}`,
      legalBasis: '律师法第四十七条',
      decidedOn: '2020-01-01',
      effectiveOn: '2020-01-01',
      summary: '贪'.repeat(900),
      asOf: '2020-01-01T00:00:00Z',
    })),
  });
  const anonymous = { 'content-type': 'application/json' };
  const share = (part: number) => Math.max(1, Math.round(connections * part));
  return [
    { headers: own, bodies: [body(DEAR, { orderBy: 'NAME' })], connections: share(0.3), pauseMillis: 0 },
    { headers: own, bodies: [body(TOO_DEAR, {})], connections: share(0.1), pauseMillis: 0 },
    { headers: own, bodies: [large], connections: share(0.15), pauseMillis: 0 },
    { headers: forged, bodies: [body(DEAR, { orderBy: 'NAME' })], connections: share(0.15), pauseMillis: 0 },
    { headers: own, bodies: [body(SCHEMA, {}), body(MUCH_SCHEMA, {})], connections: share(0.08), pauseMillis: 0 },
    { headers: own, bodies: REFUSED, connections: share(0.08), pauseMillis: 0 },
    { headers: anonymous, bodies: REFUSED, connections: share(0.08), pauseMillis: 0 },
    {
      headers: headers(token, 'NOTHING'),
      bodies: [body(SINGLE, { no: '1' })],
      connections: share(0.04),
      pauseMillis: 0,
    },
    ...[
      { method: 'POST', path: '/nowhere' },
      { method: 'OPTIONS', path: '/graphql' },
      { method: 'POST', path: '/healthz' },
    ].map((address) => ({
      ...address,
      headers: anonymous,
      bodies: [large],
      connections: share(0.02),
      pauseMillis: 0,
    })),
  ];
}
