import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, getIntrospectionQuery, type OperationDefinitionNode, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { costOf } from '../../src/api/limits/cost.js';
import { defaultLimits } from '../../src/kernel/limits.js';

const schema = buildSchema(readFileSync(fileURLToPath(new URL('../../schema/api.graphql', import.meta.url)), 'utf8'));

function cost(text: string, variables: Record<string, unknown> = {}, enough = Number.MAX_SAFE_INTEGER): number {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const operation = document.definitions.find(({ kind }) => kind === 'OperationDefinition') as OperationDefinitionNode;
  return costOf(schema, document, operation, variables, enough);
}

const everything = {
  schemaDescription: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  inputValueDeprecation: true,
  oneOf: true,
};
const numbers = (count: number) => Array.from({ length: count }, (_, i) => String(i));
const FLAT = `id fullName certificateNo formerNames category licenceStatus licenceStatusSince suspendedFrom suspendedUntil
  firstPractisedOn divisionCode mobile email officeAddress homeAddress asOf dataSource updatedAt`;
const FULL =
  'practisingFirm { name unifiedSocialCreditCode address } sanctions { kind decisionNo effectiveOn endsOn summary }';
const HISTORY = 'licenceHistory { id kind effectiveOn }';

const realistic: readonly (readonly [name: string, text: string, variables?: Record<string, unknown>])[] = [
  [
    'a hundred lawyers with firm and penalties',
    `query ($n: [String!]!) { lawyersByCertificateNo(certificateNos: $n) { ${FLAT} ${FULL} } }`,
    { n: numbers(100) },
  ],
  ['a thousand lawyers, flat', `{ lawyers(first: 1000) { totalCount pageInfo { endCursor } nodes { ${FLAT} } } }`],
  [
    'a thousand lawyers by number, with firm and penalties',
    `query ($n: [String!]!) { lawyersByCertificateNo(certificateNos: $n) { fullName licenceStatus ${FULL} } }`,
    { n: numbers(1_000) },
  ],
  [
    'ten firms, twenty lawyers of each, and their histories',
    `{ lawFirms(first: 10) { nodes { name lawyers(first: 20) { nodes { ${FLAT} ${HISTORY} } } } } }`,
  ],
  [
    'a thousand courts with the court above',
    '{ courts(first: 1000) { edges { cursor node { id name level parent { id name } } } } }',
  ],
  [
    'a thousand entries of the roster with their lawyers',
    '{ mediatorRoster(first: 1000) { nodes { id state available lawyer { fullName mobile } court { name } } } }',
  ],
  [
    'a thousand events',
    `mutation ($e: [LicenceEventInput!]!) { recordLicenceEvents(events: $e) { recorded results { __typename ... on ItemRecorded { key id proposed } ... on ItemRefused { key code message messageZh path } } } }`,
    { e: numbers(1_000).map((key) => ({ key, person: { mergedCertificateNos: [] } })) },
  ],
];

/** What the reviewers found to be free: every type, with all that is below it, as often as there may be aliases. */
function typesUnderAliases(count: number): string {
  const fields = `fields { name description args { name description type { name description kind ofType { name kind } } }
    type { name description ofType { name description enumValues { name description } } } }`;
  const part = `fragment X on __Type { name description fields { name type { name ${fields} ofType { name ${fields} } } } }`;
  return `{ __schema { ${numbers(count)
    .map((n) => `a${n}: types { ...X }`)
    .join(' ')} } } ${part}`;
}

