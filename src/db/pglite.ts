import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { lockFolder } from './folder-lock.js';
import type { Database, Snapshot, WriteHandle } from './handle.js';
import { lend } from './lease.js';
import { migrationsFolder } from './migrations.js';
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
  const handle = drizzle(lite, { casing: 'snake_case' });

  return {
    kind: 'pglite',
    snapshot: () => openSnapshot(lite, turnstile),
    transaction: (work) => inTransaction(lite, handle, turnstile, work),
    migrate: () => turnstile.pass(() => migrate(handle, { migrationsFolder: migrationsFolder() })),
    close: async () => {
      await turnstile.pass(() => lite.close());
      unlock();
    },
  };
}

async function openSnapshot(lite: PGlite, turnstile: Turnstile): Promise<Snapshot> {
  const leave = await turnstile.enter();
  try {
    await lite.exec('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  } catch (error) {
    leave();
    throw error;
  }
  const lease = lend(lite);
  let open = true;
  return {
    handle: drizzle(lease.client, { casing: 'snake_case' }),
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
  handle: WriteHandle,
  turnstile: Turnstile,
  work: (handle: WriteHandle) => Promise<T>,
): Promise<T> {
  return turnstile.pass(async () => {
    await lite.exec('BEGIN');
    try {
      const result = await work(handle);
      await lite.exec('COMMIT');
      return result;
    } catch (error) {
      await lite.exec('ROLLBACK');
      throw error;
    }
  });
}
