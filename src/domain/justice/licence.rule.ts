import { addDays, type Day, FOREVER } from '../../kernel/day.js';
import type { RefusalCode } from '../../kernel/refusal-codes.js';
import type { LicenceEventKind, LicenceFact, LicencePeriod } from './licence.terms.js';
import { firstDayOf, outcomeOf, type Standing, statusOf } from './licence-admission.rule.js';

export { checkPenalty } from './licence-penalty.rule.js';

/** What a record of facts amounts to. `ineffective` facts stay in the record and change nothing; in order of day. */
export interface LicenceHistory {
  readonly periods: LicencePeriod[];
  readonly ineffective: { readonly eventId: string; readonly code: RefusalCode }[];
}

/** Order of facts of one day, so that what was recorded first does not decide. */
const precedence: Readonly<Record<LicenceEventKind, number>> = {
  GRANTED: 0,
  FIRM_CHANGED: 1,
  CATEGORY_CHANGED: 2,
  CONTACT_CHANGED: 3,
  PENALTY_ANNULLED: 4,
  SUSPENSION_ENDED: 5,
  RESUMED: 6,
  PAUSED: 7,
  SUSPENDED: 8,
  DEREGISTERED: 9,
  RESCINDED: 10,
  REVOKED: 11,
  DECEASED: 12,
};

interface Walk {
  standing: Standing | null;
  /** Openings of stretches; their `until` is set at the end of the walk. */
  readonly stretches: LicencePeriod[];
  /** Penalties and annulments that took effect, to match them by sanction (an annulment always names one). */
  readonly penalties: LicenceFact[];
  readonly annulments: LicenceFact[];
  readonly codes: Map<string, RefusalCode>;
}

/** The periods that facts (in recording order) amount to: sorted, gapless from the first grant, the last one open. */
export function deriveHistory(facts: readonly LicenceFact[]): LicenceHistory {
  const walk: Walk = { standing: null, stretches: [], penalties: [], annulments: [], codes: new Map() };
  const ordered = inForce(facts).toSorted(byDay);
  for (const fact of ordered) take(walk, fact);
  returnBefore(walk, FOREVER);
  // An annulment may precede its penalty, so only the whole walk tells that there is none.
  for (const annulment of walk.annulments) {
    if (!sharesSanction(annulment, walk.penalties)) walk.codes.set(annulment.id, 'SANCTION_UNKNOWN');
  }
  const ineffective = ordered.flatMap(({ id }) => {
    const code = walk.codes.get(id);
    return code ? [{ eventId: id, code }] : [];
  });
  return { periods: walk.stretches.map(closeBeforeNext), ineffective };
}

/** The code by which a new fact, placed at its day in the history, would have no effect; null when it has one. */
export function admissionOf(history: readonly LicenceFact[], fact: LicenceFact): RefusalCode | null {
  if (fact.supersedes) {
    const target = history.find((recorded) => recorded.id === fact.supersedes);
    if (!target || target.kind === 'PENALTY_ANNULLED') return 'EVENT_UNKNOWN';
    if (history.some((recorded) => recorded.supersedes === target.id)) return 'EVENT_SUPERSEDED';
    if (isLasting(target) && (target.kind !== fact.kind || target.sanctionId !== fact.sanctionId))
      return 'PENALTY_STANDS';
  }
  const { ineffective } = deriveHistory([...history, fact]);
  return ineffective.find((line) => line.eventId === fact.id)?.code ?? null;
}

/**
 * Why a new fact that is effective itself must still be refused: it would take the effect of a penalty recorded before,
 * or of an earlier recorded grant. Death and rescission may: nothing outlives them. Null when nothing is lost.
 */
