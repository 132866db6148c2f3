import type { SQL } from 'drizzle-orm';
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

/** How the connections are used at this moment; `waiting` is work that has none yet. */
export interface Connections {
  readonly busy: number;
  readonly idle: number;
  readonly waiting: number;
}

/** A statement as text; `name` is kept for the same text only. */
export interface Prepared {
  readonly name: string | undefined;
  readonly text: string;
  readonly params: readonly unknown[];
}

/** The one door to the data: PostgreSQL through `pg`, or the embedded PGlite. */
export interface Database {
  readonly kind: 'postgresql' | 'pglite';
  /**
   * Opens a snapshot; throws DATABASE_UNAVAILABLE when the database is away. Once the signal is given, the running
   * statement is cancelled (PGlite: waited for) and this and every later one end with the signal's reason.
   */
  snapshot(signal?: AbortSignal): Promise<Snapshot>;
  /** Runs `work` in one READ COMMITTED transaction; a throw rolls everything back, and so does the signal. */
  transaction<T>(work: (handle: WriteHandle) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Runs one statement by itself; what it wrote is durable when it returns. */
  single<Row>(statement: SQL): Promise<Row[]>;
  /**
   * Runs one statement by itself; under a name the connection keeps its plan. Throws the reason of the signal when it
   * ends it, and READ_REFUSED for what takes more than the database allows.
   */
  prepared<Row>(statement: Prepared, signal?: AbortSignal): Promise<Row[]>;
  /** Applies the migrations that are missing. */
  migrate(): Promise<void>;
  connections(): Connections;
  close(): Promise<void>;
}
