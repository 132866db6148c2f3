import { describe, expect, it } from 'vitest';
import { dueOn, dutiesOf } from '../../../../src/domain/joint/restriction/duty.rule.js';
import type { Asker } from '../../../../src/domain/joint/restriction/duty.terms.js';
import type { PersonFacts } from '../../../../src/domain/joint/restriction/facts.terms.js';
import { judge } from '../../../../src/domain/joint/restriction/judge.rule.js';
import { nationalPack } from '../../../../src/domain/joint/restriction/national-pack.terms.js';
import type { Question } from '../../../../src/domain/joint/restriction/question.terms.js';
import {
  act,
  apply,
  caseAt,
  criminal,
  defend,
  firmIn,
  former,
  forParent,
  intern,
  join,
  kin,
  known,
  person,
} from './province.js';

const ON = '2026-11-20';
const duties = (question: Question, found: PersonFacts, asker: Asker, isLicensed = false) =>
  dutiesOf(judge(question, known(found), [nationalPack]), asker, isLicensed);
const withinTwoYears = former('2025-03-01', 'RESIGNED');

describe('what must happen on a hit (legal-rules 3.4)', () => {
  it.each([
    ['within two years', act(ON, caseAt('C')), withinTwoYears],
    ['in his own court', act(ON, caseAt('A')), former('2015-03-01', 'RESIGNED')],
    ['as a relative of staff', act(ON, caseAt('A')), person({ kinships: [kin()] })],
  ])('the court orders counsel to stop, tells the party and informs justice: %s', (_, question, found) => {
    expect(duties(question, found, 'COURT')).toEqual(['ORDER_STOP', 'TELL_PARTY', 'INFORM_JUSTICE', 'NAME_AND_REASON']);
  });

  it('justice refuses an applicant and tells him why', () => {
    expect(duties(apply(ON), withinTwoYears, 'JUSTICE')).toContain('REFUSE_OR_POSTPONE');
    expect(duties(apply(ON), withinTwoYears, 'JUSTICE')).toContain('TELL_WHY');
  });

  it('justice has a licensed one deregistered, the firm end the job, and penalises', () => {
    expect(duties(join(ON, 'LAWYER'), withinTwoYears, 'JUSTICE', true)).toEqual([
      'ORDER_DEREGISTRATION',
      'END_JOB',
      'PENALISE',
      'NAME_AND_REASON',
    ]);
  });

  it('the bar asks the former court about an intern, and refuses on its objection', () => {
    const found = former('2025-03-01', 'RESIGNED', { licences: [] });
    const opinions = [{ id: 'opinion', organId: 'A', objects: true, givenOn: ON }];
    expect(duties(intern(ON), found, 'BAR')).toEqual(['LET_A_PERSON_DECIDE', 'ASK_FORMER_ORGAN']);
    expect(duties(intern(ON), { ...found, opinions }, 'BAR')).toContain('REFUSE_REGISTRATION');
  });

  it('a retired applicant shows his approval, a relative his proof, and the court decides on a permission', () => {
    const retired = former('2025-03-01', 'RETIRED', { licences: [] });
    const dismissed = former('2015-03-01', 'DISMISSED', { licences: [] });
    expect(duties(join(ON, 'ADMIN', firmIn('990203')), retired, 'JUSTICE')).toContain('ASK_APPROVAL');
    expect(duties(act(ON, caseAt('A'), forParent({ proven: null })), retired, 'COURT')).toContain('ASK_PROOF');
    expect(duties(act(ON, caseAt('C', criminal), { ...defend, ...forParent() }), dismissed, 'COURT')).toContain(
      'DECIDE_PERMISSION',
    );
  });

  it('a permission asks nothing of anybody', () => {
    for (const asker of ['COURT', 'JUSTICE', 'BAR'] as const)
      expect(duties(act(ON, caseAt('C')), person(), asker)).toEqual([]);
  });
});

describe('periods in working days (3.5 point 16)', () => {
  const calendar = {
    holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
    workedWeekends: ['2026-10-10'],
  };

  it('the city reviews an application in twenty working days', () => {
    expect(dueOn('2026-11-20', 'LICENCE_REVIEW_CITY', calendar)).toBe('2026-12-18');
  });

  it('holidays do not count, a worked weekend does', () => {
    expect(dueOn('2026-09-30', 'PENALTY_PUBLICATION_WITHDRAWN', calendar)).toBe('2026-10-10');
  });

  it('the province decides in ten', () => {
    expect(dueOn('2026-11-20', 'LICENCE_DECISION_PROVINCE', calendar)).toBe('2026-12-04');
  });
});
