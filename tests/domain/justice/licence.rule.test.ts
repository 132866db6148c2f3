// Longer than 300 lines: the oracle and the generator belong beside the tables that they check.
import { describe, expect, it } from 'vitest';
import { admissionOf, checkPenalty, deriveHistory, statusOn } from '../../../src/domain/justice/licence.rule.js';
import {
  type LicenceEventKind,
  type LicenceFact,
  licenceEventKinds,
  licenceStatuses,
} from '../../../src/domain/justice/licence.terms.js';
import { addDays, FOREVER } from '../../../src/kernel/day.js';
import { type RefusalCode, refusalCodes } from '../../../src/kernel/refusal-codes.js';

type Extras = Partial<Omit<LicenceFact, 'kind' | 'effectiveOn'>>;

/** A fact whose id is its kind and day, unless `extras` names another. */
function on(effectiveOn: string, kind: LicenceEventKind, extras: Extras = {}): LicenceFact {
  return { id: `${kind} ${effectiveOn}`, kind, effectiveOn, ...extras };
}
function suspended(from: string, until: string, extras: Extras = {}): LicenceFact {
  return on(from, 'SUSPENDED', {
    suspendedFrom: from,
    suspendedUntil: until,
    sanctionId: `decision of ${from}`,
    ...extras,
  });
}
const licence = { category: 'FULL_TIME', certificateNo: 'C1', firmId: 'A' } as const;
const granted = on('2024-01-01', 'GRANTED', licence);

/** `from STATUS firm`, with category and certificate number where they differ from the first grant's. */
function shown(facts: readonly LicenceFact[]): string[] {
  return deriveHistory(facts).periods.map(({ from, status, firmId, category, certificateNo }) =>
    [from, status, firmId ?? '-', category, certificateNo].filter((word) => !/^(FULL_TIME|C1)$/.test(word)).join(' '),
  );
}
function refused(facts: readonly LicenceFact[]): string[] {
  return deriveHistory(facts).ineffective.map(({ eventId, code }) => `${eventId}: ${code}`);
}
const eventsOf = (facts: readonly LicenceFact[]) => deriveHistory(facts).periods.map((period) => period.eventId);

describe('the status machine', () => {
  // Row: the event on 2024-06-10. Column: the state of that day. `>` status after it; else the code, LICENCE_ left out.
  const grid = `
                   NONE         PRACTISING       PAUSED           SUSPENDED            DEREGISTERED  RESCINDED    REVOKED  DECEASED
  GRANTED          >PRACTISING  ALREADY_GRANTED  ALREADY_GRANTED  ALREADY_GRANTED      >PRACTISING   >PRACTISING  REVOKED  DECEASED
  FIRM_CHANGED     NOT_GRANTED  >PRACTISING      >PAUSED          >SUSPENDED           DEREGISTERED  RESCINDED    REVOKED  DECEASED
  CONTACT_CHANGED  NOT_GRANTED  >PRACTISING      >PAUSED          >SUSPENDED           DEREGISTERED  RESCINDED    REVOKED  DECEASED
  CATEGORY_CHANGED NOT_GRANTED  >PRACTISING      >PAUSED          >SUSPENDED           DEREGISTERED  RESCINDED    REVOKED  DECEASED
  SUSPENDED        NOT_GRANTED  >SUSPENDED       >SUSPENDED       SUSPENSION_OVERLAPS  DEREGISTERED  RESCINDED    REVOKED  DECEASED
  SUSPENSION_ENDED NOT_GRANTED  NOT_SUSPENDED    NOT_SUSPENDED    >PRACTISING          DEREGISTERED  RESCINDED    REVOKED  DECEASED
  PAUSED           NOT_GRANTED  >PAUSED          PAUSED           SUSPENDED            DEREGISTERED  RESCINDED    REVOKED  DECEASED
  RESUMED          NOT_GRANTED  NOT_PAUSED       >PRACTISING      SUSPENDED            DEREGISTERED  RESCINDED    REVOKED  DECEASED
  DEREGISTERED     NOT_GRANTED  >DEREGISTERED    >DEREGISTERED    SUSPENDED            DEREGISTERED  RESCINDED    REVOKED  DECEASED
  RESCINDED        NOT_GRANTED  >RESCINDED       >RESCINDED       >RESCINDED           DEREGISTERED  RESCINDED    REVOKED  DECEASED
  REVOKED          NOT_GRANTED  >REVOKED         >REVOKED         >REVOKED             DEREGISTERED  RESCINDED    REVOKED  DECEASED
  DECEASED         NOT_GRANTED  >DECEASED        >DECEASED        >DECEASED            >DECEASED     >DECEASED    REVOKED  DECEASED
  PENALTY_ANNULLED NOT_GRANTED  SANCTION_UNKNOWN SANCTION_UNKNOWN SANCTION_UNKNOWN     DEREGISTERED  RESCINDED    REVOKED  DECEASED`;

  const [states = [], ...rows] = grid
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const cells = rows.flatMap(([kind, ...words]) =>
    words.map((word, at) => ({ kind: kind as LicenceEventKind, state: states[at] ?? '', ...readCell(word) })),
  );

  function readCell(word: string): { after: string | null; code: RefusalCode | null; outcome: string } {
    if (word.startsWith('>')) return { after: word.slice(1), code: null, outcome: `leads to ${word.slice(1)}` };
    const code = (word in refusalCodes ? word : `LICENCE_${word}`) as RefusalCode;
    return { after: null, code, outcome: `answers ${code}` };
  }
  function historyIn(state: string): LicenceFact[] {
    if (state === 'NONE') return [];
    if (state === 'PRACTISING') return [granted];
    if (state === 'SUSPENDED') return [granted, suspended('2024-06-01', '2024-07-31')];
    return [granted, on('2024-06-01', state as LicenceEventKind, { sanctionId: 'decision of 2024-06-01' })];
  }
  const extrasOf: { readonly [kind in LicenceEventKind]?: Extras } = {
    GRANTED: licence,
    FIRM_CHANGED: { firmId: 'B' },
    CATEGORY_CHANGED: { category: 'PART_TIME' },
    SUSPENDED: { suspendedFrom: '2024-06-10', suspendedUntil: '2024-08-09', sanctionId: 'new' },
    REVOKED: { sanctionId: 'new' },
    PENALTY_ANNULLED: { sanctionId: 'of nobody' },
  };

  it('is tested for every kind of event in every state', () => {
    expect(rows.map(([kind]) => kind).toSorted()).toEqual(Object.keys(licenceEventKinds).toSorted());
    expect(states.slice(1).toSorted()).toEqual(Object.keys(licenceStatuses).toSorted());
    expect(cells).toHaveLength(13 * 8);
  });

  it.each(cells)('$kind on $state $outcome', ({ kind, state, code, after }) => {
    const history = historyIn(state);
    const fact = on('2024-06-10', kind, extrasOf[kind]);
    const { periods, ineffective } = deriveHistory([...history, fact]);
    expect(admissionOf(history, fact)).toBe(code);
    expect(ineffective).toEqual(code ? [{ eventId: fact.id, code }] : []);
    if (code) expect(periods).toEqual(deriveHistory(history).periods);
    else expect(statusOn(periods, '2024-06-10')?.status).toBe(after);
  });

  it.each<[string, RefusalCode, LicenceFact]>([
    ['a grant without a category', 'FIELD_REQUIRED', on('2024-02-01', 'GRANTED', { certificateNo: 'C1' })],
    ['a grant without a certificate number', 'FIELD_REQUIRED', on('2024-02-01', 'GRANTED', { category: 'ARMY' })],
    ['a change to no category', 'FIELD_REQUIRED', on('2024-06-10', 'CATEGORY_CHANGED')],
    ['a suspension without a last day', 'FIELD_REQUIRED', on('2024-06-10', 'SUSPENDED')],
    ['a suspension that ends before it begins', 'PERIOD_INVALID', suspended('2024-06-10', '2024-06-09')],
    ['an annulment that names no decision', 'SANCTION_UNKNOWN', on('2024-06-10', 'PENALTY_ANNULLED')],
  ])('%s answers %s', (_, code, fact) => {
    expect(admissionOf(fact.kind === 'GRANTED' ? [] : [granted], fact)).toBe(code);
  });
});

