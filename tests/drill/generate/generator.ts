import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  parse,
  valueFromASTUntyped,
} from 'graphql';
import type { Random } from '../../../seeds/random.js';
import type { Rights } from '../../../src/policy/rights.js';
import { Coverage } from './coverage.js';
import { Draft } from './draft.js';
import { learnFrom } from './learning.js';
import { Memory } from './memory.js';
import { Selections } from './selection.js';
import { spoilt } from './spoiling.js';
import { Values } from './values.js';
import type { Vocabulary } from './vocabulary.js';

type Field = GraphQLField<unknown, unknown>;

/** An operation to be asked. */
export interface Generated {
  readonly kind: 'query' | 'mutation';
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Something in it was made wrong on purpose. */
  readonly isBad: boolean;
}

/** Who will ask: his rights steer to what is open to him, `name` is whose answers he learned from. */
export interface GeneratedFor {
  readonly name: string;
  readonly rights: Rights;
  /** Share of mutations, of those who may write; 0.15 when not said. */
  readonly mutations?: number;
  /** Share of operations with something wrong in them; 0.06 when not said. */
  readonly bad?: number;
}

const [MUTATIONS, UNTRIED, BAD, CLOSED, REPLAYED] = [0.15, 0.35, 0.06, 0.02, 0.2];
const KEPT = 50;

/**
 * Makes operations from a schema, the same ones from the same random source and answers. It learns ids and cursors from
 * the answers, and steers towards coordinates that no answer has reached.
 */
export class OperationGenerator {
  readonly coverage: Coverage;
  private readonly selections: Selections;
  private readonly memories = new Map<string, Memory>();
  private readonly mutations = new Map<string, Generated[]>();

  constructor(
    private readonly schema: GraphQLSchema,
    vocabulary: Vocabulary,
    private readonly random: Random,
    today: string,
  ) {
    this.coverage = new Coverage(schema);
    this.selections = new Selections(
      schema,
      new Values(vocabulary, random, this.coverage, today),
      random,
      this.coverage,
    );
  }

  /** The next operation for an asker. */
  next(asker: GeneratedFor): Generated {
    const share = asker.mutations ?? (this.hasUntriedMutation(asker.rights) ? UNTRIED : MUTATIONS);
    const kind = this.random.chance(share) && this.mayWrite(asker.rights) ? 'mutation' : 'query';
    const earlier = this.mutations.get(asker.name) ?? [];
    if (kind === 'mutation' && earlier.length > 0 && this.random.chance(REPLAYED)) return this.random.pick(earlier);
    const isBad = this.random.chance(asker.bad ?? BAD);
    return this.made(kind, asker, isBad);
  }

  /** Learns from an answer: what it covers, ids and cursors; `codes` are those of its errors. */
  learn(asker: string, operation: Generated, data: unknown, codes: readonly string[] = []): void {
    const document = parsed(operation.query);
    if (!document || data === undefined) return;
    if (operation.kind === 'mutation' && data !== null && hasStanding(data))
      this.mutations.set(asker, [...(this.mutations.get(asker) ?? []), operation].slice(-KEPT));
    const variables = { ...defaultsOf(document), ...operation.variables };
    learnFrom(this.schema, document, variables, data, this.memoryOf(asker));
    this.coverage.take(document, variables, data, !codes.includes('FORBIDDEN'));
  }

  /** Forgets what the records of undone mutations were called. */
  forget(asker: string): void {
    this.memories.delete(asker);
    this.mutations.delete(asker);
  }

  private made(kind: 'query' | 'mutation', { name, rights }: GeneratedFor, isBad: boolean): Generated {
    const draft = new Draft(this.random);
    const root = kind === 'query' ? this.schema.getQueryType() : this.schema.getMutationType();
    const isWrongValue = isBad && this.random.chance(0.7);
    const state = { wrong: isWrongValue };
    const asking = { memory: this.memoryOf(name), mayUse: rights.argument, depth: 0, state };
    const roots = Object.values(root?.getFields() ?? {});
    const count = kind === 'mutation' ? 1 : this.random.draw([1, 2, 3], (n) => 1 / n ** 2);
    const used = new Set<string>();
    const fields = Array.from({ length: count }, () => {
      const field = this.random.draw(roots, (candidate) => this.rootWeight(root?.name ?? '', candidate, rights));
      return this.selections.field(root?.name ?? '', field, used, draft, asking);
    });
    const query = draft.document(kind, `{ ${fields.join(' ')} }`);
    // a wrong value that found no place, or no wrong value: the text itself is spoilt
    const isSpoilt = isBad && (state.wrong || !isWrongValue);
    return { kind, query: isSpoilt ? spoilt(query, this.random) : query, variables: draft.variables, isBad };
  }

  private rootWeight(root: string, field: Field, rights: Rights): number {
    if (rights.operation(`${root}.${field.name}`) === '-') return CLOSED;
    const isOpen = this.isUntried(root, field);
    // a record or a list tells more than a constant table
    const named = getNamedType(field.type);
    const leads = isCompositeType(named) && field.args.length > 0 ? 2 : 0.5;
    return leads * (this.selections.weight(root, field) + (isOpen ? 4 : 0));
  }

  /** Whether a field, its arguments, or what can be given in them was not reached yet. */
  private isUntried(root: string, field: Field): boolean {
    const coordinate = `${root}.${field.name}`;
    const inputs = field.args.flatMap(({ name, type }) => [`${coordinate}(${name}:)`, ...this.inputsOf(type)]);
    return [coordinate, ...inputs].some((known) => this.coverage.isMissing(known));
  }

  private inputsOf(type: GraphQLInputType): string[] {
    const named = getNamedType(type);
    if (isEnumType(named)) return named.getValues().map(({ name }) => `${named.name}.${name}`);
    if (!isInputObjectType(named)) return [];
    return Object.values(named.getFields()).flatMap((field) => [
      `${named.name}.${field.name}`,
      ...this.inputsOf(field.type),
    ]);
  }

  private hasUntriedMutation(rights: Rights): boolean {
    const fields = Object.values(this.schema.getMutationType()?.getFields() ?? {});
    return fields.some(
      (field) => rights.operation(`Mutation.${field.name}`) !== '-' && this.isUntried('Mutation', field),
    );
  }

  private mayWrite(rights: Rights): boolean {
    const fields = Object.keys(this.schema.getMutationType()?.getFields() ?? {});
    return fields.some((field) => rights.operation(`Mutation.${field}`) !== '-') || this.random.chance(0.1);
  }

  private memoryOf(asker: string): Memory {
    const memory = this.memories.get(asker) ?? new Memory();
    this.memories.set(asker, memory);
    return memory;
  }
}

function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query);
  } catch {
    return undefined;
  }
}

/** Values of the variables that were left to their defaults. */
function defaultsOf(document: DocumentNode): Record<string, unknown> {
  const defaults: Record<string, unknown> = {};
  for (const definition of document.definitions)
    if (definition.kind === 'OperationDefinition')
      for (const { variable, defaultValue } of definition.variableDefinitions ?? [])
        if (defaultValue) defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  return defaults;
}

/** Whether something of a mutation stands: a batch of which every item was refused tells nothing new when it is sent again. */
function hasStanding(data: unknown): boolean {
  const text = JSON.stringify(data);
  return !text.includes('"ItemRefused"') || text.includes('"ItemRecorded"');
}
