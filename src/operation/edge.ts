import type { GraphQLResolveInfo } from 'graphql';
import type { Ask } from './ask.js';
import type { Reading, Shown } from './reading.js';
import { selectedFields } from './selection.js';

type ReadOne = (
  reading: Reading,
  ids: readonly string[],
  wanted: Iterable<string>,
) => Promise<ReadonlyMap<string, Shown>>;
type ReadMany = (
  reading: Reading,
  ids: readonly string[],
  wanted: Iterable<string>,
) => Promise<ReadonlyMap<string, readonly Shown[]>>;

/** The record an edge leads to, read for the whole level at once; null when withheld, absent or out of reach. */
export function toOne(ask: Ask, info: GraphQLResolveInfo, id: unknown, read: ReadOne): Promise<Shown | null> | null {
  if (typeof id !== 'string') return null;
  return ask
    .batch(info.fieldNodes, () => {
      const wanted = selectedFields(info);
      return (reading, ids) => read(reading, ids, wanted);
    })
    .load(id)
    .then((found) => ask.pace.next()?.then(() => found) ?? found);
}

/** The records an edge leads to, read for the whole level at once; within reach, in the store's order. */
export async function toMany(
  ask: Ask,
  info: GraphQLResolveInfo,
  id: string,
  read: ReadMany,
): Promise<readonly Shown[]> {
  const found = await ask
    .batch(info.fieldNodes, () => {
      const wanted = selectedFields(info);
      return (reading, ids) => read(reading, ids, wanted);
    })
    .load(id);
  await ask.pace.next();
  return found ?? [];
}
