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

const body = (query: string, variables: object) => JSON.stringify({ query, variables });
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

/** A client that honours nothing: dear queries, too dear ones, large bodies, and tokens that nobody signed; no pauses. */
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
  const share = (part: number) => Math.max(1, Math.round(connections * part));
  return [
    { headers: own, bodies: [body(DEAR, { orderBy: 'NAME' })], connections: share(0.5), pauseMillis: 0 },
    { headers: own, bodies: [body(TOO_DEAR, {})], connections: share(0.1), pauseMillis: 0 },
    { headers: own, bodies: [large], connections: share(0.15), pauseMillis: 0 },
    { headers: forged, bodies: [body(DEAR, { orderBy: 'NAME' })], connections: share(0.25), pauseMillis: 0 },
  ];
}
