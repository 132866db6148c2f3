import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { buildSubgraph } from '../../src/api/merge/build-subgraph.js';
import { compose } from '../../src/api/merge/compose.js';
import { mergeSubgraphs } from '../../src/api/merge/merge.js';
import { club } from './fixtures/club.js';
import { library } from './fixtures/library.js';
import { registry } from './fixtures/registry.js';

const built = [registry, library, club].map(buildSubgraph);
const schema = mergeSubgraphs(built);

describe('the merged schema', () => {
  test.each([
    ['registry first', built],
    ['club first', [...built].reverse()],
  ])('is the API that composition gives, %s', (_order, subgraphs) => {
    const composed = printSchema(lexicographicSortSchema(buildSchema(compose(subgraphs).api)));
    expect(printSchema(lexicographicSortSchema(mergeSubgraphs(subgraphs)))).toBe(composed);
    expect(composed.match(/"""/g)?.length).toBeGreaterThan(20);
  });

  test('leaves plain fields to graphql-js', () => {
    const resolved = Object.values(schema.getTypeMap()).flatMap((type) =>
      'getFields' in type && !type.name.startsWith('__')
        ? Object.values(type.getFields()).flatMap((field) =>
            'resolve' in field && field.resolve ? [`${type.name}.${field.name}`] : [],
          )
        : [],
    );
    console.info(`${resolved.length} fields have a resolver`);
    expect(resolved.sort()).toEqual([
      'Book.author',
      'Book.helpers',
      'Book.loans',
      'Meeting.book',
      'Mutation.meet',
      'Person.meetings',
      'Person.nickname',
      'Query.books',
      'Query.favourite',
      'Query.holdings',
      'Query.meetings',
      'Query.people',
      'Query.peopleTally',
    ]);
  });

  test('does not depend on which subgraph was built first, or how often', () => {
    const again = [club, registry, library].map(buildSubgraph);
    for (const { name, sdl } of again) expect(sdl).toBe(built.find((subgraph) => subgraph.name === name)?.sdl);
    const print = printSchema(lexicographicSortSchema(mergeSubgraphs(again)));
    expect(print).toBe(printSchema(lexicographicSortSchema(schema)));
  });
});
