import { at } from '../../kernel/at.js';
import type { Day } from '../../kernel/day.js';
import { parseDivision } from '../../kernel/division.js';
import { Refusal } from '../../kernel/refusal.js';
import { hasCreditCodeForm, isCreditCode } from '../../kernel/social-credit-code.js';
import { plainText } from '../../kernel/text.js';
import { parseContact } from './contact.rule.js';

/** A firm as it comes in. */
export interface PushedFirm {
  readonly key: string;
  readonly name: string;
  readonly unifiedSocialCreditCode: string;
  readonly practiceLicenceNo?: string | null;
  readonly divisionCode: string;
  readonly address?: string | null;
  readonly personInCharge?: string | null;
  readonly personInChargeMobile?: string | null;
  readonly openedOn: Day;
  readonly closedOn?: Day | null;
  readonly source?: string | null;
  readonly asOf: string;
  readonly sourceStatusCode?: string | null;
  readonly sourceStatusText?: string | null;
}

const LAW_FIRM = '31';
const TEXT_LIMITS = {
  practiceLicenceNo: 50,
  address: 200,
  personInCharge: 50,
  source: 100,
  sourceStatusCode: 50,
  sourceStatusText: 200,
} as const;

/**
 * Checks one firm by itself; answers whether its credit code fails its check character, which the initial load keeps
 * and marks (legal-rules 8.2: some early codes fail) and daily entry refuses. Throws with the path at fault.
 */
export function checkFirm(firm: PushedFirm, mayFail: boolean): { creditCodeFails: boolean } {
  at(['name'], () => plainText(firm.name, 100));
  const code = firm.unifiedSocialCreditCode;
  const creditCodeFails = !isCreditCode(code);
  if (!hasCreditCodeForm(code) || !code.startsWith(LAW_FIRM) || (creditCodeFails && !mayFail))
    throw new Refusal('CREDIT_CODE_INVALID', ['unifiedSocialCreditCode']);
  at(['divisionCode'], () => parseDivision(firm.divisionCode));
  for (const [field, limit] of Object.entries(TEXT_LIMITS) as [keyof typeof TEXT_LIMITS, number][]) {
    const text = firm[field];
    if (text != null) at([field], () => plainText(text, limit));
  }
  if (firm.personInChargeMobile != null)
    at(['personInChargeMobile'], () => parseContact('MOBILE', firm.personInChargeMobile as string));
  if (firm.closedOn != null && firm.closedOn < firm.openedOn) throw new Refusal('PERIOD_INVALID', ['closedOn']);
  return { creditCodeFails };
}
