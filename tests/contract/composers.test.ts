import 'reflect-metadata';
import { describe, expect, test } from 'vitest';
import { builtSubgraphs } from '../../src/api/schema.js';
import type { Agreed, Part } from './composers/composed.js';
import { composers } from './composers/composers.js';

const parts: readonly Part[] = builtSubgraphs().map(({ name, sdl }) => ({ name, sdl }));
const [first, ...others] = Object.keys(composers) as [string, ...string[]];

function composed(composer: string, of: readonly Part[]): Agreed {
  const result = composers[composer]?.(of);
  if (!result || 'faults' in result) throw new Error(`${composer}: ${result?.faults}`);
  return result;
}

/** The parts with one line of one of them written otherwise; throws when it has no such line. */
function planted(name: string, line: string, otherwise: string, of = parts): readonly Part[] {
  const part = of.find((one) => one.name === name);
  if (!part?.sdl.includes(line)) throw new Error(`${name} does not say: ${line}`);
  return of.map((one) => (one === part ? { name, sdl: one.sdl.replace(line, otherwise) } : one));
}

describe('three composers', () => {
  const agreed = composed(first, parts);

  test.each(others)('agree on the API and on which part resolves what: %s', (composer) => {
    const { api, joins } = composed(composer, parts);
    console.log(
      `${composer} and ${first}: ${api.split('\n').length} lines of API, ${joins.length} joins of ${parts.length} parts`,
    );
    expect(joins).toEqual(agreed.joins);
    expect(api).toBe(agreed.api);
  });

  test('tell the parts and keys of a record, and the part of each field', () => {
    expect(agreed.joins).toEqual(
      expect.arrayContaining([
        'Lawyer @ justice: certificateNo',
        'Lawyer @ bar: id',
        'Court.mediators @ bar',
        'Court.name @ court',
        'Query.lawyer @ justice',
      ]),
    );
    expect(agreed.joins).not.toContain('Court.mediators @ court');
    expect(new Set(agreed.joins.map((join) => join.match(/ @ (\w+)/)?.[1]))).toEqual(
      new Set(parts.map(({ name }) => name)),
    );
  });

  const bars = 'type Court @key(fields: "id") {';
  test.each([
    ['a field', planted('bar', 'type Query {', 'type Query { one: Int'), ['+ Query.one @ bar']],
    ['a key', planted('justice', ' @key(fields: "certificateNo")', ''), ['- Lawyer @ justice: certificateNo']],
    [
      'the place of a field',
      planted('court', '  level: CourtLevel!\n', '', planted('bar', bars, `${bars} level: Int`)),
      ['+ Court.level @ bar', '- Court.level @ court'],
    ],
  ])('would not agree if their parts differed by %s', (_what, of, difference) => {
    for (const composer of [first, ...others]) {
      const { api, joins } = composed(composer, of);
      const added = joins.filter((join) => !agreed.joins.includes(join)).map((join) => `+ ${join}`);
      const gone = agreed.joins.filter((join) => !joins.includes(join)).map((join) => `- ${join}`);
      expect([...added, ...gone], composer).toEqual(difference);
      expect(api === agreed.api, composer).toBe(!difference.some((join) => join.includes('.')));
    }
  });

  test.each([
    ['another type of a shared field', planted('bar', 'recorded: Int!', 'recorded: [String!]')],
    ['a field of one part answered by another too', planted('bar', 'type Query {', 'type Query { courts: Int')],
    ['a key of a field that is not there', planted('court', '@key(fields: "code")', '@key(fields: "nothing")')],
    ['another kind of a type', planted('bar', 'scalar Date', 'enum Date { TODAY }')],
    [
      'a key by which no record can be found',
      planted('justice', 'Lawyer @key(fields: "id")', 'Lawyer @key(fields: "id", resolvable: false)'),
    ],
  ])('all refuse %s', (_what, of) => {
    for (const [name, compose] of Object.entries(composers)) {
      const result = compose(of);
      expect('faults' in result ? result.faults.length : 0, name).toBeGreaterThan(0);
    }
  });
});
