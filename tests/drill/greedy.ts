import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { defaultLimits } from '../../src/kernel/limits.js';
import { command, serve } from '../bench/hub-process.js';
import { median, type Options, print, type Report } from '../bench/report.js';
import { type Scratch, textClient, tied, withScratch } from '../bench/scratch.js';
import { greedyLanes, politeLane } from './greedy-lanes.js';
import type { Ran, Run } from './lane-runner.js';

const WARM_UP_MILLIS = 3_000;
/** Fewer than three rounds tell nothing on a machine that others use too. */
const FEWEST_ROUNDS = 3;
const MOST_SLOWDOWN = 2;
const SETTLE_MILLIS = 3_000;

/**
 * A polite client's slow end (99th percentile) by itself and beside a client that floods the hub with all that its limits
 * refuse, in turns, with the limits of a hub whose operator set none; `slowdown` is the one over the other, each the
 * median of its rounds. Fails when the polite client is refused anything, or the greedy one nothing, or `slowdown` is over 2.
 */
export function greedy({
  lawyers = 8_000,
  firms = 500,
  rounds = 5,
  seconds = 6,
  connections = 48,
}: Options): Promise<Report> {
  if (rounds < FEWEST_ROUNDS) throw new Error(`--rounds is ${FEWEST_ROUNDS} at least`);
  return withScratch('greedy', async (scratch) => {
    await command(scratch, 'seed', '--lawyers', String(lawyers), '--firms', String(firms));
    const [token, greedyToken] = [
      await command(scratch, 'token', 'filing'),
      await command(scratch, 'token', 'justice'),
    ];
    const hub = await serve(scratch, defaultSettings);
    const [polite, flood] = [runner(), runner()];
    try {
      const lane = politeLane(token, await numbersOf(scratch));
      const ask = (milliseconds: number) => polite.run({ url: hub.url, lanes: [lane], milliseconds });
      await ask(WARM_UP_MILLIS);
      const [alone, beside, codes] = [[] as number[], [] as number[], {} as Record<string, number>];
      let requests = 0;
      for (let round = 0; round < rounds; round++) {
        const quiet = await ask(seconds * 1000);
        const lanes = greedyLanes(greedyToken, connections);
        const flooding = flood.run({ url: hub.url, lanes, milliseconds: seconds * 1000 + 500 });
        await sleep(500);
        const disturbed = await ask(seconds * 1000);
        for (const [code, count] of Object.entries((await flooding).codes)) codes[code] = (codes[code] ?? 0) + count;
        for (const { codes } of [quiet, disturbed])
          if (Object.keys(codes).join() !== 'OK') throw new Error(`the polite client got ${JSON.stringify(codes)}`);
        alone.push(p99(quiet));
        beside.push(p99(disturbed));
        requests += quiet.latencies.length + disturbed.latencies.length;
        await sleep(SETTLE_MILLIS);
      }
      console.log(`p99 in ms alone ${told(alone)}, beside ${told(beside)}`);
      return held(report(alone, beside, { politeRequests: requests, rounds, ...named(codes) }));
    } finally {
      polite.close();
      flood.close();
      await hub.close();
    }
  });
}

/** What benches open wide is as an operator has it. */
const defaultSettings = {
  LUSHU_RATE_PER_SECOND: String(defaultLimits.ratePerSecond),
  LUSHU_RATE_BURST: String(defaultLimits.rateBurst),
  LUSHU_OPERATIONS_AT_ONCE: String(defaultLimits.operationsAtOnce),
};

function report(alone: number[], beside: number[], counts: Report['counts']): Report {
  const refused = Object.keys(counts).filter((key) => key.startsWith('refused'));
  if (!refused.includes('refused RATE_LIMITED')) throw new Error(`the flood was not refused: ${refused.join()}`);
  const [politeAloneP99Ms, politeBesideGreedyP99Ms] = [median(alone), median(beside)];
  const slowdown = politeBesideGreedyP99Ms / politeAloneP99Ms;
  return { name: 'greedy', ratios: {}, counts, figures: { politeAloneP99Ms, politeBesideGreedyP99Ms, slowdown } };
}

/** Says what was measured before it fails. */
function held(measured: Report): Report {
  const { slowdown = Number.NaN } = measured.figures;
  if (slowdown <= MOST_SLOWDOWN) return measured;
  print(measured);
  throw new Error(
    `beside a greedy client the polite one is ${slowdown.toFixed(2)} times as slow, over ${MOST_SLOWDOWN}`,
  );
}

const told = (millis: readonly number[]) => millis.map((value) => value.toFixed(0)).join(' ');

const named = (codes: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(codes).map(([code, count]) => [code === 'OK' ? 'greedyAnswered' : `refused ${code}`, count]),
  );

const p99 = ({ latencies }: Ran): number => latencies[Math.floor(latencies.length * 0.99)] as number;

/** A load in a process of its own. */
function runner(): { run(told: Run): Promise<Ran>; close(): void } {
  const child = tied(fork(fileURLToPath(new URL('./lane-runner.js', import.meta.url))));
  return {
    async run(told) {
      child.send(told);
      return ((await once(child, 'message')) as [Ran])[0];
    },
    close: () => void child.kill(),
  };
}

async function numbersOf({ databaseUrl }: Scratch): Promise<string[]> {
  const client = await textClient(databaseUrl);
  const { rows } = await client.query<{ no: string }>(
    'select certificate_no as no from justice.lawyer order by md5(certificate_no) limit 5000',
  );
  await client.end();
  return rows.map(({ no }) => no);
}
