import { at } from '../../kernel/at.js';
import { type CaseNumber, parseCaseNumber } from '../../kernel/case-number.js';
import { type Day, isBefore } from '../../kernel/day.js';
import { Refusal } from '../../kernel/refusal.js';
import { plainText } from '../../kernel/text.js';
import { isUuid } from '../../kernel/uuid.js';
import type { CaseStage, PanelRole, Procedure } from './court-case.terms.js';

const PANEL = 30;
const SOURCE_LENGTH = 100;

/** A member of the panel as the court's case system sends him. */
export interface PushedMember {
  readonly staffId: string;
  readonly role: PanelRole;
}

/** A case as the court's case system sends it. */
export interface PushedCase {
  readonly key: string;
  readonly court: string;
  readonly caseNo: string;
  readonly procedure: Procedure;
  readonly stage: CaseStage;
  readonly acceptedOn: Day;
  readonly closedOn?: Day | null;
  /** Absent leaves the panel as it is. */
  readonly panel?: readonly PushedMember[] | null;
  readonly source?: string | null;
  readonly asOf: string;
}

/** What a case number's first characters say of the procedure (类型代字); silent on the others. */
const procedureByType: readonly (readonly [RegExp, Procedure])[] = [
  [/^.?执/u, 'ENFORCEMENT'],
  [/^(财|行|证)保/u, 'PRESERVATION'],
  [/^.?刑/u, 'CRIMINAL'],
  [/^.?民/u, 'CIVIL'],
  [/^.?行/u, 'ADMINISTRATIVE'],
];

/**
 * Checks one case by itself; answers its number in the form that is stored. Throws CASE_NO_INVALID, CASE_NO_FOREIGN
 * (another court's code), PROCEDURE_MISMATCH, PERIOD_INVALID, DAY_TO_COME, BATCH_TOO_LARGE, TEXT_INVALID, VALUE_UNKNOWN.
 */
export function checkCase(item: PushedCase, today: Day): CaseNumber {
  const number = at(['caseNo'], () => parseCaseNumber(item.caseNo));
  if (number.courtCode !== item.court) throw new Refusal('CASE_NO_FOREIGN', ['caseNo']);
  const [, said] = procedureByType.find(([type]) => type.test(number.type)) ?? [];
  if (said && said !== item.procedure) throw new Refusal('PROCEDURE_MISMATCH', ['procedure']);
  if ((item.procedure === 'ENFORCEMENT') !== (item.stage === 'ENFORCEMENT'))
    throw new Refusal('PROCEDURE_MISMATCH', ['stage']);
  if (item.stage === 'DEATH_PENALTY_REVIEW' && item.procedure !== 'CRIMINAL')
    throw new Refusal('PROCEDURE_MISMATCH', ['stage']);
  if (isBefore(today, item.acceptedOn)) throw new Refusal('DAY_TO_COME', ['acceptedOn']);
  if (Number(item.acceptedOn.slice(0, 4)) < number.year) throw new Refusal('PERIOD_INVALID', ['acceptedOn']);
  if (item.closedOn != null && isBefore(item.closedOn, item.acceptedOn))
    throw new Refusal('PERIOD_INVALID', ['closedOn']);
  if (item.closedOn != null && isBefore(today, item.closedOn)) throw new Refusal('DAY_TO_COME', ['closedOn']);
  const source = item.source;
  if (source != null) at(['source'], () => plainText(source, SOURCE_LENGTH));
  checkPanel(item.panel ?? []);
  return number;
}

function checkPanel(panel: readonly PushedMember[]): void {
  if (panel.length > PANEL) throw new Refusal('BATCH_TOO_LARGE', ['panel'], { limit: PANEL });
  panel.forEach(({ staffId }, index) => {
    if (!isUuid(staffId)) throw new Refusal('VALUE_UNKNOWN', ['panel', index, 'staffId']);
  });
}
