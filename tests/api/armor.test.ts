import { buildClientSchema, getIntrospectionQuery, parse } from 'graphql';
import { expect, it } from 'vitest';
import { personas } from '../../seeds/personas.js';
import {
  ALIAS_LIMIT,
  DEPTH_LIMIT,
  DIRECTIVE_LIMIT,
  ERROR_LIMIT,
  INTROSPECTION_DEPTH_LIMIT,
  TOKEN_LIMIT,
} from '../../src/api/limits/settings.js';
import { refusalCodes } from '../../src/kernel/refusal-codes.js';
import { onEveryDatabase } from '../support/databases.js';
import { type Answer, hubFor } from '../support/hub.js';

/** Fields of one kind side by side, each under an alias of its own. */
const aliased = (field: string, count: number) => Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(' ');
const deep = (levels: number, step: string, leaf: string) =>
  `${`${step} { `.repeat(levels)}${leaf}${' }'.repeat(levels)}`;
const CIRCLE = 'fragment A on Query { ...B } fragment B on Query { ...A }';

/** The operations that graphql-armor's own tests try, or equal ones in the words of this schema, and what is answered. */
const operations: readonly (readonly [name: string, document: string, code: string | null])[] = [
  ['depth at the limit', `{ courts { nodes { ${deep(DEPTH_LIMIT - 4, 'parent', 'id')} } } }`, null],
  ['depth over the limit', `{ courts { nodes { ${deep(DEPTH_LIMIT + 1, 'parent', 'id')} } } }`, 'TOO_DEEP'],
  [
    'depth in a fragment',
    `{ ...F } fragment F on Query { courts { nodes { ${deep(DEPTH_LIMIT, 'parent', 'id')} } } }`,
    'TOO_DEEP',
  ],
  ['depth in inline fragments', `{ ${deep(DEPTH_LIMIT + 1, '... on Query', 'whoAmI { role }')} }`, 'TOO_DEEP'],
  [
    'depth through a circle of types',
    `{ lawFirms { nodes { ${deep(6, 'lawyers { nodes { practisingFirm', 'id')}${' }'.repeat(12)} } } }`,
    'TOO_DEEP',
  ],
  ['aliases at the limit', `{ whoAmI { ${aliased('role', ALIAS_LIMIT)} } }`, null],
  ['aliases over the limit', `{ whoAmI { ${aliased('role', ALIAS_LIMIT + 1)} } }`, 'TOO_MANY_ALIASES'],
  ['aliases of __typename', `{ whoAmI { ${aliased('__typename', ALIAS_LIMIT + 1)} } }`, 'TOO_MANY_ALIASES'],
  [
    'aliases in a fragment',
    `{ whoAmI { ...F x: role } } fragment F on Viewer { ${aliased('role', ALIAS_LIMIT)} }`,
    'TOO_MANY_ALIASES',
  ],
  [
    'aliases in a fragment spread twice',
    `{ whoAmI { ...F } b: whoAmI { ...F } } fragment F on Viewer { ${aliased('role', ALIAS_LIMIT / 2)} }`,
    'TOO_MANY_ALIASES',
  ],
  ['aliases of a root field', `{ ${aliased('whoAmI { role }', 21)} }`, 'TOO_MANY_ROOT_FIELDS'],
  ['root fields of __typename', `{ ${aliased('__typename', 21)} }`, 'TOO_MANY_ROOT_FIELDS'],
  [
    'directives at the limit',
    `{ whoAmI { role ${'...F @include(if: true) '.repeat(DIRECTIVE_LIMIT)} } } fragment F on Viewer { role }`,
    null,
  ],
  [
    'directives over the limit',
    `{ whoAmI { role ${'...F @include(if: true) '.repeat(DIRECTIVE_LIMIT + 1)} } } fragment F on Viewer { role }`,
    'TOO_MANY_DIRECTIVES',
  ],
  ['one directive many times', `{ __typename ${'@include(if: true) '.repeat(200)} }`, 'TOO_MANY_DIRECTIVES'],
  [
    'directives in a fragment',
    `{ ...F } fragment F on Query { whoAmI { role ${'@skip(if: false) '.repeat(DIRECTIVE_LIMIT + 1)} } }`,
    'TOO_MANY_DIRECTIVES',
  ],
  ['directives nobody declared', `{ __typename ${'@a'.repeat(500)} }`, 'TOO_MANY_DIRECTIVES'],
  [
    'tokens at the limit',
    `{ lawyersByCertificateNo(certificateNos: [${'"1" '.repeat(TOKEN_LIMIT - 12)}]) { id } }`,
    'BATCH_TOO_LARGE',
  ],
  [
    'tokens over the limit',
    `{ lawyersByCertificateNo(certificateNos: [${'"1" '.repeat(TOKEN_LIMIT - 11)}]) { id } }`,
    'TOO_MANY_TOKENS',
  ],
  [
    'tokens in an argument',
    `{ lawyersByCertificateNo(certificateNos: [${'"1" '.repeat(TOKEN_LIMIT)}]) { id } }`,
    'TOO_MANY_TOKENS',
  ],
  [
    'cost of pages in pages',
    '{ lawFirms(first: 1000) { nodes { lawyers(first: 100) { nodes { fullName } } } } }',
    'TOO_COSTLY',
  ],
  [
    'cost in a fragment',
    '{ ...F } fragment F on Query { lawFirms(first: 1000) { nodes { lawyers(first: 100) { nodes { fullName } } } } }',
    'TOO_COSTLY',
  ],
  [
    'cost under aliases',
    `{ ${Array.from({ length: 10 }, (_, i) => `a${i}: lawyers(first: 1000) { nodes { id fullName licenceStatus category divisionCode } }`).join(' ')} }`,
    'TOO_COSTLY',
  ],
  ['a circle of fragments', `{ ...A } ${CIRCLE}`, 'DOCUMENT_INVALID'],
  ['a fragment that spreads itself', '{ ...A } fragment A on Query { __typename ...A }', 'DOCUMENT_INVALID'],
  ['a circle nobody enters', `{ __typename } ${CIRCLE}`, 'DOCUMENT_INVALID'],
  [
    'fragments that double',
    `{ ...F0 } ${Array.from({ length: 30 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F30 on Query { whoAmI { role } }`,
    'TOO_DEEP',
  ],
  [
    'introspection in a circle',
    `{ __schema { types { ${deep(4, 'fields { type', 'name')}${' }'.repeat(4)} } } }`,
    'DOCUMENT_INVALID',
  ],
  [
    'introspection deeper than any tool asks',
    `{ __schema { types { fields { type { ${deep(INTROSPECTION_DEPTH_LIMIT, 'ofType', 'name')} } } } } }`,
    'TOO_DEEP',
  ],
  ['aliases below __schema', `{ __schema { ${aliased('types { name }', ALIAS_LIMIT + 1)} } }`, 'TOO_MANY_ALIASES'],
  [
    'cost of the schema under aliases',
    `{ __schema { ${aliased('types { ...X }', ALIAS_LIMIT - 1)} } } fragment X on __Type { fields { name args { name type { name } } type { name fields { name type { name } } } } }`,
    'TOO_COSTLY',
  ],
];

/** Guesses that graphql-js would answer with names: fields, arguments, types, values, fragments, variables. */
const guesses: readonly string[] = [
  '{ lawyerz { nodes { id } } }',
  '{ lawyers { nodes { fullNam } } }',
  '{ lawyers(firs: 1) { nodes { id } } }',
  '{ lawyers(filter: { namePrefi: "x" }) { nodes { id } } }',
  '{ lawyers(orderBy: NAM) { nodes { id } } }',
  '{ whoAmI { ... on Viewr { role } } }',
  'query ($f: LawyerFiltr) { lawyers(filter: $f) { nodes { id } } }',
  'query ($f: LawyerFilter) { lawyers(filter: $f) { nodes { id } } }',
  '{ licenceAlert { nodes { id } } }',
  'mutation { recordLicenceEvent(events: []) { recorded } }',
  '{ lawyers @includ(if: true) { nodes { id } } }',
  '{ __type(nam: "Lawyer") { name } }',
];

onEveryDatabase('operations that graphql-armor is tried with', (kind) => {
  const hub = hubFor(kind);

  it.each(operations)('%s', async (_name, document, code) => {
    const answer = await hub.as('filing').ask(document);
    if (code === null) expect(answer.errors).toEqual([]);
    else expect(first(answer)).toBe(code);
    expect(answer.errors.length).toBeLessThanOrEqual(ERROR_LIMIT + 1);
  });

  it('are many, and refused with the sentences of the table and a line in the trail', async () => {
    const codes = new Set(operations.flatMap(([, , code]) => (code ? [code] : [])));
    for (const [, document, code] of operations) {
      if (!code) continue;
      const { errors } = await hub.as('filing').ask(document);
      expect(errors[0].extensions.messageZh).toMatch(/[\u4e00-\u9fff]/);
      expect(errors[0].message).not.toMatch(/\{\w+\}/);
      expect(refusalCodes).toHaveProperty(code);
      const [line] = await hub.trail();
      expect(line).toMatchObject({ kind: 'DISCLOSED', outcome: 'REFUSED', client_id: expect.any(String) });
      expect(line?.refusals).toContain(code);
    }
    console.log(`armor: ${operations.length} operations, ${codes.size} codes, ${guesses.length} guesses`);
    expect(codes.size).toBe(8);
  });

  it('an array of operations is refused, and counted at the door', async () => {
    const one = { query: '{ whoAmI { role } }' };
    const answer = await hub.post(JSON.stringify(Array.from({ length: 10 }, () => one)));
    expect([answer.status, answer.codes]).toEqual([400, ['REQUEST_MALFORMED']]);
  });

  it('nobody who guesses is told a name', async () => {
    let looked = 0;
    for (const role of ['public', ...personas.map(({ name }) => name)])
      for (const guess of guesses) {
        const answer = await hub.as(role).ask(guess, { f: { namePrefi: '张' } });
        expect(answer.errors.length, `${role}: ${guess}`).toBeGreaterThan(0);
        expect(answer.text, `${role}: ${guess}`).not.toMatch(/did you mean/i);
        looked += 1;
      }
    console.log(`suggestions: ${looked} guesses looked at`);
    expect(looked).toBe((personas.length + 1) * guesses.length);
  });
});

onEveryDatabase('the introspection of GraphiQL', (kind) => {
  const hub = hubFor(kind);

  it('is answered to every role with all its options', async () => {
    const options = { schemaDescription: true, specifiedByUrl: true, directiveIsRepeatable: true, oneOf: true };
    const query = getIntrospectionQuery({ ...options, inputValueDeprecation: true });
    const roles = ['public', ...personas.map(({ name }) => name)];
    for (const role of roles) {
      const { codes, data } = await hub.as(role).ask(query);
      expect([role, codes]).toEqual([role, []]);
      expect(buildClientSchema(data).getQueryType()?.name).toBe('Query');
    }
    console.log(`introspection: ${roles.length} roles`);
    expect(roles.length).toBeGreaterThan(5);
  });
});

onEveryDatabase('introspection where the public may not ask', (kind) => {
  const hub = hubFor(kind, { introspectionForPublic: false });

  it('tells the public no name by a mistake, and known roles what is wrong', async () => {
    for (const guess of [
      '{ clients { zz } }',
      '{ lawyers(first: 1) { nodes { zz } } }',
      'mutation { disableClient { zz } }',
    ]) {
      const [stranger, known] = [await hub.as('public').ask(guess), await hub.as('filing').ask(guess)];
      expect([stranger.codes[0], known.codes[0]]).toEqual(['DOCUMENT_INVALID', 'DOCUMENT_INVALID']);
      for (const { extensions } of stranger.errors) expect(Object.keys(extensions)).not.toContain('detail');
      expect(known.errors[0].extensions.detail).toMatch(/\w/);
    }
    const { errors } = await hub.as('public').ask('{ lawyers( }');
    expect(errors[0].extensions).toMatchObject({ code: 'DOCUMENT_UNPARSABLE', detail: expect.any(String) });
  });

  it('is refused to the public by code, through fragments too, and told to known roles', async () => {
    const asks = [
      '{ __schema { types { name } } }',
      '{ __type(name: "Lawyer") { name } }',
      '{ ...F } fragment F on Query { ... { x: __schema { queryType { name } } } }',
      '{ whoAmI { role } __schema { types { name } } }',
    ];
    for (const ask of asks) {
      expect(parse(ask).kind).toBe('Document');
      const answer = await hub.as('public').ask(ask);
      expect([answer.status, answer.codes, answer.data ?? null]).toEqual([403, ['FORBIDDEN'], null]);
      expect((await hub.trail())[0]).toMatchObject({ role: 'public', outcome: 'REFUSED', refusals: ['FORBIDDEN'] });
    }
    expect((await hub.as('public').ask('{ __typename whoAmI { __typename } }')).errors).toEqual([]);
    expect((await hub.as('filing').ask(asks[0] as string)).data.__schema.types.length).toBeGreaterThan(10);
  });
});

/** The first code: limits are looked at before the rest of a document. */
const first = ({ codes }: Answer) => codes[0];
