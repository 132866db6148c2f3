import { appendAudit } from '../../audit/audit-line.store.js';
import type { Database, WriteHandle } from '../../db/handle.js';
import { type Clock, today } from '../../kernel/clock.js';
import type { Day } from '../../kernel/day.js';
import { uuidv7 } from '../../kernel/uuid.js';
import { appendChanges } from '../../outbox/change.store.js';
import { ofTheHub } from '../../policy/fact.js';
import { waitingApplicantIds } from '../bar/index.js';
import {
  countOpenRepresentations,
  openRepresentationsOfNext,
  openRepresentationsOfOthers,
  overduePledges,
  type RepresentationFact,
} from '../court/index.js';
import { openEmploymentIds } from '../justice/index.js';
import { employmentAlerts } from './employment-rechecking.js';
import { firmCasesDue } from './firm-cases.js';
import { judgeRepresentations } from './rechecking.js';
import { type RestrictionAlertRow, raiseRestrictionAlerts } from './restriction-alert-write.store.js';
import { RAISED_FIELDS } from './restriction-alerts.js';
import { endedAlerts } from './restriction-ending.js';

const LAWYERS_AT_ONCE = 1_000;
const OTHERS_AT_ONCE = 10_000;
const EMPLOYMENTS_AT_ONCE = 2_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** What a review did: representations judged, alerts raised. */
export interface Review {
  readonly judged: number;
  readonly raised: number;
}

/** Told how far a review has come. */
export type OnReviewed = (done: number, total: number) => void;

/**
 * Judges all that is open by the rules and registers of today: after a rule pack was announced or has ended, and every day,
 * since restrictions end (W6) and pledges fall due (W8) by themselves. Stretch by stretch, each in a transaction of its
 * own with its changes and its line in the trail, so that it can be ended and begun again.
 */
export async function reviewOpen(
  database: Database,
  clock: Clock,
  onReviewed: OnReviewed = () => undefined,
): Promise<Review> {
  const on = today(clock);
  const total = await database.transaction(async (handle) => ofTheHub(await countOpenRepresentations(handle, on)));
  let [judged, raised] = [0, 0];
  const stretch = async (
    next: (handle: WriteHandle) => Promise<readonly RepresentationFact[]>,
  ): Promise<RepresentationFact | undefined> =>
    database.transaction(async (handle) => {
      const open = await next(handle);
      const found = ofTheHub(await judgeRepresentations(handle, open, on, false));
      const due = [...found.flatMap(({ due: of }) => of(true)), ...(await endedAlerts(handle, found))];
      raised += await raisedByTheHub(handle, clock.now(), due);
      judged += open.length;
      onReviewed(judged, total);
      return open.at(-1);
    });
  for (let last: string | null = FIRST; last !== null; ) {
    const after: string = last;
    const reached = await stretch(async (handle) =>
      ofTheHub(await openRepresentationsOfNext(handle, after, LAWYERS_AT_ONCE, on)),
    );
    last = reached?.lawyerId ?? null;
  }
  for (let last: string | null = FIRST; last !== null; ) {
    const after: string = last;
    const reached = await stretch(async (handle) =>
      ofTheHub(await openRepresentationsOfOthers(handle, after, OTHERS_AT_ONCE, on)),
    );
    last = reached?.id ?? null;
  }
  raised += await employmentsReviewed(database, clock, on);
  raised += await database.transaction(async (handle) =>
    raisedByTheHub(handle, clock.now(), [
      ...ofTheHub(await overduePledges(handle, on)).map(reminder),
      ...(await firmCasesDue(handle, on)),
    ]),
  );
  return { judged, raised };
}

/** Judges the applications, jobs and applicants that are open (W2, the yearly assessment included); answers the alerts raised. */
async function employmentsReviewed(database: Database, clock: Clock, on: Day): Promise<number> {
  const [ids, applicantIds] = await database.transaction(async (handle) => [
    ofTheHub(await openEmploymentIds(handle, on)),
    ofTheHub(await waitingApplicantIds(handle)),
  ]);
  let raised = 0;
  for (let at = 0; at < Math.max(ids.length, applicantIds.length); at += EMPLOYMENTS_AT_ONCE) {
    const of = {
      ids: ids.slice(at, at + EMPLOYMENTS_AT_ONCE),
      applicantIds: applicantIds.slice(at, at + EMPLOYMENTS_AT_ONCE),
    };
    raised += await database.transaction(async (handle) =>
      raisedByTheHub(handle, clock.now(), await employmentAlerts(handle, of, on, true)),
    );
  }
  return raised;
}

const reminder = ({
  id,
  staffId,
  courtId,
}: {
  id: string;
  staffId: string;
  courtId: string | null;
}): RestrictionAlertRow => ({
  id: uuidv7(),
  kind: 'PLEDGE_OVERDUE',
  subject: 'COURT_STAFF',
  subject_id: id,
  lawyer_id: null,
  firm_id: null,
  case_id: null,
  case_no: null,
  court_id: courtId,
  division_code: null,
  staff_id: staffId,
  headline: null,
  last_restricted_day: null,
  is_detected_late: false,
  verdict: null,
});

/** Raises alerts that nobody's act called for: with their changes, and a line that says it was the hub's own review. */
async function raisedByTheHub(handle: WriteHandle, at: Date, due: readonly RestrictionAlertRow[]): Promise<number> {
  const ids = await raiseRestrictionAlerts(handle, due, at);
  if (ids.length === 0) return 0;
  const correlationId = uuidv7();
  const changes = ids.map((recordId) => ({
    event: 'restriction-alert.raised' as const,
    recordId,
    fields: RAISED_FIELDS,
  }));
  await appendChanges(handle, changes, { at, institution: 'HUB', correlationId });
  await appendAudit(handle, at, [
    {
      kind: 'RECORDED',
      outcome: 'ANSWERED',
      correlationId,
      operation: 'lushu review',
      coordinates: ['lushu review'],
      records: { RestrictionAlert: ids },
    },
  ]);
  return ids.length;
}
