import type { Config } from '../config.js';
import { databaseOf } from './open.js';

/** `lushu migrate`: applies the migrations that are missing. */
export async function migrate(config: Config): Promise<void> {
  const database = await databaseOf(config);
  try {
    await database.migrate();
    console.log('migrated');
  } finally {
    await database.close();
  }
}
