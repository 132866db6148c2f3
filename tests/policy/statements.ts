import { PGlite } from '@electric-sql/pglite';
import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import pg from 'pg';
import type { Database, ReadHandle } from '../../src/db/handle.js';
import type { TestHub } from '../support/hub.js';

/** A statement as it was sent, values in their places. */
export interface Sent {
  readonly text: string;
  /** It was read inside a snapshot: for an answer. */
  readonly isRead: boolean;
  /** Files of `src` it was made in, nearest first; none when it did not pass a handle. */
  readonly by: readonly string[];
}

type Query = (text: unknown, values?: readonly unknown[], ...more: unknown[]) => unknown;
type Client = { query: Query; exec?: (text: string) => unknown };
const dialect = new PgDialect({ casing: 'snake_case' });

/** Writes the values of a statement into it. */
export function withValues(text: string, values: readonly unknown[]): string {
  return text.replace(/\$(\d+)/g, (_all, n) => literal(values[Number(n) - 1]));
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return `'${String(value).replaceAll("'", "''")}'`;
}

/** A fragment of SQL as it stands in a statement that was sent. */
export const asText = (fragment: SQL): string => {
  const { sql: text, params } = dialect.sqlToQuery(fragment);
  return withValues(text, params);
};

/** Listens to what reaches the drivers, and asks the handles where it was made. The hub must be open. */
export class Capture {
  readonly sent: Sent[] = [];
  private readonly origins = new Map<string, readonly string[]>();
  private readonly undo: (() => void)[] = [];

  constructor(database: Database) {
    this.listen(PGlite.prototype as unknown as Client);
    this.listen(pg.Client.prototype as unknown as Client);
    const snapshot = database.snapshot;
    database.snapshot = async () => {
      const opened = await snapshot();
      return { handle: this.watched(opened.handle), close: opened.close };
    };
    this.undo.push(() => {
      database.snapshot = snapshot;
    });
  }

  /** Takes the statements since the last time. */
  take(): Sent[] {
    return this.sent.splice(0);
  }

  end(): void {
    for (const undo of this.undo) undo();
  }

  /** Every connection has one transaction at a time; what is sent between BEGIN … READ ONLY and COMMIT is a read. */
  private listen(prototype: Client): void {
    const { query, exec } = prototype;
    const reading = new WeakSet<object>();
    const heard = (client: object, given: unknown, values: readonly unknown[]) => {
      const text = typeof given === 'string' ? given : String((given as { text?: unknown }).text);
      if (/^BEGIN/.test(text)) return void (/READ ONLY/.test(text) ? reading.add(client) : reading.delete(client));
      if (/^(COMMIT|ROLLBACK)/.test(text)) return void reading.delete(client);
      this.sent.push({ text: withValues(text, values), isRead: reading.has(client), by: this.origins.get(text) ?? [] });
    };
    prototype.query = function (this: object, text: unknown, values?: readonly unknown[], ...more: unknown[]) {
      heard(this, text, Array.isArray(values) ? values : ((text as { values?: unknown[] })?.values ?? []));
      return query.call(this, text, values, ...more);
    };
    this.undo.push(() => {
      prototype.query = query;
    });
    if (!exec) return;
    prototype.exec = function (this: object, text: string, ...more: []) {
      heard(this, text, []);
      return exec.call(this, text, ...more);
    };
    this.undo.push(() => {
      prototype.exec = exec;
    });
  }

  private watched(handle: ReadHandle): ReadHandle {
    const execute: ReadHandle['execute'] = (statement) => {
      const files = [...(new Error().stack ?? '').matchAll(/\/src\/([\w./-]+\.ts)/g)].map(([, file]) => file as string);
      this.origins.set(dialect.sqlToQuery(statement as SQL).sql, files);
      return handle.execute(statement);
    };
    return new Proxy(handle, {
      get: (target, name) => (name === 'execute' ? execute : Reflect.get(target, name, target)),
    });
  }
}

/**
 * The columns a statement names, as the database itself understands it: it is made a view, and what the view depends on
 * is read from the catalogue. Aliases, shared names and stars need no guessing; a whole row counts as all its columns.
 */
export async function columnsNamed(hub: TestHub, statement: string): Promise<string[]> {
  const undone = new Error('undone');
  let named: string[] = [];
  await hub.database
    .transaction(async (handle) => {
      await handle.execute(sql.raw(`create temp view named as select 1 as one from (${statement}) s`));
      const found = (await handle.execute(sql`
        select distinct format('%s.%s.%s', n.nspname, c.relname, a.attname) as "column"
        from pg_rewrite r join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
          join pg_class c on c.oid = d.refobjid join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            and (a.attnum = d.refobjsubid or pg_get_viewdef('named'::regclass) ~ '[a-z0-9_][.][*]')
        where r.ev_class = 'named'::regclass and c.relkind = 'r' order by 1`)) as { rows: { column: string }[] };
      named = found.rows.map(({ column }) => column);
      throw undone;
    })
    .catch((error) => {
      if (error !== undone) throw error;
    });
  return named;
}
