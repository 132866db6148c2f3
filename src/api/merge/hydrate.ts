import { defaultFieldResolver, type GraphQLField, type GraphQLFieldResolver, type GraphQLResolveInfo } from 'graphql';
import type { Ask } from '../../operation/ask.js';
import type { Shown } from '../../operation/reading.js';
import { selectedFields } from '../../operation/selection.js';
import type { ReferenceReader } from '../../operation/subgraph.js';
import { foreignOwner, type Owner, type Owners } from './entities.js';
import { keyText, pathsOf, valuesOf } from './keys.js';

type Resolver = GraphQLFieldResolver<unknown, Ask>;
type Stub = Readonly<Record<string, unknown>>;
type Place = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** The resolver of a field as it is served: none on a plain field, a completed one on an edge to another's record. */
export function servedResolver(
  owners: Owners,
  subgraph: string,
  parent: string,
  field: GraphQLField<unknown, unknown>,
): Resolver | undefined {
  const owner = foreignOwner(owners, subgraph, parent, field);
  const resolve = field.resolve as Resolver | undefined;
  return owner ? hydrated(resolve ?? defaultFieldResolver, owner) : resolve;
}

/**
 * A resolver whose stubs (`{ id }`, or another key of the entity) are completed by the owner's reader: under the asker's
 * grant, for the selected fields, in one read per level. Out of reach is null.
 */
function hydrated(resolve: Resolver, owner: Owner): Resolver {
  return async (root, args, ask, info) => {
    const stubs: unknown = await resolve(root, args, ask, info);
    const load = async (stub: unknown) => complete(owner, (await stub) as Stub | null, ask, info);
    return Array.isArray(stubs) ? stubs.map(load) : load(stubs);
  };
}

/** The record a stub stands for, or null; null too when its key is. Throws when the stub holds none of the entity's keys. */
export function complete(owner: Owner, stub: Stub | null | undefined, ask: Ask, place: Place): Promise<Shown | null> {
  if (stub == null) return Promise.resolve(null);
  const keys = Object.keys(owner.readers);
  const key = keys.find((one) => valuesOf(one, stub).every((value) => value != null));
  if (key !== undefined) return completeBy(owner, key, keyText(valuesOf(key, stub)), ask, place);
  if (keys.some((one) => pathsOf(one).every(([field]) => (field as string) in stub))) return Promise.resolve(null);
  throw new Error(`A stub of ${owner.type} holds none of its keys`);
}

/** The record that the owner finds by one of its keys, or null. */
export function completeBy(owner: Owner, key: string, value: string, ask: Ask, place: Place): Promise<Shown | null> {
  const read = owner.readers[key] as ReferenceReader;
  const loader = ask.batch<Shown>(placeOf(place.fieldNodes, `${owner.type}.${key}`), () => {
    const wanted = selectedFields(place);
    return (reading, keys) => read(reading, keys, wanted);
  });
  return loader.load(value);
}

const places = new WeakMap<object, Map<string, object>>();

/** A place of its own beside the one a resolver batches at with the same `fieldNodes`. */
function placeOf(fieldNodes: object, name: string): object {
  const named = places.get(fieldNodes) ?? new Map<string, object>();
  const place = named.get(name) ?? {};
  places.set(fieldNodes, named.set(name, place));
  return place;
}
