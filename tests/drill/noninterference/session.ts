import { sql } from 'drizzle-orm';
import { type GraphQLSchema, parse, visit } from 'graphql';
import type { Random } from '../../../seeds/random.js';
import { policyEpoch } from '../../../src/audit/policy-epoch.table.js';
import type { Role } from '../../../src/identity/roles.js';
import { holdsSomething } from '../generate/emptiness.js';
import type { Generated, OperationGenerator } from '../generate/generator.js';
import type { Asker } from './askers.js';
import { type Answer, isSame } from './hub.js';
import { columnsBehind, exemptPairs } from './pairs.js';
import type { Twins } from './twins.js';
import type { Undoable } from './undoable.js';
import { type Plan, planFor, shownTo, type Variation, vary } from './variations.js';

/** A difference that somebody could see. */
export interface Difference {
  readonly asker: string;
  readonly role: Role;
  /** What was varied when it showed: one coordinate when it could be narrowed down. */
  readonly hidden: readonly string[];
  readonly operation: Generated;
  readonly first: Answer;
  readonly second: Answer;
}

/** What the sessions found, counted. */
export class Findings {
  operations = 0;
  executed = 0;
  nonEmpty = 0;
  refused = 0;
  mutations = 0;
  /** Mutations that told what they are declared to tell, and nothing else. */
  declared = 0;
  readonly differences: Difference[] = [];
  /** `role coordinate` of what really differed while that role asked. */
  readonly pairs = new Set<string>();
  /** `role coordinate` of all that is hidden, and of what cannot differ by the list. */
  readonly hidden = new Set<string>();
  readonly constant = new Set<string>();
  readonly faults: unknown[] = [];
}

/** How one asker's operations are compared: how many, and which share of his hidden coordinates differs meanwhile. */
export interface SessionOptions {
  readonly operations: number;
  readonly share: number;
  readonly salt: string;
  /** Differences after which the session ends. */
  readonly most: number;
}

/** Steps before it are the stage's: no two records are given the same id. */
const FIRST_STEP = 100_000;

const databaseOf = (hub: { readonly database: unknown }) => hub.database as Undoable;

let epoch = 1_000;

/**
 * From here on everything is undone. The epoch moves, and each hub is asked something, so that
 * neither goes by what it read of rights before.
 */
async function hold(twins: Twins, asker: Asker): Promise<void> {
  epoch += 1_000;
  for (const hub of [twins.first, twins.second]) {
    await databaseOf(hub).hold();
    await databaseOf(hub).single(sql`update ${policyEpoch} set epoch = ${epoch} where id = 1`);
    await hub.ask(asker, { query: '{ __typename }', variables: {} }, FIRST_STEP - 1);
  }
}

async function undo(twins: Twins): Promise<void> {
  for (const hub of [twins.first, twins.second]) await databaseOf(hub).undo();
}

/** Varies what one asker may not see in the second database, asks both the same, and undoes everything. */
export async function session(
  twins: Twins,
  schema: GraphQLSchema,
  generator: OperationGenerator,
  asker: Asker,
  random: Random,
  options: SessionOptions,
  findings: Findings,
): Promise<void> {
  const plan = planFor(schema, asker, options.salt);
  for (const { coordinate } of plan.variations) findings.hidden.add(`${asker.role} ${coordinate}`);
  for (const coordinate of plan.edges.keys()) findings.hidden.add(`${asker.role} ${coordinate}`);
  for (const coordinate of plan.constant) findings.constant.add(`${asker.role} ${coordinate}`);
  const chosen = plan.variations.filter(() => options.share >= 1 || random.chance(options.share));
  let found = 0;
  for (let left = options.operations; left > 0 && found < options.most; ) {
    await hold(twins, asker);
    for (const coordinate of await differing(twins, asker, chosen, plan))
      findings.pairs.add(`${asker.role} ${coordinate}`);
    let difference: Seen | undefined;
    for (; left > 0 && !difference; left--) difference = await compare(twins, generator, asker, findings);
    await undo(twins);
    generator.forget(asker.name);
    if (!difference) return;
    const hidden = await narrowed(twins, asker, chosen, difference);
    // what the mutation wrote differs from here on, so that both begin anew
    if (isDeclared(asker.role, difference, hidden) || isToldByVerdicts(asker.role, difference, hidden))
      findings.declared += 1;
    else found += findings.differences.push({ ...difference, hidden }) && 1;
  }
}

type Seen = Omit<Difference, 'hidden'>;

/** A mutation that is declared to tell of this column was refused in one database and not, or otherwise, in the other. */
function isDeclared(role: Role, { operation, first, second }: Seen, hidden: readonly string[]): boolean {
  const isRefusedAlike = JSON.stringify(first.codes) === JSON.stringify(second.codes);
  if (operation.kind !== 'mutation' || isRefusedAlike || hidden.length !== 1) return false;
  return exemptPairs([role]).some(({ column, by }) => {
    const asks = new RegExp(`\\b${by.replace('Mutation.', '')}\\b`).test(operation.query);
    return (
      asks && columnsBehind(hidden[0] as string).some((known) => known === column || column.startsWith(`${known}.`))
    );
  });
}

