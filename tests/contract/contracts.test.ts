import 'reflect-metadata';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { buildSubgraph } from '../../src/api/merge/build-subgraph.js';
import { compose } from '../../src/api/merge/compose.js';
import { mergeSubgraphs } from '../../src/api/merge/merge.js';
import { subgraphServerSchema } from '../../src/api/merge/subgraph-server-schema.js';
import { subgraphs } from '../../src/domain/index.js';
import { PRINT_COMMAND } from '../support/contract-pages.js';
import { contracts } from '../support/print-contracts.js';

const printed = contracts();
const names = ['justice', 'court', 'bar', 'joint', 'hub', 'supergraph', 'api'].map((name) => `${name}.graphql`);

describe('schema/', () => {
  test('holds every contract and nothing else', () => {
    const files = [...names, 'permissions.md', 'events.md', 'refusals.md'].sort();
    expect([...printed.keys()].sort()).toEqual(files);
    const kept = existsSync('schema') ? readdirSync('schema').filter((file) => !file.startsWith('.')) : [];
    expect(kept.sort(), `print the contracts with: ${PRINT_COMMAND}`).toEqual(files);
  });

  test.each([...printed])('%s is what the code prints', (file, text) => {
    console.info(`${file}: ${text.length} characters`);
    const kept = existsSync(`schema/${file}`) ? readFileSync(`schema/${file}`, 'utf8') : '';
    expect(kept, `schema/${file} is stale; print it with: ${PRINT_COMMAND}`).toBe(text);
  });

  test('prints the same again', () => {
    expect([...contracts()]).toEqual([...printed]);
  });
});

describe('the five institutions', () => {
  const built = subgraphs.map(buildSubgraph);

  test('make up one API, merged or composed', () => {
    const merged = printSchema(lexicographicSortSchema(mergeSubgraphs(built)));
    expect(merged).toBe(printSchema(lexicographicSortSchema(buildSchema(compose(built).api))));
    expect(merged).toBe(printSchema(lexicographicSortSchema(buildSchema(printed.get('api.graphql') as string))));
    expect(compose(built).supergraph.match(/@join__graph\(name: "/g)).toHaveLength(5);
  });

  test('can each be asked by a gateway', () => {
    for (const one of built)
      expect(subgraphServerSchema(one, built).getQueryType()?.getFields()).toHaveProperty('_service');
  });
});
