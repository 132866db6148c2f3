import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { buildSubgraph } from '../../src/api/merge/build-subgraph.js';
import { mergeSubgraphs } from '../../src/api/merge/merge.js';
import { type MatrixTerms, matrixFaults } from '../../src/policy/check-matrix.js';
import type { Matrix } from '../../src/policy/matrix/columns.js';
import type { RecordPolicy } from '../../src/policy/record-policy.js';
import { club } from './fixtures/club.js';
import { library } from './fixtures/library.js';
import { line, matrix, without } from './fixtures/matrix.js';
import { registry } from './fixtures/registry.js';

const schema = mergeSubgraphs([registry, library, club].map(buildSubgraph));
const person: RecordPolicy = {
  type: 'Person',
  key: sql`id`,
  fields: { bornOn: sql`born_on`, diary: sql`diary` },
  masks: { bornOn: (column) => sql`left(${column}, 4)` },
  reaches: { own: () => sql`true` },
  related: () => sql`true`,
};
const whole: MatrixTerms = { policies: [person], carriers: ['Tally'], declassifications: [] };
const faults = (planted: Matrix, terms: MatrixTerms = {}) => matrixFaults(schema, planted, { ...whole, ...terms });
const planted = (more: Matrix): Matrix => ({ ...matrix, ...more });
const F = line('F');

/** What is planted, the matrix, and the one fault that must be found. */
// biome-ignore format: one plant per line
const plants: readonly (readonly [string, Matrix, string])[] = [
  ['a root field without a line', without('Query.people'), 'Query.people: has no line'],
  ['a type without a line', without('Person'), 'Person: has no line'],
  ['a field without a line', without('Book.title'), 'Book.title: has no line'],
  ['a mutation without a line', without('Mutation.meet'), 'Mutation.meet: has no line'],
  ['a line for an unknown root field', planted({ 'Query.none': line('all') }), 'Query.none: names nothing in the schema'],
  ['a line for an unknown type', planted({ Nothing: line('all') }), 'Nothing: names nothing in the schema'],
  ['a line for an unknown field', planted({ 'Book.weight': F }), 'Book.weight: names nothing in the schema'],
  ['a line for an unknown argument', planted({ 'Person.nickname(on:)': F }), 'Person.nickname(on:): names nothing in the schema'],
  ['a wildcard for an unknown type', planted({ 'Nothing.*': F }), 'Nothing.*: names nothing in the schema'],
  ['a wildcard for the root', planted({ 'Query.*': F }), 'Query.*: names nothing in the schema'],
  ['a line for an enum', planted({ Mood: line('all') }), 'Mood: names nothing in the schema'],
  ['what is no coordinate', planted({ 'Book.title.x': F }), 'Book.title.x: names nothing in the schema'],
  ['a word of fields on an operation', planted({ 'Query.people': line('all', { bar: 'M' }) }), 'Query.people: "M" is no word for a line of this kind'],
  ['rows on an operation', planted({ 'Query.people': line('all', { bar: 'listed' }) }), 'Query.people: "listed" is no word for a line of this kind'],
  ['a word of fields on rows', planted({ Book: line('all', { bar: 'F' }) }), 'Book: "F" is no word for a line of this kind'],
  ['a word of rows on a field', planted({ 'Book.title': line('F', { bar: 'all' }) }), 'Book.title: "all" is no word for a line of this kind'],
  ['a pair on an argument', planted({ 'Person.nickname(end:)': line('F', { bar: 'F/-' }) }), 'Person.nickname(end:): "F/-" is no word for a line of this kind'],
  ['a cell too few', planted({ 'Book.title': ['F', 'F', 'LB-01'] }), 'Book.title: has 2 cells for 13 roles'],
  ['an unknown basis', planted({ 'Book.title': line('F', {}, 'LB-99') }), 'Book.title: rests on LB-99, which is no legal basis'],
  ['a withheld field that may not be null', planted({ 'Book.title': line('-', { bar: 'F' }) }), 'Book.title: title may be withheld but is non-null'],
  ['one withheld on other rows', planted({ 'Person.fullName': line('F', { public: '-', self: 'F/-' }) }), 'Person.fullName: fullName may be withheld but is non-null'],
  ['one withheld by a wildcard', planted({ 'Chart.*': line('-', { bar: 'F' }) }), 'Chart.*: scale may be withheld but is non-null'],
  ['a masked key', planted({ 'Book.id': line('M') }), 'Book.id: id is in every row: show it in full'],
  ['a role that sees less than the public', planted({ 'Person.mood': line('F', { bar: '-' }) }), 'Person.mood: bar sees less than the public'],
  ['less by a mask', planted({ 'Person.bornOn': line('F', { bar: 'M' }) }), 'Person.bornOn: bar sees less than the public'],
  ['less on related rows', planted({ 'Person.bornOn': line('F', { bar: 'M/-', public: 'F/-' }) }), 'Person.bornOn: bar sees less than the public'],
  ['less on other rows', planted({ 'Person.bornOn': line('F', { bar: 'F/-', public: 'M' }) }), 'Person.bornOn: bar sees less than the public'],
  ['less of an argument', planted({ 'Person.nickname(end:)': line('F', { bar: '-' }) }), 'Person.nickname(end:): bar sees less than the public'],
  ['a query that only the public may ask', planted({ 'Query.people': line('all', { bar: '-' }) }), 'Query.people: bar sees less than the public'],
  ['single lines beside a wildcard', planted({ 'Chart.scale': F }), 'Chart.*: has single lines beside the wildcard'],
  ['a mask on no column', planted({ 'Person.nickname': line('F', { public: 'M' }) }), 'Person.nickname: nickname is no column of its policy'],
  ['a pair on no column', planted({ 'Person.nickname': line('F', { public: 'F/-' }) }), 'Person.nickname: nickname is no column of its policy'],
  ['a masked field without a mask', planted({ 'Person.diary': line('F', { public: 'M' }) }), 'Person.diary: diary is masked, but its policy has no mask'],
  ['a reach that means nothing', planted({ Person: line('all', { firm: 'unit' }) }), 'Person: its policy does not say which rows are "unit"'],
  ['a reach without a policy', planted({ Book: line('all', { firm: 'own' }) }), 'Book: its policy does not say which rows are "own"'],
];

