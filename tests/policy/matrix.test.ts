import 'reflect-metadata';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSubgraph } from '../../src/api/merge/build-subgraph.js';
import { mergeSubgraphs } from '../../src/api/merge/merge.js';
import { roles } from '../../src/identity/roles.js';
import type { Subgraph } from '../../src/operation/subgraph.js';
import { matrixFaults } from '../../src/policy/check-matrix.js';
import { matrix } from '../../src/policy/index.js';
import { administrators, columns } from '../../src/policy/matrix/columns.js';
import { guardedFields } from '../../src/policy/shield.js';

const INSTITUTIONS = ['justice', 'court', 'bar', 'joint', 'hub'];

describe('the permission matrix', () => {
  let subgraphs: readonly Subgraph[];

  beforeAll(async () => {
    ({ subgraphs } = await import('../../src/domain/index.js'));
  });

  test('is held against all five institutions', () => {
    expect(subgraphs.map(({ name }) => name).sort()).toEqual([...INSTITUTIONS].sort());
    for (const { name, policies } of subgraphs) console.info(`${name}: ${policies.length} policies`);
  });

  test('has a column for every role', () => {
    expect([...columns, ...administrators]).toEqual(roles);
  });

  test('has no fault', () => {
    const schema = mergeSubgraphs(subgraphs.map(buildSubgraph));
    const coordinates = Object.keys(matrix).length;
    const looked = `${coordinates} coordinates × ${roles.length} roles, ${guardedFields(schema).length} fields behind the belt`;
    console.info(`matrix: looked at ${looked}`);
    expect(matrixFaults(schema, matrix, { policies: subgraphs.flatMap(({ policies }) => policies) })).toEqual([]);
    expect(coordinates).toBeGreaterThan(150);
  });
});
