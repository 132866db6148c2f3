import { seedProvince } from '../../seeds/seed.js';
import { openPostgresql } from '../../src/db/postgresql.js';
import { developmentIssuer } from '../../src/identity/development-issuer.js';
import type { Options, Report } from '../bench/report.js';
import { withScratch } from '../bench/scratch.js';
import { StandingClock } from '../support/clock.js';
import { compare } from './differential/compare.js';
import { startPair } from './differential/pair.js';
import { postgresConnection } from './noninterference/connections.js';
import { drillCrypto } from './noninterference/hub.js';
import { furnish } from './noninterference/stage.js';
import { Undoable } from './noninterference/undoable.js';

const ENOUGH_DIFFERENCES = 10;
/** Of the reads without a computed field that the resolvers would have answered. */
const MOST_UNCOMPILED_PERCENT = 5;

/**
 * Operations generated from the schema, from every persona, asked of two hubs on one database: one that compiles, one
 * that resolves. Bodies are compared byte by byte but for the correlation id, and the lines of the trail but for their
 * order of keys. Fails when one differs, when a readable coordinate was not reached, or when what the compiler could
 * not express was more than 5 % of the reads that ask for nothing computed.
 */
export function differential({ operations = 4_000, seed = 1 }: Options): Promise<Report> {
  return withScratch('differential', async ({ databaseUrl }) => {
    const clock = new StandingClock();
    const issuer = await developmentIssuer(undefined, clock);
    const furnished = new Undoable(await postgresConnection(databaseUrl));
    await furnished.migrate();
    await seedProvince(furnished, drillCrypto, clock, { lawyers: 400, firms: 30 });
    await furnish(furnished, clock, issuer);
    await furnished.close();
    const database = openPostgresql({ url: databaseUrl, connections: 6 });
    const pair = await startPair(database, clock, issuer);
    try {
      const found = await compare(pair, { operations, seed, most: ENOUGH_DIFFERENCES });
      const { COMPILED, REFUSED, COMPUTED, UNCOMPILED } = found.ways;
      const uncompiledPercent = (100 * UNCOMPILED) / Math.max(1, COMPILED + UNCOMPILED);
      const report: Report = {
        name: 'differential',
        ratios: {},
        counts: {
          operations: found.operations,
          differences: found.differences.length,
          answered: found.answered,
          compiled: COMPILED,
          fallbacks: REFUSED + COMPUTED + UNCOMPILED,
          refused: REFUSED,
          computed: COMPUTED,
          uncompiled: UNCOMPILED,
          coordinatesCovered: found.coordinates.length - found.missing.length,
          coordinates: found.coordinates.length,
        },
        figures: { uncompiledPercent },
      };
      const failings = [
        ...found.differences,
        ...(found.missing.length > 0 ? [`never reached: ${found.missing.join(', ')}`] : []),
        ...(uncompiledPercent > MOST_UNCOMPILED_PERCENT ? [`${uncompiledPercent.toFixed(1)} % were not compiled`] : []),
      ];
      if (failings.length > 0) throw new Error(`${JSON.stringify(report)}\n${failings.join('\n\n')}`);
      return report;
    } finally {
      await pair.close();
      await database.close();
    }
  });
}
