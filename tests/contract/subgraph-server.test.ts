import { beforeEach, describe, expect, test } from 'vitest';
import { buildSubgraph } from '../../src/api/merge/build-subgraph.js';
import { subgraphServerSchema } from '../../src/api/merge/subgraph-server-schema.js';
import { surroundRootFields } from '../../src/operation/operation.js';
import { shielded } from '../../src/policy/shield.js';
import { askAs, run } from './fixtures/asking.js';
import { club } from './fixtures/club.js';
import { library } from './fixtures/library.js';
import { matrix } from './fixtures/matrix.js';
import { registry } from './fixtures/registry.js';
import { calls, forget, ids } from './fixtures/shelf.js';

const all = [registry, library, club].map(buildSubgraph);
const [registryServer, libraryServer, clubServer] = all.map((one) =>
  surroundRootFields(shielded(subgraphServerSchema(one, all), matrix)),
) as [
  ReturnType<typeof subgraphServerSchema>,
  ReturnType<typeof subgraphServerSchema>,
  ReturnType<typeof subgraphServerSchema>,
];
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const entities = (representations: string, selection: string) =>
  `{ _entities(representations: [${representations}]) { ${selection} } }`;
const rep = (type: string, key: string, value: string) => `{ __typename: "${type}", ${key}: "${value}" }`;

beforeEach(forget);

describe('a subgraph as a gateway sees it', () => {
  test('prints the contract it was built from', async () => {
    const contract = 'type Person @key(fields: "id") @key(fields: "cardNo") {';
    expect(all[0]?.sdl).toContain(contract);
    const answer = await run(registryServer, '{ _service { sdl } }', askAs('filing', matrix));
    expect(answer.data).toEqual({ _service: { sdl: expect.stringContaining(contract) } });
  });

  test('finds records by any key, in the order asked, one read per key and level', async () => {
    const asked = [
      rep('Person', 'cardNo', 'B2'),
      rep('Person', 'id', ids.ada.toUpperCase()),
      rep('Person', 'cardNo', 'A1'),
    ].join();
    const answer = await run(
      registryServer,
      entities(asked, '... on Person { fullName nickname }'),
      askAs('filing', matrix),
    );
    expect(plain(answer)).toEqual({
      data: {
        _entities: [
          { fullName: 'Bo', nickname: 'Bo' },
          { fullName: 'Ada', nickname: 'Ada' },
          { fullName: 'Ada', nickname: 'Ada' },
        ],
      },
    });
    expect(calls.map(({ key, keys, wanted }) => [key, keys, wanted])).toEqual([
      ['cardNo', ['B2', 'A1'], ['fullName', 'nickname']],
      ['id', [ids.ada], ['fullName', 'nickname']],
    ]);
  });

  test('answers null for the unknown, the malformed and what is out of reach alike', async () => {
    const keys = [
      rep('Person', 'id', ids.cai),
      rep('Person', 'id', ids.dune),
      rep('Person', 'id', "'; drop"),
      rep('Person', 'cardNo', 'a\\u0000'),
      '{ __typename: "Person" }',
    ];
    const source = entities(keys.join(), '... on Person { id }');
    expect(plain(await run(registryServer, source, askAs('public', matrix)))).toEqual({
      data: { _entities: [null, null, null, null, null] },
    });
    expect((await run(registryServer, source, askAs('filing', matrix))).data?._entities).toEqual([
      { id: ids.cai },
      null,
      null,
      null,
      null,
    ]);
  });

  test('answers null for what is no entity, and keeps the others in their places', async () => {
    const strangers = [
      '{ __typename: "Nope" }',
      '{ __typename: "Meeting", topic: "x" }',
      '{ id: "1" }',
      '"x"',
      '7',
      '[]',
    ];
    const keys = [rep('Person', 'id', ids.ada), ...strangers, rep('Person', 'cardNo', 'B2')];
    const answer = await run(
      registryServer,
      entities(keys.join(), '... on Person { fullName }'),
      askAs('filing', matrix),
    );
    expect(plain(answer)).toEqual({
      data: { _entities: [{ fullName: 'Ada' }, ...strangers.map(() => null), { fullName: 'Bo' }] },
    });
  });

  test('adds to a record only when its owner finds it for the asker', async () => {
    const asked = entities(
      [ids.ada, ids.cai].map((id) => rep('Person', 'id', id)).join(),
      '... on Person { meetings { topic } }',
    );
    const of = async (role: 'filing' | 'public') =>
      plain((await run(clubServer, asked, askAs(role, matrix))).data?._entities);
    expect(await of('filing')).toEqual([{ meetings: [{ topic: 'sand' }, { topic: 'none' }] }, { meetings: [] }]);
    expect(await of('public')).toEqual([{ meetings: [{ topic: 'sand' }, { topic: 'none' }] }, null]);
  });

  test('reads for each type what is selected of it', async () => {
    const asked = entities(
      [rep('Book', 'id', ids.dune), rep('Person', 'id', ids.ada)].join(),
      '... on Book { title } ...f } } fragment f on Person { cardNo ... on Person { id',
    );
    const answer = await run(libraryServer, asked, askAs('filing', matrix));
    expect(plain(answer.data?._entities)).toEqual([{ title: 'Dune' }, { cardNo: 'A1', id: ids.ada }]);
    expect(calls.map(({ type, wanted }) => [type, wanted])).toEqual([
      ['Book', ['title']],
      ['Person', ['cardNo', 'id']],
    ]);
  });

  test('gives the keys of the records of others only within reach', async () => {
    const source = '{ books { author { cardNo } helpers { id } } holdings { __typename } }';
    const answer = await run(libraryServer, source, askAs('public'));
    expect(answer.errors?.[0]?.message).toBe('This role may not ask Query.books.');
    const open = await run(subgraphServerSchema(all[1] as (typeof all)[number], all), source, askAs('public'));
    expect(plain(open.data)).toEqual({
      books: [
        { author: { cardNo: 'A1' }, helpers: [{ id: ids.bo }, null] },
        { author: { cardNo: 'B2' }, helpers: [] },
        { author: null, helpers: [{ id: ids.ada }] },
      ],
      holdings: [{ __typename: 'Book' }, { __typename: 'Book' }, { __typename: 'Book' }, { __typename: 'Chart' }],
    });
  });
});
