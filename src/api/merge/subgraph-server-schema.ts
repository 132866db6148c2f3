import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type GraphQLUnionType,
  getNamedType,
  isObjectType,
  isScalarType,
  isUnionType,
  Kind,
  parse,
  type SelectionNode,
} from 'graphql';
import { isStorable } from '../../kernel/text.js';
import { isUuid } from '../../kernel/uuid.js';
import type { Ask } from '../../operation/ask.js';
import type { Shown } from '../../operation/reading.js';
import type { BuiltSubgraph } from './build-subgraph.js';
import { type Owner, type Owners, ownersOf } from './entities.js';
import { completeBy, servedResolver } from './hydrate.js';
import { keyText, valuesOf } from './keys.js';

type Representation = Readonly<Record<string, unknown>>;

/**
 * One subgraph as a gateway sees it, with `_entities` and `_service`. Records are found by their owner's reader, whichever
 * subgraph is asked, so a gateway sees what the merged schema would show: unknown and out of reach are null.
 */
export function subgraphServerSchema(subgraph: BuiltSubgraph, all: readonly BuiltSubgraph[]): GraphQLSchema {
  const owners = ownersOf(all);
  const resolvers: GraphQLResolverMap<Ask> = {};
  for (const [name, type] of Object.entries(subgraph.schema.getTypeMap())) {
    if (name.startsWith('__')) continue;
    if (isObjectType(type)) resolvers[name] = objectResolvers(owners, subgraph.name, type);
    if (isUnionType(type)) resolvers[name] = { __resolveType: type.resolveType as never };
    if (isScalarType(type)) resolvers[name] = type;
  }
  return withStrangersNull(buildSubgraphSchema([{ typeDefs: parse(subgraph.sdl), resolvers }]), owners);
}

/** A representation of what is no entity here, or of nothing at all, is null like any unknown record. */
function withStrangersNull(schema: GraphQLSchema, owners: Owners): GraphQLSchema {
  const field = schema.getQueryType()?.getFields()._entities;
  const resolve = field?.resolve;
  if (!field || !resolve) return schema;
  const entities = new Set(
    schema.getPossibleTypes(getNamedType(field.type) as GraphQLUnionType).map(({ name }) => name),
  );
  const isKnown = (representation: unknown) => {
    const name = (representation as { __typename?: unknown } | null)?.__typename;
    return typeof name === 'string' && entities.has(name) && owners.has(name);
  };
  field.resolve = (root, args: { representations: readonly unknown[] }, ask, info) => {
    const known = args.representations.filter(isKnown);
    const found = resolve(root, { representations: known }, ask, info) as unknown[];
    let next = 0;
    return args.representations.map((representation) => (isKnown(representation) ? found[next++] : null));
  };
  return schema;
}

function objectResolvers(owners: Owners, subgraph: string, type: GraphQLObjectType) {
  const resolvers: Record<string, unknown> = {};
  for (const field of Object.values(type.getFields())) {
    const resolve = servedResolver(owners, subgraph, type.name, field);
    if (resolve) resolvers[field.name] = resolve;
  }
  const owner = owners.get(type.name);
  if (owner) {
    const given = externalFields(type);
    resolvers.__resolveReference = async (representation: Representation, ask: Ask, info: GraphQLResolveInfo) => {
      const [key, value] = checkedKey(owner, representation) ?? [];
      if (key === undefined || value === undefined) return null;
      const record = await completeBy(owner, key, value, ask, placeFor(owner.type, info));
      return record && given.length > 0 ? withGiven(record, given, representation) : record;
    };
  }
  return resolvers as GraphQLResolverMap<Ask>[string];
}

/** The first key of a representation that can be one at all; a gateway's client may send anything. */
function checkedKey(owner: Owner, representation: Representation): [key: string, value: string] | null {
  for (const key of Object.keys(owner.readers)) {
    const values = valuesOf(key, representation);
    if (!values.every((value) => typeof value === 'string' && isStorable(value))) continue;
    if (key !== 'id') return [key, keyText(values)];
    const [id] = values as [string];
    if (owner.isId(id)) return [key, isUuid(id) ? id.toLowerCase() : id];
  }
  return null;
}

/** The fields another subgraph resolves and a gateway hands in, for what this one computes from them (`@requires`). */
function externalFields(type: GraphQLObjectType): readonly string[] {
  const isExternal = (field: { astNode?: { directives?: readonly { name: { value: string } }[] } | null }) =>
    field.astNode?.directives?.some(({ name }) => name.value === 'external');
  return Object.values(type.getFields()).flatMap((field) => (isExternal(field) ? [field.name] : []));
}

function withGiven(record: Shown, given: readonly string[], representation: Representation): Shown {
  return {
    ...record,
    ...Object.fromEntries(given.flatMap((name) => (name in representation ? [[name, representation[name]]] : []))),
  };
}

type Place = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;
const narrowed = new WeakMap<object, Map<string, Place>>();

/** `_entities` as if it were asked for one type only, so that no other type's selection is read from its rows. */
function placeFor(type: string, info: GraphQLResolveInfo): Place {
  const places = narrowed.get(info.fieldNodes) ?? new Map<string, Place>();
  const place = places.get(type) ?? { fieldNodes: narrow(type, info), fragments: info.fragments };
  narrowed.set(info.fieldNodes, places.set(type, place));
  return place;
}

function narrow(type: string, info: GraphQLResolveInfo): FieldNode[] {
  const isOf = (node: SelectionNode) => [undefined, '_Entity', type].includes(conditionOf(node, info));
  return info.fieldNodes.map((node) => {
    const selections = node.selectionSet?.selections.filter(isOf) ?? [];
    return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  });
}

function conditionOf(node: SelectionNode, { fragments }: GraphQLResolveInfo): string | undefined {
  if (node.kind === Kind.INLINE_FRAGMENT) return node.typeCondition?.name.value;
  return node.kind === Kind.FRAGMENT_SPREAD ? fragments[node.name.value]?.typeCondition.name.value : undefined;
}