describe('periods', () => {
  const lasting = suspended('2024-02-15', '2024-04-30');

  it.each<[string, LicenceFact[], string[]]>([
    [
      'a move takes the licence to another firm, with its new certificate number',
      [granted, on('2024-03-01', 'FIRM_CHANGED', { firmId: 'B', certificateNo: 'C2' })],
      ['2024-01-01 PRACTISING A', '2024-03-01 PRACTISING B C2'],
    ],
    [
      'a change of category keeps the firm',
      [granted, on('2024-03-01', 'CATEGORY_CHANGED', { category: 'PART_TIME', certificateNo: 'C2' })],
      ['2024-01-01 PRACTISING A', '2024-03-01 PRACTISING A PART_TIME C2'],
    ],
    [
      'a change of nothing opens no stretch',
      [granted, on('2024-03-01', 'FIRM_CHANGED', { firmId: 'A' }), on('2024-04-01', 'CONTACT_CHANGED')],
      ['2024-01-01 PRACTISING A'],
    ],
    [
      'a suspended lawyer may move, and returns at the new firm',
      [granted, suspended('2024-03-01', '2024-05-31'), on('2024-04-15', 'FIRM_CHANGED', { firmId: 'B' })],
      ['2024-01-01 PRACTISING A', '2024-03-01 SUSPENDED A', '2024-04-15 SUSPENDED B', '2024-06-01 PRACTISING B'],
    ],
    [
      'a paused licence returns from suspension paused',
      [granted, on('2024-02-01', 'PAUSED'), suspended('2024-03-01', '2024-03-31')],
      ['2024-01-01 PRACTISING A', '2024-02-01 PAUSED A', '2024-03-01 SUSPENDED A', '2024-04-01 PAUSED A'],
    ],
    [
      'a suspension ended early returns the licence from the day of its end',
      [granted, suspended('2024-03-01', '2024-05-31'), on('2024-04-15', 'SUSPENSION_ENDED')],
      ['2024-01-01 PRACTISING A', '2024-03-01 SUSPENDED A', '2024-04-15 PRACTISING A'],
    ],
    [
      'a revocation cuts a running suspension, and the licence does not return',
      [granted, suspended('2024-03-01', '2024-05-31'), on('2024-04-15', 'REVOKED')],
      ['2024-01-01 PRACTISING A', '2024-03-01 SUSPENDED A', '2024-04-15 REVOKED -'],
    ],
    [
      'a dead licence keeps number and category, and has no firm',
      [
        on('2024-01-01', 'GRANTED', { category: 'ARMY', certificateNo: 'C9', firmId: 'A' }),
        on('2024-02-01', 'DECEASED'),
      ],
      ['2024-01-01 PRACTISING A ARMY C9', '2024-02-01 DECEASED - ARMY C9'],
    ],
    [
      'a new grant after deregistration begins afresh, with no firm when it names none',
      [granted, on('2024-02-01', 'DEREGISTERED'), on('2024-03-01', 'GRANTED', { ...licence, firmId: null })],
      ['2024-01-01 PRACTISING A', '2024-02-01 DEREGISTERED -', '2024-03-01 PRACTISING -'],
    ],
    [
      'of two events on one day the last in order holds, and the stretch is one',
      [suspended('2024-02-01', '2024-02-10'), on('2024-02-01', 'PAUSED'), granted],
      ['2024-01-01 PRACTISING A', '2024-02-01 SUSPENDED A', '2024-02-11 PAUSED A'],
    ],
    [
      'a paused licence resumes on the day on which its suspension is ended',
      [on('2024-03-01', 'RESUMED'), on('2024-03-01', 'SUSPENSION_ENDED'), lasting, on('2024-02-01', 'PAUSED'), granted],
      ['2024-01-01 PRACTISING A', '2024-02-01 PAUSED A', '2024-02-15 SUSPENDED A', '2024-03-01 PRACTISING A'],
    ],
    [
      'a suspension begins on its first day, whatever day it was decided to take effect',
      [granted, { ...lasting, effectiveOn: '2024-01-20' }, on('2024-02-01', 'FIRM_CHANGED', { firmId: 'B' })],
      ['2024-01-01 PRACTISING A', '2024-02-01 PRACTISING B', '2024-02-15 SUSPENDED B', '2024-05-01 PRACTISING B'],
    ],
    [
      'suspensions that touch are one stretch of days',
      [granted, suspended('2024-02-01', '2024-02-29'), suspended('2024-03-01', '2024-03-31')],
      ['2024-01-01 PRACTISING A', '2024-02-01 SUSPENDED A', '2024-04-01 PRACTISING A'],
    ],
  ])('%s', (_, facts, expected) => {
    expect(shown(facts)).toEqual(expected);
    expect(refused(facts)).toEqual([]);
  });

  it('are gapless, inclusive, open at the end, and name the event that opened them', () => {
    const pause = suspended('2024-02-01', '2024-04-30');
    const rest = { category: 'FULL_TIME', firmId: 'A', certificateNo: 'C1' };
    expect(deriveHistory([granted, pause]).periods).toEqual([
      { from: '2024-01-01', until: '2024-01-31', status: 'PRACTISING', ...rest, eventId: granted.id },
      { from: '2024-02-01', until: '2024-04-30', status: 'SUSPENDED', ...rest, eventId: pause.id },
      { from: '2024-05-01', until: FOREVER, status: 'PRACTISING', ...rest, eventId: pause.id },
    ]);
    const ended = on('2024-03-01', 'SUSPENSION_ENDED');
    expect(eventsOf([granted, pause, ended])).toEqual([granted.id, pause.id, ended.id]);
  });

  it('are none without a grant', () => {
    expect(deriveHistory([])).toEqual({ periods: [], ineffective: [] });
    expect(deriveHistory([on('2024-02-01', 'PAUSED')]).periods).toEqual([]);
  });

  it.each([
    ['the last day, a leap day', '2024-01-31', '2024-02-29', '2024-03-01'],
    ['the last day of a short February', '2023-02-01', '2023-02-28', '2023-03-01'],
    ['the last day of a year', '2023-10-01', '2023-12-31', '2024-01-01'],
    ['its only day', '2024-05-06', '2024-05-06', '2024-05-07'],
  ])('a suspension holds on %s, and not on the day after', (_, from, until, after) => {
    const { periods } = deriveHistory([on('2020-01-01', 'GRANTED', licence), suspended(from, until)]);
    const status = (day: string) => statusOn(periods, day)?.status;
    expect([addDays(from, -1), from, until, after].map(status)).toEqual([
      'PRACTISING',
      'SUSPENDED',
      'SUSPENDED',
      'PRACTISING',
    ]);
  });

  it('hold no day before the first grant and every day after it', () => {
    const { periods } = deriveHistory([granted]);
    expect(statusOn(periods, '2023-12-31')).toBeNull();
    expect(statusOn(periods, '2024-01-01')?.status).toBe('PRACTISING');
    expect(statusOn(periods, '2199-12-31')?.status).toBe('PRACTISING');
  });

  it('a suspension overlaps on the last day of another and not on the day after', () => {
    const history = [granted, suspended('2024-02-01', '2024-03-31')];
    expect(admissionOf(history, suspended('2024-03-31', '2024-05-31'))).toBe('SUSPENSION_OVERLAPS');
    expect(admissionOf(history, suspended('2024-04-01', '2024-05-31'))).toBeNull();
    const ended = [...history, on('2024-03-01', 'SUSPENSION_ENDED')];
    expect(admissionOf(ended, suspended('2024-03-01', '2024-05-31'))).toBeNull();
  });
});