export function displacementOf(history: readonly LicenceFact[], fact: LicenceFact): RefusalCode | null {
  if (fact.kind === 'DECEASED' || fact.kind === 'RESCINDED') return null;
  const before = new Set(deriveHistory(history).ineffective.map(({ eventId }) => eventId));
  const lost = deriveHistory([...history, fact]).ineffective.filter(({ eventId }) => !before.has(eventId));
  const kinds = new Map(history.map((recorded) => [recorded.id, recorded.kind]));
  for (const { eventId, code } of lost) {
    const kind = kinds.get(eventId);
    if (kind === 'REVOKED') return 'PENALTY_STANDS';
    if (kind === 'SUSPENDED') return code === 'SUSPENSION_OVERLAPS' ? code : 'PENALTY_STANDS';
    if (kind === 'GRANTED' && fact.kind === 'GRANTED') return 'LICENCE_ALREADY_GRANTED';
  }
  return null;
}

/** The period that holds the day; null before the first grant. */
export function statusOn(periods: readonly LicencePeriod[], day: Day): LicencePeriod | null {
  return periods.find((period) => period.from <= day && day <= period.until) ?? null;
}

/** A superseded fact stays superseded even when the fact that corrected it is corrected in its turn. */
function inForce(facts: readonly LicenceFact[]): LicenceFact[] {
  const superseded = new Set(facts.map((fact) => fact.supersedes));
  return facts.filter((fact) => !superseded.has(fact.id));
}

function byDay(a: LicenceFact, b: LicenceFact): number {
  const [dayA, dayB] = [firstDayOf(a), firstDayOf(b)];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return precedence[a.kind] - precedence[b.kind];
}

function take(walk: Walk, fact: LicenceFact): void {
  const day = firstDayOf(fact);
  returnBefore(walk, day);
  const outcome = outcomeOf(walk.standing, fact);
  if (isPenalty(fact) && sharesSanction(fact, walk.annulments) && takesNoDay(outcome)) {
    walk.penalties.push(fact);
    return;
  }
  if (typeof outcome === 'string') {
    walk.codes.set(fact.id, outcome);
    return;
  }
  if (isPenalty(fact)) walk.penalties.push(fact);
  if (fact.kind === 'PENALTY_ANNULLED') walk.annulments.push(fact);
  walk.standing = outcome;
  open(walk.stretches, day, outcome, fact.id);
}

/** A penalty annulled by its first day takes no day if it was in order; having no day, it overlaps nothing. */
function takesNoDay(outcome: Standing | RefusalCode): boolean {
  return typeof outcome !== 'string' || outcome === 'SUSPENSION_OVERLAPS';
}

/** Lets a suspension whose last day lies before `day` run out. */
function returnBefore(walk: Walk, day: Day): void {
  const suspension = walk.standing?.suspension;
  if (!walk.standing || !suspension || suspension.until >= day) return;
  walk.standing = { ...walk.standing, suspension: null };
  open(walk.stretches, addDays(suspension.until, 1), walk.standing, suspension.eventId);
}

/** Opens a stretch if something changes; of several changes on one day the last one holds. */
function open(stretches: LicencePeriod[], from: Day, standing: Standing, eventId: string): void {
  const { category, certificateNo, end } = standing;
  const firmId = end ? null : standing.firmId;
  const next = { from, until: FOREVER, status: statusOf(standing), category, firmId, certificateNo, eventId };
  if (isSame(stretches.at(-1), next)) return;
  if (stretches.at(-1)?.from === from) stretches.pop();
  if (!isSame(stretches.at(-1), next)) stretches.push(next);
}

function isSame(a: LicencePeriod | undefined, b: LicencePeriod): boolean {
  if (a?.status !== b.status || a.category !== b.category) return false;
  return a.firmId === b.firmId && a.certificateNo === b.certificateNo;
}

function closeBeforeNext(period: LicencePeriod, at: number, all: readonly LicencePeriod[]): LicencePeriod {
  const next = all[at + 1];
  return next ? { ...period, until: addDays(next.from, -1) } : period;
}

/** Decisions that only an annulment undoes, and a rescission: a correction of one stays of its kind. */
function isLasting(fact: LicenceFact): boolean {
  return isPenalty(fact) || fact.kind === 'RESCINDED';
}

function isPenalty(fact: LicenceFact): boolean {
  return fact.kind === 'SUSPENDED' || fact.kind === 'REVOKED';
}

function sharesSanction(fact: LicenceFact, others: readonly LicenceFact[]): boolean {
  return others.some((other) => other.sanctionId === fact.sanctionId);
}
