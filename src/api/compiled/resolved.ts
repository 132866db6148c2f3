import {
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { Captured, CapturingAsk } from './capture.js';
import type { Asked, Source } from './fields.js';

/** What a resolver did when it was asked without a database. */
export interface Resolved {
  readonly captured: Captured;
  readonly answer: unknown;
}

/** Runs a field's own resolver, shield and operation around it included, and gives the statements it would have sent. */
export async function resolved(
  type: GraphQLObjectType,
  { definition, nodes, name, key }: Asked,
  row: unknown,
  ask: CapturingAsk,
  { schema, fragments, variables }: Source,
): Promise<Resolved> {
  if (!definition?.resolve) throw new Error(`${type.name}.${name} has no resolver`);
  const [node] = nodes as [Asked['nodes'][number]];
  const args = getArgumentValues(definition, node, variables);
  const info = {
    fieldName: name,
    fieldNodes: nodes,
    returnType: definition.type,
    parentType: type,
    path: { key, prev: undefined, typename: type.name },
    schema,
    fragments,
    variableValues: variables,
    rootValue: undefined,
    operation: undefined as unknown as OperationDefinitionNode,
  } as unknown as GraphQLResolveInfo;
  const answer = await definition.resolve(row, args, ask, info);
  if (answer instanceof Error) throw answer;
  return { captured: ask.taken(), answer };
}