describe('late arrival and correction', () => {
  it('a death that arrives late is taken, and what lies after it loses its effect', () => {
    const history = [granted, on('2024-05-01', 'PAUSED')];
    const death = on('2024-03-01', 'DECEASED');
    expect(admissionOf(history, death)).toBeNull();
    expect(shown([...history, death])).toEqual(['2024-01-01 PRACTISING A', '2024-03-01 DECEASED -']);
    expect(refused([...history, death])).toEqual(['PAUSED 2024-05-01: LICENCE_DECEASED']);
  });

  it('an earlier suspension that arrives late takes its days, and the later one overlaps', () => {
    const history = [granted, suspended('2024-04-01', '2024-06-30')];
    const late = suspended('2024-02-01', '2024-04-30');
    expect(admissionOf(history, late)).toBeNull();
    expect(refused([...history, late])).toEqual(['SUSPENDED 2024-04-01: SUSPENSION_OVERLAPS']);
  });

  it('a correction replaces the fact it names, also when it is corrected in its turn', () => {
    const first = on('2024-03-01', 'PAUSED', { id: 'first' });
    const second = on('2024-04-01', 'PAUSED', { id: 'second', supersedes: 'first' });
    const third = on('2024-05-01', 'PAUSED', { id: 'third', supersedes: 'second' });
    expect(admissionOf([granted, first], second)).toBeNull();
    expect(shown([granted, first, second])).toEqual(['2024-01-01 PRACTISING A', '2024-04-01 PAUSED A']);
    expect(admissionOf([granted, first, second], third)).toBeNull();
    expect(shown([granted, first, second, third])).toEqual(['2024-01-01 PRACTISING A', '2024-05-01 PAUSED A']);
    expect(refused([granted, first, second, third])).toEqual([]);
  });

  it('a correction is judged in the state without the fact that it replaces', () => {
    const pause = on('2024-03-01', 'PAUSED');
    expect(admissionOf([granted, pause], on('2024-04-01', 'RESUMED', { supersedes: pause.id }))).toBe('NOT_PAUSED');
    const laterGrant = on('2024-04-01', 'GRANTED', { ...licence, supersedes: granted.id });
    expect(admissionOf([granted, pause], laterGrant)).toBeNull();
    expect(refused([granted, pause, laterGrant])).toEqual(['PAUSED 2024-03-01: LICENCE_NOT_GRANTED']);
  });

  it('a correction names a recorded fact, once, and no annulment', () => {
    const penalty = suspended('2024-03-01', '2024-05-31', { sanctionId: 's' });
    const annulled = on('2024-04-01', 'PENALTY_ANNULLED', { sanctionId: 's' });
    const moved = on('2024-02-01', 'FIRM_CHANGED', { firmId: 'B' });
    const corrected = on('2024-02-02', 'FIRM_CHANGED', { firmId: 'B', supersedes: moved.id });
    const history = [granted, penalty, annulled, moved, corrected];
    const correct = (supersedes: string) => admissionOf(history, on('2024-02-03', 'FIRM_CHANGED', { supersedes }));
    expect(correct('unheard of')).toBe('EVENT_UNKNOWN');
    expect(correct(annulled.id)).toBe('EVENT_UNKNOWN');
    expect(correct(moved.id)).toBe('EVENT_SUPERSEDED');
    expect(correct(corrected.id)).toBeNull();
  });
});

