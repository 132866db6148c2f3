import { sql } from 'drizzle-orm';
import type { Database } from '../src/db/handle.js';
import { rows } from '../src/db/rows.js';
import { unit } from '../src/domain/hub/unit.table.js';
import { firm } from '../src/domain/justice/firm.table.js';
import { type Clock, today as todayOf } from '../src/kernel/clock.js';
import type { CryptoProvider } from '../src/kernel/crypto.js';
import { groundCounts } from './ground.js';
import { type GrowthOptions, growNation, nationFirms, province } from './growth.js';
import { type Cargo, type LoadCounts, load } from './load.js';
import { PERSONA_FIRMS, PERSONA_LAWYERS } from './persona-records.js';
import type { OnProgress } from './progress.js';
import { publicationCounts } from './publications.js';

/** How large a seeding is, the personas' firms and lawyers included; from which seed, and who is told of its progress. */
export interface SeedOptions {
  readonly seed?: string | undefined;
  readonly firms?: number | undefined;
  readonly lawyers?: number | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** How many records of each kind a seeding entered. */
export type SeedCounts = LoadCounts & typeof groundCounts & typeof publicationCounts;

const DEFAULT_SEED = 'lushu';
const CHUNK = 5_000;

/** Whether nothing has been entered yet: neither units nor firms. */
export async function isEmpty(database: Database): Promise<boolean> {
  const snapshot = await database.snapshot();
  try {
    const found = await rows(
      snapshot.handle,
      sql`select 1 where exists (select from ${unit}) or exists (select from ${firm})`,
    );
    return found.length === 0;
  } finally {
    await snapshot.close();
  }
}

/** Enters the courts, units and journals of Zhejiang with 120 firms and 2,000 lawyers, or as many as the options say. */
export function seedProvince(
  database: Database,
  crypto: CryptoProvider,
  clock: Clock,
  options: SeedOptions = {},
): Promise<SeedCounts> {
  return seed(database, crypto, clock, options, { firms: 120, lawyers: 2_000 }, (growth) => {
    const { firms, lawyers } = province(growth);
    const starts = Array.from({ length: Math.ceil(lawyers.length / CHUNK) }, (_, i) => i * CHUNK);
    return { firms, chunks: starts.map((start) => lawyers.slice(start, start + CHUNK)), lawyers: lawyers.length };
  });
}

/** Enters the same province's courts and units, but firms and lawyers of the whole country: 40,000 and 750,000. */
export function seedNation(
  database: Database,
  crypto: CryptoProvider,
  clock: Clock,
  options: SeedOptions = {},
): Promise<SeedCounts> {
  return seed(database, crypto, clock, options, { firms: 40_000, lawyers: 750_000 }, (growth) => ({
    firms: nationFirms(growth),
    chunks: growNation(growth),
    lawyers: growth.lawyers,
  }));
}

async function seed(
  database: Database,
  crypto: CryptoProvider,
  clock: Clock,
  options: SeedOptions,
  usual: Pick<GrowthOptions, 'firms' | 'lawyers'>,
  grow: (growth: GrowthOptions) => Cargo,
): Promise<SeedCounts> {
  const at = clock.now();
  const today = todayOf(clock);
  const cargo = grow({
    seed: options.seed ?? DEFAULT_SEED,
    firms: Math.max(1, (options.firms ?? usual.firms) - PERSONA_FIRMS),
    lawyers: Math.max(0, (options.lawyers ?? usual.lawyers) - PERSONA_LAWYERS),
    today,
  });
  const making = { crypto, today, asOf: `${today}T00:00:00+08:00`, at };
  return { ...groundCounts, ...publicationCounts, ...(await load(database, making, cargo, options.onProgress)) };
}
