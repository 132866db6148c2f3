import 'reflect-metadata';
import { getOperationAST, parse } from 'graphql';
import { expect, it } from 'vitest';
import { personaNamed } from '../../seeds/personas.js';
import { explain } from '../../src/api/explain/explain.js';
import { laidOut } from '../../src/api/explain/sql-layout.js';
import { servedSchema } from '../../src/api/schema.js';
import { KEPT_APPEND } from '../../src/audit/audit-line.store.js';
import type { Prepared } from '../../src/db/handle.js';
import { unitDirectory } from '../../src/domain/hub/index.js';
import { identify } from '../../src/identity/asker.js';
import { DEVELOPMENT_ISSUER } from '../../src/identity/development-issuer.js';
import { Ask } from '../../src/operation/ask.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor, type TestHub } from '../support/hub.js';

const operations = [
  '{ lawyers(first: 2) { totalCount nodes { fullName mobile sanctions { kind decisionText } practisingFirm { name } } } }',
  '{ court(code: "浙0106") { name mediators(first: 2) { nodes { state lawyer { fullName homeAddress } } } } }',
  '{ lawyersByCertificateNo(certificateNos: ["13301201511000002"]) { fullName licenceHistory { kind reason } } }',
];

async function askOf(hub: TestHub, name: string): Promise<Ask> {
  const { claims, purpose } = personaNamed(name) as NonNullable<ReturnType<typeof personaNamed>>;
  const { issuer, institutions } = {
    issuer: DEVELOPMENT_ISSUER,
    institutions: ['COURT', 'JUSTICE', 'BAR', 'FIRM'] as const,
  };
  const bound = { unit: claims.unit ?? null, firm: claims.firm ?? null, lawyer: null, boundTo: null, keyId: null };
  const credential = { issuer, institutions, ...claims, ...bound, roles: [claims.role], expiresAt: hub.clock.now() };
  const stated = { role: undefined, purpose, matter: undefined };
  const identity = await identify(credential, stated, unitDirectory(hub.database, hub.clock));
  const { database, clock, crypto } = hub;
  const parts = {
    database,
    clock,
    crypto,
    reactions: [],
    gate: undefined as never,
    judgeDocument: () => ({ name: null }),
  };
  const again = () => Promise.reject(new Error('not asked'));
  return new Ask(parts, identity, 'correlation', { epoch: 0, client: null, again });
}

onEveryDatabase('an explanation', (kind) => {
  const hub = hubFor(kind, { compiled: true });

  it.each(['filing', 'judge', 'justice@hangzhou', 'firm'])(
    'is of the very statement that the hub sends: %s',
    async (name) => {
      const sent: Prepared[] = [];
      const { prepared } = hub.database;
      hub.database.prepared = (statement, signal) => {
        // the trail's line is a kept statement too
        if (statement.name !== KEPT_APPEND.name) sent.push(statement);
        return prepared.call(hub.database, statement, signal) as never;
      };
      try {
        for (const document of operations) {
          expect((await hub.as(name).ask(document)).codes).toEqual([]);
          const operation = getOperationAST(parse(document)) as NonNullable<ReturnType<typeof getOperationAST>>;
          const asked = { document: parse(document), operation, variables: {} };
          const { compiled } = await explain(servedSchema(), asked, await askOf(hub, name));
          const { text, params } = sent.at(-1) as Prepared;
          expect(compiled, document).toEqual({ text, params });
          const words = (statement: string) => statement.replace(/\s+/g, '');
          expect(words(laidOut(text))).toBe(words(text));
        }
      } finally {
        hub.database.prepared = prepared;
      }
      expect(sent.length).toBe(operations.length);
    },
  );

  const explained = async (name: string, text: string) => {
    const document = parse(text);
    const operation = getOperationAST(document) as NonNullable<ReturnType<typeof getOperationAST>>;
    return explain(servedSchema(), { document, operation, variables: {} }, await askOf(hub, name));
  };

  it.each([
    ['a root field that is worked out', '{ whoAmI { role } }', 'whoAmI (Viewer) is worked out'],
    ['a closed operation', '{ identityVerifications { totalCount } }', 'refused: FORBIDDEN This role may not ask'],
    ['a mutation', 'mutation { liftClientLock(id: "x") { id } }', 'a mutation is written by its resolver'],
    ['the schema', '{ __schema { queryType { name } } }', 'the schema is told as the role may know it'],
    [
      'an argument that is a right of its own',
      '{ lawyers(first: 1) { nodes { licenceStatus(on: "2026-01-01") } } }',
      'refused: ARGUMENT_FORBIDDEN This role may not use Lawyer.licenceStatus(on:)',
    ],
  ])('says why there is no statement: %s', async (_what, text, why) => {
    const { compiled } = await explained('editor', text);
    expect(compiled.why).toContain(why);
  });

  it('has the cells of the matrix for whoever asks', async () => {
    const text = '{ lawyers(first: 1) { nodes { mobile } } }';
    const cells: string[] = [];
    for (const name of ['justice@ningbo', 'firm', 'judge', 'editor']) {
      const { decisions } = await explained(name, text);
      cells.push(...decisions.fields.map(({ coordinate, cell }) => `${name} ${coordinate} ${cell}`));
      expect(decisions.operations).toMatchObject([{ coordinate: 'Query.lawyers', meaning: 'may ask' }]);
      expect(decisions.arguments).toMatchObject([{ coordinate: 'Query.lawyers(first:)', cell: 'F' }]);
    }
    expect(cells).toEqual([
      'justice@ningbo Lawyer.mobile F',
      'firm Lawyer.mobile F/-',
      'judge Lawyer.mobile M',
      'editor Lawyer.mobile -',
    ]);
  });
});

it('a layout leaves what stands in quotes as it is, and begins each clause anew', () => {
  const statement = `select a."from  x", 'it''s  (where' || E'+/=\\n' from t where b = $1::int and c <> '' order by a."from  x" limit 3`;
  expect(laidOut(statement).split('\n')).toEqual([
    `select a."from  x", 'it''s  (where' || E'+/=\\n'`,
    'from t',
    "where b = $1::int and c <> ''",
    'order by a."from  x"',
    'limit 3',
  ]);
  const inner = `(select ${'x, '.repeat(60)}y from t where ${'a'.repeat(20)} = 1)`;
  expect(laidOut(`select * from ${inner} s`).split('\n').slice(0, 3)).toEqual([
    'select *',
    'from (',
    expect.stringMatching(/^ {2}select x,/),
  ]);
});
