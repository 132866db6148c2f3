import { createServer } from 'node:net';
import { bodyOf, GraphqlClient } from '../client.js';
import { command, serve } from '../hub-process.js';
import type { Report } from '../report.js';
import type { Scratch } from '../scratch.js';
import { PURPOSE } from './sides.js';

const [CLIENTS, MIB] = [8, 1 << 20];
/** What the hub promises: it keeps no more plans than this. */
const BOUND = 1_000;

/** Asks so many distinct operations of a hub of its own; how many plans it keeps then, and how its heap stands. */
export async function distinctOperations(
  scratch: Scratch,
  certificateNos: readonly string[],
  operations: number,
): Promise<Pick<Report, 'counts' | 'figures'>> {
  const port = await freePort();
  const token = await command(scratch, 'token', 'filing');
  const hub = await serve(scratch, { LUSHU_METRICS_PORT: String(port) });
  const clients = Array.from({ length: CLIENTS }, () => new GraphqlClient(hub.url, token, PURPOSE));
  const metric = async (name: string) => {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const value = new RegExp(`^${name}(?:\\{way="COMPILED"\\})? (\\S+)$`, 'm').exec(text)?.[1];
    if (value === undefined) throw new Error(`the hub does not tell ${name}`);
    return Number(value);
  };
  try {
    let next = 0;
    const asking = clients.map(async (client) => {
      for (let at = next++; at < operations; at = next++) {
        const asked = certificateNos[at % certificateNos.length];
        const query = `query($asked: String!) { lawyer(certificateNo: $asked) { n${at}: fullName practisingFirm { name } } }`;
        const { data } = JSON.parse(await client.post(bodyOf(query, { asked })));
        if (typeof data?.lawyer?.[`n${at}`] !== 'string') throw new Error(`operation ${at} was not answered`);
      }
    });
    await Promise.all(asking);
    const [kept, compiled] = [await metric('lushu_plans_kept'), await metric('lushu_queries_total')];
    if (compiled < operations) throw new Error(`only ${compiled} of ${operations} operations were compiled`);
    if (kept > BOUND) throw new Error(`${kept} plans are kept, ${BOUND} at most were promised`);
    const heap = await metric('nodejs_heap_size_used_bytes');
    return { counts: { distinctOperations: operations, plansKept: kept }, figures: { heapAfterMiB: heap / MIB } };
  } finally {
    for (const client of clients) client.close();
    await hub.close();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
