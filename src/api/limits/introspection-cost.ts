import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';

/** What a field of the schema costs, in fields of records: graphql-js tells the schema without a pause for others. */
const FIELD = 2;

/** A document that is walked, and what it may still cost: whoever asks for more is refused, so nobody counts on. */
export interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  left: number;
}

/**
 * What `__schema` or `__type` costs: exactly the fields that graphql-js would answer from the whole schema, 2 each,
 * counted only until nothing is left of the walk. (Own code: graphql-armor counts no introspection.)
 */
export function costOfIntrospection(walk: Walk, node: FieldNode, args: Readonly<Record<string, unknown>>): number {
  const before = walk.left;
  const field = node.name.value === SchemaMetaFieldDef.name ? SchemaMetaFieldDef : TypeMetaFieldDef;
  walkField(walk, node, field, null, args);
  return before - walk.left;
}

type Field = GraphQLField<unknown, unknown>;

function walkField(walk: Walk, node: FieldNode, field: Field, source: unknown, args: object): void {
  walk.left -= FIELD;
  const type = getNamedType(field.type);
  if (!node.selectionSet || !isObjectType(type)) return;
  const value = field.resolve?.(source, args, undefined, walk as unknown as GraphQLResolveInfo);
  for (const item of Array.isArray(value) ? value : [value])
    if (item !== null && item !== undefined) walkSelection(walk, node.selectionSet, type, item);
}

/** A spread counts too: fragments that spread one another would otherwise be walked for nothing. */
function walkSelection(walk: Walk, { selections }: SelectionSetNode, type: GraphQLObjectType, source: unknown): void {
  for (const selection of selections) {
    if (walk.left < 0) return;
    if (selection.kind === Kind.FIELD) {
      const field = type.getFields()[selection.name.value];
      if (field) walkField(walk, selection, field, source, { includeDeprecated: true });
      else walk.left -= FIELD;
      continue;
    }
    walk.left -= 1;
    const spread = selection.kind === Kind.INLINE_FRAGMENT ? selection : walk.fragments.get(selection.name.value);
    if (spread) walkSelection(walk, spread.selectionSet, type, source);
  }
}