describe('an annulment', () => {
  const annulled = (day: string, sanctionId = 's') => on(day, 'PENALTY_ANNULLED', { sanctionId });
  const penalty = suspended('2024-03-01', '2024-05-31', { sanctionId: 's' });
  const revoked = on('2024-04-01', 'REVOKED', { sanctionId: 'r' });

  it.each<[string, LicenceFact[], string[]]>([
    [
      'ends a running suspension from its day on; the days before stay as they were',
      [granted, penalty, annulled('2024-04-15')],
      ['2024-01-01 PRACTISING A', '2024-03-01 SUSPENDED A', '2024-04-15 PRACTISING A'],
    ],
    [
      'returns a paused licence to its pause',
      [granted, on('2024-02-01', 'PAUSED'), penalty, annulled('2024-04-15')],
      ['2024-01-01 PRACTISING A', '2024-02-01 PAUSED A', '2024-03-01 SUSPENDED A', '2024-04-15 PAUSED A'],
    ],
    [
      'of a suspension that is over changes nothing',
      [granted, penalty, annulled('2024-06-01')],
      ['2024-01-01 PRACTISING A', '2024-03-01 SUSPENDED A', '2024-06-01 PRACTISING A'],
    ],
    [
      'on the first day of the penalty leaves it no day',
      [granted, penalty, annulled('2024-03-01')],
      ['2024-01-01 PRACTISING A'],
    ],
    [
      'before the first day of the penalty leaves it no day',
      [granted, annulled('2024-02-01', 'r'), revoked],
      ['2024-01-01 PRACTISING A'],
    ],
    [
      'before its penalty frees the days for another suspension, even one that covers its first day',
      [granted, annulled('2024-02-01'), suspended('2024-02-15', '2024-03-15'), penalty],
      ['2024-01-01 PRACTISING A', '2024-02-15 SUSPENDED A', '2024-03-16 PRACTISING A'],
    ],
    [
      'of a revocation restores licence and firm; it was revoked on the days before',
      [granted, revoked, annulled('2024-07-01', 'r')],
      ['2024-01-01 PRACTISING A', '2024-04-01 REVOKED -', '2024-07-01 PRACTISING A'],
    ],
    [
      'of a revocation restores a suspension that still runs',
      [granted, penalty, revoked, annulled('2024-05-31', 'r')],
      [
        '2024-01-01 PRACTISING A',
        '2024-03-01 SUSPENDED A',
        '2024-04-01 REVOKED -',
        '2024-05-31 SUSPENDED A',
        '2024-06-01 PRACTISING A',
      ],
    ],
    [
      'of a revocation restores no suspension that ran out meanwhile',
      [granted, penalty, revoked, annulled('2024-06-01', 'r')],
      ['2024-01-01 PRACTISING A', '2024-03-01 SUSPENDED A', '2024-04-01 REVOKED -', '2024-06-01 PRACTISING A'],
    ],
  ])('%s', (_, facts, expected) => {
    expect(shown(facts)).toEqual(expected);
    expect(shown(facts.toReversed())).toEqual(expected);
    expect(refused(facts)).toEqual([]);
  });

  it('opens the stretch in which the licence is back', () => {
    const back = annulled('2024-07-01', 'r');
    expect(eventsOf([granted, revoked, back])).toEqual([granted.id, revoked.id, back.id]);
  });

  it('lifts no revocation of another decision', () => {
    expect(admissionOf([granted, penalty, revoked], annulled('2024-07-01'))).toBe('LICENCE_REVOKED');
    expect(admissionOf([granted, on('2024-04-01', 'REVOKED')], on('2024-07-01', 'PENALTY_ANNULLED'))).toBe(
      'LICENCE_REVOKED',
    );
  });

  it('lifts no rescission, deregistration or death, even if they carry its decision', () => {
    for (const kind of ['RESCINDED', 'DEREGISTERED', 'DECEASED'] as const) {
      const end = on('2024-04-01', kind, { sanctionId: 's' });
      expect(admissionOf([granted, end], annulled('2024-07-01'))).toBe(`LICENCE_${kind}`);
    }
  });

  it('of a decision whose penalty had no effect is unknown', () => {
    const overlapping = suspended('2024-04-01', '2024-06-30', { sanctionId: 'o' });
    expect(refused([granted, penalty, overlapping, annulled('2024-06-15', 'o')])).toEqual([
      'SUSPENDED 2024-04-01: SUSPENSION_OVERLAPS',
      'PENALTY_ANNULLED 2024-06-15: SANCTION_UNKNOWN',
    ]);
  });
});

