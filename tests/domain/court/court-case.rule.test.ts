import { expect, it } from 'vitest';
import { checkCase, type PushedCase } from '../../../src/domain/court/court-case.rule.js';
import { Refusal } from '../../../src/kernel/refusal.js';

const TODAY = '2026-11-21';
const civil: PushedCase = {
  key: 'k',
  court: '浙0106',
  caseNo: '(2026)浙0106民初1号',
  procedure: 'CIVIL',
  stage: 'FIRST_INSTANCE',
  acceptedOn: '2026-01-05',
  asOf: '2026-11-20T00:00:00Z',
};
const fault = (extra: Partial<PushedCase>) => {
  try {
    return checkCase({ ...civil, ...extra }, TODAY).number;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return `${error.code} ${error.at.join('.')}`;
  }
};

it('gives the number in the form that is stored', () => {
  expect(fault({})).toBe('（2026）浙0106民初1号');
  expect(fault({ caseNo: '（2025）浙0106民初9号' })).toBe('（2025）浙0106民初9号');
});

it("the number carries the court's own code, whatever the code begins with", () => {
  expect(fault({ court: '浙01' })).toBe('CASE_NO_FOREIGN caseNo');
  expect(fault({ court: '浙' })).toBe('CASE_NO_FOREIGN caseNo');
  expect(fault({ court: '浙', caseNo: '（2026）浙民终1号', stage: 'SECOND_INSTANCE' })).toBe('（2026）浙民终1号');
});

it.each([
  ['（2026）浙0106刑初1号', 'CIVIL', 'FIRST_INSTANCE', 'PROCEDURE_MISMATCH procedure'],
  ['（2026）浙0106行初1号', 'CIVIL', 'FIRST_INSTANCE', 'PROCEDURE_MISMATCH procedure'],
  ['（2026）浙0106知民初1号', 'CRIMINAL', 'FIRST_INSTANCE', 'PROCEDURE_MISMATCH procedure'],
  ['（2026）浙0106执1号', 'ENFORCEMENT', 'FIRST_INSTANCE', 'PROCEDURE_MISMATCH stage'],
  ['（2026）浙0106民初1号', 'CIVIL', 'ENFORCEMENT', 'PROCEDURE_MISMATCH stage'],
  ['（2026）浙0106民初1号', 'CIVIL', 'DEATH_PENALTY_REVIEW', 'PROCEDURE_MISMATCH stage'],
  ['（2026）浙0106行保1号', 'CIVIL', 'PRESERVATION', '（2026）浙0106行保1号'],
  ['（2026）浙0106破1号', 'BANKRUPTCY', 'SPECIAL_PROCEDURE', '（2026）浙0106破1号'],
  ['（2026）浙0106执异1号', 'ENFORCEMENT', 'ENFORCEMENT', '（2026）浙0106执异1号'],
] as const)('%s as %s in %s: %s', (caseNo, procedure, stage, said) => {
  expect(fault({ caseNo, procedure, stage })).toBe(said);
});

it('refuses days that cannot be', () => {
  expect(fault({ acceptedOn: '2025-12-31' })).toBe('PERIOD_INVALID acceptedOn');
  expect(fault({ acceptedOn: '2026-11-22' })).toBe('DAY_TO_COME acceptedOn');
  expect(fault({ closedOn: '2026-01-04' })).toBe('PERIOD_INVALID closedOn');
  expect(fault({ closedOn: '2026-11-22' })).toBe('DAY_TO_COME closedOn');
  expect(fault({ closedOn: TODAY })).toBe('（2026）浙0106民初1号');
});

it('refuses a panel that names nobody, or half a court', () => {
  const member = { staffId: '0190a000-0000-7000-8000-000000000000', role: 'JUDGE' } as const;
  expect(fault({ panel: [member, { ...member, staffId: '王法官' }] })).toBe('VALUE_UNKNOWN panel.1.staffId');
  expect(fault({ panel: Array.from({ length: 31 }, () => member) })).toBe('BATCH_TOO_LARGE panel');
  expect(fault({ panel: [], source: ' ' })).toBe('TEXT_INVALID source');
  expect(fault({ procuratorate: '' })).toBe('TEXT_INVALID procuratorate');
});

it('earlier stages are told by their numbers; none is not the same as not known', () => {
  expect(checkCase({ ...civil, earlierCaseNos: ['(2025)浙0102民初3号'] }, TODAY).earlier).toEqual([
    '（2025）浙0102民初3号',
  ]);
  expect(checkCase({ ...civil, earlierCaseNos: [] }, TODAY).earlier).toEqual([]);
  expect(checkCase(civil, TODAY).earlier).toBeNull();
  expect(fault({ earlierCaseNos: ['（2025）浙0102民初3号', '3'] })).toBe('CASE_NO_INVALID earlierCaseNos.1');
});
