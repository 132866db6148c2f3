import type { GraphQLSchema } from 'graphql';
import { subgraphs } from '../domain/index.js';
import { surroundRootFields } from '../operation/operation.js';
import { matrixFaults } from '../policy/check-matrix.js';
import { matrix } from '../policy/index.js';
import { shielded } from '../policy/shield.js';
import { enumValuesByItem } from './enum-values.js';
import { type BuiltSubgraph, buildSubgraph } from './merge/build-subgraph.js';
import { mergeSubgraphs } from './merge/merge.js';
import { subgraphServerSchema } from './merge/subgraph-server-schema.js';

let built: readonly BuiltSubgraph[] = [];

/** The five subgraphs, built once. */
export function builtSubgraphs(): readonly BuiltSubgraph[] {
  if (built.length === 0) built = subgraphs.map(buildSubgraph);
  return built;
}

let served: GraphQLSchema | undefined;

/**
 * The one schema that is served: subgraphs merged, the matrix found complete for it, the shield inside and the
 * operation outside. Throws when the matrix has a fault: the hub does not start with a hole.
 */
export function servedSchema(): GraphQLSchema {
  if (served) return served;
  const schema = mergeSubgraphs(builtSubgraphs());
  const faults = matrixFaults(schema, matrix, {
    policies: subgraphs.flatMap(({ policies }) => policies),
  });
  if (faults.length > 0) throw new Error(`The permission matrix does not fit the schema:\n${faults.join('\n')}`);
  served = enumValuesByItem(surroundRootFields(shielded(schema)));
  return served;
}

/** A subgraph as a gateway may query it: `_entities` and its root fields, shielded and surrounded like the served one. */
export function gatewaySchema(name: string): GraphQLSchema {
  const all = builtSubgraphs();
  const one = all.find((subgraph) => subgraph.name === name);
  if (!one) throw new Error(`There is no subgraph ${name}`);
  return enumValuesByItem(surroundRootFields(shielded(subgraphServerSchema(one, all))));
}