const pathological: typeof realistic = [
  [
    'a thousand firms with a hundred lawyers each',
    '{ lawFirms(first: 1000) { nodes { lawyers(first: 100) { nodes { id } } } } }',
  ],
  [
    'the same by variables',
    'query ($a: Int, $b: Int = 100) { lawFirms(first: $a) { nodes { lawyers(first: $b) { nodes { id } } } } }',
    { a: 1_000 },
  ],
  [
    'default pages in default pages',
    `{ lawFirms { nodes ${'{ lawyers { nodes { practisingFirm '.repeat(3)} { id }${' } } }'.repeat(3)} } }`,
  ],
  [
    'the same in a fragment',
    '{ lawFirms { ...P } } fragment P on LawFirmConnection { nodes { lawyers(first: 100) { ...L } } } fragment L on LawyerConnection { nodes { practisingFirm { lawyers(first: 100) { nodes { id } } } } }',
  ],
  [
    'courts and rosters in a circle',
    '{ courts { nodes { mediators(first: 100) { nodes { court { mediators(first: 100) { nodes { id } } } } } } } }',
  ],
  [
    'twenty large pages',
    `{ ${numbers(20)
      .map((n) => `a${n}: lawyers(first: 1000) { nodes { id fullName mobile } }`)
      .join(' ')} }`,
  ],
  ['types under forty-nine aliases', typesUnderAliases(49)],
  [
    'twenty batches',
    `mutation ($e: [LicenceEventInput!]!) { ${numbers(20)
      .map((n) => `a${n}: recordLicenceEvents(events: $e) { recorded }`)
      .join(' ')} }`,
    { e: numbers(1_000).map((key) => ({ key })) },
  ],
];

for (const [name, text, variables] of realistic)
  it(`${name} may be asked`, () => {
    const costs = cost(text, variables);
    expect(costs).toBeGreaterThan(1_000);
    expect(costs).toBeLessThanOrEqual(defaultLimits.costLimit);
  });

for (const [name, text, variables] of pathological)
  it(`${name}: too costly`, () => {
    expect(cost(text, variables, defaultLimits.costLimit)).toBeGreaterThan(defaultLimits.costLimit);
  });

it('a field counts one, a list its records, by literal, variable, default or page of its own', () => {
  expect(cost('{ whoAmI { role purpose } }')).toBe(3);
  expect(cost('{ lawyers(first: 7) { nodes { id } } }')).toBe(1 + 1 + 7);
  expect(cost('query ($n: Int = 9) { lawyers(first: $n) { nodes { id } } }')).toBe(1 + 1 + 9);
  expect(cost('query ($n: Int = 9) { lawyers(first: $n) { nodes { id } } }', { n: 3 })).toBe(1 + 1 + 3);
  expect(cost('{ lawyers { nodes { id } totalCount } }')).toBe(1 + 1 + 20 + 1);
  expect(cost('{ lawyer(id: "x") { sanctions { id } } }')).toBe(1 + 1 + 5);
  expect(cost('{ lawyersByCertificateNo(certificateNos: ["1", "2", "3"]) { id fullName } }')).toBe(1 + 3 * 2);
});

it('the schema costs what it has: two for each field answered, its types and lists as they are', () => {
  expect(cost('{ __schema { queryType { name } } }')).toBe(6);
  expect(cost('query ($n: String!) { __type(name: $n) { name } }', { n: 'Lawyer' })).toBe(4);
  expect(cost('{ __type(name: "Nothing") { name } }')).toBe(2);
  expect(cost('{ __schema { types { name } } }')).toBe(4 + 2 * Object.keys(schema.getTypeMap()).length);
  const whole = cost(getIntrospectionQuery(everything));
  console.log(`introspection: the whole schema costs ${whole}`);
  expect(whole).toBeGreaterThan(10_000);
  expect(whole).toBeLessThanOrEqual(defaultLimits.costLimit);
});

it('what is counted of the schema ends where it is too much', () => {
  const doubling = numbers(30).map((n) => `fragment F${n} on __Schema { ...F${Number(n) + 1} ...F${Number(n) + 1} }`);
  const text = `{ __schema { ...F0 } } ${doubling.join(' ')} fragment F30 on __Schema { queryType { name } }`;
  const document = parse(text);
  const [operation] = document.definitions as readonly [OperationDefinitionNode];
  const costs = costOf(schema, document, operation, {}, 1_000);
  expect(costs).toBeGreaterThan(1_000);
  expect(costs).toBeLessThan(1_100);
});

it('fragments that double forty times are counted at once, and cost more than there may be', () => {
  const doubling = Array.from({ length: 40 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(
    ' ',
  );
  expect(cost(`{ ...F0 } ${doubling} fragment F40 on Query { whoAmI { role } }`)).toBe(2 ** 40 * 2);
});
