import { isEmpty, seedProvince } from '../../seeds/seed.js';
import type { Config } from '../config.js';
import type { Database } from '../db/handle.js';
import { systemClock } from '../kernel/clock.js';
import type { CryptoProvider } from '../kernel/crypto.js';

/** Fills an empty database of a trial with the synthetic province, and says so; production seeds nothing. */
export async function seedWhenEmpty(
  config: Config,
  database: Database,
  crypto: CryptoProvider,
  say: (sentence: string) => void,
): Promise<void> {
  if (config.mode !== 'development' || !(await isEmpty(database))) return;
  const { courts, firms, lawyers } = await seedProvince(database, crypto, systemClock, {});
  say(`seeded a synthetic province: ${courts} courts, ${firms} firms, ${lawyers} lawyers`);
}
