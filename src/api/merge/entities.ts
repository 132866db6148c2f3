import { type GraphQLField, getNamedType, isListType, isNonNullType, isUnionType } from 'graphql';
import { isUuid } from '../../kernel/uuid.js';
import type { ReferenceReader, Subgraph } from '../../operation/subgraph.js';

/** The institution an entity belongs to, and its readers by key. */
export interface Owner {
  readonly subgraph: string;
  readonly type: string;
  readonly readers: Readonly<Record<string, ReferenceReader>>;
  readonly isId: (id: string) => boolean;
}

/** Entity → owner. */
export type Owners = ReadonlyMap<string, Owner>;

type Field = GraphQLField<unknown, unknown>;

/** Who owns which entity. Throws when two subgraphs claim one. */
export function ownersOf(subgraphs: readonly Subgraph[]): Owners {
  const owners = new Map<string, Owner>();
  for (const { name, references, isId = isUuid } of subgraphs)
    for (const [type, readers] of Object.entries(references)) {
      const other = owners.get(type);
      if (other) throw new Error(`${other.subgraph} and ${name} both own ${type}`);
      owners.set(type, { subgraph: name, type, readers, isId });
    }
  return owners;
}

/**
 * The owner by whose reader the merge completes what a field answers; undefined when the subgraph answers alone.
 * Throws when the field is declared so that a record out of reach could not be null.
 */
export function foreignOwner(owners: Owners, subgraph: string, parent: string, field: Field): Owner | undefined {
  const named = getNamedType(field.type);
  const isForeign = (type: string) => owners.has(type) && owners.get(type)?.subgraph !== subgraph;
  const refuse = (why: string): never => {
    throw new Error(`${subgraph}: ${parent}.${field.name}: ${field.type} ${why}`);
  };
  if (isUnionType(named)) {
    const foreign = named.getTypes().find((member) => isForeign(member.name));
    return (
      foreign && refuse(`may not hold ${foreign.name}, a record of ${owners.get(foreign.name)?.subgraph}, in a union`)
    );
  }
  if (!isForeign(named.name)) return undefined;
  const owner = owners.get(named.name) as Owner;
  const list = isNonNullType(field.type) ? field.type.ofType : field.type;
  const edge = isListType(list) ? list.ofType : field.type;
  if (isNonNullType(edge) || isListType(edge))
    refuse(`leads to a record of ${owner.subgraph}, which may be out of reach: it must be nullable`);
  if (parent === 'Mutation')
    refuse(`would read a record of ${owner.subgraph} before the commit: put it into a payload type`);
  return owner;
}
