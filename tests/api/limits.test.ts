import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { expect, it } from 'vitest';
import { limitRules } from '../../src/api/limits/document.js';
import { ROOT_FIELD_LIMIT } from '../../src/api/limits/settings.js';
import { selectedFields } from '../../src/operation/selection.js';

const schema = buildSchema('type Query { a: Int, b: Query }');
const refusalsOf = (document: string) =>
  validate(schema, parse(document), [...specifiedRules, ...limitRules]).map(
    (error) => (error.originalError as { code?: string } | undefined)?.code,
  );
/** Fragments that each spread the next one twice: 2^n ways through them. */
const doubling = (n: number, leaf: string) =>
  `${Array.from({ length: n }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F${n} on Query { ${leaf} }`;
const timed = (work: () => unknown) => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

it('root fields in fragments are counted as often as they are spread', () => {
  const fields = (n: number) => 'a '.repeat(n);
  expect(refusalsOf(`{ ...F ...F } fragment F on Query { ${fields(ROOT_FIELD_LIMIT / 2)} }`)).toEqual([]);
  expect(refusalsOf(`{ a ...F ...F } fragment F on Query { ${fields(ROOT_FIELD_LIMIT / 2)} }`)).toEqual([
    'TOO_MANY_ROOT_FIELDS',
  ]);
  expect(refusalsOf(`{ ... { ${fields(ROOT_FIELD_LIMIT + 1)} } }`)).toEqual(['TOO_MANY_ROOT_FIELDS']);
});

it('fragments that double thirty times are checked at once, at the root and below', () => {
  const documents = [`{ ...F0 } ${doubling(30, 'a')}`, `{ b { ...F0 } } ${doubling(30, 'x: a')}`];
  for (const document of documents) {
    let refusals: unknown[] = [];
    expect(timed(() => (refusals = refusalsOf(document)))).toBeLessThan(200);
    expect(refusals.length).toBeGreaterThan(0);
  }
});

it('a selection is read through doubling fragments once, and through one that is spread in two places', () => {
  const document = parse(
    `{ b { ...F0 x: b { ...L } b { ...L a } } } fragment L on Query { a } ${doubling(30, 'a b { ...L }')}`,
  );
  const [operation, ...fragments] = document.definitions as [never, ...never[]];
  const { selections } = (operation as { selectionSet: { selections: never[] } }).selectionSet;
  const info = {
    fieldNodes: selections,
    fragments: Object.fromEntries(fragments.map((one: { name: { value: string } }) => [one.name.value, one])) as never,
  };
  expect(timed(() => selectedFields(info))).toBeLessThan(50);
  expect([...selectedFields(info)].sort()).toEqual(['a', 'b']);
  expect([...selectedFields(info, 'b')]).toEqual(['a']);
});
