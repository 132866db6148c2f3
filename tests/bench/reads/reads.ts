import { command } from '../hub-process.js';
import type { Options, Report } from '../report.js';
import { withScratch } from '../scratch.js';
import { loadGenerator } from '../workers.js';
import { writeChart } from './chart.js';
import { growth } from './growth.js';
import { distinctOperations } from './memory.js';
import { outcome } from './outcome.js';
import { installPeers, peerVersions } from './peer-packages.js';
import { layPeerViews } from './peer-views.js';
import { sameAnswers } from './same-answers.js';
import { drawn, shapes } from './shapes.js';
import { startSides } from './sides.js';
import { Turns } from './turns.js';

/**
 * Five questions of a filing window: the hub with permissions and trail against peers without either, on the same data,
 * in turns. All answers are compared before the clock starts. `--growth 1` adds the hub at
 * 8,000 and 750,000 lawyers; `--distinct` is how many operations leave the plan cache within its bound; `--chart 1` writes `reads.svg` beside the benches' sources.
 */
export async function reads(options: Options): Promise<Report> {
  const { lawyers = 40_000, firms = 2_500, rounds = 5, seconds = 3, connections = 12, distinct = 10_000 } = options;
  await installPeers();
  console.log(peerVersions());
  const report = await withScratch('reads', async (scratch) => {
    await command(scratch, 'seed', '--lawyers', String(lawyers), '--firms', String(firms));
    const token = await command(scratch, 'token', 'filing');
    await layPeerViews(scratch.databaseUrl);
    const asked = await drawn(scratch, shapes);
    const sides = await startSides(scratch);
    const generator = loadGenerator();
    try {
      const same = await sameAnswers(sides, asked, token);
      console.log(
        `${same.compared} answers of ${sides.length - 1} servers are the hub's, which name ${same.lawyers} lawyers`,
      );
      const turns = new Turns(generator, token, connections);
      for (const side of sides)
        for (const shape of shapes) turns.enter(side, shape, asked[shape], same.leastBytes.get(side)?.[shape] ?? 0);
      await turns.run(rounds, seconds * 1000);
      if (options.chart) writeChart(turns, lawyers);
      const kept = await distinctOperations(scratch, asked.single.flat(), distinct);
      const found = outcome(turns, { lawyers, rounds, compared: same.compared, ...kept.counts });
      return { ...found, figures: { ...found.figures, ...kept.figures } };
    } finally {
      generator.close();
      for (const side of sides) await side.close();
    }
  });
  if (!options.growth) return report;
  const grown = await growth(options);
  return { ...report, ratios: { ...report.ratios, ...grown.ratios }, figures: { ...report.figures, ...grown.figures } };
}
