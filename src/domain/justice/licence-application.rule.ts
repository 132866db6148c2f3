import { at } from '../../kernel/at.js';
import { type Day, isBefore } from '../../kernel/day.js';
import { parseDivision } from '../../kernel/division.js';
import { Refusal } from '../../kernel/refusal.js';
import { plainText } from '../../kernel/text.js';
import type { FirmRole } from './firm-job.terms.js';
import { type ApplicationKind, type ApplicationState, isDecided } from './licence-application.terms.js';
import { type CheckedPerson, checkPerson, type NamedPerson } from './named-person.rule.js';

const NUMBER_LENGTH = 100;
const rolesApplied: readonly FirmRole[] = ['LAWYER', 'PARTNER', 'FOUNDER'];

/** An application as it comes in. No paper of it enters the hub. */
export interface PushedApplication extends NamedPerson {
  readonly key: string;
  readonly applicationNo: string;
  readonly kind: ApplicationKind;
  readonly firmId?: string | null;
  readonly firmCreditCode?: string | null;
  readonly role?: FirmRole | null;
  readonly officeDivisionCode?: string | null;
  readonly filedOn: Day;
  readonly state: ApplicationState;
  readonly decidedOn?: Day | null;
  readonly source?: string | null;
  readonly asOf: string;
}

/** What an application on record says that is never another. */
export interface StandingApplication {
  readonly kind: ApplicationKind;
  readonly state: ApplicationState;
  readonly citizenIdHash: string | null;
}

/**
 * Checks one application by itself; answers the applicant. Throws FIELD_REQUIRED, FIELD_NOT_ALLOWED (a day of decision goes
 * with a decided state, and only with it), VALUE_UNKNOWN, DIVISION_INVALID, DAY_TO_COME, PERIOD_INVALID, TEXT_INVALID.
 */
export function checkApplication(item: PushedApplication, today: Day): CheckedPerson {
  const person = checkPerson(item, today);
  at(['applicationNo'], () => plainText(item.applicationNo, NUMBER_LENGTH));
  if (item.firmId == null && item.firmCreditCode == null) throw new Refusal('FIELD_REQUIRED', ['firmCreditCode']);
  if (item.kind === 'CHANGE_OF_FIRM' && item.certificateNo == null)
    throw new Refusal('FIELD_REQUIRED', ['certificateNo']);
  if (item.role != null && !rolesApplied.includes(item.role)) throw new Refusal('VALUE_UNKNOWN', ['role']);
  const { officeDivisionCode, source, decidedOn } = item;
  if (officeDivisionCode != null) at(['officeDivisionCode'], () => parseDivision(officeDivisionCode));
  if (source != null) at(['source'], () => plainText(source, NUMBER_LENGTH));
  if (isBefore(today, item.filedOn)) throw new Refusal('DAY_TO_COME', ['filedOn']);
  if (isDecided(item.state) && decidedOn == null) throw new Refusal('FIELD_REQUIRED', ['decidedOn']);
  if (!isDecided(item.state) && decidedOn != null) throw new Refusal('FIELD_NOT_ALLOWED', ['decidedOn']);
  if (decidedOn != null && isBefore(decidedOn, item.filedOn)) throw new Refusal('PERIOD_INVALID', ['decidedOn']);
  if (decidedOn != null && isBefore(today, decidedOn)) throw new Refusal('DAY_TO_COME', ['decidedOn']);
  return person;
}

/** Whether an application may follow what is on record under its number. Throws APPLICATION_MISMATCH, APPLICATION_DECIDED. */
export function checkFollows(known: StandingApplication, now: StandingApplication): void {
  if (known.kind !== now.kind) throw new Refusal('APPLICATION_MISMATCH', ['kind']);
  if (known.citizenIdHash !== now.citizenIdHash) throw new Refusal('APPLICATION_MISMATCH', ['applicationNo']);
  if (isDecided(known.state) && known.state !== now.state) throw new Refusal('APPLICATION_DECIDED', ['state']);
}
