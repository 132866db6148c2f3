import { describe, expect, it } from 'vitest';
import { changeOf } from '../../../../src/domain/joint/restriction/change.rule.js';
import type { PersonFacts } from '../../../../src/domain/joint/restriction/facts.terms.js';
import { judge } from '../../../../src/domain/joint/restriction/judge.rule.js';
import { nationalPack } from '../../../../src/domain/joint/restriction/national-pack.terms.js';
import { act, caseAt, former, known, left, person, service, suspension } from './province.js';

const verdict = (found: PersonFacts, on = '2026-11-20') => judge(act(on, caseAt('C')), known(found), [nationalPack]);
const departed = (on: string) => former(on, 'TRANSFERRED');

describe('an answer that changes', () => {
  it('E25 · a departure recorded after counsel was entered makes it stricter, and is detected late', () => {
    const change = changeOf(verdict(person()), verdict(departed('2025-03-01')));
    expect(change).toEqual({
      kind: 'STRICTER',
      newFacts: ['departure A 2025-03-01', 'service A'],
      isDetectedLate: true,
    });
  });

  it('a later last day is stricter', () => {
    expect(changeOf(verdict(departed('2025-03-01')), verdict(departed('2025-03-02'))).kind).toBe('STRICTER');
    expect(changeOf(verdict(departed('2025-03-02')), verdict(departed('2025-03-01'))).kind).toBe('LAXER');
  });

  it('an open restriction is stricter than a dated one', () => {
    const serving = person({ services: [service()] });
    expect(changeOf(verdict(departed('2025-03-01')), verdict(serving)).kind).toBe('STRICTER');
    expect(changeOf(verdict(serving), verdict(departed('2025-03-01'))).kind).toBe('LAXER');
  });

  it('the period that ended is laxer, and nothing was late', () => {
    const found = departed('2024-11-20');
    const change = changeOf(verdict(found), verdict(found, '2026-11-21'));
    expect([change.kind, change.isDetectedLate]).toEqual(['LAXER', false]);
  });

  it('a departure that came after the first answer is stricter, and not late', () => {
    const change = changeOf(verdict(person(), '2024-11-20'), verdict(departed('2025-03-01')));
    expect([change.kind, change.newFacts.length, change.isDetectedLate]).toEqual(['STRICTER', 2, false]);
  });

  it('the same answer on other grounds is told apart from the same answer', () => {
    const suspended = person({ suspensions: [suspension('2026-10-01', '2026-12-31')] });
    const ban = person({ services: [service()], departures: [left('2024-12-31', 'TRANSFERRED')] });
    expect(changeOf(verdict(suspended), verdict(ban)).kind).toBe('OTHER_GROUNDS');
    expect(changeOf(verdict(suspended), verdict(suspended)).kind).toBe('SAME');
  });
});
