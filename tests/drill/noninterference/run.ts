import 'reflect-metadata';
import { Random } from '../../../seeds/random.js';
import { servedSchema } from '../../../src/api/schema.js';
import { today } from '../../../src/kernel/clock.js';
import { OperationGenerator } from '../generate/generator.js';
import { Vocabulary } from '../generate/vocabulary.js';
import { policies } from './pairs.js';
import { Findings, session } from './session.js';
import { identities, publicKeys } from './stage.js';
import { type Place, startTwins, type Twins } from './twins.js';

/** What a run is asked to do. `askers` are those whose place in the list, modulo `of`, is `part`. */
export interface RunOptions {
  readonly place: Place;
  readonly operations: number;
  readonly seed: number;
  /** Whether the hubs compile what they can, or resolve everything. */
  readonly compiled: boolean;
  readonly part: number;
  readonly of: number;
  /** Differences after which the run ends. */
  readonly most: number;
}

/** What a run found, in a form that passes between processes. */
export interface RunReport {
  readonly operations: number;
  readonly executed: number;
  readonly nonEmpty: number;
  readonly refused: number;
  readonly mutations: number;
  readonly declared: number;
  readonly pairs: readonly string[];
  readonly hidden: readonly string[];
  readonly constant: readonly string[];
  readonly coordinates: readonly string[];
  readonly missing: readonly string[];
  readonly faults: readonly string[];
  readonly differences: Findings['differences'];
}

/** Operations of one asker between two variations, as long as there are few; and how often things are varied at most. */
const [SESSION, ROUNDS] = [150, 3];

/** Starts twins and compares them. */
export async function run(options: RunOptions): Promise<RunReport> {
  const twins = await startTwins(options.place, options.seed, options.compiled);
  try {
    return await compared(twins, options);
  } finally {
    await twins.close();
  }
}

/** Compares two hubs that differ only in what the asker may not see, asker after asker. */
export async function compared(twins: Twins, options: Omit<RunOptions, 'place' | 'compiled'>): Promise<RunReport> {
  const { operations, seed, part, of, most } = options;
  const schema = servedSchema();
  const day = today(twins.clock);
  const random = new Random('noninterference', seed, part);
  const generator = new OperationGenerator(schema, await wordsOf(twins, day), random, day);
  const findings = new Findings();
  const askers = twins.askers.filter((_, place) => place % of === part);
  const rounds = Math.min(ROUNDS, Math.max(1, Math.round(operations / (askers.length * SESSION))));
  const each = Math.ceil(operations / (askers.length * rounds));
  for (let round = 0; round < rounds; round++)
    for (const asker of askers) {
      const left = most - findings.differences.length;
      if (left <= 0) break;
      // everything differs at first; later a part, so that no two differences hide each other
      const share = round % 2 === 0 ? 1 : 0.5;
      const its = { operations: each, share, salt: `${seed}/${round}`, most: Math.min(3, left) };
      await session(twins, schema, generator, asker, random, its, findings);
    }
  return reported(twins, generator, findings);
}

async function wordsOf(twins: Twins, day: string): Promise<Vocabulary> {
  const words = await Vocabulary.harvest(twins.first.database, policies);
  words.add('identity', identities(day));
  words.add(
    'publicKey',
    publicKeys(24).map((jwk) => ({ jwk })),
  );
  return words;
}

function reported(twins: Twins, { coverage }: OperationGenerator, findings: Findings): RunReport {
  const { operations, executed, nonEmpty, refused, mutations, declared, differences } = findings;
  const faults = [...twins.first.faults, ...twins.second.faults];
  return {
    operations,
    executed,
    nonEmpty,
    refused,
    mutations,
    declared,
    pairs: [...findings.pairs],
    hidden: [...findings.hidden],
    constant: [...findings.constant],
    coordinates: coverage.all,
    missing: coverage.missing,
    faults: faults.map((fault) => String((fault as Error)?.stack ?? fault)),
    differences,
  };
}
