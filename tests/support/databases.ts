import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { describe } from 'vitest';
import type { Database } from '../../src/db/handle.js';
import { openPglite } from '../../src/db/pglite.js';
import { openPostgresql } from '../../src/db/postgresql.js';

/** One kind of database that facts are shown on. */
export interface DatabaseKind {
  readonly name: 'PGlite' | 'PostgreSQL';
  /** Opens an empty database of its own; `drop` closes and removes it. */
  open(): Promise<{ database: Database; url: string | null; drop(): Promise<void> }>;
}

const pglite: DatabaseKind = {
  name: 'PGlite',
  async open() {
    const database = await openPglite();
    return { database, url: null, drop: () => database.close() };
  },
};

const postgresql = (server: string): DatabaseKind => ({
  name: 'PostgreSQL',
  async open() {
    const name = `lushu_test_${randomBytes(6).toString('hex')}`;
    await administer(server, `create database ${name}`);
    const url = Object.assign(new URL(server), { pathname: `/${name}` }).toString();
    const database = openPostgresql({ url });
    return {
      database,
      url,
      drop: async () => {
        await database.close();
        await administer(server, `drop database ${name} with (force)`);
      },
    };
  },
});

/** Runs one statement on the server that test databases are made on. */
export async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** PGlite always; PostgreSQL when TEST_DATABASE_URL is set. */
export const databaseKinds: readonly DatabaseKind[] = process.env.TEST_DATABASE_URL
  ? [pglite, postgresql(process.env.TEST_DATABASE_URL)]
  : [pglite];

/** States facts on every kind of database there is. */
export function onEveryDatabase(title: string, facts: (kind: DatabaseKind) => void): void {
  for (const kind of databaseKinds) describe(`${title} [${kind.name}]`, () => facts(kind));
}
