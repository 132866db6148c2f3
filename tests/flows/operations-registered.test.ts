import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { ALIAS_LIMIT, DEPTH_LIMIT, DOCUMENT_LIMIT, TOKEN_LIMIT } from '../../src/api/limits/settings.js';
import { uuidv7 } from '../../src/kernel/uuid.js';
import {
  clientInput,
  REGISTER,
  REGISTER_OPERATIONS,
  RETIRE_OPERATIONS,
  registered,
  registerOperations,
} from '../support/administration.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { newKey } from '../support/pushes.js';

const GOOD = 'query One($id: ID!) { lawyer(id: $id) { fullName } }';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const aliases = Array.from({ length: ALIAS_LIMIT + 1 }, (_, i) => `a${i}: role`).join(' ');
const deep = `${'parent { '.repeat(DEPTH_LIMIT)}id${' }'.repeat(DEPTH_LIMIT)}`;

/** Documents that are not registered, and where each is at fault: line and column where it has one. */
const faults: readonly (readonly [what: string, document: string, code: string, ...place: string[]])[] = [
  ['no GraphQL', 'query {', 'DOCUMENT_UNPARSABLE', '1', '8'],
  ['a field that there is not', '{\n  whoAmI { shoeSize }\n}', 'DOCUMENT_INVALID', '2', '12'],
  ['a variable that is not used', 'query($id: ID!) { whoAmI { role } }', 'DOCUMENT_INVALID', '1', '7'],
  ['no operation', 'fragment F on Viewer { role }', 'DOCUMENT_INVALID', '1', '1'],
  ['two operations', 'query A { whoAmI { role } } query B { whoAmI { role } }', 'OPERATION_NOT_ONE'],
  ['the schema', '{ __schema { types { name } } }', 'OPERATION_INTROSPECTS'],
  [
    'the schema in a fragment',
    '{ ...F } fragment F on Query { ... on Query { __type(name: "Lawyer") { name } } }',
    'OPERATION_INTROSPECTS',
  ],
  ['too many levels', `{ courts { nodes { ${deep} } } }`, 'TOO_DEEP'],
  ['too many aliases', `{ whoAmI { ${aliases} } }`, 'TOO_MANY_ALIASES'],
  ['too many tokens', `{ whoAmI { ${'role '.repeat(TOKEN_LIMIT)} } }`, 'TOO_MANY_TOKENS', '1', '9997'],
  [
    'too much',
    '{ lawFirms(first: 1000) { nodes { lawyers(first: 100) { nodes { id fullName mobile } } } } }',
    'TOO_COSTLY',
  ],
  ['more than a document may hold', `{ whoAmI { role } } #${'x'.repeat(DOCUMENT_LIMIT)}`, 'TEXT_INVALID'],
  ['nothing', '', 'DOCUMENT_UNPARSABLE', '1', '1'],
];

