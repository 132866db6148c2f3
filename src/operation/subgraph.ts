import type { NonEmptyArray } from 'type-graphql';
import type { RecordPolicy } from '../policy/record-policy.js';
import type { Reading, Shown } from './reading.js';

/**
 * Reads entities by one of their keys through the asker's grant; what is out of reach is absent. A key of several fields
 * comes as the JSON list of their values.
 */
export type ReferenceReader = (
  reading: Reading,
  keys: readonly string[],
  wanted: Iterable<string>,
) => Promise<ReadonlyMap<string, Shown>>;

// biome-ignore lint/complexity/noBannedTypes: type-graphql's own word for a class
type ResolverClass = Function;

/** A directive of one's own that composition carries into the supergraph (`@composeDirective`). */
export interface ComposedDirective {
  /** Its name, without `@`. */
  readonly name: string;
  /** The address of its specification, with a version: `https://…/name/v1.0`. */
  readonly specification: string;
  /** Where it may stand: `OBJECT`, `OBJECT | FIELD_DEFINITION`. */
  readonly on: string;
}

/** One institution's part of the graph, as its `index.ts` hands it over. */
export interface Subgraph {
  readonly name: string;
  readonly resolvers: NonEmptyArray<ResolverClass>;
  /** Readers of the entities this institution owns: entity → key, as `@key` writes it → reader. */
  readonly references: Readonly<Record<string, Readonly<Record<string, ReferenceReader>>>>;
  /** What an `id` of its entities can be at all; a UUID when not said. */
  readonly isId?: (id: string) => boolean;
  readonly composedDirectives?: readonly ComposedDirective[];
  /** What the matrix words mean for its records; the matrix check holds them to the lines. */
  readonly policies: readonly RecordPolicy[];
}
