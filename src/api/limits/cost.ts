import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import { PAGE_DEFAULT, PAGE_LIMIT } from '../../kernel/page.js';
import { costOfIntrospection, type Walk } from './introspection-cost.js';
import { valuesOf } from './variables.js';

/** Records of a list without pages: few lawyers have more penalties, firms or events of their licence. */
const HANDFUL = 5;
/** What an item of a batch costs to judge and write, in fields read. */
const ITEM = 20;
const MOST = Number.MAX_SAFE_INTEGER;

interface Costing extends Walk {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly known: Map<string, number>;
}

/**
 * What an operation costs before it runs, in fields answered: each counts 1, for every record of the lists around it, by
 * `first`, the number of keys asked, or the default page; each item of a batch counts 20; the schema counts as it is, up
 * to a little over `enough`. Included or not: `@skip` is not read. (Own code: graphql-armor sees a literal `first` on the field itself only, no variable, default page or batch.)
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  enough = MOST,
): number {
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const known = new Map<string, number>();
  const costing = { schema, fragments, variables: valuesOf(operation, variables), known, left: enough };
  return Math.min(MOST, costOfSelection(costing, operation.selectionSet, root, null));
}

/** `page`: records on the page that the fields around this selection have asked for, when the list is still to come. */
function costOfSelection(
  costing: Costing,
  { selections }: SelectionSetNode,
  type: GraphQLNamedType,
  page: number | null,
): number {
  let cost = 0;
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) cost += costOfField(costing, selection, type, page);
    else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const named = selection.typeCondition && costing.schema.getType(selection.typeCondition.name.value);
      cost += costOfSelection(costing, selection.selectionSet, named ?? type, page);
    } else cost += costOfFragment(costing, selection.name.value, page);
  }
  return cost;
}

/** Each fragment is gone through once for each page around it: those that spread one another twice double at every step. */
function costOfFragment(costing: Costing, name: string, page: number | null): number {
  const fragment = costing.fragments.get(name);
  const type = fragment && costing.schema.getType(fragment.typeCondition.name.value);
  if (!fragment || !type) return 0;
  const key = `${page} ${name}`;
  const known = costing.known.get(key) ?? costOfSelection(costing, fragment.selectionSet, type, page);
  costing.known.set(key, known);
  return known;
}

function costOfField(costing: Costing, node: FieldNode, type: GraphQLNamedType, page: number | null): number {
  if (isIntrospection(node)) return costOfIntrospection(costing, node, argumentsOf(costing, node));
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
  const asked = askedBy(costing, node, field);
  const inner = field ? getNamedType(field.type) : undefined;
  if (!field || !node.selectionSet || !isCompositeType(inner)) return 1 + asked.items * ITEM;
  const isList = isListType(getNullableType(field.type));
  const records = isList ? (asked.page ?? page ?? HANDFUL) : 1;
  const onward = isList ? null : asked.page;
  return 1 + asked.items * ITEM + records * costOfSelection(costing, node.selectionSet, inner, onward);
}

/** The page that a field asks for, and the items of a batch it brings. Larger ones than there may be are refused later. */
function askedBy(costing: Costing, node: FieldNode, field: GraphQLField<unknown, unknown> | undefined) {
  let page: number | null = field?.args.some(({ name }) => name === 'first') ? PAGE_DEFAULT : null;
  let items = 0;
  for (const { name, value } of node.arguments ?? []) {
    const given = givenBy(costing, value);
    if (name.value === 'first') page = typeof given === 'number' && given > 0 ? Math.min(given, PAGE_LIMIT) : page;
    else {
      items += itemsIn(given);
      if (Array.isArray(given)) page = Math.min(Math.max(page ?? 1, given.length), PAGE_LIMIT);
    }
  }
  return { page, items: Math.min(items, PAGE_LIMIT) };
}

const isIntrospection = ({ name }: FieldNode): boolean => name.value === '__schema' || name.value === '__type';

const argumentsOf = (costing: Costing, { arguments: given = [] }: FieldNode): Record<string, unknown> =>
  Object.fromEntries(given.map(({ name, value }) => [name.value, givenBy(costing, value)]));

const givenBy = (costing: Costing, value: ValueNode): unknown => valueFromASTUntyped(value, costing.variables);

/** Objects that stand in lists, at any depth; the depth of variables has been limited before. */
function itemsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const parts = Object.values(value);
  const items = Array.isArray(value) ? parts.filter((part) => typeof part === 'object' && part !== null).length : 0;
  return parts.reduce<number>((sum, part) => sum + itemsIn(part), items);
}
