import type { WriteHandle } from '../../db/handle.js';
import { uuidv7 } from '../../kernel/uuid.js';
import type { Rechecked } from './rechecking.js';
import { type RestrictionAlertRow, restrictedBefore } from './restriction-alert-write.store.js';

/**
 * The end of a restriction (W6): whoever was alerted that counsel is restricted is told that nothing hits any more. Alerts
 * that a person has corrected or closed are over.
 */
export async function endedAlerts(handle: WriteHandle, open: readonly Rechecked[]): Promise<RestrictionAlertRow[]> {
  const free = open.filter(({ verdict }) => verdict.headline === 'PERMITTED');
  const restricted = await restrictedBefore(
    handle,
    free.map(({ representation }) => representation.id),
  );
  return free
    .filter(({ representation }) => restricted.has(representation.id))
    .map(({ place, verdict }) => ({
      id: uuidv7(),
      kind: 'RESTRICTION_ENDED' as const,
      subject: place.subject,
      subject_id: place.subjectId,
      lawyer_id: place.lawyerId,
      firm_id: place.firmId,
      case_id: place.caseId,
      case_no: place.caseNo,
      court_id: place.courtId,
      division_code: place.divisionCode,
      staff_id: null,
      headline: verdict.headline,
      last_restricted_day: null,
      is_detected_late: false,
      verdict,
    }));
}
