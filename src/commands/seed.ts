import { runSeed } from '../../seeds/command.js';
import { type Config, ConfigError } from '../config.js';
import { systemClock } from '../kernel/clock.js';
import { cryptoOf, databaseOf } from './open.js';

/** `lushu seed`: fills an empty database with a synthetic province, or grows it to a nation. */
export async function seed(config: Config, options: readonly string[]): Promise<void> {
  if (config.mode === 'production')
    throw new ConfigError('The seeds are made up; production has registers of its own.');
  const database = await databaseOf(config);
  try {
    await database.migrate();
    await runSeed(options, database, cryptoOf(config), systemClock);
  } finally {
    await database.close();
  }
}
