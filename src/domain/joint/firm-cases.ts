import type { WriteHandle } from '../../db/handle.js';
import type { Day } from '../../kernel/day.js';
import { uuidv7 } from '../../kernel/uuid.js';
import { ofTheHub } from '../../policy/fact.js';
import { openCasesOfFirms, staffWhoAreLawyers, staffWithCertificates } from '../court/index.js';
import { firmsOfLawyers } from '../justice/index.js';
import type { RestrictionAlertRow } from './restriction-alert-write.store.js';

/** Open cases of one firm at one court that are worth a look; no norm gives a number (legal-rules W7), and none is barred. */
const MANY = 20;

/** Firms with many open cases at a court that one of their lawyers served (W7, 61号 art. 5): information for supervision. */
export async function firmCasesDue(handle: WriteHandle, on: Day): Promise<RestrictionAlertRow[]> {
  const lawyers = ofTheHub(await staffWithCertificates(handle));
  const staff = ofTheHub(await staffWhoAreLawyers(handle, lawyers));
  const firms = new Map(ofTheHub(await firmsOfLawyers(handle, lawyers, on)).map((one) => [one.lawyerId, one.firmId]));
  const counts = ofTheHub(await openCasesOfFirms(handle, [...new Set(firms.values())], on, MANY));
  const served = new Set(
    staff.flatMap(({ lawyerId, courtIds }) => courtIds.map((courtId) => `${firms.get(lawyerId)} ${courtId}`)),
  );
  return counts
    .filter(({ firmId, courtId }) => served.has(`${firmId} ${courtId}`))
    .map(({ firmId, courtId }) => ({
      id: uuidv7(),
      kind: 'FIRM_CASES',
      subject: 'LAWYER',
      subject_id: firmId,
      lawyer_id: null,
      firm_id: firmId,
      case_id: null,
      case_no: null,
      court_id: courtId,
      division_code: null,
      staff_id: null,
      headline: null,
      last_restricted_day: null,
      is_detected_late: false,
      verdict: null,
    }));
}
