import {
  assertValidSchema,
  GraphQLEnumType,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  GraphQLInputObjectType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLScalarType,
  GraphQLSchema,
  type GraphQLType,
  GraphQLUnionType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { checkAgreed, checkStub, type Part, partsOf } from './agree.js';
import type { BuiltSubgraph } from './build-subgraph.js';
import { type Owners, ownersOf } from './entities.js';
import { servedResolver } from './hydrate.js';

type ObjectParts = readonly [Part<GraphQLObjectType>, ...Part<GraphQLObjectType>[]];
type Field = GraphQLFieldConfig<unknown, unknown>;

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/**
 * Merges the subgraphs, in process, into the one schema that is served. Edges to another institution's records are
 * completed by their owner's reader. Throws when two subgraphs contradict each other.
 */
export function mergeSubgraphs(subgraphs: readonly BuiltSubgraph[]): GraphQLSchema {
  const types = new Merge(ownersOf(subgraphs), subgraphs).types;
  const root = (name: string) => types.get(name) as GraphQLObjectType | undefined;
  const schema = new GraphQLSchema({
    query: root('Query'),
    mutation: root('Mutation'),
    subscription: root('Subscription'),
    types: [...types.values()],
  });
  assertValidSchema(schema);
  return schema;
}

class Merge {
  readonly types = new Map<string, GraphQLNamedType>();

  constructor(
    private readonly owners: Owners,
    subgraphs: readonly BuiltSubgraph[],
  ) {
    const all = partsOf(subgraphs);
    for (const { type, subgraph } of owners.values())
      if (!all.get(type)?.some((part) => part.subgraph === subgraph))
        throw new Error(`${subgraph} owns ${type} but has no such type`);
    for (const [name, parts] of all) this.types.set(name, this.merged(name, parts));
  }

  private merged(name: string, parts: readonly [Part, ...Part[]]): GraphQLNamedType {
    const [{ type }] = parts;
    const isStubbed = this.owners.has(name) && isObjectType(type);
    if (!isStubbed && !ROOTS.has(name)) checkAgreed(name, parts);
    if (isObjectType(type)) return this.object(name, parts as ObjectParts);
    if (isUnionType(type)) return this.union(type);
    if (isInputObjectType(type)) return this.input(type);
    if (isEnumType(type)) return new GraphQLEnumType({ ...type.toConfig(), astNode: undefined });
    return type as GraphQLScalarType;
  }

  private object(name: string, parts: ObjectParts): GraphQLObjectType {
    const owner = this.owners.get(name);
    const own = parts.find((part) => part.subgraph === owner?.subgraph) ?? parts[0];
    const fields = new Map<string, { readonly subgraph: string; readonly field: Field }>();
    for (const part of [own, ...parts.filter((other) => other !== own)]) {
      if (owner && part !== own) checkStub(owner, own.type, part);
      for (const [field, config] of Object.entries(this.fields(part))) {
        const known = fields.get(field);
        const isOwnersKey = owner !== undefined && known?.subgraph === owner.subgraph;
        const isShared = !owner && !ROOTS.has(name) && !known?.field.resolve && !config.resolve;
        if (!known) fields.set(field, { subgraph: part.subgraph, field: config });
        else if (!isOwnersKey && !isShared)
          throw new Error(`${known.subgraph} and ${part.subgraph} both answer ${name}.${field}`);
      }
    }
    return new GraphQLObjectType({
      name,
      description: own.type.description,
      fields: () => Object.fromEntries([...fields].map(([field, found]) => [field, this.rewired(found.field)])),
    });
  }

  private fields({ subgraph, type }: Part<GraphQLObjectType>): Record<string, Field> {
    const declared = type.getFields();
    return Object.fromEntries(
      Object.entries(type.toConfig().fields).map(([name, config]) => {
        const resolve = servedResolver(this.owners, subgraph, type.name, declared[name] as (typeof declared)[string]);
        return [name, { ...config, resolve: resolve as Field['resolve'], astNode: undefined }];
      }),
    );
  }

  private rewired(field: Field): Field {
    const args: GraphQLFieldConfigArgumentMap = {};
    for (const [name, arg] of Object.entries(field.args ?? {}))
      args[name] = { ...arg, type: this.here(arg.type), astNode: undefined };
    return { ...field, type: this.here(field.type), args };
  }

  private union(type: GraphQLUnionType): GraphQLUnionType {
    const config = type.toConfig();
    return new GraphQLUnionType({
      ...config,
      astNode: undefined,
      types: () => config.types.map((member) => this.here(member)),
    });
  }

  private input(type: GraphQLInputObjectType): GraphQLInputObjectType {
    const config = type.toConfig();
    const fields = () =>
      Object.fromEntries(
        Object.entries(config.fields).map(([name, field]) => [
          name,
          { ...field, type: this.here(field.type), astNode: undefined },
        ]),
      );
    return new GraphQLInputObjectType({ ...config, astNode: undefined, fields });
  }

  /** The merged type in the place of a subgraph's own. */
  private here<Type extends GraphQLType>(type: Type): Type {
    if (isNonNullType(type)) return new GraphQLNonNull(this.here(type.ofType)) as Type;
    if (isListType(type)) return new GraphQLList(this.here(type.ofType)) as Type;
    return this.types.get((type as GraphQLNamedType).name) as Type;
  }
}
