import type { FirmRow } from '../src/domain/justice/firm-write.store.js';
import type { Day } from '../src/kernel/day.js';
import { isCreditCode } from '../src/kernel/social-credit-code.js';
import { JUSTICE_SOURCE } from './event-rows.js';
import type { GeneratedFirm } from './firms.js';

/** The record of a firm; the source's own code is 1 while it stands and 9 when it is no more. */
export function firmRow(firm: GeneratedFirm, today: Day, asOf: string): FirmRow {
  const isClosed = firm.closedOn !== null && firm.closedOn <= today;
  return {
    id: firm.id,
    name: firm.name,
    unified_social_credit_code: firm.unifiedSocialCreditCode,
    credit_code_fails: !isCreditCode(firm.unifiedSocialCreditCode),
    practice_licence_no: firm.practiceLicenceNo,
    division_code: firm.divisionCode,
    address: firm.address,
    person_in_charge: firm.personInCharge,
    person_in_charge_mobile: firm.personInChargeMobile,
    opened_on: firm.openedOn,
    closed_on: firm.closedOn,
    source: JUSTICE_SOURCE,
    as_of: asOf,
    source_status_code: isClosed ? '9' : '1',
    source_status_text: isClosed ? '注销' : '正常',
  };
}
