import { GraphQLSchema } from 'graphql';
import { Random } from '../../../seeds/random.js';
import { servedSchema } from '../../../src/api/schema.js';
import { subgraphs } from '../../../src/domain/index.js';
import { today } from '../../../src/kernel/clock.js';
import { rights } from '../../../src/policy/index.js';
import { hear, told, type WayOfAnswering, waysOfAnswering } from '../../../src/telemetry/signals.js';
import { coordinatesOf } from '../generate/coverage.js';
import { holdsSomething } from '../generate/emptiness.js';
import { type Generated, OperationGenerator } from '../generate/generator.js';
import { Vocabulary } from '../generate/vocabulary.js';
import type { Asker, Pair, Told } from './pair.js';

/** How much is compared: at least so many operations, and up to twice as many until every coordinate is reached. */
export interface Extent {
  readonly operations: number;
  readonly seed: number;
  /** Differences after which it ends. */
  readonly most: number;
}

/** What a comparison found. */
export interface Comparison {
  readonly operations: number;
  readonly answered: number;
  readonly ways: Readonly<Record<WayOfAnswering, number>>;
  readonly coordinates: readonly string[];
  readonly missing: readonly string[];
  readonly differences: readonly string[];
}

/** Asks both hubs of a pair the same, operation after operation from every persona, and compares bodies and lines. */
export async function compare(pair: Pair, { operations, seed, most }: Extent): Promise<Comparison> {
  const schema = servedSchema();
  const words = await Vocabulary.harvest(
    pair.database,
    subgraphs.flatMap(({ policies }) => policies),
  );
  const generator = new OperationGenerator(schema, words, new Random('differential', seed), today(pair.clock));
  const coordinates = readable(schema);
  const missing = () => coordinates.filter((coordinate) => generator.coverage.isMissing(coordinate));
  const random = new Random('askers', seed);
  const differences: string[] = [];
  const ways = Object.fromEntries(waysOfAnswering.map((way) => [way, 0])) as Record<WayOfAnswering, number>;
  const deaf = hear<WayOfAnswering>(told.queryAnswered, (way) => void ways[way]++);
  let [asked, answered] = [0, 0];
  try {
    while (differences.length < most && (asked < operations || (asked < 2 * operations && missing().length > 0))) {
      asked += 1;
      const asker = random.pick([...pair.askers]);
      const operation = generator.next({ name: asker.name, rights: rights(asker.role), mutations: 0 });
      const before = { ...ways };
      const [compiled, resolved] = await pair.ask(asker, operation);
      if (compiled.body !== resolved.body || compiled.line !== resolved.line)
        differences.push(differenceOf(asker, operation, compiled, resolved));
      const { data, errors = [] } = JSON.parse(resolved.body);
      // what the resolvers answer in full was not refused: the compiler could not express it
      if (ways.REFUSED > before.REFUSED && errors.length === 0) {
        ways.REFUSED -= 1;
        ways.UNCOMPILED += 1;
      }
      if (ways.COMPILED > before.COMPILED)
        differences.push(
          ...(await againstTheCache(pair, asker, operation, asked % KEPT_EVERY === 0 ? USES_UNTIL_KEPT : 1)),
        );
      if (holdsSomething(data)) answered += 1;
      generator.learn(
        asker.name,
        operation,
        data,
        errors.map(({ extensions }: { extensions?: { code?: string } }) => String(extensions?.code)),
      );
    }
  } finally {
    deaf();
  }
  return { operations: asked, answered, ways, coordinates, missing: missing(), differences };
}

const KEPT_EVERY = 20;
/** So often a plan is used before a connection keeps it. */
const USES_UNTIL_KEPT = 5;
const LATER_MILLIS = 20 * 60_000;

/**
 * Asks again what was compiled, so that the plan is that of the cache: later on the same day, by another of the same role
 * where there is one, and so often that connections keep the statement.
 */
async function againstTheCache(pair: Pair, asker: Asker, operation: Generated, times: number): Promise<string[]> {
  const peers = pair.askers.filter(({ role }) => role === asker.role);
  const found: string[] = [];
  for (let n = 0; n < times; n++) {
    pair.later(LATER_MILLIS * (n + 1));
    for (const one of n === 0 ? peers : [asker]) {
      const [compiled, resolved] = await pair.ask(one, operation);
      if (compiled.body !== resolved.body || compiled.line !== resolved.line)
        found.push(`again, ${differenceOf(one, operation, compiled, resolved)}`);
    }
  }
  pair.later(0);
  return found;
}

/** Coordinates that a query can reach. */
function readable(schema: GraphQLSchema): string[] {
  const { query, directives } = schema.toConfig();
  return coordinatesOf(new GraphQLSchema({ query, directives }));
}

function differenceOf({ name }: Asker, { query, variables }: Generated, compiled: Told, resolved: Told): string {
  const [one, other] =
    compiled.body === resolved.body ? [compiled.line, resolved.line] : [compiled.body, resolved.body];
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 80), at + 200);
  return `as ${name}: ${query}\n${JSON.stringify(variables)}\ncompiled: ${around(one)}\nresolved: ${around(other)}`;
}
