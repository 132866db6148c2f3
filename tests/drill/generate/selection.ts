import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Random } from '../../../seeds/random.js';
import type { Coverage } from './coverage.js';
import type { Draft } from './draft.js';
import type { Memory } from './memory.js';
import type { Purpose, Values } from './values.js';

type Field = GraphQLField<unknown, unknown>;

/** Where a selection is made: how deep, for whom, with one wrong value to place or none. */
export interface Asking {
  readonly memory: Memory;
  readonly mayUse: Purpose['mayUse'];
  readonly depth: number;
  readonly state: { wrong: boolean };
}

const DEPTH = 8;
/** How wide a selection is at each depth, carriers of pages aside. */
const WIDTH = [7, 6, 5, 4, 3, 2, 2, 1];

/** Makes selections, and leans towards what has not been reached yet. */
export class Selections {
  private distances = new Map<string, number>();
  private age = Number.POSITIVE_INFINITY;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly values: Values,
    private readonly random: Random,
    private readonly coverage: Coverage,
  ) {}

  /** How many edges lie between a type and something not reached yet. */
  distance(type: string): number {
    if (this.age++ > 50) this.measure();
    return this.distances.get(type) ?? Number.POSITIVE_INFINITY;
  }

  /** How much a field is wanted. */
  weight(parent: string, field: Field): number {
    const coordinate = `${parent}.${field.name}`;
    const named = getNamedType(field.type);
    let weight = 1;
    if (this.coverage.isMissing(coordinate)) weight += 6;
    if (field.args.some(({ name }) => this.coverage.isMissing(`${coordinate}(${name}:)`))) weight += 3;
    if (isCompositeType(named)) weight += 5 / (1 + this.distance(named.name));
    return weight;
  }

  /** `{ ... }` of a type. */
  of(type: GraphQLCompositeType, draft: Draft, asking: Asking): string {
    if (isAbstractType(type)) {
      const members = this.schema
        .getPossibleTypes(type)
        .map((member) => `... on ${member.name} ${this.of(member, draft, asking)}`);
      return `{ __typename ${members.join(' ')} }`;
    }
    const fields = this.chosen(type as GraphQLObjectType, asking);
    const used = new Set<string>();
    const written = fields.map((field) => this.field(type.name, field, used, draft, asking));
    if (this.random.chance(0.1)) written.push('__typename');
    return `{ ${this.wrapped(type.name, written, draft).join(' ')} }`;
  }

  /** One field with its arguments and what is selected below it. */
  field(parent: string, field: Field, used: Set<string>, draft: Draft, asking: Asking): string {
    const named = getNamedType(field.type);
    const coordinate = `${parent}.${field.name}`;
    const purpose: Purpose = {
      idType: this.values.idTypeOf(field.name, named.name),
      memory: asking.memory,
      mayUse: asking.mayUse,
      wrong: asking.state.wrong,
    };
    const given = this.values.given(coordinate, field.args, purpose);
    asking.state.wrong = purpose.wrong;
    const types = new Map(field.args.map(({ name, type }) => [name, type]));
    const alias = used.has(field.name) || this.random.chance(0.1) ? `${draft.name('a')}: ` : '';
    if (alias === '') used.add(field.name);
    const directive = this.random.chance(0.05) ? draft.directive() : '';
    const below = isCompositeType(named) ? ` ${this.of(named, draft, { ...asking, depth: asking.depth + 1 })}` : '';
    return `${alias}${field.name}${draft.arguments(given, types)}${directive}${below}`;
  }

  private chosen(type: GraphQLObjectType, { depth }: Asking): Field[] {
    const all = Object.values(type.getFields()).filter(
      (field) => depth < DEPTH || !isCompositeType(getNamedType(field.type)),
    );
    const isPage = type.getFields().pageInfo !== undefined || /Edge$/.test(type.name);
    if (isPage) return this.ofPage(type, depth);
    const wanted = this.random.int(1, WIDTH[Math.min(depth, WIDTH.length - 1)] as number);
    const fields: Field[] = all.filter(({ name }) => name === 'id' && this.random.chance(0.6));
    let left = all.filter((field) => !fields.includes(field));
    while (fields.length < wanted + 1 && left.length > 0) {
      const next = this.random.draw(
        left,
        (field) => this.weight(type.name, field) * (isEdge(field) ? 0.5 ** depth * 1.5 : 1),
      );
      fields.push(next);
      left = left.filter((field) => field !== next);
    }
    if (fields.length === 0)
      fields.push(
        ...Object.values(type.getFields())
          .filter((field) => !isCompositeType(getNamedType(field.type)))
          .slice(0, 1),
      );
    // once in a while the same field again, under another name
    if (fields.length > 0 && this.random.chance(0.08)) fields.push(this.random.pick(fields));
    return fields;
  }

  /** A page: its records one way or the other, where it ends, how many there are. */
  private ofPage(type: GraphQLObjectType, depth: number): Field[] {
    const fields = type.getFields();
    const pick = (name: string, chance: number) =>
      fields[name] && this.random.chance(this.coverage.isMissing(`${type.name}.${name}`) ? 1 : chance)
        ? [fields[name] as Field]
        : [];
    if (fields.cursor || fields.node) return [...pick('cursor', 0.7), ...pick('node', 1)];
    const records = this.random.chance(0.6) ? pick('nodes', 1) : pick('edges', 1);
    return [...(depth < DEPTH ? records : []), ...pick('pageInfo', 0.8), ...pick('totalCount', 0.4)];
  }

  /** Puts some of the selections into an inline or named fragment. */
  private wrapped(type: string, written: string[], draft: Draft): string[] {
    if (written.length < 2 || !this.random.chance(0.2)) return written;
    const cut = this.random.int(1, written.length - 1);
    const [outside, inside] = [written.slice(0, cut), `{ ${written.slice(cut).join(' ')} }`];
    if (this.random.chance(0.5)) return [...outside, `...${draft.fragment(type, inside)}`];
    const condition = this.random.chance(0.7) ? ` on ${type}` : '';
    const directive = this.random.chance(0.3) || condition === '' ? draft.directive() : '';
    return [...outside, `...${condition}${directive} ${inside}`];
  }

  /** From what is missing backwards over the fields that lead there. */
  private measure(): void {
    this.age = 0;
    this.distances = new Map();
    const types = Object.values(this.schema.getTypeMap()).filter((type): type is GraphQLObjectType =>
      isObjectType(type),
    );
    for (const type of types)
      if (Object.values(type.getFields()).some((field) => this.isOpen(type.name, field)))
        this.distances.set(type.name, 0);
    for (let distance = 0; distance < DEPTH; distance++)
      for (const type of types)
        if (
          !this.distances.has(type.name) &&
          Object.values(type.getFields()).some((field) => this.leads(field, distance))
        )
          this.distances.set(type.name, distance + 1);
  }

  private isOpen(parent: string, field: Field): boolean {
    const coordinate = `${parent}.${field.name}`;
    return (
      this.coverage.isMissing(coordinate) ||
      field.args.some(({ name }) => this.coverage.isMissing(`${coordinate}(${name}:)`))
    );
  }

  private leads(field: Field, distance: number): boolean {
    const named = getNamedType(field.type);
    if (isAbstractType(named))
      return this.schema.getPossibleTypes(named).some(({ name }) => this.distances.get(name) === distance);
    return this.distances.get(named.name) === distance;
  }
}

/** Leads to other records: a list or a record of its own. */
function isEdge({ type }: Field): boolean {
  const nullable = isNonNullType(type) ? type.ofType : type;
  return isListType(nullable) ? isCompositeType(getNamedType(nullable)) : isCompositeType(nullable);
}
