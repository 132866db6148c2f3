import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { lockFolder } from './folder-lock.js';
import type { Database, Prepared, Snapshot, WriteHandle } from './handle.js';
import { lend } from './lease.js';
import { migrationsFolder } from './migrations.js';
import { rows } from './rows.js';
import { told } from './told.js';
import { Turnstile } from './turnstile.js';

/**
 * Opens the embedded database, in `folder` or (without one) in memory. For trial and tests: one connection, and it
 * survives a killed process but not a power cut. Throws FolderInUse when another process holds the folder.
 */
export async function openPglite(folder?: string): Promise<Database> {
  const unlock = folder === undefined ? () => undefined : lockFolder(folder);
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const lite = await PGlite.create(folder === undefined ? {} : { dataDir: join(folder, 'pglite') }).catch((error) => {
    unlock();
    throw error;
  });
  const turnstile = new Turnstile();
  const handle = drizzle(told(lite), { casing: 'snake_case' });

  return {
    kind: 'pglite',
    snapshot: (signal) => openSnapshot(lite, turnstile, signal),
    transaction: (work, signal) => inTransaction(lite, turnstile, work, signal),
    single: (statement) => turnstile.pass(() => rows(handle, statement)),
    prepared: async <Row>({ text, params }: Prepared) =>
      (await turnstile.pass(() => lite.query<Row>(text, [...params]))).rows,
    migrate: () => turnstile.pass(() => migrate(handle, { migrationsFolder: migrationsFolder() })),
    connections: () => turnstile.use(),
    close: async () => {
      await turnstile.pass(() => lite.close());
      unlock();
    },
  };
}

async function openSnapshot(lite: PGlite, turnstile: Turnstile, signal?: AbortSignal): Promise<Snapshot> {
  const leave = await turnstile.enter();
  try {
    signal?.throwIfAborted();
    await lite.exec('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  } catch (error) {
    leave();
    throw error;
  }
  const lease = lend(lite, signal);
  let open = true;
  return {
    handle: drizzle(told(lease.client), { casing: 'snake_case' }),
    close: async () => {
      if (!open) return;
      open = false;
      await lease.end();
      await lite.exec('COMMIT').finally(leave);
    },
  };
}

function inTransaction<T>(
  lite: PGlite,
  turnstile: Turnstile,
  work: (handle: WriteHandle) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  return turnstile.pass(async () => {
    signal?.throwIfAborted();
    const lease = lend(lite, signal);
    await lite.exec('BEGIN');
    try {
      const result = await work(drizzle(told(lease.client), { casing: 'snake_case' }));
      await lite.exec('COMMIT');
      return result;
    } catch (error) {
      await lite.exec('ROLLBACK');
      throw signal?.aborted ? signal.reason : error;
    }
  });
}