describe('a penalty', () => {
  // Kind, article, first and last day, level of who decided; then `stands`, or the code and the field it is about.
  const table = `
  of one day                              SUSPENDED 47 2024-01-01 2024-01-01 CITY                stands
  of three months                         SUSPENDED 47 2024-01-01 2024-03-31 CITY                stands
  of three months and a day               SUSPENDED 47 2024-01-01 2024-04-01 CITY                answers SUSPENSION_OUT_OF_RANGE at suspendedUntil
  of three months from a month end        SUSPENDED 47 2024-08-31 2024-11-29 CITY                stands
  of three months and a day from there    SUSPENDED 47 2024-08-31 2024-11-30 CITY                answers SUSPENSION_OUT_OF_RANGE at suspendedUntil
  of three months less a day              SUSPENDED 48 2024-01-01 2024-03-30 CITY                answers SUSPENSION_OUT_OF_RANGE at suspendedUntil
  of three months                         SUSPENDED 48 2024-01-01 2024-03-31 CITY                stands
  of six months                           SUSPENDED 48 2024-01-01 2024-06-30 CITY                stands
  of six months and a day                 SUSPENDED 48 2024-01-01 2024-07-01 CITY                answers SUSPENSION_OUT_OF_RANGE at suspendedUntil
  of six months less a day                SUSPENDED 49 2024-01-01 2024-06-29 CITY                answers SUSPENSION_OUT_OF_RANGE at suspendedUntil
  of six months                           SUSPENDED 49 2024-01-01 2024-06-30 CITY                stands
  of twelve months                        SUSPENDED 49 2024-01-01 2024-12-31 CITY                stands
  of twelve months and a day              SUSPENDED 49 2024-01-01 2025-01-01 CITY                answers SUSPENSION_TOO_LONG at suspendedUntil
  of twelve months from a leap day        SUSPENDED 49 2024-02-29 2025-02-27 CITY                stands
  of twelve months and a day from there   SUSPENDED 49 2024-02-29 2025-02-28 CITY                answers SUSPENSION_TOO_LONG at suspendedUntil
  of three months less a day              SUSPENDED 51 2024-01-01 2024-03-30 CITY                answers SUSPENSION_OUT_OF_RANGE at suspendedUntil
  of three months                         SUSPENDED 51 2024-01-01 2024-03-31 CITY                stands
  of twelve months                        SUSPENDED 51 2024-03-15 2025-03-14 CITY                stands
  of twelve months and a day              SUSPENDED 51 2024-03-15 2025-03-15 CITY                answers SUSPENSION_TOO_LONG at suspendedUntil
  that ends before it begins              SUSPENDED 47 2024-01-02 2024-01-01 CITY                answers PERIOD_INVALID at suspendedUntil
  without a first day                     SUSPENDED 47 - 2024-01-01 CITY                         answers FIELD_REQUIRED at suspendedFrom
  without a last day                      SUSPENDED 47 2024-01-01 - CITY                         answers FIELD_REQUIRED at suspendedUntil
  for firms                               SUSPENDED 50 2024-01-01 2024-02-29 CITY                answers SANCTION_MISMATCH at legalBasis
  that a county decides                   SUSPENDED 47 2024-01-01 2024-01-31 COUNTY              answers SUSPENSION_BELOW_CITY at decidedByLevel
  that a municipal district decides       SUSPENDED 47 2024-01-01 2024-01-31 MUNICIPAL_DISTRICT  stands
  that the province decides               SUSPENDED 47 2024-01-01 2024-01-31 PROVINCE            stands
  that the ministry decides               SUSPENDED 47 2024-01-01 2024-01-31 MINISTRY            stands
  by the province                         REVOKED 49 - - PROVINCE                                stands
  by the ministry                         REVOKED 51 - - MINISTRY                                stands
  by a city                               REVOKED 49 - - CITY                                    answers REVOCATION_BELOW_PROVINCE at decidedByLevel
  by a municipal district                 REVOKED 51 - - MUNICIPAL_DISTRICT                      answers REVOCATION_BELOW_PROVINCE at decidedByLevel
  by a county                             REVOKED 49 - - COUNTY                                  answers REVOCATION_BELOW_PROVINCE at decidedByLevel
  on an article that knows no revocation  REVOKED 47 - - PROVINCE                                answers SANCTION_MISMATCH at legalBasis
  on an article that knows no revocation  REVOKED 48 - - PROVINCE                                answers SANCTION_MISMATCH at legalBasis
  for firms                               REVOKED 50 - - PROVINCE                                answers SANCTION_MISMATCH at legalBasis`;

  const rows = table
    .trim()
    .split('\n')
    .map((row) => {
      const [words = '', given = '', outcome = ''] = row.trim().split(/ {2,}/);
      const [kind, article, from, until, level] = given.split(' ');
      const days = {
        suspendedFrom: from === '-' ? undefined : from,
        suspendedUntil: until === '-' ? undefined : until,
      };
      const penalty = { kind, basis: `LAWYERS_LAW_${article}`, level, ...days } as Parameters<typeof checkPenalty>[0];
      return { title: `${kind} under art. ${article} ${words} ${outcome}`, penalty, outcome };
    });

  it.each(rows)('$title', ({ penalty, outcome }) => {
    const refusal = checkPenalty(penalty);
    expect(refusal ? `answers ${refusal.code} at ${refusal.at}` : 'stands').toBe(outcome);
  });
});

