import { Agent, request } from 'node:http';
import { connect } from 'node:net';
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
import { leakIn, plantCanaries } from './fuzz-canaries.js';
import { mutated, type Sent } from './fuzz-request.js';
import { OperationGenerator } from './generate/generator.js';
import { Vocabulary } from './generate/vocabulary.js';

const HOST = fileURLToPath(new URL('./fuzz-host.js', import.meta.url));
const AT_ONCE = 6;
const MUTATED = 0.45;
const LEAST_ACCEPTED = 0.3;
const MOST_GROWTH_MIB = 64;
const MOST_FAULTS = 12;
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
  readonly headers: Record<string, string>;
}

/** What was wrong with an answer, and with which request. */
function told(what: string, sent: Sent, sender: Sender, { status, text }: { status: number; text: string }): string {
  const body = sent.body.toString('utf8').slice(0, 2_000);
  const { authorization, ...headers } = sent.headers;
  const asked = `${sent.method} ${sent.path.slice(0, 200)} ${JSON.stringify(headers).slice(0, 600)} ${authorization?.length ?? 'no'} letters of token`;
  return `${what} as ${sender.name}: ${asked}\n${body}\n→ ${status} ${text.slice(0, 1_000)}`;
}

/**
 * Operations generated from the schema, and requests with bytes, headers, tokens, methods and addresses changed, from
 * every persona at once against a hub in a process of its own whose hidden values are marked. Ends with an error
 * after an INTERNAL, a crash or a leak, when less than 30 % was executed, or when the hub's heap grew by more than 64 MiB.
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
      const senders = await sendersOf(scratch.folder);
      const random = new Random('fuzz', seed);
      const generator = new OperationGenerator(
        servedSchema(),
        vocabulary,
        new Random('fuzz-operations', seed),
        today(systemClock),
      );
      const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
      const counts = { operations: 0, accepted: 0, mutated: 0, internal: 0, leaks: 0, crashes: 0 };
      const begun = performance.now();
      const isOver = () => faults.length >= MOST_FAULTS || performance.now() - begun > seconds * 1000;
      let baseline: number | null = null;
      const faults: string[] = [];

      const one = async () => {
        const sender = random.pick(senders);
        const operation = generator.next({ name: sender.name, rights: rights(sender.role) });
        const body = Buffer.from(JSON.stringify({ query: operation.query, variables: operation.variables }));
        const plain: Sent = {
          method: 'POST',
          path: '/graphql',
          headers: { 'content-type': 'application/json', ...sender.headers },
          body,
        };
        const isMutated = random.chance(MUTATED);
        const sent = isMutated ? mutated(plain, random) : plain;
        const { status, text } = await answerTo(hub.url, sent, agent);
        counts.operations += 1;
        counts.mutated += isMutated ? 1 : 0;
        const fault = (what: string) => faults.push(told(what, sent, sender, { status, text }));
        if (exit !== null) {
          counts.crashes += 1;
          fault(`the hub ended (${exit})`);
        }
        if ((status >= 500 && status !== 503) || text.includes('"INTERNAL"')) {
          counts.internal += 1;
          fault('an inner error');
        }
        // a changed header may change who asks: then only what nobody may see is a leak
        const leak = leakIn(text, isMutated ? 'justice' : sender.role);
        if (leak) {
          counts.leaks += 1;
          fault(`a leak (${leak})`);
        }
        const data = dataIn(text);
        if (data !== null) counts.accepted += 1;
        if (!isMutated) generator.learn(sender.name, operation, data);
      };
      const loop = async () => {
        for (let turn = 0; !isOver(); turn++) {
          await one();
          if (turn % 50 === 0) await garble(hub.url, random);
        }
      };
      const quarter = seconds * 250;
      const watch = (async () => {
        while (!isOver() && performance.now() - begun < quarter) await new Promise((done) => setTimeout(done, 50));
        baseline = await heapOf(hub);
      })();
      await Promise.all([watch, ...Array.from({ length: AT_ONCE }, loop)]);
      agent.destroy();
      if (faults.length > 0) throw new Error(`${faults.length} faults:\n${faults.join('\n\n')}`);
      const heapGrowthMiB = ((await heapOf(hub)) - (baseline ?? 0)) / 2 ** 20;
      const accepted = counts.accepted / counts.operations;
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

async function sendersOf(folder: string): Promise<Sender[]> {
  const issuer = await developmentIssuer(folder, systemClock);
  const known = personas.map(async ({ name, claims, purpose }) => ({
    name,
    role: claims.role as Role,
    headers: { authorization: `Bearer ${await issuer.token(claims)}`, 'x-lushu-purpose': purpose },
  }));
  return [{ name: 'public', role: 'public', headers: {} }, ...(await Promise.all(known))];
}

/** Sends one request; what Node cannot even send, or the hub ends without an answer, is status 0. */
function answerTo(
  url: string,
  { method, path, headers, body }: Sent,
  agent: Agent,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    const nothing = () => resolve({ status: 0, text: '' });
    try {
      const sent = request(
        new URL(url),
        { method, path, agent, headers: { ...headers, 'content-length': body.length } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', nothing);
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
          );
        },
      );
      sent.on('error', nothing);
      sent.end(body);
    } catch {
      nothing();
    }
  });
}

/** Bytes that are no HTTP, or half of it, on a connection that is then dropped. */
function garble(url: string, random: Random): Promise<void> {
  const { hostname, port } = new URL(url);
  const bytes = Buffer.from(Array.from({ length: random.int(1, 400) }, () => random.int(0, 255)));
  const half = Buffer.from(`POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{"query":`);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
    socket.on('connect', () => {
      socket.write(random.chance(0.5) ? bytes : half);
      setTimeout(() => socket.destroy(), 20);
    });
  });
}

/** The data of an executed operation; null when there was none. */
function dataIn(text: string): unknown {
  try {
    const { data } = JSON.parse(text) as { data?: unknown };
    return data ?? null;
  } catch {
    return null;
  }
}

function heapOf({ child }: HubProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('message', (bytes) => resolve(Number(bytes)));
    child.send('heap');
  });
}
