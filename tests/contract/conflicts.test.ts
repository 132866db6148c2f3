import { buildSchema, GraphQLEnumType, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { describe, expect, test } from 'vitest';
import { type BuiltSubgraph, buildSubgraph } from '../../src/api/merge/build-subgraph.js';
import { compose } from '../../src/api/merge/compose.js';
import { mergeSubgraphs } from '../../src/api/merge/merge.js';
import { library } from './fixtures/library.js';
import { registry } from './fixtures/registry.js';

const read = async () => new Map();
const KEY = 'directive @key(fields: String!) repeatable on OBJECT ';

/** A subgraph from its SDL, owner of the types named. */
const part = (name: string, sdl: string, ...owned: string[]): BuiltSubgraph => ({
  name,
  sdl,
  schema: buildSchema(KEY + sdl),
  resolvers: [Object],
  references: Object.fromEntries(owned.map((type) => [type, { id: read }])),
  policies: [],
});

const OWNED =
  'type Query { person: Person } "Somebody." type Person @key(fields: "id") { id: ID! "As said." name: String }';
const owner = part('owner', OWNED, 'Person');
const stub = (fields: string, rest = '') =>
  `type Query { a: Int } type Person @key(fields: "id") { ${fields} } ${rest}`;
const user = (sdl: string) => part('user', sdl);

/** What is planted beside the owner of Person (or alone), and what the merge says of it. */
// biome-ignore format: one plant per line
const conflicts: readonly (readonly [string, readonly BuiltSubgraph[], RegExp])[] = [
  ['an enum', [part('a', 'type Query { a: E } enum E { X }'), part('b', 'type Query { b: E } enum E { X Y }')], /a and b do not agree on E:/],
  ['an input', [part('a', 'type Query { a(i: I): Int } input I { x: Int }'), part('b', 'type Query { b(i: I): Int } input I { x: Int! }')], /a and b do not agree on I:/],
  ['a union', [part('a', 'type Query { a: U } type A { x: Int } type B { x: Int } union U = A | B'), part('b', 'type Query { b: U } type A { x: Int } union U = A')], /do not agree on U:/],
  ['a scalar', [part('a', 'type Query { a: S } scalar S'), part('b', 'type Query { b: S } scalar S')], /do not agree on S:/],
  ['a shared type', [part('a', 'type Query { a: T } type T { x: Int }'), part('b', 'type Query { b: T } type T { x: Int! }')], /do not agree on T:/],
  ['the words of a shared type', [part('a', 'type Query { a: T } type T { x: Int }'), part('b', 'type Query { b: T } type T { "Why." x: Int }')], /do not agree on T:/],
  ['an interface', [part('a', 'type Query { a: N } interface N { x: Int }')], /N: interfaces are not merged/],
  ['a root field answered twice', [part('a', 'type Query { a: Int }'), part('b', 'type Query { a: Int }')], /a and b both answer Query.a/],
  ['an entity owned twice', [owner, part('other', OWNED.replace('person', 'other'), 'Person')], /owner and other both own Person/],
  ['an owner without the type', [part('a', 'type Query { a: Int }', 'Person')], /a owns Person but has no such type/],
  ['a non-null edge', [owner, user(stub('id: ID!', 'type T { p: Person! } extend type Query { t: T }'))], /user: T.p: Person! .* must be nullable/],
  ['a list of non-null records', [owner, user(stub('id: ID!', 'extend type Query { t: [Person!] }'))], /user: Query.t: \[Person!\] .* must be nullable/],
  ['a list of lists', [owner, user(stub('id: ID!', 'extend type Query { t: [[Person]] }'))], /user: Query.t: .* must be nullable/],
  ['a mutation that answers with a stub', [owner, user(stub('id: ID!', 'type Mutation { m: Person }'))], /user: Mutation.m: Person would read .* before the commit/],
  ['a union with a stub', [owner, user(stub('id: ID!', 'type B { x: Int } union U = B | Person extend type Query { u: U }'))], /user: Query.u: U may not hold Person/],
  ['a stub without a key', [owner, user('type Query { p: Person } type Person { id: ID! }')], /user: its stub of Person.* has no @key/],
  ['a stub that repeats a field', [owner, user(stub('id: ID! name: String'))], /repeats name, which is no key/],
  ['a stub with another key', [owner, user(stub('id: ID'))], /declares id as ID, not ID!/],
  ['a stub that describes the type', [owner, user(stub('id: ID!').replace('type Person', '"Mine." type Person'))], /has a description of its own/],
  ['a stub that describes a key', [owner, user(stub('"Mine." id: ID!'))], /describes id anew/],
  ['two stubs that add one field', [owner, user(stub('id: ID! age: Int')), part('third', stub('id: ID! age: Int').replace('a: Int', 'c: Int'))], /user and third both answer Person.age/],
];

describe('the merge refuses', () => {
  test('nothing when the parts fit', () => {
    const merged = mergeSubgraphs([owner, user(stub('id: ID! age: Int', 'extend type Query { t: [Person]! }'))]);
    expect(Object.keys((merged.getType('Person') as GraphQLObjectType).getFields())).toEqual(['id', 'name', 'age']);
  });

  test.each(conflicts)('%s', (_plant, subgraphs, fault) => {
    expect(() => mergeSubgraphs(subgraphs)).toThrow(fault);
  });

  test('an enum whose values are other words inside', () => {
    const type = new GraphQLEnumType({ name: 'E', values: { X: { value: 1 } } });
    const schema = new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: { a: { type } } }) });
    expect(() => mergeSubgraphs([{ ...owner, references: {}, schema }])).toThrow('E.X has another value inside: 1');
  });

  test('a shared type that two subgraphs resolve, and a key that a stub resolves', () => {
    const resolving = (built: BuiltSubgraph, type: string, field: string): BuiltSubgraph => {
      const declared = (built.schema.getType(type) as GraphQLObjectType).getFields()[field] as { resolve?: unknown };
      declared.resolve = () => 1;
      return built;
    };
    const shared = (name: string) => part(name, `type Query { ${name}: T } type T { x: Int }`);
    expect(() => mergeSubgraphs([resolving(shared('a'), 'T', 'x'), shared('b')])).toThrow('a and b both answer T.x');
    expect(() => mergeSubgraphs([owner, resolving(user(stub('id: ID!')), 'Person', 'id')])).toThrow('resolves id');
  });
});

@ObjectType()
class Renamed {
  @Field(() => String, { name: 'shown' })
  kept!: string;
}

@Resolver()
class RenamedResolver {
  @Query(() => Renamed)
  renamed(): Renamed {
    return { kept: '' };
  }
}

// last: the class stays known to type-graphql
test('a plain field under another name than its column is refused when a subgraph is built', () => {
  expect(() => buildSubgraph({ ...registry, resolvers: [RenamedResolver] })).toThrow('Renamed.kept is a plain field');
});

test('composition lists every error', () => {
  const sdl = (name: string, fields: string) => ({ name, sdl: `type Query { ${name}: T } type T { ${fields} }` });
  const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"]) ';
  const parts = [sdl('a', 'x: Int y: Int'), sdl('b', 'x: String y: String')].map((one) => ({
    ...one,
    sdl: link + one.sdl,
  }));
  expect(() => compose(parts)).toThrow(/The subgraphs do not compose:\n- \w+: .*T\.x.*\n(- .*\n)*- \w+: .*T\.y/s);
  expect(() =>
    compose([library, registry].map((one) => ({ name: one.name, sdl: `${link}type Query { ${one.name}: Int }` }))),
  ).not.toThrow();
});
