import { expect, it } from 'vitest';
import {
  checkAsks,
  checkEnd,
  checkInternship,
  checkOpinion,
  decided,
  heard,
  type InternshipDecision,
  type PushedInternship,
  type StandingInternship,
} from '../../../src/domain/bar/internship.rule.js';
import { Refusal } from '../../../src/kernel/refusal.js';

const said = <T>(check: () => T) => {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return `${error.code} ${error.at.join('.')}`;
  }
};
const applied: StandingInternship = { state: 'APPLIED', declaresCourtWork: false, fromOn: null, opinions: [] };
const register: InternshipDecision = { register: true, fromOn: '2026-12-01', untilOn: '2027-11-30' };

it.each([
  [{}, 'REGISTERED'],
  [{ declaresCourtWork: null }, 'REGISTERED'],
  [{ declaresCourtWork: true }, 'OPINION_MISSING register'],
  [{ state: 'OPINION_REQUESTED', opinions: [null] }, 'OPINION_MISSING register'],
  [{ state: 'OPINION_REQUESTED', declaresCourtWork: true, opinions: [false, null] }, 'OPINION_MISSING register'],
  [{ state: 'OPINION_GIVEN', declaresCourtWork: true, opinions: [false] }, 'REGISTERED'],
  [{ state: 'OPINION_GIVEN', declaresCourtWork: false, opinions: [false] }, 'REGISTERED'],
  [{ state: 'OPINION_GIVEN', declaresCourtWork: true, opinions: [false, true] }, 'OPINION_OBJECTS register'],
  [{ state: 'REGISTERED' }, 'INTERNSHIP_STATE_INVALID id'],
  [{ state: 'REFUSED' }, 'INTERNSHIP_STATE_INVALID id'],
  [{ state: 'PASSED' }, 'INTERNSHIP_STATE_INVALID id'],
] as const)('registration of %j: %s', (extra, expected) => {
  const answer = said(() => decided({ ...applied, ...extra }, register));
  expect(typeof answer === 'string' ? answer : answer.state).toBe(expected);
});

it.each([
  [{ fromOn: null }, 'FIELD_REQUIRED fromOn'],
  [{ untilOn: null }, 'FIELD_REQUIRED untilOn'],
  [{ untilOn: '2026-11-30' }, 'PERIOD_INVALID untilOn'],
  [{ register: false }, 'FIELD_NOT_ALLOWED fromOn'],
  [{ register: false, fromOn: null, untilOn: null }, 'FIELD_REQUIRED reason'],
  [{ register: false, fromOn: null, untilOn: null, reason: ' ' }, 'TEXT_INVALID reason'],
] as const)('a decision with %j: %s', (extra, expected) => {
  expect(said(() => decided(applied, { ...register, ...extra }))).toBe(expected);
});

it('a refusal needs no opinion, and keeps its reason', () => {
  const refusal = { register: false, reason: '原任职法院有异议' };
  expect(decided({ ...applied, state: 'OPINION_REQUESTED', opinions: [null] }, refusal)).toEqual({
    state: 'REFUSED',
    fromOn: null,
    untilOn: null,
    reason: '原任职法院有异议',
  });
});

it('is heard when every court that was asked has answered, and not moved by what comes after the decision', () => {
  expect(heard({ ...applied, state: 'OPINION_REQUESTED', opinions: [false, null] })).toBe('OPINION_REQUESTED');
  expect(heard({ ...applied, state: 'OPINION_REQUESTED', opinions: [false, true] })).toBe('OPINION_GIVEN');
  expect(heard({ ...applied, state: 'REFUSED', opinions: [true] })).toBe('REFUSED');
  expect(said(() => checkAsks({ ...applied, state: 'REGISTERED' }))).toBe('INTERNSHIP_STATE_INVALID internship');
  for (const state of ['APPLIED', 'OPINION_REQUESTED', 'OPINION_GIVEN'] as const)
    expect(said(() => checkAsks({ ...applied, state }))).toBeUndefined();
});

it('an objection has a reason, and every opinion a named person', () => {
  expect(said(() => checkOpinion({ objects: true, givenBy: '王主任' }))).toBe('FIELD_REQUIRED reason');
  expect(said(() => checkOpinion({ objects: false, givenBy: '' }))).toBe('TEXT_INVALID givenBy');
  expect(checkOpinion({ objects: false, givenBy: '王主任' })).toEqual({ reason: null, givenBy: '王主任' });
});

it('only a registered internship ends, between its first day and today', () => {
  const running: StandingInternship = { ...applied, state: 'REGISTERED', fromOn: '2026-01-01' };
  const end = (known: StandingInternship, on: string) => said(() => checkEnd(known, on, '2026-11-21'));
  expect(end(running, '2026-11-21')).toBeUndefined();
  expect(end(applied, '2026-11-21')).toBe('INTERNSHIP_STATE_INVALID id');
  expect(end(running, '2025-12-31')).toBe('PERIOD_INVALID on');
  expect(end(running, '2026-11-22')).toBe('DAY_TO_COME on');
});

it('an application is checked by itself', () => {
  const item: PushedInternship = {
    key: 'k',
    fullName: '沈 舟',
    citizenIdNumber: '990101198001010014',
    firmCreditCode: 'x',
    mentorCertificateNo: '13301201511000002',
    appliedOn: '2026-11-01',
  };
  const check = (extra: Partial<PushedInternship>) => said(() => checkInternship({ ...item, ...extra }, '2026-11-21'));
  expect(check({})).toEqual({ fullName: '沈舟', citizenIdNumber: '990101198001010014' });
  expect(check({ citizenIdNumber: '990101199002290016' })).toBe('CITIZEN_ID_INVALID citizenIdNumber');
  expect(check({ firmCreditCode: null })).toBe('FIELD_REQUIRED firmCreditCode');
  expect(check({ appliedOn: '2026-11-22' })).toBe('DAY_TO_COME appliedOn');
  expect(check({ pledgeSignedOn: '2026-11-22' })).toBe('DAY_TO_COME pledgeSignedOn');
  expect(check({ formerCourts: Array.from({ length: 21 }, () => '浙') })).toBe('BATCH_TOO_LARGE formerCourts');
});
