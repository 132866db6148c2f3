import { type SQL, sql } from 'drizzle-orm';
import { textArray } from '../../db/rows.js';
import type { Role } from '../../identity/roles.js';
import { courtInArea, divisionInArea } from '../../policy/area.js';
import type { Asker, RecordPolicy } from '../../policy/record-policy.js';
import { restrictionAlert } from './restriction-alert.table.js';
import type { RestrictionAlertKind } from './restriction-alert.terms.js';

const window: readonly RestrictionAlertKind[] = ['COUNSEL', 'RECUSAL', 'WRONG_ANSWER'];
const licensing: readonly RestrictionAlertKind[] = ['COUNSEL', 'EMPLOYMENT', 'RESTRICTION_ENDED', 'WRONG_ANSWER'];

/** Who is told of what (legal-rules 6): reminders of pledges are personnel's, the cases of a firm supervision's. */
const toldOf: Readonly<Partial<Record<Role, readonly RestrictionAlertKind[]>>> = {
  filing: window,
  judge: window,
  personnel: [...licensing, 'RECUSAL', 'PLEDGE_OVERDUE'],
  supervision: [...licensing, 'RECUSAL', 'FIRM_CASES'],
  justice: licensing,
  bar: licensing,
  self: licensing,
};

const isToldOf = ({ identity }: Asker): SQL =>
  sql`${restrictionAlert.kind} = any(${textArray(toldOf[identity.role] ?? [])})`;

/** What is told to the court itself. */
const atUnit = (asker: Asker): SQL => {
  const courtId = asker.identity.unit?.courtId;
  return courtId ? sql`(${restrictionAlert.courtId} = ${courtId}::uuid and ${isToldOf(asker)})` : sql`false`;
};

/** The bar learns of interns, and of what it was told wrongly itself. */
const isOfBar = sql`(${restrictionAlert.subject} = 'INTERNSHIP' or ${restrictionAlert.toldTo} like 'bar ·%')`;

/** Of a court's area by the court that is told, of a bureau's or the bar's by the division. */
const inArea = (asker: Asker): SQL => {
  const { institution } = asker.identity;
  if (institution === 'COURT') return sql`(${courtInArea(asker, restrictionAlert.courtId)} and ${isToldOf(asker)})`;
  const isOpen = institution === 'BAR' ? isOfBar : sql`true`;
  return sql`(${divisionInArea(asker, restrictionAlert.divisionCode)} and ${isToldOf(asker)} and ${isOpen})`;
};

/** A lawyer's own, once a person has decided on it: before that it is nobody's finding (个人信息保护法 art. 24). */
const isOwn = (asker: Asker): SQL =>
  asker.identity.lawyerId
    ? sql`(${restrictionAlert.lawyerId} = ${asker.identity.lawyerId}::uuid and ${restrictionAlert.state} <> 'RAISED' and ${isToldOf(asker)})`
    : sql`false`;

/**
 * Alerts whose case or person may be named. To the justice department: what is about no case, and what is confirmed (C06).
 * To the window: all but a recusal, of which it learns that it is to be examined, and nothing else (N07).
 */
export const isAlertNamed = ({ identity }: Asker): SQL =>
  identity.institution === 'JUSTICE'
    ? sql`(${restrictionAlert.subject} <> 'REPRESENTATION' or ${restrictionAlert.state} in ('CONFIRMED', 'CLOSED'))`
    : sql`${restrictionAlert.kind} <> 'RECUSAL'`;

/** The rows of an alert, for what hangs on it. */
export const alertReaches = { unit: atUnit, area: inArea, own: isOwn } as const;

type AlertField =
  | 'kind'
  | 'subject'
  | 'subjectId'
  | 'lawyer'
  | 'firm'
  | 'court'
  | 'caseNo'
  | 'headline'
  | 'lastRestrictedDay'
  | 'isDetectedLate'
  | 'staffId'
  | 'state'
  | 'decidedBy'
  | 'decidedAt'
  | 'reason'
  | 'raisedAt'
  | 'answeredAt'
  | 'answerGiven'
  | 'answerNow'
  | 'toldTo';

/** What the matrix words mean for a restriction alert. */
export const restrictionAlertPolicy: RecordPolicy<AlertField> = {
  type: 'RestrictionAlert',
  key: restrictionAlert.id,
  fields: {
    kind: restrictionAlert.kind,
    subject: restrictionAlert.subject,
    subjectId: restrictionAlert.subjectId,
    lawyer: restrictionAlert.lawyerId,
    firm: restrictionAlert.firmId,
    court: restrictionAlert.courtId,
    caseNo: restrictionAlert.caseNo,
    headline: restrictionAlert.headline,
    lastRestrictedDay: restrictionAlert.lastRestrictedDay,
    isDetectedLate: restrictionAlert.isDetectedLate,
    staffId: restrictionAlert.staffId,
    state: restrictionAlert.state,
    decidedBy: restrictionAlert.decidedBy,
    decidedAt: restrictionAlert.decidedAt,
    reason: restrictionAlert.reason,
    raisedAt: restrictionAlert.raisedAt,
    answeredAt: restrictionAlert.answeredAt,
    answerGiven: restrictionAlert.answerGiven,
    answerNow: restrictionAlert.answerNow,
    toldTo: restrictionAlert.toldTo,
  },
  reaches: alertReaches,
  related: isAlertNamed,
};