onEveryDatabase('operations of a client are registered by its system administrator', (kind) => {
  const hub = hubFor(kind);
  const register = (...operations: object[]) => hub.as('system@court').ask(REGISTER_OPERATIONS, { operations });

  it('each by itself: what does not fit the schema or the limits is refused with its place', async () => {
    const { id: client } = await registered(hub);
    const operations = [
      { key: newKey(), client, document: GOOD, sha256: hashOf(GOOD) },
      ...faults.map(([, document]) => ({ key: newKey(), client, document })),
      { key: newKey(), client, document: '{ whoAmI { role } }', sha256: hashOf(GOOD) },
      { key: newKey(), client: uuidv7(), document: GOOD },
      { key: newKey(), client: 'nobody', document: GOOD },
    ];
    const { codes, data } = await register(...operations);
    expect([codes, data.made.recorded, data.made.refused]).toEqual([[], 1, faults.length + 3]);
    const refused = data.made.results.slice(1);
    faults.forEach(([what, , code, ...place], i) => {
      expect(refused[i], what).toMatchObject({ code, messageZh: expect.stringMatching(/[\u4e00-\u9fff]/) });
      expect(refused[i].path, what).toEqual(['operations', String(i + 1), 'document', ...place]);
    });
    expect(refused.slice(faults.length)).toMatchObject([
      { code: 'DOCUMENT_HASH_WRONG', path: ['operations', String(faults.length + 1), 'sha256'] },
      { code: 'NOT_FOUND', path: ['operations', String(faults.length + 2), 'client'] },
      { code: 'NOT_FOUND', path: ['operations', String(faults.length + 3), 'client'] },
    ]);
    const [, recorded] = await hub.trail(2);
    expect(recorded).toMatchObject({
      kind: 'RECORDED',
      outcome: 'PARTLY_REFUSED',
      role: 'system',
      records: { Client: [client], ClientOperation: [data.made.results[0].id] },
      refusals: expect.arrayContaining([...new Set(faults.map(([, , code]) => code)), 'NOT_FOUND']),
    });
  });

  it('once, however often it is sent, and by whatever key', async () => {
    const { id: client } = await registered(hub);
    const operation = { key: newKey(), client, document: GOOD };
    const first = await register(operation, { ...operation, key: newKey() });
    expect(first.data.made).toMatchObject({ recorded: 2, refused: 0 });
    const [one, other] = first.data.made.results;
    expect(other.id).toBe(one.id);
    const again = await register(operation);
    expect(again.data.made).toMatchObject({ recorded: 0, alreadyRecorded: 1, results: [{ id: one.id }] });
    const conflict = await register({ ...operation, document: '{ whoAmI { role } }' });
    expect(conflict.data.made.results).toMatchObject([{ code: 'KEY_CONFLICT' }]);
  });

  it('and read by the three administrators in whose area the client is, and by no others', async () => {
    const { id: client } = await registered(hub);
    const [id] = await registerOperations(hub, client, GOOD);
    const query = `{ clientOperations(client: "${client}") { totalCount nodes {
      id sha256 document name registeredBy retiredAt client { id } } } }`;
    for (const who of ['system@court', 'security@court', 'audit@court']) {
      const { clientOperations } = (await hub.as(who).ask(query)).data;
      expect(clientOperations).toEqual({
        totalCount: 1,
        nodes: [
          {
            id,
            sha256: hashOf(GOOD),
            document: GOOD,
            name: 'One',
            registeredBy: 'persona:system@court',
            retiredAt: null,
            client: { id: client },
          },
        ],
      });
    }
    for (const who of ['system', 'audit@bar'])
      expect((await hub.as(who).ask(query)).data.clientOperations).toEqual({ totalCount: 0, nodes: [] });
  });

  it('are retired for good, once, and registered anew under another id', async () => {
    const { id: client } = await registered(hub);
    const [id] = await registerOperations(hub, client, GOOD);
    const retire = (who: string, operation: unknown) =>
      hub.as(who).ask(RETIRE_OPERATIONS, { operations: [{ key: newKey(), operation }] });
    const refusal = [{ code: 'NOT_FOUND', path: ['operations', '0', 'operation'] }];
    expect((await retire('system@bar', id)).data.made.results).toEqual(refusal);
    expect((await retire('system@court', id)).data.made.results).toEqual([{ id }]);
    expect((await retire('system@court', id)).data.made.results).toEqual(refusal);
    expect((await retire('system@court', 'nothing')).data.made.results).toEqual(refusal);
    const [anew] = await registerOperations(hub, client, GOOD);
    expect(anew).not.toBe(id);
    const events = await hub.rows<{ event: string }>(
      sql`select event from outbox.change where record_id in (${id}::uuid, ${anew}::uuid) order by id`,
    );
    expect(events.map(({ event }) => event)).toEqual([
      'client-operation.registered',
      'client-operation.retired',
      'client-operation.registered',
    ]);
  });

  it('move the epoch when one is registered or retired, and not when nothing is', async () => {
    const epoch = async () =>
      Number((await hub.rows<{ epoch: string }>(sql`select epoch from audit.policy_epoch`))[0]?.epoch);
    const { id: client } = await registered(hub);
    const before = await epoch();
    const [operation] = await registerOperations(hub, client, GOOD);
    expect(await epoch()).toBe(before + 1);
    await registerOperations(hub, client, GOOD);
    await register({ key: newKey(), client, document: '{ nothing }' });
    expect(await epoch()).toBe(before + 1);
    await hub.as('system@court').ask(RETIRE_OPERATIONS, { operations: [{ key: newKey(), operation }] });
    expect(await epoch()).toBe(before + 2);
  });

  it('no more than two thousand for one client', async () => {
    const { id: client } = await registered(hub);
    await hub.rows(sql`insert into hub.client_operation (id, client_id, sha256, document, registered_by, registered_at)
      select gen_random_uuid(), ${client}::uuid, encode(sha256(n::text::bytea), 'hex'), '{ __typename }', 'test', now()
      from generate_series(1, 1999) n`);
    const { data } = await register(
      { key: newKey(), client, document: GOOD },
      { key: newKey(), client, document: `${GOOD} ` },
    );
    expect(data.made.results).toMatchObject([{ key: expect.any(String) }, { code: 'OPERATIONS_TOO_MANY' }]);
    expect(data.made.results[1].path).toEqual(['operations', '1', 'client']);
  });

  it('of another institution’s client are nobody’s business', async () => {
    const ofBar = clientInput({ unit: 'zj-bar', roles: ['bar'], purposes: ['MEMBERSHIP'] });
    const { data } = await hub.as('system@bar').ask(REGISTER, { input: ofBar });
    const answer = await register({ key: newKey(), client: data.made.id, document: GOOD });
    expect(answer.data.made.results).toMatchObject([{ code: 'NOT_FOUND', path: ['operations', '0', 'client'] }]);
  });
});
