import type { Day } from '../../kernel/day.js';
import { uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import type { AlertCode } from './restriction/constraint.terms.js';
import type { Verdict } from './restriction/verdict.terms.js';
import type { AlertSubject, RestrictionAlertKind } from './restriction-alert.terms.js';
import { type RestrictionAlertRow, raiseRestrictionAlerts } from './restriction-alert-write.store.js';

/** What an alert is about and who is told. */
export interface AlertPlace {
  readonly subject: AlertSubject;
  readonly subjectId: string;
  readonly lawyerId: string | null;
  readonly firmId: string | null;
  readonly caseId: string | null;
  readonly caseNo: string | null;
  readonly courtId: string | null;
  readonly divisionCode: string | null;
}

/** Alerts of the rules that a member of staff has to answer; what a firm's other cases show is counted apart (W7). */
const ofRecusal: readonly AlertCode[] = ['CASE_RECUSAL', 'POST_RECUSAL', 'REPORT_DUTY', 'TIE_TO_DISCLOSE'];

const quiet: readonly Verdict['headline'][] = ['PERMITTED'];

/**
 * The alerts that a verdict calls for: one on the person when something hits (W1, W2), and one for each member of staff who
 * may have to be recused (W4), which tells nothing of him to the window.
 */
export function alertsDue(
  kind: Extract<RestrictionAlertKind, 'COUNSEL' | 'EMPLOYMENT'>,
  place: AlertPlace,
  verdict: Verdict,
  isDetectedLate: boolean,
): RestrictionAlertRow[] {
  const row = (of: RestrictionAlertKind, staffId: string | null, headline: string | null, until: Day | null) => ({
    id: uuidv7(),
    kind: of,
    subject: place.subject,
    subject_id: place.subjectId,
    lawyer_id: place.lawyerId,
    firm_id: place.firmId,
    case_id: place.caseId,
    case_no: place.caseNo,
    court_id: place.courtId,
    division_code: of === 'RECUSAL' ? null : place.divisionCode,
    staff_id: staffId,
    headline,
    last_restricted_day: until,
    is_detected_late: isDetectedLate,
    verdict,
  });
  const own = quiet.includes(verdict.headline) ? [] : [row(kind, null, verdict.headline, verdict.lastRestrictedDay)];
  const staff = new Set(
    verdict.alerts.flatMap(({ code, staffPersonIds }) => (ofRecusal.includes(code) ? staffPersonIds : [])),
  );
  return [...own, ...[...staff].map((id) => row('RECUSAL', id, null, null))];
}

/** What a change that raised an alert names. */
export const RAISED_FIELDS = [
  'kind',
  'subject',
  'lawyer',
  'court',
  'headline',
  'lastRestrictedDay',
  'isDetectedLate',
  'raisedAt',
] as const;

/** Raises alerts in the running transaction and puts them in the outbox. */
export async function raiseAlertsOf(act: Act, due: readonly RestrictionAlertRow[]): Promise<void> {
  for (const id of await raiseRestrictionAlerts(act.handle, due, act.at))
    act.changed({
      event: 'restriction-alert.raised',
      recordId: id,
      fields: RAISED_FIELDS,
    });
}
