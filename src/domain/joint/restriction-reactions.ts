import type { WriteHandle } from '../../db/handle.js';
import type { Act, Reaction } from '../../operation/act.js';
import type { EventName } from '../../outbox/events.js';
import { ofTheHub } from '../../policy/fact.js';
import type { RepresentationsOf } from '../court/index.js';
import { recallAnswers, recallStatuses } from './answer-recalling.js';
import { type EmploymentsConcerned, employmentAlerts } from './employment-rechecking.js';
import {
  type Concerned,
  concernedByCourts,
  concernedByKinships,
  concernedByRecords,
  concernedLawyers,
  concernedStaff,
  courtsOfLineage,
  withLawyers,
} from './persons-concerned.js';
import { checkOpen } from './rechecking.js';
import { raiseAlertsOf } from './restriction-alerts.js';
import { endedAlerts } from './restriction-ending.js';

/** Looks again at what is open of the persons that a change concerns, and at what was answered of them. */
async function lookAgain(act: Act, of: Concerned): Promise<void> {
  if (of.lawyerIds.length + of.citizenIdHashes.length === 0) return;
  const { today } = act.grant.asker;
  const open = ofTheHub(await checkOpen(act.handle, of, today));
  await raiseAlertsOf(act, [
    ...open.flatMap(({ due }) => due(true)),
    ...(await employmentAlerts(act.handle, of, today, true)),
  ]);
  await raiseAlertsOf(act, await endedAlerts(act.handle, open));
  await recallAnswers(act, of);
}

const again = (
  to: readonly EventName[],
  concerned: (handle: WriteHandle, ids: string[]) => Promise<Concerned>,
): Reaction => ({
  to,
  async follow(act, causes) {
    const ids = [...new Set(causes.map(({ recordId }) => recordId))];
    await lookAgain(act, await withLawyers(act.handle, await concerned(act.handle, ids)));
  },
});

/** What was entered is judged at once, as far as it runs; a firm that moved is late for those who work in it. */
const entered = (
  to: readonly EventName[],
  representations: ((ids: string[]) => RepresentationsOf) | null,
  employments: ((ids: string[]) => EmploymentsConcerned) | null,
  isLate = false,
): Reaction => ({
  to,
  async follow(act, causes) {
    const ids = [...new Set(causes.map(({ recordId }) => recordId))];
    const { today } = act.grant.asker;
    const open = representations ? ofTheHub(await checkOpen(act.handle, representations(ids), today)) : [];
    const jobs = employments ? await employmentAlerts(act.handle, employments(ids), today, isLate) : [];
    await raiseAlertsOf(act, [...open.flatMap(({ due }) => due(isLate)), ...jobs]);
  },
});

/** What follows for open cases, applications and jobs, in the same transaction, from what the institutions enter (W1 to W4). */
export const restrictionReactions: readonly Reaction[] = [
  entered(['representation.entered'], (ids) => ({ ids }), null),
  entered(['case.recorded'], (caseIds) => ({ caseIds }), null),
  entered(['licence-application.recorded', 'firm-job.recorded'], null, (ids) => ({ ids })),
  entered(['internship.applied'], null, (applicantIds) => ({ applicantIds })),
  entered(['firm.recorded'], null, (firmIds) => ({ firmIds }), true),
  again(['court-staff.recorded'], concernedStaff),
  again(
    [
      'court-service.recorded',
      'court-service.corrected',
      'departure.recorded',
      'departure.corrected',
      'departure.annulled',
      'later-public-post.recorded',
      'staff-approval.recorded',
    ],
    concernedByRecords,
  ),
  again(['kinship.declared', 'kinship.corrected'], concernedByKinships),
  again(['court-area.recorded'], concernedByCourts),
  again(['court-lineage.recorded'], async (handle, ids) =>
    concernedByCourts(handle, await courtsOfLineage(handle, ids)),
  ),
  again(['licence-event.recorded'], concernedLawyers),
  {
    to: ['licence-event.recorded'],
    follow: (act, causes) => recallStatuses(act, [...new Set(causes.map(({ recordId }) => recordId))]),
  },
];
