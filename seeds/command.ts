import { parseArgs } from 'node:util';
import { ConfigError } from '../src/config.js';
import type { Database } from '../src/db/handle.js';
import type { Clock } from '../src/kernel/clock.js';
import type { CryptoProvider } from '../src/kernel/crypto.js';
import { progressBar } from './progress.js';
import { isEmpty, type SeedCounts, seedNation, seedProvince } from './seed.js';

/** What `seed` was told does not fit: an option, or the database it was pointed at. One sentence for the person who asked. */
export class SeedRefused extends ConfigError {}

const USAGE = 'npm run seed -- [--nation] [--lawyers 2000] [--firms 120] [--seed lushu]';
const MOST = { lawyers: 750_000, firms: 100_000 };

/** `npm run seed -- --lawyers 40000 --firms 2500 [--nation] [--seed s]`. Throws SeedRefused. */
export async function runSeed(
  args: readonly string[],
  database: Database,
  crypto: CryptoProvider,
  clock: Clock,
): Promise<SeedCounts> {
  const { nation, seed, firms, lawyers } = read(args);
  if (!(await isEmpty(database)))
    throw new SeedRefused(
      'The database is not empty, so nothing was seeded. Seed into a new database, or delete the folder of the embedded one.',
    );
  const begun = performance.now();
  const grow = nation ? seedNation : seedProvince;
  const counts = await grow(database, crypto, clock, { seed, firms, lawyers, onProgress: progressBar() });
  const words = Object.entries(counts).map(([kind, count]) => `${count.toLocaleString('en-US')} ${kind}`);
  process.stdout.write(`Seeded ${words.join(', ')} in ${((performance.now() - begun) / 1000).toFixed(1)} s.\n`);
  return counts;
}

function read(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        nation: { type: 'boolean', default: false },
        seed: { type: 'string' },
        firms: { type: 'string' },
        lawyers: { type: 'string' },
      },
    });
    const { nation, seed } = values;
    return {
      nation,
      ...(seed === undefined ? {} : { seed }),
      ...numberOf('firms', values.firms),
      ...numberOf('lawyers', values.lawyers),
    };
  } catch (error) {
    if (error instanceof SeedRefused) throw error;
    throw new SeedRefused(`${(error as Error).message}\nUsage: ${USAGE}`);
  }
}

function numberOf<Name extends keyof typeof MOST>(name: Name, text: string | undefined): { [key in Name]?: number } {
  if (text === undefined) return {};
  const value = Number(text.replaceAll(/[_,]/g, ''));
  if (!Number.isInteger(value) || value < 1 || value > MOST[name])
    throw new SeedRefused(
      `--${name} is a whole number from 1 to ${MOST[name].toLocaleString('en-US')}.\nUsage: ${USAGE}`,
    );
  return { [name]: value } as { [key in Name]?: number };
}
