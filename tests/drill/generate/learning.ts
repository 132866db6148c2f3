import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import type { Memory } from './memory.js';

/** Remembers what an answer tells for later operations: ids of records, and cursors of pages that go on. */
export function learnFrom(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  data: unknown,
  memory: Memory,
): void {
  const fragmentOf = (name: string) =>
    document.definitions.flatMap((known) =>
      known.kind === Kind.FRAGMENT_DEFINITION && known.name.value === name ? [known] : [],
    )[0];

  const enter = ({ selections }: SelectionSetNode, type: GraphQLCompositeType, value: object): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        field(selection, type, value as Record<string, unknown>);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentOf(selection.name.value);
      const condition = schema.getType(fragment?.typeCondition?.name.value ?? type.name);
      if (fragment && isCompositeType(condition)) enter(fragment.selectionSet, condition, value);
    }
  };

  const field = (node: FieldNode, type: GraphQLCompositeType, value: Record<string, unknown>): void => {
    const inner = value[node.alias?.value ?? node.name.value];
    const definition = isObjectType(type) ? type.getFields()[node.name.value] : undefined;
    if (!definition || inner === null || inner === undefined) return;
    if (node.name.value === 'id' && typeof inner === 'string') memory.noteId(type.name, inner);
    const named = getNamedType(definition.type);
    if (!node.selectionSet || !isCompositeType(named)) return;
    if (isObjectType(named) && named.getFields().pageInfo) notePage(`${type.name}.${node.name.value}`, node, inner);
    for (const part of [inner].flat(3))
      if (part !== null && typeof part === 'object') enter(node.selectionSet, named, part);
  };

  const notePage = (coordinate: string, node: FieldNode, page: unknown): void => {
    const { pageInfo, edges } = page as { pageInfo?: Record<string, unknown>; edges?: { cursor?: unknown }[] };
    const cursor = pageInfo?.hasNextPage === true ? pageInfo.endCursor : edges?.at(0)?.cursor;
    if (typeof cursor !== 'string' || pageInfo?.hasNextPage === false) return;
    const given = (node.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]);
    memory.notePage({
      coordinate,
      cursor,
      given: Object.fromEntries(given.filter(([, value]) => value !== undefined)),
    });
  };

  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const root = schema.getRootType(definition.operation);
    if (root && data !== null && typeof data === 'object') enter(definition.selectionSet, root, data);
  }
}
