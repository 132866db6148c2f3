import { fileURLToPath } from 'node:url';
import { personas } from '../../seeds/personas.js';
import { Random } from '../../seeds/random.js';
import { servedSchema } from '../../src/api/schema.js';
import { openPostgresql } from '../../src/db/postgresql.js';
import { subgraphs } from '../../src/domain/index.js';
import { developmentIssuer } from '../../src/identity/development-issuer.js';
import type { Role } from '../../src/identity/roles.js';
import { systemClock, today } from '../../src/kernel/clock.js';
import { rights } from '../../src/policy/index.js';
import { command, type HubProcess, serve } from '../bench/hub-process.js';
import type { Options, Report } from '../bench/report.js';
import { withScratch } from '../bench/scratch.js';
import { plantCanaries } from './fuzz-canaries.js';
import { Bearers } from './fuzz-judge.js';
import { mutated, type Sent } from './fuzz-request.js';
import { type Asked, fuzzRun } from './fuzz-run.js';
import { SubgraphOperations } from './fuzz-subgraphs.js';
import { type GeneratedFor, OperationGenerator } from './generate/generator.js';
import { Vocabulary } from './generate/vocabulary.js';

const HOST = fileURLToPath(new URL('./fuzz-host.js', import.meta.url));
const [MUTATED, TO_SUBGRAPHS] = [0.45, 0.25];
const LEAST_ACCEPTED = 0.3;
const MOST_GROWTH_MIB = 64;
/** What the hub does under a flood is another drill's; here every request is to be looked at. */
const settings = {
  LUSHU_RATE_PER_SECOND: '1000000',
  LUSHU_RATE_BURST: '1000000',
  LUSHU_OPERATIONS_AT_ONCE: '1000',
  LUSHU_SUBGRAPHS: 'on',
};

/** Somebody who sends. */
interface Sender {
  readonly name: string;
  readonly role: Role;
  readonly token: string | null;
  readonly headers: Record<string, string>;
}

/**
 * Operations generated from the schema and the subgraphs', and requests with bytes, headers, tokens, methods and
 * addresses changed, from every persona at once against a hub in a process of its own whose hidden values are marked.
 * Ends with an error after an INTERNAL, a crash, a leak to the role whose token a request carried, or a request without
 * an answer; when less than 30 % was executed, or when the hub's heap grew by more than 64 MiB.
 */
export function fuzz({ seconds = 60, seed = 1 }: Options): Promise<Report> {
  return withScratch('fuzz', async (scratch) => {
    await command(scratch, 'seed', '--lawyers', '400', '--firms', '30');
    const database = openPostgresql({ url: scratch.databaseUrl, connections: 2 });
    const vocabulary = await Vocabulary.harvest(
      database,
      subgraphs.flatMap(({ policies }) => policies),
    );
    await plantCanaries(database);
    await database.close();
    const hub = await serve(scratch, settings, { module: HOST, flags: ['--expose-gc'] });
    let exit: string | null = null;
    hub.child.once('exit', (code, signal) => {
      exit = `${code ?? signal}`;
    });
    try {
      const { senders, gateway } = await sendersOf(scratch.folder);
      const others = [...senders.map(({ headers }) => headers), { authorization: `Bearer ${gateway}` }].filter(
        (headers) => 'authorization' in headers,
      );
      const bearers = new Bearers(senders.flatMap(({ token, role }) => (token ? [[token, role] as const] : [])));
      const random = new Random('fuzz', seed);
      const generator = new OperationGenerator(
        servedSchema(),
        vocabulary,
        new Random('fuzz-operations', seed),
        today(systemClock),
      );
      const toSubgraphs = new SubgraphOperations(vocabulary, new Random('fuzz-subgraphs', seed), today(systemClock));
      const next = (): Asked => {
        const sender = random.pick(senders);
        const asker = { name: sender.name, rights: rights(sender.role) };
        const isToSubgraph = random.chance(TO_SUBGRAPHS);
        const { path, operation, learn } = isToSubgraph ? toSubgraphs.next(asker) : served(asker);
        const plain: Sent = {
          method: 'POST',
          path,
          headers: {
            'content-type': 'application/json',
            ...sender.headers,
            ...(isToSubgraph ? { 'x-lushu-gateway': gateway } : {}),
          },
          body: Buffer.from(JSON.stringify({ query: operation.query, variables: operation.variables })),
        };
        const isMutated = random.chance(MUTATED);
        return { by: sender.name, sent: isMutated ? mutated(plain, random, others) : plain, isMutated, learn };
      };
      const served = (asker: GeneratedFor) => {
        const operation = generator.next(asker);
        return { path: '/graphql', operation, learn: (data: unknown) => generator.learn(asker.name, operation, data) };
      };
      const begun = performance.now();
      const passed = () => performance.now() - begun;
      const running = fuzzRun(
        { url: hub.url, ended: () => exit },
        { next, bearers, random, isOver: () => passed() > seconds * 1000 },
      );
      const quarter = new Promise((done) => setTimeout(done, seconds * 250));
      await Promise.race([running, quarter]);
      const baseline = await heapOf(hub);
      const { counts, faults } = await running;
      if (faults.length > 0)
        throw new Error(`${JSON.stringify(counts)}\n${faults.length} faults:\n${faults.join('\n\n')}`);
      const heapGrowthMiB = ((await heapOf(hub)) - baseline) / 2 ** 20;
      const accepted = counts.accepted / counts.operations;
      if (counts.acceptedBySubgraphs === 0) throw new Error('no subgraph executed anything');
      if (accepted < LEAST_ACCEPTED)
        throw new Error(`only ${(accepted * 100).toFixed(1)} % of the operations were executed`);
      if (heapGrowthMiB > MOST_GROWTH_MIB) throw new Error(`the hub's heap grew by ${heapGrowthMiB.toFixed(1)} MiB`);
      const { covered, all } = generator.coverage;
      return {
        name: 'fuzz',
        ratios: {},
        counts: { ...counts, coordinatesCovered: covered, coordinates: all.length },
        figures: { heapGrowthMiB, acceptedPercent: accepted * 100, perSecond: counts.operations / seconds },
      };
    } finally {
      await hub.close();
    }
  });
}

async function sendersOf(folder: string): Promise<{ senders: Sender[]; gateway: string }> {
  const issuer = await developmentIssuer(folder, systemClock);
  const known = await Promise.all(
    personas.map(async ({ name, claims, purpose }) => {
      const token = await issuer.token(claims);
      const headers = { authorization: `Bearer ${token}`, 'x-lushu-purpose': purpose };
      return { name, role: claims.role as Role, token, headers };
    }),
  );
  const gateway = await issuer.token({ subject: 'gateway', clientId: 'gateway', role: 'gateway' });
  return {
    senders: [{ name: 'public', role: 'public', token: null, headers: {} }, ...known],
    gateway,
  };
}

/** Bytes in use; not a number when the hub has ended. */
function heapOf({ child }: HubProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('message', (bytes) => resolve(Number(bytes)));
    child.once('exit', () => resolve(Number.NaN));
    child.send('heap', () => child.connected || resolve(Number.NaN));
  });
}
