// Penalties: which the law allows, and what the annulment of one gives back.
import { describe, expect, it } from 'vitest';
import { admissionOf, checkPenalty } from '../../../src/domain/justice/licence.rule.js';
import type { LicenceFact } from '../../../src/domain/justice/licence.terms.js';
import { checkSanction, type PushedSanction } from '../../../src/domain/justice/sanction-input.rule.js';
import { refusalCodeOf } from '../../kernel/refused.js';
import { eventsOf, granted, on, refused, shown, suspended } from './licence-histories.js';

describe('a penalty', () => {
  // Kind, article, first and last day, level of who decided; then `stands`, or the code and the field it is about.
  const table = `
  of one day                                    SUSPENDED 47 2024-01-01 2024-01-01 CITY                stands
  of three months, first day counted            SUSPENDED 47 2024-01-01 2024-03-31 CITY                stands
  of three months, first day not counted        SUSPENDED 47 2024-01-01 2024-04-01 CITY                stands
  of three months and a day                     SUSPENDED 47 2024-01-01 2024-04-02 CITY                answers SUSPENSION_OUT_OF_RANGE at suspendedUntil
  from 31 August to the end of November         SUSPENDED 47 2024-08-31 2024-11-30 CITY                stands
  from 31 August into December                  SUSPENDED 47 2024-08-31 2024-12-01 CITY                answers SUSPENSION_OUT_OF_RANGE at suspendedUntil
  from 30 November to a leap day                SUSPENDED 47 2023-11-30 2024-02-29 CITY                stands
  from 30 November past a leap day              SUSPENDED 47 2023-11-30 2024-03-01 CITY                answers SUSPENSION_OUT_OF_RANGE at suspendedUntil
  from 30 November past a short February        SUSPENDED 47 2022-11-30 2023-03-01 CITY                answers SUSPENSION_OUT_OF_RANGE at suspendedUntil
  of more than any article allows               SUSPENDED 47 2024-01-01 2025-01-02 CITY                answers SUSPENSION_TOO_LONG at suspendedUntil
  of three months less a day                    SUSPENDED 48 2024-01-01 2024-03-30 CITY                answers SUSPENSION_OUT_OF_RANGE at suspendedUntil
  of three months, first day counted            SUSPENDED 48 2024-01-01 2024-03-31 CITY                stands
  of three months, first day not counted        SUSPENDED 48 2024-01-01 2024-04-01 CITY                stands
  from 31 August to 28 November                 SUSPENDED 48 2024-08-31 2024-11-28 CITY                answers SUSPENSION_OUT_OF_RANGE at suspendedUntil
  from 31 August to 29 November                 SUSPENDED 48 2024-08-31 2024-11-29 CITY                stands
  of six months, first day counted              SUSPENDED 48 2024-01-01 2024-06-30 CITY                stands
  of six months, first day not counted          SUSPENDED 48 2024-01-01 2024-07-01 CITY                stands
  of six months and a day                       SUSPENDED 48 2024-01-01 2024-07-02 CITY                answers SUSPENSION_OUT_OF_RANGE at suspendedUntil
  of six months less a day                      SUSPENDED 49 2024-01-01 2024-06-29 CITY                answers SUSPENSION_OUT_OF_RANGE at suspendedUntil
  of six months, first day counted              SUSPENDED 49 2024-01-01 2024-06-30 CITY                stands
  of twelve months, first day counted           SUSPENDED 49 2024-01-01 2024-12-31 CITY                stands
  of twelve months, first day not counted       SUSPENDED 49 2024-01-01 2025-01-01 CITY                stands
  of twelve months and a day                    SUSPENDED 49 2024-01-01 2025-01-02 CITY                answers SUSPENSION_TOO_LONG at suspendedUntil
  from a leap day to the next 27 February       SUSPENDED 49 2024-02-29 2025-02-27 CITY                stands
  from a leap day to the next 28 February       SUSPENDED 49 2024-02-29 2025-02-28 CITY                stands
  from a leap day to the next 1 March           SUSPENDED 49 2024-02-29 2025-03-01 CITY                answers SUSPENSION_TOO_LONG at suspendedUntil
  from 28 February to the next, of a leap year  SUSPENDED 49 2023-02-28 2024-02-28 CITY                stands
  from 28 February to the next leap day         SUSPENDED 49 2023-02-28 2024-02-29 CITY                answers SUSPENSION_TOO_LONG at suspendedUntil
  of three months less a day                    SUSPENDED 51 2024-01-01 2024-03-30 CITY                answers SUSPENSION_OUT_OF_RANGE at suspendedUntil
  of three months, first day counted            SUSPENDED 51 2024-01-01 2024-03-31 CITY                stands
  of twelve months, first day counted           SUSPENDED 51 2024-03-15 2025-03-14 CITY                stands
  of twelve months, first day not counted       SUSPENDED 51 2024-03-15 2025-03-15 CITY                stands
  of twelve months and a day                    SUSPENDED 51 2024-03-15 2025-03-16 CITY                answers SUSPENSION_TOO_LONG at suspendedUntil
  that ends before it begins                    SUSPENDED 47 2024-01-02 2024-01-01 CITY                answers PERIOD_INVALID at suspendedUntil
  without a first day                           SUSPENDED 47 - 2024-01-01 CITY                         answers FIELD_REQUIRED at suspendedFrom
  without a last day                            SUSPENDED 47 2024-01-01 - CITY                         answers FIELD_REQUIRED at suspendedUntil
  for firms                                     SUSPENDED 50 2024-01-01 2024-02-29 CITY                answers SANCTION_MISMATCH at legalBasis
  for firms, of more than any article allows    SUSPENDED 50 2024-01-01 2025-01-02 CITY                answers SUSPENSION_TOO_LONG at suspendedUntil
  that a county decides                         SUSPENDED 47 2024-01-01 2024-01-31 COUNTY              answers SUSPENSION_BELOW_CITY at decidedByLevel
  that a municipal district decides             SUSPENDED 47 2024-01-01 2024-01-31 MUNICIPAL_DISTRICT  stands
  that the province decides                     SUSPENDED 47 2024-01-01 2024-01-31 PROVINCE            stands
  that the ministry decides                     SUSPENDED 47 2024-01-01 2024-01-31 MINISTRY            stands
  by the province                               REVOKED 49 - - PROVINCE                                stands
  by the ministry                               REVOKED 51 - - MINISTRY                                stands
  by a city                                     REVOKED 49 - - CITY                                    answers REVOCATION_BELOW_PROVINCE at decidedByLevel
  by a municipal district                       REVOKED 51 - - MUNICIPAL_DISTRICT                      answers REVOCATION_BELOW_PROVINCE at decidedByLevel
  by a county                                   REVOKED 49 - - COUNTY                                  answers REVOCATION_BELOW_PROVINCE at decidedByLevel
  on an article that knows no revocation        REVOKED 47 - - PROVINCE                                answers SANCTION_MISMATCH at legalBasis
  on an article that knows no revocation        REVOKED 48 - - PROVINCE                                answers SANCTION_MISMATCH at legalBasis
  for firms                                     REVOKED 50 - - PROVINCE                                answers SANCTION_MISMATCH at legalBasis`;

  const pushed: PushedSanction = {
    key: '1',
    lawyerCertificateNo: '13301201610123456',
    kind: 'SUSPENSION',
    authority: '杭州市司法局',
    authorityLevel: 'CITY',
    decisionNo: '杭司罚决〔2023〕1号',
    legalBasis: '律师法第四十九条',
    decidedOn: '2023-01-10',
    effectiveOn: '2024-01-01',
    summary: '停止执业',
    asOf: '2024-01-01T00:00:00Z',
  };

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
      return [`${kind} under art. ${article} ${words} ${outcome}`, penalty, outcome] as const;
    });

  it.each(rows)('%s', (_, penalty, outcome) => {
    const refusal = checkPenalty(penalty);
    expect(refusal ? `answers ${refusal.code} at ${refusal.at}` : 'stands').toBe(outcome);
  });

  it.each([
    ['2024-01-01', '2024-12-31', '2025-01-01', '2025-01-02'],
    ['2024-02-29', '2025-02-27', '2025-02-28', '2025-03-01'],
    ['2023-02-28', '2024-02-27', '2024-02-28', '2024-02-29'],
  ])('pushed as a sanction from %s may end on %s or %s, and not on %s', (effectiveOn, counted, notCounted, after) => {
    const check = (endsOn: string) => () =>
      checkSanction(
        { ...pushed, effectiveOn, endsOn },
        { institution: 'JUSTICE', unitDivision: '330000' },
        '2026-11-21',
      );
    expect(check(counted)).not.toThrow();
    expect(check(notCounted)).not.toThrow();
    expect(refusalCodeOf(check(after))).toBe('SUSPENSION_TOO_LONG');
  });
});

