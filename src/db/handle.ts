import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

type Drizzle = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** A connection inside a read-only snapshot: it can only ask. */
export type ReadHandle = Pick<Drizzle, 'select' | 'execute' | 'with' | '$with'>;

/** A connection inside a read-write transaction. */
export type WriteHandle = Drizzle;

/** One unchanging view of the data (REPEATABLE READ, READ ONLY); must be closed, and refuses statements from then on. */
export interface Snapshot {
  readonly handle: ReadHandle;
  close(): Promise<void>;
}

/** The one door to the data: PostgreSQL through `pg`, or the embedded PGlite. */
export interface Database {
  readonly kind: 'postgresql' | 'pglite';
  /** Opens a snapshot; throws DATABASE_UNAVAILABLE when the database is away. */
  snapshot(): Promise<Snapshot>;
  /** Runs `work` in one READ COMMITTED transaction; a throw rolls everything back. */
  transaction<T>(work: (handle: WriteHandle) => Promise<T>): Promise<T>;
  /** Applies the migrations that are missing. */
  migrate(): Promise<void>;
  close(): Promise<void>;
}
