import { expect, it } from 'vitest';
import {
  checkAgainstCase,
  checkRepresentation,
  type PushedRepresentation,
  type RepresentedCase,
} from '../../../src/domain/court/representation.rule.js';
import { Refusal } from '../../../src/kernel/refusal.js';

const TODAY = '2026-11-21';
const item: PushedRepresentation = {
  key: 'k',
  caseNo: '(2026)浙0106民初1号',
  certificateNo: '13301201511000002',
  side: 'CLAIMANT',
  capacity: 'AS_LAWYER',
  category: 'AGENT',
  fromOn: '2026-02-01',
};
const agent = { fullName: '张 伟', citizenIdNumber: '99010119800101001x' };
const said = <T>(check: () => T) => {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return `${error.code} ${error.at.join('.')}`;
  }
};
const alone = (extra: Partial<PushedRepresentation>) => said(() => checkRepresentation({ ...item, ...extra }, TODAY));
const inCase = (extra: Partial<PushedRepresentation>, of: Partial<RepresentedCase> = {}) =>
  said(() => checkAgainstCase({ ...item, ...extra }, { procedure: 'CIVIL', closedOn: null, ...of }));

it('names a lawyer by his number and anybody else by himself', () => {
  expect(alone({})).toEqual({ caseNo: '（2026）浙0106民初1号', agent: null });
  const relative = { certificateNo: null, capacity: 'NEAR_RELATIVE', relation: 'CHILD' } as const;
  const { fullName } = agent;
  expect(alone({ ...relative, agent: { fullName } })).toMatchObject({
    agent: { fullName: '张伟', citizenIdNumber: null },
  });
  expect(alone({ ...relative, agent })).toBe('CITIZEN_ID_INVALID agent.citizenIdNumber');
  expect(alone({ ...relative, agent: { fullName: '' } })).toBe('TEXT_INVALID agent.fullName');
  expect(alone({ agent })).toBe('FIELD_NOT_ALLOWED agent');
  expect(alone({ certificateNo: null })).toBe('FIELD_REQUIRED certificateNo');
  expect(alone({ certificateNo: null, agent: { fullName } })).toBe('FIELD_REQUIRED certificateNo');
});

it('a near relative says what he is to the party, and nobody else is anything to it', () => {
  expect(alone({ capacity: 'NEAR_RELATIVE' })).toBe('FIELD_REQUIRED relation');
  expect(alone({ capacity: 'PARTY_EMPLOYEE', relation: 'OTHER' })).toBe('FIELD_NOT_ALLOWED relation');
  expect(alone({ isRelationProved: true })).toBe('FIELD_NOT_ALLOWED isRelationProved');
  expect(alone({ capacity: 'GUARDIAN', relation: 'PARENT', isRelationProved: true })).toMatchObject({ agent: null });
});

it('begins by today and does not end before', () => {
  expect(alone({ fromOn: '2026-11-22' })).toBe('DAY_TO_COME fromOn');
  expect(alone({ untilOn: '2026-01-31' })).toBe('PERIOD_INVALID untilOn');
});

it.each([
  [{ side: 'ACCUSED' }, {}, 'CAPACITY_MISMATCH side'],
  [{ side: 'VICTIM' }, { procedure: 'ADMINISTRATIVE' }, 'CAPACITY_MISMATCH side'],
  [{ category: 'DEFENDER' }, {}, 'CAPACITY_MISMATCH category'],
  [{ category: 'DEFENDER', side: 'VICTIM' }, { procedure: 'CRIMINAL' }, 'CAPACITY_MISMATCH category'],
  [{ category: 'DEFENDER', side: 'ACCUSED' }, { procedure: 'CRIMINAL' }, null],
  [{ category: 'AGENT', side: 'ACCUSED' }, { procedure: 'CRIMINAL' }, null],
  [{}, { closedOn: '2026-01-31' }, 'PERIOD_INVALID fromOn'],
  [{}, { closedOn: '2026-06-01' }, '2026-06-01'],
  [{ untilOn: '2026-03-01' }, { closedOn: '2026-06-01' }, '2026-03-01'],
  [{ untilOn: '2026-09-01' }, { closedOn: '2026-06-01' }, '2026-06-01'],
  [{ untilOn: '2026-09-01' }, {}, '2026-09-01'],
] as const)('%j in a case of %j: %s', (extra, of, expected) => {
  expect(inCase(extra, of)).toBe(expected);
});