// From here: many random histories, on days numbered from one shortly before a leap day.
const firstDay = '2024-01-25';
const span = 60;
const kinds = Object.keys(licenceEventKinds) as LicenceEventKind[];

/** mulberry32: the same histories on every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Kinds by how often they are drawn: ends seldom, what needs another event before it often. */
const drawn: readonly LicenceEventKind[] = [
  ...[...kinds, ...kinds].filter((kind) => !['RESCINDED', 'DECEASED', 'DEREGISTERED'].includes(kind)),
  ...(['RESCINDED', 'DECEASED', 'DEREGISTERED', 'SUSPENDED', 'SUSPENDED', 'PENALTY_ANNULLED'] as const),
  ...(['PENALTY_ANNULLED', 'PENALTY_ANNULLED', 'SUSPENSION_ENDED', 'RESUMED', 'PAUSED'] as const),
];

function randomFact(id: string, draw: (below: number) => number): LicenceFact {
  const kind = drawn[draw(drawn.length)] ?? 'GRANTED';
  const day = addDays(firstDay, draw(span));
  const fact = on(day, kind, { id, sanctionId: ['s1', 's1', 's2', 's2', null][draw(5)] });
  const named = { certificateNo: ['C1', 'C2', null][draw(3)], firmId: ['A', 'B', null][draw(3)] };
  if (kind === 'SUSPENDED') return { ...fact, suspendedFrom: day, suspendedUntil: addDays(day, draw(25)) };
  if (kind === 'CATEGORY_CHANGED') return { ...fact, ...named, category: draw(2) ? 'FULL_TIME' : 'PART_TIME' };
  if (kind === 'GRANTED') return { ...fact, ...named, certificateNo: 'C1', category: 'FULL_TIME' };
  return kind === 'FIRM_CHANGED' ? { ...fact, ...named } : fact;
}

/** Up to 25 facts, one of a kind a day (two would be settled by order of recording), mostly after a grant. */
function randomFacts(draw: (below: number) => number): LicenceFact[] {
  const facts = draw(8) ? [on(addDays(firstDay, draw(6)), 'GRANTED', { id: 'e0', ...licence })] : [];
  for (let count = 5 + draw(20); count > 0; count--) facts.push(randomFact(`e${count}`, draw));
  const key = (fact: LicenceFact) => `${fact.kind} ${fact.effectiveOn}`;
  return facts.filter((fact, at) => facts.findIndex((other) => key(other) === key(fact)) === at);
}

