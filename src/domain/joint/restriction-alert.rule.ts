import { at } from '../../kernel/at.js';
import { type Day, isBefore } from '../../kernel/day.js';
import { Refusal } from '../../kernel/refusal.js';
import { longText } from '../../kernel/text.js';
import type { FollowUpKind, RestrictionAlertKind, RestrictionAlertState } from './restriction-alert.terms.js';

const SHORTEST = 5;
const LONGEST = 2_000;

/** What the steps of an alert need to know of it. */
export interface StandingAlert {
  readonly kind: RestrictionAlertKind;
  readonly courtId: string | null;
  readonly state: RestrictionAlertState;
  readonly raisedOn: Day;
}

/** Who decides, as far as the rules ask: a system's token names its client as its person. */
export interface Decider {
  readonly institution: string;
  readonly actorId: string;
  readonly clientId: string;
}

/** The states that each can turn into; what is not here cannot be. */
const leadsTo: Readonly<Record<RestrictionAlertState, readonly RestrictionAlertState[]>> = {
  RAISED: ['CONFIRMED', 'OVERRIDDEN'],
  CONFIRMED: ['CORRECTED', 'CLOSED'],
  OVERRIDDEN: ['CORRECTED'],
  CORRECTED: [],
  CLOSED: [],
};

/** Whose decision it is: the court's that is told; on an application, a job or an internship the bureau's (C07). */
export const decidingSide = ({ kind, courtId }: StandingAlert): 'COURT' | 'JUSTICE' =>
  kind === 'EMPLOYMENT' || courtId === null ? 'JUSTICE' : 'COURT';

/** A person answers for it by name, no system does (个人信息保护法 art. 24). Throws PERSON_REQUIRED. */
export function checkPerson({ actorId, clientId }: Decider): void {
  if (actorId === clientId) throw new Refusal('PERSON_REQUIRED');
}

/** Checks a step of an alert. Throws PERSON_REQUIRED, OUT_OF_REACH (the other side decides), ALERT_STATE_INVALID. */
export function checkStep(known: StandingAlert, to: RestrictionAlertState, by: Decider): void {
  checkPerson(by);
  if (decidingSide(known) !== by.institution) throw new Refusal('OUT_OF_REACH', ['id']);
  if (!leadsTo[known.state].includes(to)) throw new Refusal('ALERT_STATE_INVALID', ['id']);
}

/** A reason, a statement or an answer: running text of 5 to 2,000 characters. Throws TEXT_INVALID, TEXT_TOO_SHORT. */
export function words(text: string): string {
  const body = longText(text, LONGEST);
  if ([...body].length < SHORTEST) throw new Refusal('TEXT_TOO_SHORT', [], { least: SHORTEST });
  return body;
}

/** What was done on an alert, as it is entered. */
export interface FollowUp {
  readonly kind: FollowUpKind;
  readonly doneOn: Day;
  readonly note?: string | null;
}

/**
 * Checks what was done on an alert; answers the note as it is kept. Throws PERSON_REQUIRED, ALERT_STATE_INVALID (not
 * confirmed), PERIOD_INVALID (before it was raised), DAY_TO_COME, FIELD_REQUIRED (note of OTHER), TEXT_INVALID.
 */
export function checkFollowUp(
  known: StandingAlert,
  { kind, doneOn, note }: FollowUp,
  by: Decider,
  today: Day,
): string | null {
  checkPerson(by);
  if (known.state !== 'CONFIRMED') throw new Refusal('ALERT_STATE_INVALID', ['alertId']);
  if (isBefore(doneOn, known.raisedOn)) throw new Refusal('PERIOD_INVALID', ['doneOn']);
  if (isBefore(today, doneOn)) throw new Refusal('DAY_TO_COME', ['doneOn']);
  if (kind === 'OTHER' && note == null) throw new Refusal('FIELD_REQUIRED', ['note']);
  return note == null ? null : at(['note'], () => longText(note, LONGEST));
}
