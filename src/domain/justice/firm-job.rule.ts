import { at } from '../../kernel/at.js';
import { type Day, isBefore } from '../../kernel/day.js';
import { parseDivision } from '../../kernel/division.js';
import { Refusal } from '../../kernel/refusal.js';
import { plainText } from '../../kernel/text.js';
import type { FirmRole } from './firm-job.terms.js';
import { type CheckedPerson, checkPerson, type NamedPerson } from './named-person.rule.js';

const SOURCE_LENGTH = 100;

/** A job in a firm as it comes in. */
export interface PushedJob extends NamedPerson {
  readonly key: string;
  readonly firmId?: string | null;
  readonly firmCreditCode?: string | null;
  readonly role: FirmRole;
  readonly officeDivisionCode?: string | null;
  readonly fromOn: Day;
  readonly untilOn?: Day | null;
  readonly source?: string | null;
  readonly asOf: string;
}

/** Roles that only lawyers hold (律师法 art. 14 to 16). */
export const rolesOfLawyers: readonly FirmRole[] = ['LAWYER', 'PARTNER', 'FOUNDER'];

/** Checks one job by itself; answers the person. Throws FIELD_REQUIRED (firm, person), DIVISION_INVALID, PERIOD_INVALID, TEXT_INVALID. */
export function checkJob(item: PushedJob, today: Day): CheckedPerson {
  const person = checkPerson(item, today);
  if (item.firmId == null && item.firmCreditCode == null) throw new Refusal('FIELD_REQUIRED', ['firmCreditCode']);
  const { officeDivisionCode, source } = item;
  if (officeDivisionCode != null) at(['officeDivisionCode'], () => parseDivision(officeDivisionCode));
  if (item.untilOn != null && isBefore(item.untilOn, item.fromOn)) throw new Refusal('PERIOD_INVALID', ['untilOn']);
  if (source != null) at(['source'], () => plainText(source, SOURCE_LENGTH));
  return person;
}
