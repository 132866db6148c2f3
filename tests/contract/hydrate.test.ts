import type { ExecutionResult } from 'graphql';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildSubgraph } from '../../src/api/merge/build-subgraph.js';
import { mergeSubgraphs } from '../../src/api/merge/merge.js';
import { askAs, run } from './fixtures/asking.js';
import { club } from './fixtures/club.js';
import { library } from './fixtures/library.js';
import { registry } from './fixtures/registry.js';
import { calls, edgeReads, forget, ids } from './fixtures/shelf.js';

const schema = mergeSubgraphs([registry, library, club].map(buildSubgraph));
const booksOf = (answer: ExecutionResult) => answer.data?.books as { readonly author: unknown }[];
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

beforeEach(forget);

describe('an edge to the record of another institution', () => {
  test('is read by its owner in one read per level, by whichever key the stub holds', async () => {
    const answer = await run(schema, '{ books { title author { fullName bornOn mood } } }', askAs('filing'));
    expect(plain(answer)).toEqual({
      data: {
        books: [
          { title: 'Dune', author: { fullName: 'Ada', bornOn: '1990-01-02', mood: 'MERRY' } },
          { title: 'Emma', author: { fullName: 'Bo', bornOn: '1991-01-02', mood: 'GRAVE' } },
          { title: 'Faust', author: { fullName: 'Cai', bornOn: '1992-01-02', mood: null } },
        ],
      },
    });
    expect(calls).toEqual([
      { type: 'Person', key: 'cardNo', keys: ['A1', 'B2', 'C3'], wanted: ['bornOn', 'fullName', 'mood'] },
    ]);
    expect(edgeReads).toEqual(['Book.author']);
  });

  test('reads the selected fields only, through fragments', async () => {
    const source =
      '{ favourite { ...f ... on Person { id } } } fragment f on Person { nickname(times: 2, end: "!") __typename fullName }';
    const answer = await run(schema, source, askAs('filing'));
    expect(plain(answer.data)).toEqual({
      favourite: { nickname: 'AdaAda!', __typename: 'Person', fullName: 'Ada', id: ids.ada },
    });
    expect(calls).toEqual([
      { type: 'Person', key: 'id', keys: [ids.ada], wanted: ['__typename', 'fullName', 'id', 'nickname'] },
    ]);
  });

  test('is null when the record is out of the reach of the asker', async () => {
    const source = '{ books { title author { id } } }';
    const authors = async (role: 'filing' | 'public') =>
      booksOf(await run(schema, source, askAs(role))).map((book) => plain(book.author));
    expect(await authors('filing')).toEqual([{ id: ids.ada }, { id: ids.bo }, { id: ids.cai }]);
    expect(await authors('public')).toEqual([{ id: ids.ada }, { id: ids.bo }, null]);
  });

  test('in a list keeps its place and is null there', async () => {
    const answer = await run(schema, '{ books { helpers { fullName } } }', askAs('public'));
    expect(plain(answer)).toEqual({
      data: { books: [{ helpers: [{ fullName: 'Bo' }, null] }, { helpers: [] }, { helpers: [{ fullName: 'Ada' }] }] },
    });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.keys).toEqual([ids.bo, ids.cai, ids.ada]);
  });

  test('under two aliases is read once for each, with what each selects', async () => {
    const answer = await run(schema, '{ books { a: author { fullName } b: author { cardNo } } }', askAs('filing'));
    expect(plain(answer.data?.books)).toContainEqual({ a: { fullName: 'Ada' }, b: { cardNo: 'A1' } });
    expect(calls.map(({ keys, wanted }) => [keys.length, wanted])).toEqual([
      [3, ['fullName']],
      [3, ['cardNo']],
    ]);
  });

  test('leads on across three institutions, one read per level', async () => {
    const source = '{ meetings { topic book { title author { fullName meetings { mood book { title } } } } } }';
    const answer = await run(schema, source, askAs('filing'));
    expect(answer.errors).toBeUndefined();
    expect(plain(answer.data?.meetings)).toEqual([
      {
        topic: 'sand',
        book: {
          title: 'Dune',
          author: {
            fullName: 'Ada',
            meetings: [
              { mood: 'GRAVE', book: { title: 'Dune' } },
              { mood: 'MERRY', book: null },
            ],
          },
        },
      },
      { topic: 'devil', book: { title: 'Faust', author: { fullName: 'Cai', meetings: [] } } },
    ]);
    expect(calls.map(({ type, key, keys }) => [type, key, keys.length])).toEqual([
      ['Book', 'id', 2],
      ['Person', 'cardNo', 2],
      ['Book', 'id', 1],
    ]);
  });

  test('below a union member is found too', async () => {
    const source = '{ holdings { __typename ... on Book { title author { fullName } } ... on Chart { scale } } }';
    const answer = await run(schema, source, askAs('public'));
    expect(plain(answer.data?.holdings)).toEqual([
      { __typename: 'Book', title: 'Dune', author: { fullName: 'Ada' } },
      { __typename: 'Book', title: 'Emma', author: { fullName: 'Bo' } },
      { __typename: 'Book', title: 'Faust', author: null },
      { __typename: 'Chart', scale: '1:5000' },
    ]);
  });

  test('without any key of the entity is an error of its own, not an unknown record', async () => {
    const own = buildSubgraph(library);
    const favourite = own.schema.getQueryType()?.getFields().favourite as { resolve: unknown };
    favourite.resolve = () => ({ name: 'Ada' });
    const keyless = mergeSubgraphs([own, buildSubgraph(registry)]);
    const answer = await run(keyless, '{ favourite { id } }', askAs('filing'));
    expect(answer.errors?.map(String).join()).toMatch('A stub of Person holds none of its keys');
    favourite.resolve = () => ({ id: null });
    expect(
      plain(await run(mergeSubgraphs([own, buildSubgraph(registry)]), '{ favourite { id } }', askAs('filing'))),
    ).toEqual({
      data: { favourite: null },
    });
  });
});
