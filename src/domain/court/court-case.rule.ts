import { at } from '../../kernel/at.js';
import { parseCaseNumber } from '../../kernel/case-number.js';
import { type Day, isBefore } from '../../kernel/day.js';
import { Refusal } from '../../kernel/refusal.js';
import { plainText } from '../../kernel/text.js';
import { isUuid } from '../../kernel/uuid.js';
import type { CaseStage, PanelRole, Procedure } from './court-case.terms.js';

const PANEL = 30;
const EARLIER = 20;
const NAME_LENGTH = 100;
const TEXTS = ['source', 'procuratorate', 'supervisionOrgan'] as const;

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
  /** The procuratorate that prosecutes or supervises it; absent when not known. */
  readonly procuratorate?: string | null;
  /** The supervision organ that investigated it; absent when not known. */
  readonly supervisionOrgan?: string | null;
  /** Numbers of its earlier stages (原审案号); absent when not known, none when there are none. */
  readonly earlierCaseNos?: readonly string[] | null;
  /** Absent leaves the panel as it is. */
  readonly panel?: readonly PushedMember[] | null;
  readonly source?: string | null;
  readonly asOf: string;
}

/** The numbers of a case found good, in the form that is stored; `earlier` null when not known. */
export interface CheckedCase {
  readonly number: string;
  readonly earlier: readonly string[] | null;
}

/** What a case number's first characters say of the procedure (类型代字); silent on the others. */
const procedureByType: readonly (readonly [RegExp, Procedure])[] = [
  [/^.?执/u, 'ENFORCEMENT'],
  [/^.?刑/u, 'CRIMINAL'],
  [/^.?民/u, 'CIVIL'],
  [/^.?行(?!保)/u, 'ADMINISTRATIVE'],
];

/**
 * Checks one case by itself; answers its numbers in the form that is stored. Throws CASE_NO_INVALID, CASE_NO_FOREIGN
 * (another court's code), PROCEDURE_MISMATCH, PERIOD_INVALID, DAY_TO_COME, BATCH_TOO_LARGE, TEXT_INVALID, VALUE_UNKNOWN.
 */
export function checkCase(item: PushedCase, today: Day): CheckedCase {
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
  for (const field of TEXTS) {
    const text = item[field];
    if (text != null) at([field], () => plainText(text, NAME_LENGTH));
  }
  checkPanel(item.panel ?? []);
  return { number: number.text, earlier: item.earlierCaseNos == null ? null : earlierNumbers(item.earlierCaseNos) };
}

function earlierNumbers(given: readonly string[]): string[] {
  if (given.length > EARLIER) throw new Refusal('BATCH_TOO_LARGE', ['earlierCaseNos'], { limit: EARLIER });
  return given.map((text, index) => at(['earlierCaseNos', index], () => parseCaseNumber(text).text));
}

function checkPanel(panel: readonly PushedMember[]): void {
  if (panel.length > PANEL) throw new Refusal('BATCH_TOO_LARGE', ['panel'], { limit: PANEL });
  panel.forEach(({ staffId }, index) => {
    if (!isUuid(staffId)) throw new Refusal('VALUE_UNKNOWN', ['panel', index, 'staffId']);
  });
}