describe('an annulment', () => {
  const annulled = (day: string, sanctionId = 's') => on(day, 'PENALTY_ANNULLED', { sanctionId });
  const penalty = suspended('2024-03-01', '2024-05-31', { sanctionId: 's' });
  const revoked = on('2024-04-01', 'REVOKED', { sanctionId: 'r' });
  const long = suspended('2024-03-01', '2024-12-31', { sanctionId: 's' });

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
    [
      'of a revocation restores no suspension that was annulled under it',
      [granted, long, revoked, annulled('2024-05-01'), annulled('2024-07-01', 'r')],
      ['2024-01-01 PRACTISING A', '2024-03-01 SUSPENDED A', '2024-04-01 REVOKED -', '2024-07-01 PRACTISING A'],
    ],
    [
      'of a suspension after that of the revocation which covered it ends what had been restored',
      [granted, long, revoked, annulled('2024-05-01', 'r'), annulled('2024-07-01')],
      [
        '2024-01-01 PRACTISING A',
        '2024-03-01 SUSPENDED A',
        '2024-04-01 REVOKED -',
        '2024-05-01 SUSPENDED A',
        '2024-07-01 PRACTISING A',
      ],
    ],
    [
      'of suspension and revocation on one day restores the licence at once',
      [granted, long, revoked, annulled('2024-05-01'), { ...annulled('2024-05-01', 'r'), id: 'other' }],
      ['2024-01-01 PRACTISING A', '2024-03-01 SUSPENDED A', '2024-04-01 REVOKED -', '2024-05-01 PRACTISING A'],
    ],
    [
      'of a revocation restores a paused licence to its pause when the suspension under it was annulled',
      [granted, on('2024-02-01', 'PAUSED'), long, revoked, annulled('2024-05-01'), annulled('2024-07-01', 'r')],
      [
        '2024-01-01 PRACTISING A',
        '2024-02-01 PAUSED A',
        '2024-03-01 SUSPENDED A',
        '2024-04-01 REVOKED -',
        '2024-07-01 PAUSED A',
      ],
    ],
    [
      'of a suspension changes nothing for the dead',
      [granted, long, on('2024-04-01', 'DECEASED'), annulled('2024-05-01')],
      ['2024-01-01 PRACTISING A', '2024-03-01 SUSPENDED A', '2024-04-01 DECEASED -'],
    ],
    [
      'of a suspension lifts no rescission',
      [granted, long, on('2024-04-01', 'RESCINDED'), annulled('2024-05-01')],
      ['2024-01-01 PRACTISING A', '2024-03-01 SUSPENDED A', '2024-04-01 RESCINDED -'],
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

  it('under a revocation opens no stretch', () => {
    const back = annulled('2024-07-01', 'r');
    const history = [granted, long, revoked, annulled('2024-05-01'), back];
    expect(eventsOf(history)).toEqual([granted.id, long.id, revoked.id, back.id]);
  });

  it('lifts no revocation of another decision', () => {
    const history = [granted, penalty, revoked];
    expect(admissionOf(history, annulled('2024-07-01'))).toBeNull();
    expect(shown([...history, annulled('2024-07-01')])).toEqual(shown(history));
  });

  it('that names no decision lifts no penalty without one', () => {
    for (const none of [null, undefined]) {
      const history = [granted, on('2024-04-01', 'REVOKED', { sanctionId: none })];
      expect(admissionOf(history, on('2024-07-01', 'PENALTY_ANNULLED', { sanctionId: none }))).toBe('SANCTION_UNKNOWN');
    }
  });

  it.each(['RESCINDED', 'DEREGISTERED', 'DECEASED'] as const)('lifts no %s that carries its decision', (kind) => {
    const end = on('2024-06-10', kind, { sanctionId: 's' });
    expect(admissionOf([granted, end], annulled('2024-07-01'))).toBe('SANCTION_UNKNOWN');
    expect(admissionOf([granted, penalty, end], annulled('2024-07-01'))).toBeNull();
    expect(shown([granted, penalty, end, annulled('2024-07-01')])).toEqual(shown([granted, penalty, end]));
  });

  it('before any grant is refused', () => {
    expect(admissionOf([], annulled('2024-07-01'))).toBe('LICENCE_NOT_GRANTED');
    expect(admissionOf([granted, penalty], annulled('2023-12-31'))).toBe('LICENCE_NOT_GRANTED');
  });

  it('of a decision whose penalty had no effect is unknown', () => {
    const overlapping = suspended('2024-04-01', '2024-06-30', { sanctionId: 'o' });
    expect(refused([granted, penalty, overlapping, annulled('2024-06-15', 'o')])).toEqual([
      'SUSPENDED 2024-04-01: SUSPENSION_OVERLAPS',
      'PENALTY_ANNULLED 2024-06-15: SANCTION_UNKNOWN',
    ]);
    const tooLate = suspended('2024-05-01', '2024-06-30', { sanctionId: 'o' });
    expect(refused([granted, revoked, tooLate, annulled('2024-06-15', 'o')])).toEqual([
      'SUSPENDED 2024-05-01: LICENCE_REVOKED',
      'PENALTY_ANNULLED 2024-06-15: SANCTION_UNKNOWN',
    ]);
  });
});
