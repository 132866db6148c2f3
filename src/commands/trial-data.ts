import { isEmpty, seedProvince } from '../../seeds/seed.js';
import type { Config } from '../config.js';
import type { Database } from '../db/handle.js';
import { reviewOpen } from '../domain/joint/index.js';
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
  // what the rules find in it is raised as it would be in a hub that filled day by day
  await reviewOpen(database, systemClock);
  say(`seeded a synthetic province: ${courts} courts, ${firms} firms, ${lawyers} lawyers`);
}
