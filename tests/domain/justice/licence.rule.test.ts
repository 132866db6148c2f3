// The status machine: every kind of event in every state, the periods it leads to, late arrival and correction.
import { describe, expect, it } from 'vitest';
import { admissionOf, deriveHistory, statusOn } from '../../../src/domain/justice/licence.rule.js';
import {
  type LicenceEventKind,
  type LicenceFact,
  licenceEventKinds,
  licenceStatuses,
} from '../../../src/domain/justice/licence.terms.js';
import { addDays, FOREVER } from '../../../src/kernel/day.js';
import { type RefusalCode, refusalCodes } from '../../../src/kernel/refusal-codes.js';
import { type Extras, eventsOf, granted, licence, on, refused, shown, suspended } from './licence-histories.js';

describe('the status machine', () => {
  // Row: the event on 2024-06-10. Column: the state of that day. `>` status after it; else the code, LICENCE_ left out.
  const grid = `
                   NONE        PRACTISING       PAUSED           SUSPENDED           DEREGISTERED     RESCINDED        REVOKED          DECEASED
  GRANTED          >PRACTISING ALREADY_GRANTED  ALREADY_GRANTED  ALREADY_GRANTED     >PRACTISING      >PRACTISING      REVOKED          DECEASED
  FIRM_CHANGED     NOT_GRANTED >PRACTISING      >PAUSED          >SUSPENDED          DEREGISTERED     RESCINDED        REVOKED          DECEASED
  CONTACT_CHANGED  NOT_GRANTED >PRACTISING      >PAUSED          >SUSPENDED          DEREGISTERED     RESCINDED        REVOKED          DECEASED
  CATEGORY_CHANGED NOT_GRANTED >PRACTISING      >PAUSED          >SUSPENDED          DEREGISTERED     RESCINDED        REVOKED          DECEASED
  SUSPENDED        NOT_GRANTED >SUSPENDED       >SUSPENDED       SUSPENSION_OVERLAPS DEREGISTERED     RESCINDED        REVOKED          DECEASED
  SUSPENSION_ENDED NOT_GRANTED NOT_SUSPENDED    NOT_SUSPENDED    >PRACTISING         DEREGISTERED     RESCINDED        REVOKED          DECEASED
  PAUSED           NOT_GRANTED >PAUSED          PAUSED           SUSPENDED           DEREGISTERED     RESCINDED        REVOKED          DECEASED
  RESUMED          NOT_GRANTED NOT_PAUSED       >PRACTISING      SUSPENDED           DEREGISTERED     RESCINDED        REVOKED          DECEASED
  DEREGISTERED     NOT_GRANTED >DEREGISTERED    >DEREGISTERED    SUSPENDED           DEREGISTERED     RESCINDED        REVOKED          DECEASED
  RESCINDED        NOT_GRANTED >RESCINDED       >RESCINDED       >RESCINDED          DEREGISTERED     RESCINDED        REVOKED          DECEASED
  REVOKED          NOT_GRANTED >REVOKED         >REVOKED         >REVOKED            DEREGISTERED     RESCINDED        REVOKED          DECEASED
  DECEASED         NOT_GRANTED >DECEASED        >DECEASED        >DECEASED           >DECEASED        >DECEASED        REVOKED          DECEASED
  PENALTY_ANNULLED NOT_GRANTED SANCTION_UNKNOWN SANCTION_UNKNOWN SANCTION_UNKNOWN    SANCTION_UNKNOWN SANCTION_UNKNOWN SANCTION_UNKNOWN SANCTION_UNKNOWN`;

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
