import { describe, expect, it } from 'vitest';
import { checkKinship, type DeclaredKinship, repeats } from '../../../src/domain/court/kinship.rule.js';
import { type RelationKind, relations } from '../../../src/domain/court/kinship.terms.js';
import { refusalOf } from '../../kernel/refused.js';

const kin = (more: Partial<DeclaredKinship> = {}): DeclaredKinship => ({
  relativeName: '顾晚舟',
  relativeIdHash: 'h',
  relation: 'SPOUSE',
  from: null,
  until: null,
  ...more,
});

describe('the same relation twice', () => {
  it('is told by the number, and by the name where a number is missing', () => {
    expect(repeats(kin(), kin({ relativeName: '别名' }))).toBe(true);
    expect(repeats(kin(), kin({ relativeIdHash: 'other' }))).toBe(false);
    expect(repeats(kin(), kin({ relativeIdHash: null }))).toBe(true);
    expect(repeats(kin({ relativeIdHash: null }), kin({ relativeIdHash: null, relativeName: '别名' }))).toBe(false);
  });

  it('is another relation, or on other days, no repetition: who divorced may marry again', () => {
    expect(repeats(kin(), kin({ relation: 'COUSIN' }))).toBe(false);
    expect(repeats(kin({ until: '2020-01-01' }), kin({ from: '2020-01-02' }))).toBe(false);
    expect(repeats(kin({ from: '2020-01-02' }), kin({ until: '2020-01-01' }))).toBe(false);
    expect(repeats(kin({ until: '2020-01-02' }), kin({ from: '2020-01-02' }))).toBe(true);
  });
});

describe('the circles of law', () => {
  const circle = (of: 'isBarred' | 'isReported' | 'criminal') =>
    (Object.keys(relations) as RelationKind[]).filter((kind) => relations[kind][of] === true);

  it('spouse, child and parent are barred (2011 recusal rules art. 9)', () => {
    expect(circle('isBarred')).toEqual(['SPOUSE', 'PARENT', 'CHILD']);
  });

  it('near relatives of criminal procedure are spouse, parents, children and full siblings (刑诉法 art. 108)', () => {
    expect(circle('criminal')).toEqual(['SPOUSE', 'PARENT', 'CHILD', 'SIBLING']);
  });

  it('relatives to be declared are those of 法发〔2020〕13号 art. 1', () => {
    expect(circle('isReported')).toEqual([
      'SPOUSE',
      'PARENT',
      'CHILD',
      'SIBLING',
      'HALF_SIBLING',
      'SPOUSE_PARENT',
      'SPOUSE_SIBLING',
      'CHILD_SPOUSE',
      'CHILD_SPOUSE_PARENT',
    ]);
  });

  it('whoever is near in criminal procedure is near in civil and administrative procedure', () => {
    for (const { criminal, civil, administrative } of Object.values(relations))
      if (criminal === true) expect([civil, administrative]).toEqual([true, true]);
  });
});

describe('a declaration', () => {
  const pushed = { staff: 'x', relativeName: '顾晚舟', relation: 'SPOUSE', declaredOn: '2026-01-01' } as const;
  it.each([
    ['names nobody', { staff: null }, ['FIELD_REQUIRED', ['staff']]],
    ['is of a day to come', { declaredOn: '2026-11-22' }, ['PERIOD_INVALID', ['declaredOn']]],
    ['ends before it begins', { from: '2020-01-02', until: '2020-01-01' }, ['PERIOD_INVALID', ['until']]],
    ['has no name', { relativeName: ' ' }, ['TEXT_INVALID', ['relativeName']]],
    [
      'has a number that is none',
      { relativeCitizenIdNumber: '1' },
      ['CITIZEN_ID_INVALID', ['relativeCitizenIdNumber']],
    ],
  ])('that %s is refused', (_words, more, refusal) => {
    expect(refusalOf(() => checkKinship({ ...pushed, ...more }, '2026-11-21'))).toEqual(refusal);
  });
});
