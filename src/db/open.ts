import type { Database } from './handle.js';
import { openPglite } from './pglite.js';
import { openPostgresql } from './postgresql.js';

/** Opens PostgreSQL when there is an address, the embedded database in `folder` otherwise. */
export function openDatabase(options: {
  readonly url: string | undefined;
  readonly connections: number;
  readonly folder: string;
}): Promise<Database> {
  if (options.url === undefined) return openPglite(options.folder);
  return Promise.resolve(openPostgresql({ url: options.url, connections: options.connections }));
}
