import type { GraphQLError } from 'graphql';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildSubgraph } from '../../src/api/merge/build-subgraph.js';
import { mergeSubgraphs } from '../../src/api/merge/merge.js';
import type { Role } from '../../src/identity/roles.js';
import { Refusal } from '../../src/kernel/refusal.js';
import { surroundRootFields } from '../../src/operation/operation.js';
import { guardedFields, shielded } from '../../src/policy/shield.js';
import { askAs, database, run } from './fixtures/asking.js';
import { club } from './fixtures/club.js';
import { library } from './fixtures/library.js';
import { matrix, without } from './fixtures/matrix.js';
import { registry } from './fixtures/registry.js';
import { calls, forget } from './fixtures/shelf.js';

const merged = () => mergeSubgraphs([registry, library, club].map(buildSubgraph));
const refusalOf = (error: GraphQLError | undefined) => error?.originalError as Refusal;

/** Lets a root field answer in a way of its own. */
function answering(coordinate: string, resolve: () => unknown) {
  const schema = merged();
  const [type, field] = coordinate.split('.') as [string, string];
  const found = (schema.getType(type) as ReturnType<typeof schema.getQueryType>)?.getFields()[field];
  Object.assign(found as object, { resolve });
  return schema;
}

beforeEach(forget);

describe('the belt', () => {
  test('is on every field that has a resolver and on no other', () => {
    const before = merged();
    const guarded = guardedFields(before);
    console.info(`the belt guards ${guarded.length} fields`);
    expect(guarded).toHaveLength(13);
    const plain = before.getQueryType()?.getFields();
    const own = Object.fromEntries(Object.entries(plain ?? {}).map(([name, { resolve }]) => [name, resolve]));
    const after = shielded(before, matrix);
    for (const [name, field] of Object.entries(after.getQueryType()?.getFields() ?? {}))
      expect(field.resolve).not.toBe(own[name]);
    expect(guardedFields(after)).toEqual(guarded);
  });

  test('refuses a root field that the role may not ask, before its resolver runs', async () => {
    const answer = await run(shielded(merged(), matrix), '{ favourite { id } }', askAs('judge', matrix));
    expect(answer.data).toEqual({ favourite: null });
    expect(refusalOf(answer.errors?.[0])).toBeInstanceOf(Refusal);
    expect(refusalOf(answer.errors?.[0])).toMatchObject({
      code: 'FORBIDDEN',
      details: { coordinate: 'Query.favourite' },
    });
    expect(calls).toEqual([]);
  });

  test('refuses a root field that has no line', async () => {
    const closed = without('Query.favourite');
    const answer = await run(shielded(merged(), closed), '{ favourite { id } }', askAs('filing', closed));
    expect(refusalOf(answer.errors?.[0])).toMatchObject({
      code: 'FORBIDDEN',
      details: { coordinate: 'Query.favourite' },
    });
  });

  test.each<[Role, unknown]>([
    ['filing', { fullName: 'Ada' }],
    ['judge', null],
  ])('leaves an edge null where it is withheld: %s', async (role, author) => {
    const answer = await run(shielded(merged(), matrix), '{ books { author { fullName } } }', askAs(role, matrix));
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.books).toContainEqual({ author });
    expect(calls).toHaveLength(author ? 1 : 0);
  });

  test('leaves a computed field without a line null', async () => {
    const closed = without('Person.nickname');
    const answer = await run(shielded(merged(), closed), '{ people { nickname } }', askAs('filing', closed));
    expect(answer).toEqual({ data: { people: [{ nickname: null }, { nickname: null }, { nickname: null }] } });
  });

  test('lets the refusals and faults of resolvers through unchanged', async () => {
    for (const fault of [new Refusal('DATE_INVALID', ['on']), new TypeError('inside')]) {
      const thrown = answering('Query.people', () => Promise.reject(fault));
      const answer = await run(shielded(thrown, matrix), '{ people { id } }', askAs('filing', matrix));
      expect(answer.errors?.[0]?.originalError).toBe(fault);
    }
  });
});

describe('the operation outside the belt', () => {
  const meet = 'mutation { meet(topic: "x") { topic book { title } } }';

  test('throws an error that is returned inside, so that the transaction rolls back', async () => {
    const returned = answering('Mutation.meet', () => new Refusal('OUT_OF_REACH'));
    const before = { ...database };
    const answer = await run(surroundRootFields(shielded(returned, matrix)), meet, askAs('filing', matrix));
    expect(refusalOf(answer.errors?.[0]).code).toBe('OUT_OF_REACH');
    expect(database).toMatchObject({ committed: before.committed, rolledBack: before.rolledBack + 1 });
  });

  test('commits what is allowed, and the edges of the answer are read after it', async () => {
    const before = { ...database };
    const answer = await run(surroundRootFields(shielded(merged(), matrix)), meet, askAs('filing', matrix));
    expect(answer).toEqual({ data: { meet: { topic: 'x', book: { title: 'Emma' } } } });
    expect(database).toMatchObject({ committed: before.committed + 1, snapshots: before.snapshots + 1 });
  });

  test('refuses what the role may not write without a transaction', async () => {
    const before = { ...database };
    const answer = await run(surroundRootFields(shielded(merged(), matrix)), meet, askAs('judge', matrix));
    expect(refusalOf(answer.errors?.[0]).code).toBe('FORBIDDEN');
    expect(database).toEqual(before);
  });
});
