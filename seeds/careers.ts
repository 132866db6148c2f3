import type { LicenceStatus, PenaltyBasis } from '../src/domain/justice/licence.terms.js';
import { lastDayOfTerm } from '../src/kernel/day.js';
import { dayNumber, dayOfNumber } from './calendar.js';
import type { Chronicle, FactDetails } from './chronicle.js';
import type { Random } from './random.js';

/** How a licence stands today. `from`: since when (today while it is in force); before `freeUntil` all else may happen. */
export interface Ending {
  readonly status: LicenceStatus;
  readonly from: number;
  readonly freeUntil: number;
  readonly basis: PenaltyBasis | null;
}

/** Months of suspension by article (legal-rules 7.3). */
const TERMS: Partial<Record<PenaltyBasis, readonly [number, number]>> = {
  LAWYERS_LAW_47: [1, 3],
  LAWYERS_LAW_48: [3, 6],
  LAWYERS_LAW_49: [6, 12],
  LAWYERS_LAW_51: [3, 12],
};
const BASES = Object.keys(TERMS) as PenaltyBasis[];
/** Of a hundred: how many end so, at most how many days ago, and how many days before that belong to the ending. */
const ENDINGS: readonly (readonly [number, LicenceStatus, number, number])[] = [
  [3.4, 'PAUSED', 160, 10],
  [1.2, 'SUSPENDED', 80, 160],
  [5.6, 'DEREGISTERED', 3600, 190],
  [0.8, 'REVOKED', 2900, 700],
  [0.4, 'RESCINDED', 2900, 10],
  [1.6, 'DECEASED', 3600, 10],
  [87, 'PRACTISING', 0, 0],
];
const PAUSES = ['离开原执业机构，尚未受聘', '脱产学习', '因病休养'];
const OWN_REQUEST = '本人申请注销';
const UNEMPLOYED = '离开执业机构六个月内未重新受聘';

/** Draws how it ends; `offends` false for those whom the seeds never punish. About 88 in a hundred practise. */
export function drawEnding(random: Random, today: number, offends: boolean): Ending {
  const [, status, longest, taken] = random.draw(ENDINGS, ([share]) => share);
  const isPenalty = status === 'SUSPENDED' || status === 'REVOKED';
  if (status === 'PRACTISING' || (isPenalty && !offends)) return practising(today);
  const from = today - random.int(1, longest);
  const basis =
    status === 'SUSPENDED' ? random.pick(BASES) : random.pick(['LAWYERS_LAW_49', 'LAWYERS_LAW_51'] as const);
  return { status, from, freeUntil: from - taken, basis: isPenalty ? basis : null };
}

/** A licence in force. */
export const practising = (today: number): Ending => ({
  status: 'PRACTISING',
  from: today,
  freeUntil: today - 1,
  basis: null,
});

/** Writes down how it ends. */
export function tellEnding(chronicle: Chronicle, { status, from, basis }: Ending): void {
  const { random } = chronicle;
  if (status === 'PAUSED') chronicle.note('PAUSED', from, random.pick(PAUSES));
  if (status === 'DECEASED') chronicle.note('DECEASED', from, '因病去世');
  if (status === 'RESCINDED') chronicle.license('RESCINDED', from, {}, '以欺骗手段取得准予执业决定');
  if (status === 'DEREGISTERED') deregister(chronicle, from);
  if (status === 'SUSPENDED') suspend(chronicle, basis as PenaltyBasis, from, 3);
  if (status !== 'REVOKED') return;
  if (basis === 'LAWYERS_LAW_51') suspend(chronicle, 'LAWYERS_LAW_48', from - random.int(400, 650), 3);
  chronicle.revoke(basis as PenaltyBasis, from);
}

/**
 * What may befall a licence from day `from` to day `to`, between its last change of firm and its ending; most often
 * nothing. `grant` is what a new grant after a deregistration says; who is in no firm is not punished.
 */
export function tellMiddle(chronicle: Chronicle, from: number, to: number, grant: FactDetails): void {
  const { random } = chronicle;
  let free = from;
  /** Tells what takes so many days, one after the other, where it still fits. */
  const perhaps = (chance: number, days: number, tellFrom: (on: number) => void) => {
    if (!random.chance(chance) || free + days > to) return;
    const on = random.int(free, to - days);
    free = on + days + 30;
    tellFrom(on);
  };
  perhaps(0.1, 1, (on) => chronicle.note('CONTACT_CHANGED', on));
  const pause = random.int(20, 170);
  perhaps(0.04, pause, (on) => {
    chronicle.note('PAUSED', on, random.pick(PAUSES));
    chronicle.note('RESUMED', on + pause);
  });
  const absence = random.int(300, 1500);
  perhaps(0.006, absence, (on) => {
    chronicle.license('DEREGISTERED', on, {}, OWN_REQUEST);
    chronicle.license('GRANTED', on + absence, grant, '重新申请执业');
  });
  if (grant.firmId) perhaps(0.022, 540, (on) => misbehave(chronicle, on + 160));
}

function misbehave(chronicle: Chronicle, from: number): void {
  const { random } = chronicle;
  const kind = random.pick(['SUSPENSION', 'SUSPENSION', 'WARNING', 'WARNING', 'FINE', 'CRITICISM', 'CENSURE'] as const);
  if (kind === 'SUSPENSION') {
    suspend(chronicle, random.pick(BASES), from, 1, true);
    return;
  }
  const isDiscipline = kind === 'CRITICISM' || kind === 'CENSURE';
  const annulled = random.chance(0.05) ? from + random.int(30, 90) : undefined;
  chronicle.sanction({ kind, basis: isDiscipline ? null : random.pick(BASES.slice(0, 2)), from, annulled });
}

/** A suspension of at least `months`; under art. 51 after a warning of the same year. A past one may have ended early. */
function suspend(chronicle: Chronicle, basis: PenaltyBasis, from: number, months: number, isPast = false): void {
  const { random } = chronicle;
  const [shortest, longest] = TERMS[basis] as readonly [number, number];
  const until = lastDayOfTerm(dayOfNumber(from), random.int(Math.max(months, shortest), longest));
  const early = isPast && random.chance(0.15) ? random.int(from + 5, dayNumber(until)) : undefined;
  const isAnnulled = early !== undefined && random.chance(0.6);
  if (basis === 'LAWYERS_LAW_51')
    chronicle.sanction({ kind: 'WARNING', basis: 'LAWYERS_LAW_47', from: from - random.int(60, 150) });
  chronicle.suspend(basis, from, until, isAnnulled ? early : undefined);
  if (early !== undefined && !isAnnulled) chronicle.note('SUSPENSION_ENDED', early, '复议期间停止执行');
}

function deregister(chronicle: Chronicle, on: number): void {
  const { random } = chronicle;
  const isUnemployed = random.chance(0.4);
  if (isUnemployed) chronicle.note('PAUSED', on - 184, PAUSES[0] as string);
  chronicle.license('DEREGISTERED', on, {}, isUnemployed ? UNEMPLOYED : random.pick([OWN_REQUEST, '调入其他单位任职']));
}
