import { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';
import { migrationsFolder } from '../../../src/db/migrations.js';
import type { Connection } from './undoable.js';

const CASING = { casing: 'snake_case' } as const;

/** A connection to a PostgreSQL database. */
export async function postgresConnection(url: string): Promise<Connection> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const drizzle = (of: unknown) => drizzlePg(of as pg.Client, CASING);
  return {
    kind: 'postgresql',
    client: client as unknown as Connection['client'],
    exec: async (statements) => void (await client.query(statements)),
    drizzle,
    migrate: () => migratePg(drizzle(client), { migrationsFolder: migrationsFolder() }),
    close: () => client.end(),
  };
}

/** An embedded database in memory; a copy of another when its dump is given. */
export async function pgliteConnection(dump?: Blob): Promise<Connection & { dump(): Promise<Blob> }> {
  const lite = await PGlite.create(dump ? { loadDataDir: dump } : {});
  const drizzle = (of: unknown) => drizzlePglite(of as PGlite, CASING);
  return {
    kind: 'pglite',
    client: lite as unknown as Connection['client'],
    exec: async (statements) => void (await lite.exec(statements)),
    drizzle,
    migrate: () => migratePglite(drizzle(lite), { migrationsFolder: migrationsFolder() }),
    close: () => lite.close(),
    dump: () => lite.dumpDataDir('none'),
  };
}
