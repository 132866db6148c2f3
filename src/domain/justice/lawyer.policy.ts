import { type SQL, sql } from 'drizzle-orm';
import type { Day } from '../../kernel/day.js';
import { divisionInArea } from '../../policy/area.js';
import { maskEmail, maskPhone } from '../../policy/masks.js';
import type { Asker, RecordPolicy } from '../../policy/record-policy.js';
import { firm } from './firm.table.js';
import { lawyer } from './lawyer.table.js';
import { licenceEvent, licencePeriod } from './licence-event.table.js';
import { publishedSanction } from './sanction.policy.js';
import { sanction } from './sanction.table.js';

type LawyerField =
  | 'fullName'
  | 'formerNames'
  | 'certificateNo'
  | 'category'
  | 'licenceStatus'
  | 'licenceStatusSince'
  | 'suspendedFrom'
  | 'suspendedUntil'
  | 'practisingFirm'
  | 'firstPractisedOn'
  | 'divisionCode'
  | 'mobile'
  | 'email'
  | 'officeAddress'
  | 'homeAddress'
  | 'asOf'
  | 'dataSource'
  | 'sourceStatusCode'
  | 'sourceStatusText'
  | 'updatedAt';

/** Every lawyer with the licence period of one day beside it: what the fields and predicates below speak of. */
export const lawyersOn = (day: Day): SQL => sql`${lawyer} left join ${licencePeriod}
  on ${licencePeriod.lawyerId} = ${lawyer.id}
  and ${day}::date between ${licencePeriod.fromOn} and ${licencePeriod.untilOn}`;

const otherPeriod = (side: SQL): SQL => sql`from ${licencePeriod} q where q.lawyer_id = ${licencePeriod.lawyerId}
  and q.status <> ${licencePeriod.status} and ${side}`;

/** First day of the stretch of equal status: the day after the last period of another status. */
const statusSince = sql`coalesce(
  (select max(q.until_on) + 1 ${otherPeriod(sql`q.from_on < ${licencePeriod.fromOn}`)}),
  (select min(q.from_on) from ${licencePeriod} q where q.lawyer_id = ${licencePeriod.lawyerId}))`;
const statusUntil = sql`(select min(q.from_on) - 1 ${otherPeriod(sql`q.from_on > ${licencePeriod.fromOn}`)})`;
const whileSuspended = (value: SQL): SQL => sql`case when ${licencePeriod.status} = 'SUSPENDED' then ${value} end`;

/** The number in force on the day; the last known one when there is no licence on it. */
export const numberInForce = sql`coalesce(${licencePeriod.certificateNo}, ${lawyer.certificateNo})`;

/** The division a lawyer practises in: the firm's, or the licensing bureau's for those without a firm. */
export const practisingDivision = sql`coalesce(
  (select f.division_code from ${firm} f where f.id = ${licencePeriod.firmId}), ${lawyer.divisionCode})`;

function related(asker: Asker): SQL {
  const { identity } = asker;
  if (identity.role === 'firm') return sql`${licencePeriod.firmId} = ${identity.firmId}::uuid`;
  if (identity.role === 'self') return sql`${lawyer.id} = ${identity.lawyerId}::uuid`;
  // for everybody else: the penalty behind the present status is in its publication period
  return sql`exists (select 1 from ${licenceEvent} join ${sanction} on ${sanction.id} = ${licenceEvent.sanctionId}
    where ${licenceEvent.id} = ${licencePeriod.eventId} and ${publishedSanction(asker)})`;
}

/** What the matrix words mean for a lawyer. Statements read from `lawyersOn(today)`. */
export const lawyerPolicy: RecordPolicy<LawyerField> = {
  type: 'Lawyer',
  key: lawyer.id,
  fields: {
    fullName: lawyer.fullName,
    formerNames: lawyer.formerNames,
    certificateNo: numberInForce,
    category: licencePeriod.category,
    licenceStatus: licencePeriod.status,
    licenceStatusSince: statusSince,
    suspendedFrom: whileSuspended(statusSince),
    suspendedUntil: whileSuspended(statusUntil),
    practisingFirm: licencePeriod.firmId,
    firstPractisedOn: lawyer.firstPractisedOn,
    divisionCode: practisingDivision,
    mobile: lawyer.mobile,
    email: lawyer.email,
    officeAddress: lawyer.officeAddress,
    homeAddress: lawyer.homeAddress,
    asOf: lawyer.asOf,
    dataSource: lawyer.source,
    sourceStatusCode: lawyer.sourceStatusCode,
    sourceStatusText: lawyer.sourceStatusText,
    updatedAt: lawyer.updatedAt,
  },
  masks: { mobile: maskPhone, email: maskEmail },
  reaches: {
    area: (asker) => divisionInArea(asker, practisingDivision),
    own: related,
  },
  related,
};
