import type { NonEmptyArray } from 'type-graphql';
import type { RecordPolicy } from '../policy/record-policy.js';
import type { Reading, Shown } from './reading.js';

/** Reads entities by one of their keys through the asker's grant; what is out of reach is absent. */
export type ReferenceReader = (
  reading: Reading,
  keys: readonly string[],
  wanted: Iterable<string>,
) => Promise<ReadonlyMap<string, Shown>>;

// biome-ignore lint/complexity/noBannedTypes: type-graphql's own word for a class
type ResolverClass = Function;

/** One institution's part of the graph, as its `index.ts` hands it over. */
export interface Subgraph {
  readonly name: string;
  readonly resolvers: NonEmptyArray<ResolverClass>;
  /** Readers of the entities this institution owns: entity → key field → reader. */
  readonly references: Readonly<Record<string, Readonly<Record<string, ReferenceReader>>>>;
  /** What the matrix words mean for its records; the matrix check holds them to the lines. */
  readonly policies: readonly RecordPolicy[];
}
