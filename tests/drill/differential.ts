import { personas } from '../../seeds/personas.js';
import { Random } from '../../seeds/random.js';
import { seedProvince } from '../../seeds/seed.js';
import { servedSchema } from '../../src/api/schema.js';
import { type RunningServer, startServer } from '../../src/api/server.js';
import { openPostgresql } from '../../src/db/postgresql.js';
import { reactions, subgraphs } from '../../src/domain/index.js';
import { credentialCheck } from '../../src/identity/credential-check.js';
import { type DevelopmentIssuer, developmentIssuer } from '../../src/identity/development-issuer.js';
import type { Role } from '../../src/identity/roles.js';
import { today } from '../../src/kernel/clock.js';
import { softwareCrypto } from '../../src/kernel/crypto.js';
import { gateFor } from '../../src/operation/gate.js';
import { rights } from '../../src/policy/index.js';
import type { Options, Report } from '../bench/report.js';
import { textClient, withScratch } from '../bench/scratch.js';
import { StandingClock } from '../support/clock.js';
import { holdsSomething } from './generate/emptiness.js';
import { type Generated, OperationGenerator } from './generate/generator.js';
import { Vocabulary } from './generate/vocabulary.js';

const keys = { hashKey: Buffer.alloc(32, 1), cipherKey: Buffer.alloc(16, 2), macKey: Buffer.alloc(32, 3) };
const LAST_LINES = `select outcome, coordinates, withheld, masked, refusals, records
  from audit.audit_line where kind = 'DISCLOSED' order by id desc limit 2`;

/** A line with the keys of its records in order. */
function ordered(line: Record<string, string>): string {
  const records = JSON.parse(line.records ?? '{}') as Record<string, string[]>;
  const sorted = Object.entries(records).map(([type, ids]) => [type, [...ids].sort()] as const);
  return JSON.stringify({ ...line, records: sorted.sort(([one], [other]) => (one < other ? -1 : 1)) });
}

/** Whoever asks both. */
interface Asker {
  readonly name: string;
  readonly role: Role;
  readonly headers: Record<string, string>;
}

/**
 * Operations generated from the schema, from every persona, asked of two hubs on one database: one that compiles, one
 * that resolves. Bodies are compared byte by byte but for the correlation id, and the lines of the trail but for their
 * order of keys. Ends with an error when one differs, or when operations without a computed field go to the resolvers
 * too often.
 */
export function differential({ operations = 4_000, seed = 1 }: Options): Promise<Report> {
  return withScratch('differential', async ({ databaseUrl }) => {
    const database = openPostgresql({ url: databaseUrl, connections: 6 });
    const clock = new StandingClock();
    const crypto = softwareCrypto(keys);
    await database.migrate();
    await seedProvince(database, crypto, clock, { lawyers: 400, firms: 30 });
    const issuer = await developmentIssuer(undefined, clock);
    const counts = { compiled: 0, fallback: 0 };
    const start = (compiled: boolean) =>
      startServer({
        hub: { database, clock, crypto, reactions, gate: gateFor(6) },
        credentials: credentialCheck([issuer.trusted], clock),
        log: { answered() {}, fault: (_id, error) => void console.error(error) },
        host: '127.0.0.1',
        port: 0,
        serveSubgraphs: false,
        compiled,
        compiledCounts: compiled ? counts : undefined,
        limits: { ratePerSecond: 1_000_000, rateBurst: 1_000_000, operationsAtOnce: 1_000 },
      });
    const hubs = [await start(true), await start(false)] as const;
    const lines = await textClient(databaseUrl);
    try {
      const vocabulary = await Vocabulary.harvest(
        database,
        subgraphs.flatMap(({ policies }) => policies),
      );
      const generator = new OperationGenerator(
        servedSchema(),
        vocabulary,
        new Random('differential', seed),
        today(clock),
      );
      const askers = await askersOf(issuer);
      const random = new Random('askers', seed);
      const tally = { operations: 0, differences: 0, answered: 0 };
      const differing: string[] = [];
      for (; tally.operations < operations && differing.length < 10; tally.operations++) {
        const asker = random.pick(askers);
        const operation = generator.next({ name: asker.name, rights: rights(asker.role), mutations: 0 });
        const bodies = [await answerOf(hubs[0], asker, operation), await answerOf(hubs[1], asker, operation)] as const;
        const { rows } = await lines.query(LAST_LINES);
        const told = rows.map(ordered);
        if (bodies[0] !== bodies[1] || told[0] !== told[1]) {
          tally.differences += 1;
          differing.push(difference(asker, operation, bodies, told));
        }
        const { data } = JSON.parse(bodies[1]) as { data?: unknown };
        if (holdsSomething(data)) tally.answered += 1;
        generator.learn(asker.name, operation, data);
      }
      if (differing.length > 0) throw new Error(`${differing.length} differences:\n${differing.join('\n\n')}`);
      const { covered, all } = generator.coverage;
      return {
        name: 'differential',
        ratios: {},
        counts: {
          ...tally,
          compiled: counts.compiled,
          fallbacks: counts.fallback,
          coordinatesCovered: covered,
          coordinates: all.length,
        },
        figures: { fallbackPercent: (100 * counts.fallback) / (counts.fallback + counts.compiled) },
      };
    } finally {
      await lines.end();
      for (const hub of hubs) await hub.close();
      await database.close();
    }
  });
}

async function askersOf(issuer: DevelopmentIssuer): Promise<Asker[]> {
  const known = personas.map(async ({ name, claims, purpose }) => ({
    name,
    role: claims.role as Role,
    headers: { authorization: `Bearer ${await issuer.token(claims)}`, 'x-lushu-purpose': purpose },
  }));
  return [{ name: 'public', role: 'public', headers: {} }, ...(await Promise.all(known))];
}

async function answerOf({ url }: RunningServer, { headers }: Asker, { query, variables }: Generated): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.text()).replace(/"correlationId":"[^"]*"/g, '"correlationId":""');
}

function difference(
  { name }: Asker,
  { query, variables }: Generated,
  bodies: readonly [string, string],
  told: string[],
): string {
  let at = 0;
  while (at < bodies[0].length && bodies[0][at] === bodies[1][at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 80), at + 200);
  const where = bodies[0] === bodies[1] ? `trail:\n${told.join('\n')}` : `${around(bodies[0])}\n${around(bodies[1])}`;
  return `as ${name}: ${query}\n${JSON.stringify(variables)}\n${where}`;
}
