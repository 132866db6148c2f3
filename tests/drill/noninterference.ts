import 'reflect-metadata';
import { userInfo } from 'node:os';
import { roles } from '../../src/identity/roles.js';
import type { Options, Report } from '../bench/report.js';
import { exemptPairs } from './noninterference/pairs.js';
import { inProcesses } from './noninterference/processes.js';
import type { RunOptions, RunReport } from './noninterference/run.js';
import type { Difference } from './noninterference/session.js';
import { clear, type Server } from './noninterference/twins.js';

/** What a run does that is told nothing. */
export const [DEFAULT_OPERATIONS, DEFAULT_SEED] = [8_000, 1];

const PROCESSES = 2;
/** What chance has not reached is asked for again, by a run half as long each time; what nothing reaches stays missing. */
const [PASSES, SHARE_OF_LATER] = [3, 0.5];
const OTHER_SEED = 7_919;
const ENOUGH_DIFFERENCES = 10;
const LEAST_NON_EMPTY = 90;

const server = (): string =>
  process.env.BENCH_DATABASE_URL ?? `postgres://${userInfo().username}@127.0.0.1:5432/postgres`;

/**
 * Non-interference: for each role and each field hidden from it, two databases that differ only there answer the same,
 * byte by byte. `--resolved 1` has the resolvers answer everything; else queries are compiled where they can be. Throws when answers differ, when they are mostly empty, or when a coordinate or a pair was not reached.
 */
export async function noninterference({
  operations = DEFAULT_OPERATIONS,
  seed = DEFAULT_SEED,
  resolved = 0,
}: Options): Promise<Report> {
  const began = performance.now();
  const place = { server: server(), prefix: `lushu_drill_${process.pid}` };
  const parts = await Promise.race([
    passes({ place, operations, seed, compiled: resolved === 0 }),
    interruption(),
  ]).finally(() => clear(place));
  const sum = (count: (part: RunReport) => number) => parts.reduce((total, part) => total + count(part), 0);
  const union = (list: (part: RunReport) => readonly string[]) => [...new Set(parts.flatMap((part) => list(part)))];
  const differences = parts.flatMap((part) => part.differences);
  const [executed, nonEmpty] = [sum((part) => part.executed), sum((part) => part.nonEmpty)];
  const coordinates = parts[0]?.coordinates ?? [];
  const missing = missingFrom(parts);
  const [hidden, pairs] = [union((part) => part.hidden), union((part) => part.pairs)];
  const untried = hidden.filter((pair) => !pairs.includes(pair));
  const nonEmptyPercent = (100 * nonEmpty) / Math.max(1, executed);
  for (const difference of differences) tell(difference);
  const report: Report = {
    name: 'noninterference',
    ratios: {},
    counts: {
      operations: sum((part) => part.operations),
      executed,
      refused: sum((part) => part.refused),
      mutations: sum((part) => part.mutations),
      pairs: pairs.length,
      constant: union((part) => part.constant).length,
      exempt: exemptPairs(roles).length,
      declared: sum((part) => part.declared),
      differences: differences.length,
      coordinatesCovered: coordinates.length - missing.length,
      coordinates: coordinates.length,
    },
    figures: { nonEmptyPercent, seconds: (performance.now() - began) / 1_000 },
  };
  const faults = union((part) => part.faults);
  const failings = [
    ...(differences.length > 0 ? [`${differences.length} answers differ`] : []),
    ...(nonEmptyPercent < LEAST_NON_EMPTY
      ? [`only ${nonEmptyPercent.toFixed(1)} % of the answers hold something`]
      : []),
    ...(missing.length > 0 ? [`never reached: ${missing.join(', ')}`] : []),
    ...(untried.length > 0 ? [`never differed: ${untried.join(', ')}`] : []),
    ...(faults.length > 0 ? [`${faults.length} faults of the hub: ${faults.slice(0, 3).join('\n')}`] : []),
  ];
  if (failings.length > 0) throw new Error(`${JSON.stringify(report)}\n${failings.join('\n')}`);
  return report;
}

type Passes = Pick<RunOptions, 'operations' | 'seed' | 'compiled'> & { readonly place: Server };

/** Runs until every coordinate was reached or something differed, three times at most; what all runs found. */
async function passes({ operations, seed, ...rest }: Passes): Promise<RunReport[]> {
  const parts: RunReport[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    const asked = pass === 0 ? operations : Math.ceil(operations * SHARE_OF_LATER);
    const options = { ...rest, operations: asked, seed: seed + pass * OTHER_SEED, most: ENOUGH_DIFFERENCES };
    parts.push(...(await inProcesses(options, PROCESSES)));
    if (missingFrom(parts).length === 0 || parts.some(({ differences }) => differences.length > 0)) break;
  }
  return parts;
}

/** Coordinates that no part reached. */
const missingFrom = (parts: readonly RunReport[]): string[] =>
  (parts[0]?.coordinates ?? []).filter((coordinate) => parts.every(({ missing }) => missing.includes(coordinate)));

function interruption(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => reject(new Error(`ended by ${signal}`)));
  });
}

function tell({ asker, hidden, operation, first, second }: Difference): void {
  const answers = [first, second].map(({ status, headers, text }) => `${status} ${headers}\n${text}`);
  console.error(
    [
      `${asker} can tell ${hidden.join(', ')}:`,
      operation.query,
      JSON.stringify(operation.variables),
      ...answers,
      '',
    ].join('\n'),
  );
}
