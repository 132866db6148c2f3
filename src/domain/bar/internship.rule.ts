import { at } from '../../kernel/at.js';
import { parseCitizenId } from '../../kernel/citizen-id.js';
import { type Day, isBefore } from '../../kernel/day.js';
import { parsePersonName } from '../../kernel/person-name.js';
import { Refusal } from '../../kernel/refusal.js';
import { plainText } from '../../kernel/text.js';
import type { InternshipState } from './internship.terms.js';

const COURTS = 20;
const REASON_LENGTH = 500;
const NAME_LENGTH = 50;

/** An application for registration as an intern, as the bar sends it. */
export interface PushedInternship {
  readonly key: string;
  readonly fullName: string;
  readonly citizenIdNumber: string;
  readonly firmId?: string | null;
  readonly firmCreditCode?: string | null;
  readonly mentorCertificateNo: string;
  readonly appliedOn: Day;
  /** Codes of the courts he declares to have worked at; empty: he declares none; absent: he declares nothing. */
  readonly formerCourts?: readonly string[] | null;
  readonly pledgeSignedOn?: Day | null;
}

/** Checks an application by itself; answers name and number in the form that is stored. Throws with the path at fault. */
export function checkInternship(item: PushedInternship, today: Day): { fullName: string; citizenIdNumber: string } {
  const fullName = at(['fullName'], () => parsePersonName(item.fullName));
  const citizenIdNumber = at(['citizenIdNumber'], () => parseCitizenId(item.citizenIdNumber));
  if (item.firmId == null && item.firmCreditCode == null) throw new Refusal('FIELD_REQUIRED', ['firmCreditCode']);
  if (isBefore(today, item.appliedOn)) throw new Refusal('DAY_TO_COME', ['appliedOn']);
  if (item.pledgeSignedOn != null && isBefore(today, item.pledgeSignedOn))
    throw new Refusal('DAY_TO_COME', ['pledgeSignedOn']);
  if ((item.formerCourts?.length ?? 0) > COURTS)
    throw new Refusal('BATCH_TOO_LARGE', ['formerCourts'], { limit: COURTS });
  return { fullName, citizenIdNumber };
}

/** What the steps of an internship need to know of it. `opinions`: of each court asked, whether it objects; null while it is silent. */
export interface StandingInternship {
  readonly state: InternshipState;
  readonly declaresCourtWork: boolean | null;
  readonly fromOn: Day | null;
  readonly opinions: readonly (boolean | null)[];
}

const beforeDecision: readonly InternshipState[] = ['APPLIED', 'OPINION_REQUESTED', 'OPINION_GIVEN'];

/** A former court may be asked until it is decided. Throws INTERNSHIP_STATE_INVALID. */
export function checkAsks({ state }: StandingInternship): void {
  if (!beforeDecision.includes(state)) throw new Refusal('INTERNSHIP_STATE_INVALID', ['internship']);
}

/** The state once a court has answered: heard when all that were asked have. An answer that comes after the decision moves nothing. */
export function heard({ state, opinions }: StandingInternship): InternshipState {
  return state === 'OPINION_REQUESTED' && !opinions.includes(null) ? 'OPINION_GIVEN' : state;
}

/** A decision as the bar sends it. */
export interface InternshipDecision {
  readonly register: boolean;
  readonly fromOn?: Day | null;
  readonly untilOn?: Day | null;
  readonly reason?: string | null;
}

/** What a decision leaves. */
export interface Decided {
  readonly state: InternshipState;
  readonly fromOn: Day | null;
  readonly untilOn: Day | null;
  readonly reason: string | null;
}

/**
 * What a decision leads to (61号 art. 7): who declares court work is not registered before his former courts have
 * answered, and not when one objects. Throws INTERNSHIP_STATE_INVALID, OPINION_MISSING, OPINION_OBJECTS, FIELD_REQUIRED
 * (days of a registration, reason of a refusal), FIELD_NOT_ALLOWED, PERIOD_INVALID, TEXT_INVALID.
 */
export function decided(known: StandingInternship, { register, fromOn, untilOn, reason }: InternshipDecision): Decided {
  if (!beforeDecision.includes(known.state)) throw new Refusal('INTERNSHIP_STATE_INVALID', ['id']);
  const said = reason == null ? null : at(['reason'], () => plainText(reason, REASON_LENGTH));
  if (!register) {
    for (const [field, value] of Object.entries({ fromOn, untilOn }))
      if (value != null) throw new Refusal('FIELD_NOT_ALLOWED', [field]);
    if (said === null) throw new Refusal('FIELD_REQUIRED', ['reason']);
    return { state: 'REFUSED', fromOn: null, untilOn: null, reason: said };
  }
  const isHeard = known.opinions.length > 0 ? !known.opinions.includes(null) : known.declaresCourtWork !== true;
  if (!isHeard) throw new Refusal('OPINION_MISSING', ['register']);
  if (known.opinions.includes(true)) throw new Refusal('OPINION_OBJECTS', ['register']);
  if (fromOn == null) throw new Refusal('FIELD_REQUIRED', ['fromOn']);
  if (untilOn == null) throw new Refusal('FIELD_REQUIRED', ['untilOn']);
  if (isBefore(untilOn, fromOn)) throw new Refusal('PERIOD_INVALID', ['untilOn']);
  return { state: 'REGISTERED', fromOn, untilOn, reason: said };
}

/** Checks how a registered internship ends. Throws INTERNSHIP_STATE_INVALID, PERIOD_INVALID, DAY_TO_COME. */
export function checkEnd(known: StandingInternship, on: Day, today: Day): void {
  if (known.state !== 'REGISTERED') throw new Refusal('INTERNSHIP_STATE_INVALID', ['id']);
  if (known.fromOn !== null && isBefore(on, known.fromOn)) throw new Refusal('PERIOD_INVALID', ['on']);
  if (isBefore(today, on)) throw new Refusal('DAY_TO_COME', ['on']);
}

/** An opinion as the court's personnel department gives it: the reason stays with the court. */
export interface GivenOpinion {
  readonly objects: boolean;
  readonly reason?: string | null;
  readonly givenBy: string;
}

/** Checks an opinion; an objection has a reason, and every opinion a named person. Throws FIELD_REQUIRED, TEXT_INVALID. */
export function checkOpinion({ objects, reason, givenBy }: GivenOpinion): { reason: string | null; givenBy: string } {
  if (objects && reason == null) throw new Refusal('FIELD_REQUIRED', ['reason']);
  return {
    reason: reason == null ? null : at(['reason'], () => plainText(reason, REASON_LENGTH)),
    givenBy: at(['givenBy'], () => plainText(givenBy, NAME_LENGTH)),
  };
}