function shuffled<T>(items: readonly T[], draw: (below: number) => number): T[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(draw(rest.length), 1));
}

/** The facts without those that have no effect among them. */
function validPart(facts: readonly LicenceFact[]): LicenceFact[] {
  const idle = new Set(deriveHistory(facts).ineffective.map((line) => line.eventId));
  return idle.size ? validPart(facts.filter((fact) => !idle.has(fact.id))) : [...facts];
}

/** Records facts in the order given, offering the refused ones again until none is taken any more. */
function record(facts: readonly LicenceFact[]): LicenceFact[] {
  const history: LicenceFact[] = [];
  let waiting = [...facts];
  for (let taken = -1; taken !== history.length; ) {
    taken = history.length;
    waiting = waiting.filter((fact) => admissionOf(history, fact) !== null || !history.push(fact));
  }
  return history;
}

describe('any order of recording', () => {
  it('gives a valid history the same periods, refused facts being offered again', () => {
    const draw = seeded(47);
    const seen: Partial<Record<LicenceEventKind, number>> = {};
    const looked = { histories: 0, orders: 0, facts: 0, refusedFirst: 0, neverTaken: 0 };
    while (looked.histories < 600) {
      const facts = validPart(randomFacts(draw));
      if (facts.length < 3) continue;
      looked.histories++;
      looked.facts += facts.length;
      for (const { kind } of facts) seen[kind] = (seen[kind] ?? 0) + 1;
      for (let order = 0; order < 3; order++, looked.orders++) {
        const arriving = shuffled(facts, draw);
        const recorded = record(arriving);
        if (recorded.some((fact, at) => fact !== arriving[at])) looked.refusedFirst++;
        for (const { kind } of arriving.filter((fact) => !recorded.includes(fact))) {
          // A suspension annulled by its first day may lie in another one; either it came first or it is never taken.
          expect(['SUSPENDED', 'PENALTY_ANNULLED']).toContain(kind);
          looked.neverTaken++;
        }
        expect(deriveHistory(recorded), JSON.stringify(arriving)).toEqual(deriveHistory(facts));
        expect(deriveHistory(arriving)).toEqual(deriveHistory(facts));
      }
    }
    console.info('orders of recording looked at:', JSON.stringify({ ...looked, kinds: seen }));
    expect(looked.refusedFirst).toBeGreaterThan(500);
    for (const kind of kinds) expect(seen[kind], kind).toBeGreaterThan(20);
  });
});

/** One day of the oracle: what the licence is, and the event that made it so. */
interface OracleDay {
  readonly is: string;
  readonly by: string;
}

