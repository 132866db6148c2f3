import { expect, it } from 'vitest';
import type { LineageKind } from '../../../src/domain/court/court.terms.js';
import { checkStep, type LineageStep } from '../../../src/domain/court/court-lineage.rule.js';
import { refusalOf } from '../../kernel/refused.js';

const court = (id: string, validFrom = '2000-01-01', validUntil: string | null = null) => ({
  id,
  validFrom,
  validUntil,
});
const step = (fromCourtId: string, toCourtId: string | null): LineageStep => ({ fromCourtId, toCourtId });
const check = (
  kind: LineageKind,
  from: ReturnType<typeof court>,
  to: ReturnType<typeof court> | null,
  recorded: LineageStep[] = [],
) => refusalOf(() => checkStep(kind, '2021-04-09', from, to, recorded));

it('a court merges, splits, is renamed or abolished', () => {
  for (const kind of ['MERGED', 'SPLIT', 'RENAMED'] as const) expect(check(kind, court('a'), court('b'))).toBeNull();
  expect(check('ABOLISHED', court('a'), null)).toBeNull();
  expect(check('RENAMED', court('a', '2000-01-01', '2021-04-08'), court('b', '2021-04-09'))).toBeNull();
});

it('a court never descends from itself, however long the way', () => {
  expect(check('RENAMED', court('a'), court('a'))).toEqual(['LINEAGE_CYCLE', ['toCourt']]);
  const way = [step('b', 'c'), step('c', 'd'), step('c', null), step('d', 'a')];
  expect(check('SPLIT', court('a'), court('b'), way)).toEqual(['LINEAGE_CYCLE', ['toCourt']]);
  expect(check('SPLIT', court('a'), court('b'), way.slice(0, 3))).toBeNull();
});

it('rings that are on record already do not hang the walk', () => {
  expect(check('SPLIT', court('a'), court('b'), [step('b', 'c'), step('c', 'b')])).toBeNull();
});

it.each([
  ['nothing follows a merger', 'MERGED', court('a'), null, ['FIELD_REQUIRED', ['toCourt']]],
  [
    'the old court was gone',
    'MERGED',
    court('a', '2000-01-01', '2020-01-01'),
    court('b'),
    ['COURT_NOT_STANDING', ['fromCourt']],
  ],
  ['the old court is younger', 'SPLIT', court('a', '2021-04-09'), court('b'), ['COURT_NOT_STANDING', ['fromCourt']]],
  ['the new court comes later', 'SPLIT', court('a'), court('b', '2021-04-10'), ['COURT_NOT_STANDING', ['toCourt']]],
  [
    'the old court ends on another day',
    'MERGED',
    court('a', '2000-01-01', '2022-01-01'),
    court('b'),
    ['LINEAGE_EXISTS', ['on']],
  ],
] as const)('a step is refused when %s', (_words, kind, from, to, refusal) => {
  expect(check(kind, from, to)).toEqual(refusal);
});

it('a step is recorded once', () => {
  expect(check('SPLIT', court('a'), court('b'), [step('a', 'b')])).toEqual(['LINEAGE_EXISTS', ['fromCourt']]);
  expect(check('ABOLISHED', court('a'), null, [step('a', null)])).toEqual(['LINEAGE_EXISTS', ['fromCourt']]);
});