/**
 * Verdicts, and the alerts they raise, are declared to tell of the facts they rest on: without them the answers must be
 * alike, and what alone made the difference must be such a fact. Where it was a mutation before that made it, nothing is
 * alone.
 */
function isToldByVerdicts(role: Role, { operation, first, second }: Seen, hidden: readonly string[]): boolean {
  const pairs = exemptPairs([role]).filter(({ by }) => VERDICTS.test(by) || by === RELATIVE);
  const told = new Set(pairs.map(({ by }) => by.slice(by.indexOf('.') + 1)));
  const keys = keysOf(operation.query, told);
  if (keys.size === 0 || without(first, keys) !== without(second, keys)) return false;
  if (hidden.length !== 1) return true;
  const behind = columnsBehind(hidden[0] as string);
  // ids are left out of what a declassification names
  const isId = behind.some((known) => /_id$/.test(known));
  return isId || pairs.some(({ column }) => behind.some((known) => known === column || column.startsWith(`${known}.`)));
}

const RELATIVE = 'Lawyer.isDeclaredRelative';
const VERDICTS = /^(Mutation\.(check|enter)|Query\.restrictionAlert)/;

/** The keys under which an operation answers with these fields, wherever they stand. */
function keysOf(query: string, names: ReadonlySet<string>): Set<string> {
  const keys = new Set<string>();
  visit(parse(query, { noLocation: true }), {
    Field: ({ name, alias }) => void (names.has(name.value) && keys.add((alias ?? name).value)),
  });
  return keys;
}

/** An answer without the values and errors under these keys. */
function without({ status, text }: Seen['first'], keys: ReadonlySet<string>): string {
  const body = JSON.parse(text, (key, value) => (keys.has(key) ? null : value)) as { errors?: { path?: string[] }[] };
  const errors = (body.errors ?? []).filter(({ path = [] }) => !path.some((key) => keys.has(key)));
  return JSON.stringify([status, { ...body, errors }]);
}

const shown = new WeakMap<Asker, ReadonlyMap<string, string>>();

/** What an asker is shown of the databases as they are when nothing is varied. */
async function shownAtFirst(twins: Twins, asker: Asker): Promise<ReadonlyMap<string, string>> {
  const known = shown.get(asker) ?? (await databaseOf(twins.first).transaction((handle) => shownTo(handle, asker)));
  shown.set(asker, known);
  return known;
}

/** Makes the variations; the coordinates that differ since. Throws when they changed anything the asker is shown. */
async function differing(twins: Twins, asker: Asker, chosen: readonly Variation[], plan: Plan): Promise<string[]> {
  const before = await shownAtFirst(twins, asker);
  const [changed, after] = await databaseOf(twins.second).transaction(async (handle) => [
    await vary(handle, chosen),
    await shownTo(handle, asker),
  ]);
  const disturbed = [...before.keys()].filter((type) => before.get(type) !== after.get(type));
  if (disturbed.length > 0)
    throw new Error(`the variations changed what ${asker.name} is shown of ${disturbed.join(', ')}`);
  const varied = [...changed].filter(([, count]) => count > 0).map(([coordinate]) => coordinate);
  const edges = [...plan.edges].filter(([, target]) => varied.includes(target)).map(([edge]) => edge);
  return [...varied, ...edges];
}

async function compare(twins: Twins, generator: OperationGenerator, asker: Asker, findings: Findings) {
  const operation = generator.next({ name: asker.name, rights: asker.grant.rights });
  const step = FIRST_STEP + ++findings.operations;
  const first = await twins.first.ask(asker, operation, step);
  const second = await twins.second.ask(asker, operation, step);
  const isRefused = !first.isExecuted || first.data === null;
  if (isRefused) findings.refused += 1;
  else {
    findings.executed += 1;
    if (holdsSomething(first.data)) findings.nonEmpty += 1;
  }
  if (operation.kind === 'mutation') findings.mutations += 1;
  generator.learn(asker.name, operation, first.data, first.codes);
  return isSame(first, second) ? undefined : { asker: asker.name, role: asker.role, operation, first, second };
}

/** The one coordinate that makes the difference alone; all of them when none does. */
async function narrowed(
  twins: Twins,
  asker: Asker,
  chosen: readonly Variation[],
  { operation }: Pick<Difference, 'operation'>,
): Promise<string[]> {
  for (const variation of chosen) {
    await hold(twins, asker);
    await databaseOf(twins.second).transaction((handle) => vary(handle, [variation]));
    const first = await twins.first.ask(asker, operation, FIRST_STEP);
    const second = await twins.second.ask(asker, operation, FIRST_STEP);
    await undo(twins);
    if (!isSame(first, second)) return [variation.coordinate];
  }
  return chosen.map(({ coordinate }) => coordinate);
}
