import { sql } from 'drizzle-orm';
import type { Expression, RecordPolicy, RowPredicate } from '../../policy/record-policy.js';
import { alertReaches, isAlertNamed } from './restriction-alert.policy.js';
import { alertConcern, alertDecision, alertFollowUp, restrictionAlert } from './restriction-alert.table.js';

/** What hangs on an alert is reached with it. */
const onAlert =
  (alertId: Expression, holds: RowPredicate): RowPredicate =>
  (asker) =>
    sql`exists (select 1 from ${restrictionAlert} where ${restrictionAlert.id} = ${alertId} and ${holds(asker)})`;

const reachesOn = (alertId: Expression) => ({
  unit: onAlert(alertId, alertReaches.unit),
  area: onAlert(alertId, alertReaches.area),
  own: onAlert(alertId, alertReaches.own),
});

/** What the matrix words mean for a step of an alert: its words go where the case and the person may be named. */
export const alertDecisionPolicy: RecordPolicy<'state' | 'decidedBy' | 'decidedAt' | 'reason'> = {
  type: 'AlertDecision',
  key: alertDecision.id,
  fields: {
    state: alertDecision.state,
    decidedBy: alertDecision.decidedBy,
    decidedAt: alertDecision.decidedAt,
    reason: alertDecision.reason,
  },
  reaches: reachesOn(alertDecision.alertId),
  related: onAlert(alertDecision.alertId, isAlertNamed),
};

/** What the matrix words mean for what was done: note and name stay with the side that did it (C08, the handler). */
export const alertFollowUpPolicy: RecordPolicy<
  'kind' | 'note' | 'doneOn' | 'institution' | 'recordedBy' | 'recordedAt'
> = {
  type: 'AlertFollowUp',
  key: alertFollowUp.id,
  fields: {
    kind: alertFollowUp.kind,
    note: alertFollowUp.note,
    doneOn: alertFollowUp.doneOn,
    institution: alertFollowUp.institution,
    recordedBy: alertFollowUp.recordedBy,
    recordedAt: alertFollowUp.recordedAt,
  },
  reaches: reachesOn(alertFollowUp.alertId),
  related: ({ identity }) => sql`${alertFollowUp.institution} = ${identity.institution}`,
};

/**
 * What the matrix words mean for what the person asked for: court personnel, whose registers it is about, reach it on every
 * alert of their area, the bureau on those about no case: which court is told is hidden from it, and decides nothing here.
 */
export const alertConcernPolicy: RecordPolicy<
  'kind' | 'statement' | 'madeAt' | 'answer' | 'answeredBy' | 'answeredAt'
> = {
  type: 'AlertConcern',
  key: alertConcern.id,
  fields: {
    kind: alertConcern.kind,
    statement: alertConcern.statement,
    madeAt: alertConcern.madeAt,
    answer: alertConcern.answer,
    answeredBy: alertConcern.answeredBy,
    answeredAt: alertConcern.answeredAt,
  },
  reaches: {
    ...reachesOn(alertConcern.alertId),
    area: onAlert(alertConcern.alertId, (asker) =>
      asker.identity.institution === 'COURT'
        ? alertReaches.area(asker)
        : sql`(${alertReaches.area(asker)} and ${restrictionAlert.subject} <> 'REPRESENTATION')`,
    ),
  },
};
