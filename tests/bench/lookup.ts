import { GraphqlClient } from './client.js';
import { command, serve } from './hub-process.js';
import { queries, type Shape } from './lookup-query.js';
import { median, type Options, type Report } from './report.js';
import { type Scratch, textClient, withScratch } from './scratch.js';
import { limitServer, loadGenerator } from './workers.js';

const PURPOSE = 'CASE_FILING';
const shapes: readonly Shape[] = ['batch100', 'single'];
const BATCH = 100;
const BODIES: Readonly<Record<Shape, number>> = { batch100: 64, single: 1000 };
const WARM_UP_MILLIS = 2_000;

/** One side's requests a second and its slow end, round by round. */
interface Measured {
  readonly rates: number[];
  readonly p99Ms: number[];
}

/**
 * A hundred lawyers with firm and penalties, and one, asked as a court's filing window: the hub against a bare
 * node:http + pg server that returns the same bytes, in turns, load from a process of its own.
 */
export function lookup({
  lawyers = 40_000,
  firms = 2_500,
  rounds = 5,
  seconds = 4,
  connections = 12,
}: Options): Promise<Report> {
  return withScratch('lookup', async (scratch) => {
    await command(scratch, 'seed', '--lawyers', String(lawyers), '--firms', String(firms));
    const token = await command(scratch, 'token', 'filing');
    const bodies = await bodiesOf(scratch);
    const hub = await serve(scratch);
    const limit = await limitServer(scratch.databaseUrl);
    const generator = loadGenerator();
    try {
      await sameBytes(hub.url, limit.url, token, bodies);
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'x-lushu-purpose': PURPOSE,
      };
      const sides = { hub: hub.url, limit: limit.url };
      const load = (side: keyof typeof sides, shape: Shape, milliseconds: number) =>
        generator.send({ url: sides[side], headers, bodies: bodies[shape], connections, milliseconds });
      const measured = new Map<string, Measured>();
      let requests = 0;
      for (const shape of shapes) for (const side of ['hub', 'limit'] as const) await load(side, shape, WARM_UP_MILLIS);
      for (let round = 0; round < rounds; round++)
        for (const shape of shapes)
          for (const side of ['hub', 'limit'] as const) {
            const result = await load(side, shape, seconds * 1000);
            const known = measured.get(side + shape) ?? { rates: [], p99Ms: [] };
            known.rates.push(result.requests / result.seconds);
            known.p99Ms.push(result.p99Ms);
            measured.set(side + shape, known);
            requests += result.requests;
          }
      return report(measured, { lawyers, requests, rounds });
    } finally {
      generator.close();
      limit.close();
      await hub.close();
    }
  });
}

/** Requests about lawyers drawn at large, the same for both sides. */
async function bodiesOf({ databaseUrl }: Scratch): Promise<Record<Shape, string[]>> {
  const client = await textClient(databaseUrl);
  const { rows } = await client.query<{ no: string }>(
    `select certificate_no as no from justice.lawyer order by md5(certificate_no) limit ${BODIES.batch100 * BATCH}`,
  );
  await client.end();
  const numbers = rows.map(({ no }) => no);
  if (numbers.length < 1000) throw new Error(`only ${numbers.length} lawyers to ask about`);
  const body = (shape: Shape, asked: unknown) => JSON.stringify({ query: queries[shape], variables: { asked } });
  const hundred = (start: number) => Array.from({ length: BATCH }, (_, i) => numbers[(start + i) % numbers.length]);
  return {
    batch100: Array.from({ length: BODIES.batch100 }, (_, i) => body('batch100', hundred(i * BATCH))),
    single: numbers.slice(0, BODIES.single).map((no) => body('single', no)),
  };
}

/** Throws unless hub and limit answer every request of the bench with the same bytes. */
async function sameBytes(
  hubUrl: string,
  limitUrl: string,
  token: string,
  bodies: Record<Shape, string[]>,
): Promise<void> {
  const clients = [hubUrl, limitUrl].map((url) => new GraphqlClient(url, token, PURPOSE));
  for (const body of [...bodies.batch100, ...bodies.single.slice(0, 100)]) {
    const [hub, limit] = (await Promise.all(clients.map((client) => client.post(Buffer.from(body))))) as [
      string,
      string,
    ];
    if (hub === limit) continue;
    let at = 0;
    while (hub[at] === limit[at]) at++;
    const around = (text: string) => text.slice(Math.max(0, at - 60), at + 200);
    throw new Error(`the answers differ at ${at}:\n${around(hub)}\n${around(limit)}`);
  }
  for (const client of clients) client.close();
}

function report(measured: ReadonlyMap<string, Measured>, counts: Report['counts']): Report {
  const of = (side: string, shape: Shape, what: keyof Measured) => median(measured.get(side + shape)?.[what] ?? []);
  const ratio = (shape: Shape) => of('hub', shape, 'rates') / of('limit', shape, 'rates');
  return {
    name: 'lookup',
    ratios: { 'batch100/limit': ratio('batch100'), 'single/limit': ratio('single') },
    counts,
    figures: {
      batch100PerSecond: of('hub', 'batch100', 'rates'),
      batch100LimitPerSecond: of('limit', 'batch100', 'rates'),
      singlePerSecond: of('hub', 'single', 'rates'),
      singleLimitPerSecond: of('limit', 'single', 'rates'),
      batch100P99Ms: of('hub', 'batch100', 'p99Ms'),
      singleP99Ms: of('hub', 'single', 'p99Ms'),
    },
  };
}
