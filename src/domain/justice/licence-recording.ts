import { parseCertificateNo } from '../../kernel/certificate-number.js';
import type { CryptoProvider } from '../../kernel/crypto.js';
import { Refusal } from '../../kernel/refusal.js';
import { uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { type ItemAnswer, type NewItem, recordBatch } from '../../operation/batch.js';
import { applyContacts } from './contact-recording.js';
import type { LoadMode } from './enums.type.js';
import { deriveHistory, statusOn } from './licence.rule.js';
import type { LicenceFact } from './licence.terms.js';
import { replacePeriods, takeWritersTurn } from './licence-book.store.js';
import { type Desk, laidOut } from './licence-desk.js';
import type { PushedEvent } from './licence-event-input.rule.js';
import { type Admitted, judged } from './licence-judgement.js';
import { certificateRows, changedFieldsOf, eventRow, lawyerChange, lawyerRow, periodRow } from './licence-rows.js';
import { insertCertificates, insertEvents, insertLawyers, updateLawyers } from './licence-write.store.js';

/**
 * Records a batch of licence events. Items are judged in order of effect, so that a grant may come after its own
 * suspension in the batch; each is recorded or refused by itself.
 */
export async function recordLicenceEvents(
  act: Act,
  crypto: CryptoProvider,
  events: readonly PushedEvent[],
  load: LoadMode,
): Promise<ItemAnswer[]> {
  await takeWritersTurn(act);
  return recordBatch(act, crypto, 'recordLicenceEvents', events, ['events'], async (fresh) => {
    const desk = await laidOut(act, crypto, fresh);
    const outcomes = new Map<number, readonly string[] | Refusal | undefined>();
    const admitted: Admitted[] = [];
    for (const item of [...fresh].sort(byEffect)) {
      try {
        const entry = judged(desk, item, load, uuidv7());
        enter(desk, entry);
        admitted.push(entry);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        outcomes.set(item.index, error);
      }
    }
    await write(act, crypto, desk, admitted);
    for (const [index, proposed] of await applyContacts(act, admitted)) outcomes.set(index, proposed);
    for (const entry of admitted)
      act.changed({ event: 'licence-event.recorded', recordId: entry.lawyer.id, fields: changedFieldsOf(entry) });
    return outcomes;
  });
}

const firstDay = (event: PushedEvent) => event.suspendedFrom ?? event.effectiveOn;

function byEffect(a: NewItem<PushedEvent>, b: NewItem<PushedEvent>): number {
  const [dayA, dayB] = [firstDay(a.item), firstDay(b.item)];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return Number(b.item.kind === 'GRANTED') - Number(a.item.kind === 'GRANTED') || a.index - b.index;
}

/** Puts an admitted event on the desk, where the events after it find it. */
function enter(desk: Desk, { lawyer, fact, event, check, isNewPerson }: Admitted): void {
  desk.facts.set(lawyer.id, [...(desk.facts.get(lawyer.id) ?? []), fact]);
  if (isNewPerson) {
    desk.lawyersById.set(lawyer.id, lawyer);
    desk.lawyersByHash.set(lawyer.citizenIdHash as string, lawyer);
  }
  const numbers = [fact.certificateNo, ...(check.person?.mergedCertificateNos ?? [])];
  for (const number of numbers)
    if (number && !desk.lawyersByNumber.has(number)) desk.lawyersByNumber.set(number, lawyer);
  if (event.kind === 'GRANTED' && event.certificateNo) desk.lawyersByNumber.set(event.certificateNo, lawyer);
}

async function write(act: Act, crypto: CryptoProvider, desk: Desk, admitted: readonly Admitted[]): Promise<void> {
  const { handle, at } = act;
  const today = act.grant.asker.today;
  const newPeople = admitted.filter((entry) => entry.isNewPerson);
  const newIds = new Set(newPeople.map((entry) => entry.lawyer.id));
  const touched = [...new Set(admitted.map((entry) => entry.lawyer.id))];
  const histories = new Map(touched.map((id) => [id, deriveHistory(desk.facts.get(id) as LicenceFact[]).periods]));

  await insertLawyers(
    handle,
    newPeople.map((entry) => lawyerRow(entry, crypto)),
    at,
  );
  await insertCertificates(
    handle,
    certificateRows(admitted, (number) => parseCertificateNo(number, today).form),
  );
  await insertEvents(handle, admitted.map(eventRow), at);
  const periods = touched.flatMap((id) => (histories.get(id) ?? []).map((period) => periodRow(id, period)));
  await replacePeriods(
    handle,
    touched.filter((id) => !newIds.has(id)),
    periods,
  );
  const known = admitted.filter((entry) => !newIds.has(entry.lawyer.id));
  const numberOf = (id: string) => {
    const history = histories.get(id) ?? [];
    return (statusOn(history, today) ?? history.at(-1))?.certificateNo ?? null;
  };
  await updateLawyers(handle, lawyerChange(known, numberOf), at);
}
