import {
  GraphQLID,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLString,
  type GraphQLUnionType,
  getNamedType,
  Kind,
} from 'graphql';
import type { Random } from '../../seeds/random.js';
import { gatewaySchema } from '../../src/api/schema.js';
import { subgraphs } from '../../src/domain/index.js';
import { Coverage } from './generate/coverage.js';
import { Draft } from './generate/draft.js';
import { type Generated, type GeneratedFor, OperationGenerator } from './generate/generator.js';
import { Memory } from './generate/memory.js';
import { Selections } from './generate/selection.js';
import { Values } from './generate/values.js';
import type { Vocabulary } from './generate/vocabulary.js';

const [SERVICE, ENTITIES, STRANGE, EXTERNAL] = [0.03, 0.6, 0.05, 0.3];

/** Operations as a gateway sends them to the subgraphs: `_entities`, `_service` and root fields, from each one's schema. */
export class SubgraphOperations {
  private readonly all: readonly OneSubgraph[];

  constructor(
    vocabulary: Vocabulary,
    private readonly random: Random,
    today: string,
  ) {
    this.all = subgraphs.map(({ name }) => new OneSubgraph(name, vocabulary, random, today));
  }

  /** An operation, where to send it, and who learns from its answer. */
  next(asker: GeneratedFor): { path: string; operation: Generated; learn: (data: unknown) => void } {
    const one = this.random.pick(this.all);
    const operation = one.next(asker);
    return {
      path: `/subgraphs/${one.name}`,
      operation,
      learn: (data) => one.roots.learn(asker.name, operation, data),
    };
  }
}

/** One subgraph's operations. */
class OneSubgraph {
  readonly roots: OperationGenerator;
  private readonly schema: GraphQLSchema;
  private readonly values: Values;
  private readonly selections: Selections;

  constructor(
    readonly name: string,
    vocabulary: Vocabulary,
    private readonly random: Random,
    today: string,
  ) {
    this.schema = gatewaySchema(name);
    this.roots = new OperationGenerator(this.schema, vocabulary, random, today);
    const coverage = new Coverage(this.schema);
    this.values = new Values(vocabulary, random, coverage, today);
    this.selections = new Selections(this.schema, this.values, random, coverage);
  }

  next(asker: GeneratedFor): Generated {
    const whole = { kind: 'query', variables: {}, isBad: false } as const;
    if (this.random.chance(SERVICE)) return { ...whole, query: '{ _service { sdl } }' };
    if (this.random.chance(ENTITIES)) return { ...whole, ...this.entities(asker) };
    return this.roots.next(this.schema.getMutationType() ? asker : { ...asker, mutations: 0 });
  }

  private entities({ rights }: GeneratedFor): Pick<Generated, 'query' | 'variables'> {
    const field = this.schema.getQueryType()?.getFields()._entities;
    const known = this.schema.getPossibleTypes(getNamedType(field?.type) as GraphQLUnionType);
    const types = [...new Set(Array.from({ length: this.random.int(1, 3) }, () => this.random.pick(known)))];
    const representations = Array.from({ length: this.random.int(1, 5) }, () =>
      this.representation(this.random.pick(types)),
    );
    const draft = new Draft(this.random);
    const asking = { memory: new Memory(), mayUse: rights.argument, depth: 1, state: { wrong: false } };
    const selected = types.map((type) => `... on ${type.name} ${this.selections.of(type, draft, asking)}`);
    const given = draft.arguments(
      { representations },
      new Map((field?.args ?? []).map(({ name, type }) => [name, type])),
    );
    const query = draft.document('query', `{ _entities${given} { __typename ${selected.join(' ')} } }`);
    return { query, variables: draft.variables };
  }

  /** A record as another subgraph names it: by one of its keys, at times with fields that a gateway would hand in. */
  private representation(type: GraphQLObjectType): Record<string, unknown> {
    if (this.random.chance(STRANGE))
      return this.random.pick([
        { __typename: 'Query' },
        { __typename: type.name },
        { id: 1 },
        { __typename: type.name, id: { id: [] } },
      ]);
    const external = Object.values(type.getFields()).filter(
      ({ astNode }) =>
        astNode?.directives?.some(({ name }) => name.value === 'external') && this.random.chance(EXTERNAL),
    );
    const names = new Set([...this.random.pick(keysOf(type)), ...external.map(({ name }) => name)]);
    const purpose = { idType: type.name, memory: new Memory(), mayUse: () => true, wrong: false };
    const made: Record<string, unknown> = { __typename: type.name };
    for (const name of names)
      made[name] = this.values.value(name === 'id' ? GraphQLID : GraphQLString, name, {}, purpose);
    return made;
  }
}

/** The keys of an entity that are made of its own fields. */
function keysOf({ astNode, extensionASTNodes }: GraphQLObjectType): readonly (readonly string[])[] {
  const keys = [astNode, ...extensionASTNodes].flatMap((node) =>
    (node?.directives ?? []).flatMap((directive) => {
      const fields = directive.arguments?.find(({ name }) => name.value === 'fields')?.value;
      return directive.name.value === 'key' && fields?.kind === Kind.STRING && !fields.value.includes('{')
        ? [fields.value.trim().split(/\s+/)]
        : [];
    }),
  );
  return keys.length > 0 ? keys : [['id']];
}
