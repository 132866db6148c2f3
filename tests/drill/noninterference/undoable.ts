import { type SQL, sql } from 'drizzle-orm';
import type { Database, Prepared, ReadHandle, Snapshot, WriteHandle } from '../../../src/db/handle.js';
import { lend } from '../../../src/db/lease.js';
import { rows } from '../../../src/db/rows.js';
import { Turnstile } from '../../../src/db/turnstile.js';

/** The one connection of an undoable database. */
export interface Connection {
  readonly kind: Database['kind'];
  readonly client: { query(...args: never[]): unknown };
  /** Runs statements without an answer. */
  exec(statements: string): Promise<void>;
  drizzle(client: Connection['client']): WriteHandle;
  migrate(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A database of one connection that can be held open: from `hold` on everything written is undone by `undo`, and what
 * the hub takes for transactions and snapshots are savepoints. Work waits for its turn.
 */
export class Undoable implements Database {
  readonly kind: Database['kind'];
  private readonly turnstile = new Turnstile();
  private isHeld = false;

  constructor(private readonly connection: Connection) {
    this.kind = connection.kind;
  }

  hold(): Promise<void> {
    return this.turnstile.pass(async () => {
      await this.connection.exec('BEGIN');
      this.isHeld = true;
    });
  }

  undo(): Promise<void> {
    return this.turnstile.pass(async () => {
      await this.connection.exec('ROLLBACK');
      this.isHeld = false;
    });
  }

  async snapshot(): Promise<Snapshot> {
    const leave = await this.turnstile.enter();
    const begin = this.isHeld
      ? 'SAVEPOINT step; SET TRANSACTION READ ONLY'
      : 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
    await this.connection.exec(begin).catch((error) => {
      leave();
      throw error;
    });
    const lease = lend(this.connection.client);
    let isOpen = true;
    return {
      handle: this.connection.drizzle(lease.client) as ReadHandle,
      close: async () => {
        if (!isOpen) return;
        isOpen = false;
        await lease.end();
        await this.drop().finally(leave);
      },
    };
  }

  transaction<T>(work: (handle: WriteHandle) => Promise<T>): Promise<T> {
    return this.turnstile.pass(async () => {
      await this.connection.exec(this.isHeld ? 'SAVEPOINT step' : 'BEGIN');
      try {
        const result = await work(this.connection.drizzle(this.connection.client));
        await this.connection.exec(this.isHeld ? 'RELEASE SAVEPOINT step' : 'COMMIT');
        return result;
      } catch (error) {
        await this.drop();
        throw error;
      }
    });
  }

  single<Row>(statement: SQL): Promise<Row[]> {
    return this.transaction((handle) => rows<Row>(handle, statement));
  }

  prepared<Row>({ text, params }: Prepared): Promise<Row[]> {
    const { query } = this.connection.client as unknown as { query(text: string, params: unknown[]): unknown };
    return this.transaction(async () => {
      const { rows: found } = (await query.call(this.connection.client, text, [...params])) as { rows: Row[] };
      return found;
    });
  }

  migrate(): Promise<void> {
    return this.turnstile.pass(() => this.connection.migrate());
  }

  connections() {
    return this.turnstile.use();
  }

  /** Makes the planner's figures those of the data. */
  analyse(): Promise<unknown> {
    return this.transaction((handle) => rows(handle, sql`analyze`));
  }

  close(): Promise<void> {
    return this.turnstile.pass(() => this.connection.close());
  }

  private drop(): Promise<void> {
    return this.connection.exec(this.isHeld ? 'ROLLBACK TO SAVEPOINT step; RELEASE SAVEPOINT step' : 'ROLLBACK');
  }
}
