import { bodyOf, GraphqlClient } from '../client.js';
import { command, serve } from '../hub-process.js';
import type { Options, Report } from '../report.js';
import { type Scratch, withScratch } from '../scratch.js';
import { loadGenerator } from '../workers.js';
import { type Asked, drawn, queries, type Shape } from './shapes.js';
import { PURPOSE } from './sides.js';
import { type Turn, Turns } from './turns.js';

const grown: readonly Shape[] = ['single', 'hundred'];
const LAWYERS_A_FIRM = 16;

/** The hub alone at 8,000 and at 750,000 lawyers, in turns: by how much the same question takes longer. */
export function growth(options: Options): Promise<Pick<Report, 'ratios' | 'figures'>> {
  const { small = 8_000, large = 750_000, rounds = 5, seconds = 3, connections = 12 } = options;
  return withScratch('reads_small', (few) =>
    withScratch('reads_large', async ({ databaseUrl }) => {
      // one development issuer for both, and one token
      const many: Scratch = { databaseUrl, folder: few.folder };
      const token = await command(few, 'token', 'filing');
      const generator = loadGenerator();
      const turns = new Turns(generator, token, connections);
      const hubs = [];
      try {
        for (const [name, scratch, lawyers] of [
          ['small', few, small],
          ['large', many, large],
        ] as const) {
          const firms = Math.ceil(lawyers / LAWYERS_A_FIRM);
          await command(scratch, 'seed', '--lawyers', String(lawyers), '--firms', String(firms));
          const hub = { name, ...(await serve(scratch)), queries };
          hubs.push(hub);
          const asked = await drawn(scratch, grown);
          for (const shape of grown) turns.enter(hub, shape, asked[shape], await shortest(hub, shape, asked, token));
        }
        await turns.run(rounds, seconds * 1000);
        const ratio = (shape: Shape) => turns.rate('large', shape) / turns.rate('small', shape);
        return {
          ratios: { growthSingle: ratio('single'), growth100: ratio('hundred') },
          figures: {
            singleSmallPerSecond: turns.rate('small', 'single'),
            singleLargePerSecond: turns.rate('large', 'single'),
            hundredSmallPerSecond: turns.rate('small', 'hundred'),
            hundredLargePerSecond: turns.rate('large', 'hundred'),
          },
        };
      } finally {
        generator.close();
        for (const hub of hubs) await hub.close();
      }
    }),
  );
}

/** The same as a bench of its own. */
export async function growthAlone(options: Options): Promise<Report> {
  return { name: 'growth', ...(await growth(options)), counts: { rounds: options.rounds ?? 5 } };
}

/** Bytes of the shortest answer to what is asked; throws on an error or on a lawyer who is not there. */
async function shortest({ url }: Turn, shape: Shape, asked: Asked, token: string): Promise<number> {
  const client = new GraphqlClient(url, token, PURPOSE);
  let least = Number.POSITIVE_INFINITY;
  for (const value of asked[shape]) {
    const text = await client.post(bodyOf(queries[shape], { asked: value }));
    const { data, errors } = JSON.parse(text) as { data?: object; errors?: unknown };
    if (errors || !data || [Object.values(data)[0]].flat().includes(null))
      throw new Error(`${shape}: ${text.slice(0, 500)}`);
    least = Math.min(least, Buffer.byteLength(text));
  }
  client.close();
  return least;
}
