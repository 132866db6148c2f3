import { sql } from 'drizzle-orm';
import { divisionInArea } from '../../policy/area.js';
import { maskPhone } from '../../policy/masks.js';
import type { RecordPolicy } from '../../policy/record-policy.js';
import { firm } from './firm.table.js';

type FirmField =
  | 'name'
  | 'unifiedSocialCreditCode'
  | 'creditCodeFails'
  | 'practiceLicenceNo'
  | 'divisionCode'
  | 'address'
  | 'personInCharge'
  | 'personInChargeMobile'
  | 'status'
  | 'openedOn'
  | 'closedOn'
  | 'asOf';

/** What the matrix words mean for a law firm. */
export const firmPolicy: RecordPolicy<FirmField> = {
  type: 'LawFirm',
  key: firm.id,
  fields: {
    name: firm.name,
    unifiedSocialCreditCode: firm.unifiedSocialCreditCode,
    creditCodeFails: firm.creditCodeFails,
    practiceLicenceNo: firm.practiceLicenceNo,
    divisionCode: firm.divisionCode,
    address: firm.address,
    personInCharge: firm.personInCharge,
    personInChargeMobile: firm.personInChargeMobile,
    status: ({ today }) => sql`case when ${firm.closedOn} <= ${today}::date then 'CLOSED' else 'OPEN' end`,
    openedOn: firm.openedOn,
    closedOn: firm.closedOn,
    asOf: firm.asOf,
  },
  masks: { personInChargeMobile: maskPhone },
  reaches: {
    // a bureau's area: the division the firm is in
    area: (asker) => divisionInArea(asker, firm.divisionCode),
  },
  related: ({ identity }) => (identity.role === 'firm' ? sql`${firm.id} = ${identity.firmId}::uuid` : sql`false`),
};
