import { describe, expect, it } from 'vitest';
import {
  checkFollowUp,
  checkStep,
  type Decider,
  decidingSide,
  type FollowUp,
  type StandingAlert,
  words,
} from '../../../src/domain/joint/restriction-alert.rule.js';
import {
  type RestrictionAlertKind,
  type RestrictionAlertState,
  restrictionAlertKinds,
  restrictionAlertStates,
} from '../../../src/domain/joint/restriction-alert.terms.js';
import { refusalOf } from '../../kernel/refused.js';

const states = Object.keys(restrictionAlertStates) as RestrictionAlertState[];
const kinds = Object.keys(restrictionAlertKinds) as RestrictionAlertKind[];
const COURT_ID = '0190a000-0000-7000-8000-00000000c001';
const alert = (extra: Partial<StandingAlert> = {}): StandingAlert => ({
  kind: 'COUNSEL',
  courtId: COURT_ID,
  state: 'RAISED',
  raisedOn: '2026-11-10',
  ...extra,
});
const judge: Decider = { institution: 'COURT', actorId: 'judge-1', clientId: 'portal' };
const officer: Decider = { institution: 'JUSTICE', actorId: 'officer-1', clientId: 'portal' };
const system: Decider = { institution: 'COURT', actorId: 'case-system', clientId: 'case-system' };

describe('the steps of an alert', () => {
  const allowed = [
    'RAISED CONFIRMED',
    'RAISED OVERRIDDEN',
    'CONFIRMED CORRECTED',
    'CONFIRMED CLOSED',
    'OVERRIDDEN CORRECTED',
  ];

  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))('from %s to %s', (from, to) => {
    const answer = refusalOf(() => checkStep(alert({ state: from }), to, judge));
    expect(answer).toEqual(allowed.includes(`${from} ${to}`) ? null : ['ALERT_STATE_INVALID', ['id']]);
  });

  it.each(kinds.flatMap((kind) => [COURT_ID, null].map((courtId) => [kind, courtId] as const)))(
    'a %s told to the court %s is decided by one side',
    (kind, courtId) => {
      const side = kind !== 'EMPLOYMENT' && courtId !== null ? 'COURT' : 'JUSTICE';
      const known = alert({ kind, courtId });
      expect(decidingSide(known)).toBe(side);
      for (const by of [judge, officer])
        expect(refusalOf(() => checkStep(known, 'CONFIRMED', by))).toEqual(
          by.institution === side ? null : ['OUT_OF_REACH', ['id']],
        );
    },
  );

  it('no system takes one, whatever its reach', () => {
    for (const to of states) expect(refusalOf(() => checkStep(alert(), to, system))).toEqual(['PERSON_REQUIRED', []]);
  });
});

describe('what was done on an alert', () => {
  const done: FollowUp = { kind: 'PARTY_TOLD', doneOn: '2026-11-15' };
  const check = (extra: Partial<FollowUp> = {}, state: RestrictionAlertState = 'CONFIRMED', by = judge) =>
    checkFollowUp(alert({ state }), { ...done, ...extra }, by, '2026-11-21');

  it.each([
    [{ doneOn: '2026-11-09' }, ['PERIOD_INVALID', ['doneOn']]],
    [{ doneOn: '2026-11-10' }, null],
    [{ doneOn: '2026-11-21' }, null],
    [{ doneOn: '2026-11-22' }, ['DAY_TO_COME', ['doneOn']]],
    [{ kind: 'OTHER' }, ['FIELD_REQUIRED', ['note']]],
    [{ kind: 'OTHER', note: '另行约谈' }, null],
    [{ note: ' ' }, ['TEXT_INVALID', ['note']]],
    [{ note: '长'.repeat(2_001) }, ['TEXT_INVALID', ['note']]],
  ] as const)('%j: %j', (extra, expected) => {
    expect(refusalOf(() => check(extra))).toEqual(expected);
  });

  it.each(states)('when the alert is %s', (state) => {
    expect(refusalOf(() => check({}, state))).toEqual(
      state === 'CONFIRMED' ? null : ['ALERT_STATE_INVALID', ['alertId']],
    );
  });

  it('either side enters what it did, by a person, and its note is kept trimmed', () => {
    expect(check({ note: ' 已告知 ' }, 'CONFIRMED', officer)).toBe('已告知');
    expect(check()).toBeNull();
    expect(refusalOf(() => check({}, 'CONFIRMED', system))).toEqual(['PERSON_REQUIRED', []]);
  });
});

it.each([
  ['', 'TEXT_INVALID'],
  ['短', 'TEXT_TOO_SHORT'],
  ['  四个字呀  ', 'TEXT_TOO_SHORT'],
  ['长'.repeat(2_001), 'TEXT_INVALID'],
  ['有\u0007字符', 'TEXT_INVALID'],
])('the reason %j is refused: %s', (text, code) => {
  expect(refusalOf(() => words(text))?.[0]).toBe(code);
});

it('a reason of 5 to 2,000 characters is kept, with its line breaks', () => {
  expect(words(' 五个字在此 ')).toBe('五个字在此');
  expect(words('第一行\n第二行')).toBe('第一行\n第二行');
  expect(words('长'.repeat(2_000))).toHaveLength(2_000);
});