describe('the matrix check', () => {
  test('finds nothing in a whole matrix', () => {
    expect(faults(matrix)).toEqual([]);
    expect(matrixFaults(schema, matrix, { carriers: ['Tally'], declassifications: [] })).toEqual([]);
  });

  test.each(plants)('finds %s', (_plant, withFault, fault) => {
    expect(faults(withFault)).toContain(fault);
    expect(new Set(faults(withFault).map((found) => found.split(':')[0]))).toEqual(new Set([fault.split(':')[0]]));
  });

  test('finds a pair where the policy says nothing of related rows', () => {
    const { related: _, ...unrelated } = person;
    expect(faults(matrix, { policies: [unrelated] })).toEqual([
      'Person.bornOn: its policy does not say which rows are related',
      'Person.diary: its policy does not say which rows are related',
    ]);
  });

  test('finds a declassification of nothing', () => {
    const declassifications = ['Query.people', 'Book.title', 'Book.weight'].map((coordinate) => ({
      coordinate,
      dependsOn: [],
      why: '',
    }));
    expect(faults(matrix, { declassifications })).toEqual(['Book.weight: declassified, but not in the schema']);
  });

  test('finds a type that is called a carrier in vain', () => {
    expect(faults(matrix, { carriers: [] })).toEqual(['Tally: has no line']);
  });

  test('lets a non-null field be withheld from roles that reach no row', () => {
    const closed = {
      Meeting: line('all', { editor: '-', public: '-' }),
      'Meeting.*': line('F', { editor: '-', public: '-' }),
    };
    expect(faults(planted(closed))).toEqual([]);
    expect(faults(planted({ ...closed, Meeting: line('all', { public: '-' }) }))).toContain(
      'Meeting.*: topic may be withheld but is non-null',
    );
  });

  test('lets a mutation be open to one role only: to write is not to see', () => {
    expect(faults(planted({ 'Mutation.meet': line('-', { public: 'own' }) }))).toEqual([]);
  });

  test('lets rows be closed to a role where the public has some: the grant adds them', () => {
    expect(faults(planted({ Person: line('all', { editor: '-' }) }))).toEqual([]);
  });
});
