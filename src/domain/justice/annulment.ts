import { uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { deriveHistory } from './licence.rule.js';
import type { LicenceFact } from './licence.terms.js';
import { factsOf, replacePeriods } from './licence-book.store.js';
import { annulmentEvent, changedByAnnulment, periodRow } from './licence-rows.js';
import { type EventRow, insertEvents } from './licence-write.store.js';
import type { Annulment, RecordedDecision } from './sanction-write.store.js';

/** An annulled decision, and the day from which it no longer counts. */
export interface Annulled extends Annulment {
  readonly decision: RecordedDecision;
}

/**
 * Gives licences back what annulled suspensions and revocations took, by an event of its own (PENALTY_ANNULLED): it is
 * not a correction, the days before stay what they were.
 */
export async function restoreLicences(act: Act, annulled: readonly Annulled[]): Promise<void> {
  const penal = annulled.filter(
    ({ decision }) => decision.lawyerId !== null && (decision.kind === 'SUSPENSION' || decision.kind === 'REVOCATION'),
  );
  if (penal.length === 0) return;
  const lawyerIds = [...new Set(penal.map(({ decision }) => decision.lawyerId as string))];
  const facts = await factsOf(act, lawyerIds);
  const events: EventRow[] = [];
  for (const annulment of penal) {
    const { decision, annulledOn } = annulment;
    const history = facts.get(decision.lawyerId as string) as LicenceFact[];
    if (!history.some((fact) => fact.sanctionId === decision.id)) continue;
    const event = annulmentEvent(uuidv7(), decision, annulment, act.at);
    events.push(event);
    history.push({ id: event.id, kind: 'PENALTY_ANNULLED', effectiveOn: annulledOn, sanctionId: decision.id });
  }
  await insertEvents(act.handle, events, act.at);
  const restored = [...new Set(events.map((event) => event.lawyer_id))];
  const periods = restored.flatMap((id) =>
    deriveHistory(facts.get(id) as LicenceFact[]).periods.map((period) => periodRow(id, period)),
  );
  await replacePeriods(act.handle, restored, periods);
  for (const id of restored) act.changed({ event: 'licence-event.recorded', recordId: id, fields: changedByAnnulment });
}
