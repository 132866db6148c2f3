import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Connections that each send the next body as soon as the answer to the last has come, and a pause is over. */
export interface Lane {
  /** Method and path when it is not POST to the address of the run. */
  readonly method?: string;
  readonly path?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: readonly string[];
  readonly connections: number;
  readonly pauseMillis: number;
}

/** What a runner is told to do. */
export interface Run {
  readonly url: string;
  readonly lanes: readonly Lane[];
  readonly milliseconds: number;
}

/** Milliseconds of every answer, in order, and how many answers had which code; `OK` when none. */
export interface Ran {
  readonly latencies: readonly number[];
  readonly codes: Readonly<Record<string, number>>;
}

async function run({ url, lanes, milliseconds }: Run): Promise<Ran> {
  const until = performance.now() + milliseconds;
  const latencies: number[] = [];
  const codes: Record<string, number> = {};
  const drive = async (lane: Lane, first: number) => {
    const { bodies, pauseMillis } = lane;
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let next = first; performance.now() < until; next++) {
      const sentAt = performance.now();
      const code = await sent(url, lane, bodies[next % bodies.length] as string, agent);
      latencies.push(performance.now() - sentAt);
      codes[code] = (codes[code] ?? 0) + 1;
      if (pauseMillis > 0) await sleep(pauseMillis);
    }
    agent.destroy();
  };
  await Promise.all(
    lanes.flatMap((lane) => Array.from({ length: lane.connections }, (_, index) => drive(lane, index * 7))),
  );
  return { latencies: latencies.sort((a, b) => a - b), codes };
}

/** The code of the first error of the answer. A connection that is cut is a code too, and the next request opens another. */
function sent(url: string, { headers, method = 'POST', path }: Lane, body: string, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    const length = { 'content-length': Buffer.byteLength(body) };
    const address = path === undefined ? url : new URL(path, url);
    const sending = request(address, { method, agent, headers: { ...headers, ...length } }, (response) => {
      let head = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        if (head.length < 2_000) head += text;
      });
      response.on('end', () => resolve(/"code":"([A-Z_]+)"/.exec(/^\{"errors"/.test(head) ? head : '')?.[1] ?? 'OK'));
      response.on('error', () => resolve('CUT'));
    });
    sending.on('error', () => resolve('CUT'));
    sending.end(body);
  });
}

process.on('message', async (told: Run) => process.send?.(await run(told)));
process.on('disconnect', () => process.exit(0));
