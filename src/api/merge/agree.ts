import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  isEnumType,
  isInterfaceType,
  isScalarType,
  lexicographicSortSchema,
  printType,
} from 'graphql';
import type { BuiltSubgraph } from './build-subgraph.js';
import type { Owner } from './entities.js';
import { pathsOf } from './keys.js';

/** One subgraph's definition of a type. */
export interface Part<Type extends GraphQLNamedType = GraphQLNamedType> {
  readonly subgraph: string;
  readonly type: Type;
  /** Printed without regard to order: two definitions agree when these are equal. */
  readonly print: string;
}

/** Every type by name, with each subgraph's definition of it. */
export function partsOf(subgraphs: readonly BuiltSubgraph[]): ReadonlyMap<string, readonly [Part, ...Part[]]> {
  const parts = new Map<string, [Part, ...Part[]]>();
  for (const { name: subgraph, schema } of subgraphs) {
    const sorted = lexicographicSortSchema(schema).getTypeMap();
    for (const [name, type] of Object.entries(schema.getTypeMap())) {
      if (name.startsWith('__')) continue;
      const part = { subgraph, type, print: printType(sorted[name] as GraphQLNamedType) };
      const known = parts.get(name);
      if (known) known.push(part);
      else parts.set(name, [part]);
    }
  }
  return parts;
}

/** Throws unless all subgraphs that define a shared type define it alike. */
export function checkAgreed(name: string, [first, ...others]: readonly [Part, ...Part[]]): void {
  if (isInterfaceType(first.type)) throw new Error(`${name}: interfaces are not merged`);
  if (isEnumType(first.type))
    for (const value of first.type.getValues())
      if (value.value !== value.name) throw new Error(`${name}.${value.name} has another value inside: ${value.value}`);
  for (const other of others) {
    const isSame = isScalarType(first.type) ? other.type === first.type : other.print === first.print;
    if (!isSame)
      throw new Error(
        `${first.subgraph} and ${other.subgraph} do not agree on ${name}:\n${first.print}\n${other.print}`,
      );
  }
}

/** Throws unless a stub adds to an entity without touching what its owner says of it. */
export function checkStub(owner: Owner, own: GraphQLObjectType, { subgraph, type }: Part<GraphQLObjectType>): void {
  const fault = (what: string): never => {
    throw new Error(`${subgraph}: its stub of ${owner.type}, which ${owner.subgraph} owns, ${what}`);
  };
  if (!type.astNode?.directives?.some((directive) => directive.name.value === 'key')) fault('has no @key');
  if (type.description != null && type.description !== own.description) fault('has a description of its own');
  const keyFields = new Set(Object.keys(owner.readers).flatMap((key) => pathsOf(key).map(([field]) => field)));
  for (const field of Object.values(type.getFields())) {
    const known = own.getFields()[field.name];
    if (!known) continue;
    if (!keyFields.has(field.name)) fault(`repeats ${field.name}, which is no key with a reader`);
    if (field.resolve) fault(`resolves ${field.name}, which the owner reads`);
    if (String(field.type) !== String(known.type)) fault(`declares ${field.name} as ${field.type}, not ${known.type}`);
    if (field.description != null && field.description !== known.description) fault(`describes ${field.name} anew`);
  }
}