/** The rule told once more, day by day, from legal-rules 7.2 and with nothing of the rule's own code. */
function simulate(facts: readonly LicenceFact[]): { days: Map<string, OracleDay>; ineffective: Map<string, string> } {
  const order =
    'GRANTED FIRM_CHANGED CATEGORY_CHANGED CONTACT_CHANGED PENALTY_ANNULLED SUSPENSION_ENDED RESUMED PAUSED SUSPENDED ' +
    'DEREGISTERED RESCINDED REVOKED DECEASED';
  const counted = facts.filter((fact) => !facts.some((other) => other.supersedes === fact.id));
  const ineffective = new Map<string, string>();
  const days = new Map<string, OracleDay>();
  const punished = new Set<string>();
  const annulments: LicenceFact[] = [];
  let calendar = new Map<string, LicenceFact>(); // suspended day → its suspension
  let dead: LicenceFact | null = null;
  let paused = false;
  let has: { category: unknown; firm: unknown; no: unknown } | null = null;
  let yesterday: OracleDay = { is: '', by: '' };

  const status = (day: string) => dead?.kind ?? (calendar.has(day) ? 'SUSPENDED' : paused ? 'PAUSED' : 'PRACTISING');
  const picture = (day: string) => {
    if (!has) return '';
    return [status(day), has.category, dead ? 'none' : (has.firm ?? 'none'), has.no].join(' ');
  };
  const free = (isFreed: (day: string, by: LicenceFact) => boolean) => {
    calendar = new Map([...calendar].filter(([day, by]) => !isFreed(day, by)));
  };

  function happen(day: string, fact: LicenceFact): string | null {
    const { kind, sanctionId } = fact;
    const wasAnnulled = annulments.some((annulment) => annulment.sanctionId === sanctionId);
    if (!has && kind !== 'GRANTED') return 'LICENCE_NOT_GRANTED';
    if (dead?.kind === 'DECEASED') return 'LICENCE_DECEASED';
    if (dead?.kind === 'REVOKED') {
      if (kind !== 'PENALTY_ANNULLED' || !sanctionId || dead.sanctionId !== sanctionId) return 'LICENCE_REVOKED';
    } else if (dead && kind !== 'GRANTED' && kind !== 'DECEASED') return `LICENCE_${dead.kind}`;
    if (kind === 'GRANTED') {
      if (has && !dead) return 'LICENCE_ALREADY_GRANTED';
      [dead, paused, calendar] = [null, false, new Map()];
      has = { category: fact.category, firm: fact.firmId, no: fact.certificateNo };
    } else if (kind === 'FIRM_CHANGED' && has) {
      has = { ...has, firm: fact.firmId, no: fact.certificateNo ?? has.no };
    } else if (kind === 'CATEGORY_CHANGED' && has) {
      has = { ...has, category: fact.category, no: fact.certificateNo ?? has.no };
    } else if (kind === 'PENALTY_ANNULLED') {
      if (!sanctionId) return 'SANCTION_UNKNOWN';
      annulments.push(fact);
      if (dead?.sanctionId === sanctionId) dead = null;
      free((suspendedDay, by) => suspendedDay >= day && by.sanctionId === sanctionId);
    } else if (kind === 'SUSPENDED') {
      if (calendar.has(day) && !wasAnnulled) return 'SUSPENSION_OVERLAPS';
      punished.add(sanctionId ?? '');
      const until = fact.suspendedUntil ?? '';
      for (let at = day; at <= until && !wasAnnulled; at = addDays(at, 1)) calendar.set(at, fact);
    } else if (kind === 'SUSPENSION_ENDED') {
      if (!calendar.has(day)) return 'NOT_SUSPENDED';
      free((suspendedDay) => suspendedDay >= day);
    } else if (kind === 'PAUSED' || kind === 'RESUMED') {
      if (calendar.has(day)) return 'LICENCE_SUSPENDED';
      if (paused === (kind === 'PAUSED')) return paused ? 'LICENCE_PAUSED' : 'NOT_PAUSED';
      paused = kind === 'PAUSED';
    } else if (kind === 'DEREGISTERED' && calendar.has(day)) {
      return 'LICENCE_SUSPENDED';
    } else if (kind === 'REVOKED') {
      punished.add(sanctionId ?? '');
      if (!wasAnnulled) dead = fact;
    } else if (kind !== 'CONTACT_CHANGED') {
      dead = fact;
    }
    return null;
  }

  for (let day = addDays(firstDay, -1); day < addDays(firstDay, span + 30); day = addDays(day, 1)) {
    const returning = calendar.get(addDays(day, -1))?.id ?? '';
    let today: OracleDay = picture(day) === yesterday.is ? yesterday : { is: picture(day), by: returning };
    for (const kind of order.split(' ')) {
      for (const fact of counted.filter((each) => each.effectiveOn === day && each.kind === kind)) {
        const code = happen(day, fact);
        if (code) ineffective.set(fact.id, code);
        if (picture(day) !== today.is) today = { is: picture(day), by: fact.id };
      }
    }
    if (today.is === yesterday.is) today = yesterday;
    if (today.is) days.set(day, today);
    yesterday = today;
  }
  for (const annulment of annulments) {
    if (!punished.has(annulment.sanctionId ?? '')) ineffective.set(annulment.id, 'SANCTION_UNKNOWN');
  }
  return { days, ineffective };
}

describe('a simulation day by day', () => {
  it('agrees with the periods of random histories, in every day, event and code', () => {
    const draw = seeded(49);
    const looked = { histories: 0, facts: 0, corrections: 0, days: 0, periods: 0, restored: 0 };
    const codes: Record<string, number> = {};
    for (; looked.histories < 600; looked.histories++) {
      const facts = randomFacts(draw);
      for (let at = 1; at < facts.length; at++) {
        const target = facts[draw(at)]?.id;
        if (draw(15) === 0 && !facts.some((fact) => fact.supersedes === target)) {
          facts[at] = { ...(facts[at] as LicenceFact), supersedes: target };
          looked.corrections++;
        }
      }
      const { periods, ineffective } = deriveHistory(facts);
      const oracle = simulate(facts);
      expect(deriveHistory(shuffled(facts, draw)), JSON.stringify(facts)).toEqual({ periods, ineffective });
      const days = new Map<string, OracleDay>();
      for (let day = addDays(firstDay, -1); day < addDays(firstDay, span + 30); day = addDays(day, 1)) {
        const period = statusOn(periods, day);
        if (!period) continue;
        const { status, category, firmId, certificateNo, eventId } = period;
        days.set(day, { is: [status, category, firmId ?? 'none', certificateNo].join(' '), by: eventId });
      }
      expect(days, JSON.stringify(facts)).toEqual(oracle.days);
      expect(new Map(ineffective.map((line) => [line.eventId, line.code])), JSON.stringify(facts)).toEqual(
        oracle.ineffective,
      );
      expect(periods.map((period) => period.until)).toEqual(
        periods.map((_, at) => (periods[at + 1] ? addDays(periods[at + 1]?.from ?? '', -1) : FOREVER)),
      );
      const stretches = [...oracle.days.values()].filter((day, at, all) => day.is !== all[at - 1]?.is);
      expect(periods).toHaveLength(stretches.length);
      for (const { code } of ineffective) codes[code] = (codes[code] ?? 0) + 1;
      looked.facts += facts.length;
      looked.days += days.size;
      looked.periods += periods.length;
      looked.restored += periods.filter(({ eventId }) =>
        facts.some((fact) => fact.id === eventId && fact.kind === 'PENALTY_ANNULLED'),
      ).length;
    }
    console.info('histories simulated:', JSON.stringify({ ...looked, codes }));
    expect(Object.keys(codes)).toHaveLength(12);
    expect(looked.days).toBeGreaterThan(10_000);
    expect(looked.restored).toBeGreaterThan(50);
  });
});
