import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import type { ReadHandle } from './handle.js';
import { rows } from './rows.js';

/** The folder of generated migrations, found upwards from this file (source tree or build). */
export function migrationsFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'drizzle');
    if (existsSync(join(candidate, 'meta', '_journal.json'))) return candidate;
  }
  throw new Error('The folder drizzle/ with its journal is missing.');
}

/** How many migrations of this build the database lacks; fails on a database that was never migrated. */
export async function missingMigrations(handle: ReadHandle): Promise<number> {
  const journal = JSON.parse(readFileSync(join(migrationsFolder(), 'meta', '_journal.json'), 'utf8'));
  const applied = await rows<{ at: string }>(
    handle,
    sql`select created_at::text as at from drizzle.__drizzle_migrations`,
  );
  const known = new Set(applied.map(({ at }) => at));
  return journal.entries.filter(({ when }: { when: number }) => !known.has(String(when))).length;
}
