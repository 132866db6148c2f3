import { createHash } from 'node:crypto';
import {
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import type { Unit } from '../../identity/identity.js';
import { Bounded } from '../../kernel/bounded.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Ask } from '../../operation/ask.js';
import { told, type WayOfAnswering } from '../../telemetry/signals.js';
import { NotCompiled } from './fields.js';
import { type Plan, paramsOf, planOf, rooted } from './plan.js';

const PLANS = 1_000;
/** Characters of all plans, of keys and statements. */
const CHARACTERS = 32 * 1024 * 1024;
/** What is longer stands in a key by its digest. */
const KEY_PART = 256;
const USES_BEFORE_KEPT = 3;
/** Names of statements are of the process: several compilers ask over the same connections. */
let named = 0;

/** A plan, or why there is none; how often it was used, and its name on the connections that keep it. */
interface Known {
  readonly plan: Plan | WayOfAnswering;
  readonly name: string;
  uses: number;
}

/** The text of each root by its column, `j0` …, and the keys of the records shown. */
interface Row {
  readonly keys: string;
  readonly [root: `j${number}`]: string;
}

/** The data of an answer as PostgreSQL wrote it. */
export class JsonText {
  constructor(readonly text: string) {}
}

/** Compiles operations and remembers the plans: at most 1,000 of them and 32 Mi characters; the one that was longest unused goes first. */
export class Compiler {
  private readonly plans = new Bounded<Known>(CHARACTERS, PLANS);

  constructor(private readonly schema: GraphQLSchema) {}

  /** The data of a query in one statement; null when the resolvers must answer it. */
  async read(
    ask: Ask,
    queryHash: string,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    given: Record<string, unknown>,
  ): Promise<JsonText | null> {
    const { coerced } = getVariableValues(this.schema, operation.variableDefinitions ?? [], given);
    if (!coerced) return toResolvers('REFUSED');
    const asked = await rooted(this.schema, document, operation, coerced, ask).catch(wayOf);
    if (typeof asked === 'string') return toResolvers(asked);
    const below = inShort(valuesBelow(document, operation, coerced));
    const key = [queryHash, operation.name?.value, keyOf(ask), below, inShort(asked.form)].join('\0');
    const kept = this.plans.get(key);
    const known = kept ?? { plan: await planOf(asked).catch(wayOf), uses: 0, name: `lushu_${++named}` };
    if (!kept) {
      this.plans.set(key, known, key.length + sizeOf(known.plan));
      told.planMade.publish(this.plans.size);
    }
    if (typeof known.plan === 'string') return toResolvers(known.plan);
    const { text, around, types } = known.plan;
    known.uses += 1;
    const [row] = await ask.hub.database.prepared<Row>(
      // a connection keeps what it has prepared for good: only what is asked again and again
      { name: known.uses > USES_BEFORE_KEPT ? known.name : undefined, text, params: paramsOf(known.plan, asked) },
      ask.deadline?.signal,
    );
    const answer = row as Row;
    note(ask, answer.keys, types);
    told.queryAnswered.publish('COMPILED' satisfies WayOfAnswering);
    return new JsonText(around.reduce((data, piece, root) => data + answer[`j${root - 1}`] + piece));
  }
}

/** Characters of a plan. */
function sizeOf(plan: Known['plan']): number {
  if (typeof plan === 'string') return 0;
  const { text, around, fixed } = plan;
  const values = fixed.map((value) => (typeof value === 'string' ? value.length : 8));
  return [text.length, ...around.map(({ length }) => length), ...values].reduce((sum, one) => sum + one, 0);
}

const inShort = (part: string): string =>
  part.length <= KEY_PART ? part : createHash('sha256').update(part).digest('base64');

function toResolvers(way: WayOfAnswering): null {
  told.queryAnswered.publish(way);
  return null;
}

/** Why the resolvers answer. What they refuse they are to refuse themselves; anything else is a fault. */
function wayOf(error: unknown): WayOfAnswering {
  if (error instanceof NotCompiled) return error.way;
  if (error instanceof Refusal) return 'REFUSED';
  throw error;
}

const KEY_LENGTH = 37;

function note(ask: Ask, keys: string, types: readonly string[]): void {
  const byType = types.map((): string[] => []);
  for (let at = 0; at < keys.length; at += KEY_LENGTH)
    byType[keys.charCodeAt(at) - 65]?.push(keys.slice(at + 1, at + KEY_LENGTH));
  for (const [i, ids] of byType.entries()) ask.ledger.note(types[i] as string, ids);
}

/** Whose rows and fields a plan is for: everything of the asker that a predicate may name. */
function keyOf({ identity, grant }: Ask): string {
  const { role, unit, firmId, lawyerId, institution } = identity;
  return `${institution} ${role} ${unit ? digestOf(unit) : ''} ${firmId} ${lawyerId} ${grant.asker.today}`;
}

const digests = new WeakMap<Unit, string>();

function digestOf(unit: Unit): string {
  const known = digests.get(unit) ?? createHash('sha256').update(JSON.stringify(unit)).digest('base64');
  digests.set(unit, known);
  return known;
}

const belowRoots = new WeakMap<OperationDefinitionNode, readonly string[]>();

/** The values of variables that stand below the root fields, or in directives: they are part of the plan. */
function valuesBelow(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): string {
  let names = belowRoots.get(operation);
  if (!names) {
    const found = new Set<string>();
    const collect = (node: ASTNode) => visit(node, { Variable: ({ name }) => void found.add(name.value) });
    for (const selection of operation.selectionSet.selections)
      if (selection.kind !== Kind.FIELD) collect(selection);
      else
        for (const part of [
          ...(selection.directives ?? []),
          ...(selection.selectionSet ? [selection.selectionSet] : []),
        ])
          collect(part);
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) collect(definition);
    names = [...found].sort();
    belowRoots.set(operation, names);
  }
  return JSON.stringify(names.map((name) => variables[name] ?? null));
}
