import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';

/** What an operation is compiled from. */
export interface Source {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One field of a response: its key, and all nodes of the document that ask for it. */
export interface Asked {
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  /** Absent for `__typename`. */
  readonly definition: GraphQLField<unknown, unknown> | undefined;
}

/** The fields of an operation, merged as the execution merges them. */
export const rootFields = (source: Source, type: GraphQLObjectType, operation: OperationDefinitionNode) =>
  asked(collectFields(source.schema, source.fragments, source.variables, type, operation.selectionSet), type);

/** The fields under a field, merged as the execution merges them. */
export const subfields = (
  { schema, fragments, variables }: Source,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
) => asked(collectSubfields(schema, fragments, variables, type, nodes), type);

function asked(groups: Map<string, readonly FieldNode[]>, type: GraphQLObjectType): Asked[] {
  const definitions = type.getFields();
  return [...groups].map(([key, nodes]) => {
    const name = (nodes[0] as FieldNode).name.value;
    return { key, name, nodes, definition: definitions[name] };
  });
}

/** An operation, or a part of one, that the resolvers answer: a value is worked out, or there is no way to express it. */
export class NotCompiled extends Error {
  constructor(
    message: string,
    readonly way: 'COMPUTED' | 'UNCOMPILED' = 'UNCOMPILED',
  ) {
    super(message);
  }
}

/** The object type of a name; throws NotCompiled for a union or interface. */
export function objectType(type: unknown): GraphQLObjectType {
  if (!isObjectType(type)) throw new NotCompiled(`${String(type)} is no object type`);
  return type;
}
