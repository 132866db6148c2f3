import { type FieldNode, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { buildSubgraph } from '../../src/api/merge/build-subgraph.js';
import { ownersOf } from '../../src/api/merge/entities.js';
import { complete } from '../../src/api/merge/hydrate.js';
import { keyText, pathsOf, valuesOf } from '../../src/api/merge/keys.js';
import { subgraphServerSchema } from '../../src/api/merge/subgraph-server-schema.js';
import type { ReferenceReader, Subgraph } from '../../src/operation/subgraph.js';
import { productsSubgraph } from './federation-compatibility/products.js';
import { askAs, run } from './fixtures/asking.js';

const asked: string[] = [];

/** The readers of the fixture, and what they are asked for. */
const references: Subgraph['references'] = Object.fromEntries(
  Object.entries(productsSubgraph.references).map(([type, readers]) => {
    const noted = Object.entries(readers).map(([key, read]): [string, ReferenceReader] => [
      key,
      (reading, keys, wanted) => {
        asked.push(...keys);
        return read(reading, keys, wanted);
      },
    ]);
    return [type, Object.fromEntries(noted)];
  }),
);

const built = buildSubgraph({ ...productsSubgraph, references });
const server = subgraphServerSchema(built, [built]);
const found = async (representation: string, selection: string) => {
  const source = `{ _entities(representations: [${representation}]) { __typename ${selection} } }`;
  const { data, errors } = await run(server, source, askAs('public'));
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data?._entities));
};
const product = (key: string) => found(`{ __typename: "Product", ${key} }`, '... on Product { id }');

describe('a key of several fields', () => {
  test('is read as @key writes it', () => {
    expect(pathsOf('sku variation { id maker { no } } at')).toEqual([
      ['sku'],
      ['variation', 'id'],
      ['variation', 'maker', 'no'],
      ['at'],
    ]);
    expect(valuesOf('sku variation { id }', { sku: 's', variation: { id: 'v' } })).toEqual(['s', 'v']);
    expect(valuesOf('sku variation { id }', { sku: 's', variation: null })).toEqual(['s', undefined]);
    expect(keyText(['s'])).toBe('s');
    // no value of one field can pass for those of two
    expect(keyText(['a","b', 'c'])).not.toBe(keyText(['a', 'b","c']));
    expect(() => pathsOf('... on Product { id }')).toThrow('A key holds fields only.');
  });

  test('finds its record, alone or nested', async () => {
    const studio = [{ __typename: 'Product', id: 'apollo-studio' }];
    expect(await product('sku: "studio", package: "@apollo/studio"')).toEqual(studio);
    expect(await product('sku: "studio", variation: { id: "platform" }')).toEqual(studio);
    expect(
      await found(
        '{ __typename: "ProductResearch", study: { caseNumber: "1235" } }',
        '... on ProductResearch { study { description } }',
      ),
    ).toEqual([{ __typename: 'ProductResearch', study: { description: 'Studio Study' } }]);
  });

  test.each([
    ['another value', 'sku: "studio", package: "@apollo/federation"', ['["studio","@apollo/federation"]']],
    ['an id of nobody', 'id: "nobody"', ['nobody']],
    ['a part of it', 'sku: "studio"'],
    ['parts of two', 'package: "@apollo/studio", variation: { id: "platform" }'],
    ['null in it', 'sku: null, package: "@apollo/studio"'],
    ['a list in it', 'sku: ["studio"], package: "@apollo/studio"'],
    ['a text for an object', 'sku: "studio", variation: "platform"'],
    ['NUL in it', 'sku: "studio", variation: { id: "platform\\u0000" }'],
    ['an id that cannot be one', 'id: "Apollo Studio"'],
  ])('finds nothing by %s', async (_what, key, keys: string[] = []) => {
    asked.length = 0;
    expect(await product(key)).toEqual([null]);
    expect(asked).toEqual(keys);
  });

  test('completes a stub, and tells one without any key from one whose key is null', async () => {
    const owner = ownersOf([productsSubgraph]).get('Product');
    if (!owner) throw new Error('nobody owns Product');
    const [operation] = parse('{ product { id } }').definitions as [OperationDefinitionNode];
    const place = { fieldNodes: operation.selectionSet.selections as FieldNode[], fragments: {} };
    const by = (stub: object) => complete(owner, stub as never, askAs('public'), place);
    expect(await by({ sku: 'studio', variation: { id: 'platform' } })).toMatchObject({ id: 'apollo-studio' });
    expect(await by({ sku: 'studio', package: null })).toBeNull();
    expect(() => by({ sku: 'studio' })).toThrow('holds none of its keys');
  });
});

describe('a subgraph that computes from fields of others', () => {
  const user = (fields: string) =>
    found(
      `{ __typename: "User", email: "support@apollographql.com", ${fields} }`,
      '... on User { name averageProductsCreatedPerYear }',
    );

  test('takes those a gateway hands in, and no others', async () => {
    expect(await user('totalProductsCreated: 30, yearsOfEmployment: 10')).toEqual([
      { __typename: 'User', name: 'Jane Smith', averageProductsCreatedPerYear: 3 },
    ]);
    expect(await user('name: "Mallory", averageProductsCreatedPerYear: 7')).toEqual([
      { __typename: 'User', name: 'Jane Smith', averageProductsCreatedPerYear: null },
    ]);
  });

  test('has nobody but those it knows', async () => {
    const stranger = '{ __typename: "User", email: "x", totalProductsCreated: 30, yearsOfEmployment: 10 }';
    expect(await found(stranger, '... on User { averageProductsCreatedPerYear }')).toEqual([null]);
  });
});

test('a directive of its own is linked, composed and defined', () => {
  expect(built.sdl).toContain('@link(url: "https://myspecs.dev/myCustomDirective/v1.0", import: ["@custom"])');
  expect(built.sdl).toContain('@composeDirective(name: "@custom")\n\ndirective @custom on OBJECT\n');
  expect(built.sdl).toMatch(/^extend schema @link\(url: "[^"]+v2\.3", import: \["@composeDirective", "@external",/);
  expect(built.sdl).not.toMatch(/federation\/v2\.3"[^)]*"@custom"/);
});
