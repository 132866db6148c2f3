import { dayOf } from '../../kernel/clock.js';
import { uuidv7 } from '../../kernel/uuid.js';
import type { Act, Reaction } from '../../operation/act.js';
import { ofTheHub } from '../../policy/fact.js';
import { rosterEntriesOfLawyers, takeRosterTurn } from '../bar/index.js';
import { licenceStatusesToday, verificationsForAlert } from '../justice/index.js';
import { type AlertRow, raiseAlerts } from './licence-alert.store.js';
import type { AlertKind } from './licence-alert.terms.js';
import { statusSince } from './licence-standing.store.js';
import { personnelLinks } from './personnel-link.js';
import { restrictionReactions } from './restriction-reactions.js';

const IN_FORCE = 'PRACTISING';

/** A licence event: courts whose roster names a lawyer that no longer practises are told (000 art. 12, row N01). */
const rosterReview: Reaction = {
  to: ['licence-event.recorded'],
  async follow(act, causes) {
    const lawyerIds = [...new Set(causes.map(({ recordId }) => recordId))];
    const { today } = act.grant.asker;
    await takeRosterTurn(act.handle);
    const entries = ofTheHub(await rosterEntriesOfLawyers(act.handle, lawyerIds, today));
    if (entries.length === 0) return;
    const statuses = await licenceStatusesToday(
      act.handle,
      [...new Set(entries.map(({ lawyerId }) => lawyerId))],
      today,
    );
    const fallen = entries.filter(({ lawyerId }) => statuses.get(lawyerId) !== IN_FORCE);
    if (fallen.length === 0) return;
    const since = await statusSince(act, [...new Set(fallen.map(({ lawyerId }) => lawyerId))]);
    const due = fallen.map(({ lawyerId, courtId }) =>
      alertRow(lawyerId, courtId, statuses.get(lawyerId) ?? null, since.get(lawyerId) ?? null),
    );
    await raise(act, 'ROSTER_NOT_AVAILABLE', due);
  },
};

/** A verification at a court's window of somebody who does not practise: the court is told, once a day for the same. */
const windowWarning: Reaction = {
  to: ['identity.verified'],
  async follow(act, causes) {
    const verified = await verificationsForAlert(
      act.handle,
      causes.map(({ recordId }) => recordId),
    );
    const due = verified
      .filter(({ licenceStatus }) => licenceStatus !== IN_FORCE)
      .map(({ lawyerId, courtId, licenceStatus }) => alertRow(lawyerId, courtId, licenceStatus, dayOf(act.at)));
    await raise(act, 'VERIFIED_NOT_PRACTISING', due);
  },
};

/** What follows for courts, in the same transaction, from what justice department and courts enter. */
export const jointReactions: readonly Reaction[] = [
  rosterReview,
  windowWarning,
  ...personnelLinks,
  ...restrictionReactions,
];

const alertRow = (
  lawyer_id: string,
  court_id: string,
  licence_status: string | null,
  since: string | null,
): AlertRow => ({
  id: uuidv7(),
  lawyer_id,
  court_id,
  licence_status,
  since,
});

/** One alert per lawyer and court, whatever the number of causes. */
async function raise(act: Act, kind: AlertKind, due: readonly AlertRow[]): Promise<void> {
  const once = new Map(due.map((row) => [`${row.lawyer_id}/${row.court_id}`, row]));
  for (const id of await raiseAlerts(act.handle, kind, [...once.values()], act.at))
    act.changed({
      event: 'licence-alert.raised',
      recordId: id,
      fields: ['kind', 'lawyer', 'court', 'licenceStatus', 'raisedAt'],
    });
}
