import { parseCertificateNo } from '../../kernel/certificate-number.js';
import type { CryptoProvider } from '../../kernel/crypto.js';
import { uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { byItself, type ItemAnswer, type ItemOutcome, type NewItem, recordBatch } from '../../operation/batch.js';
import { applyContacts } from './contact-recording.js';
import type { LoadMode } from './enums.type.js';
import { deriveHistory } from './licence.rule.js';
import type { LicenceFact, LicencePeriod } from './licence.terms.js';
import { replacePeriods, takeWritersTurn } from './licence-book.store.js';
import { type Desk, laidOut } from './licence-desk.js';
import type { PushedEvent } from './licence-event-input.rule.js';
import { type Admitted, judged } from './licence-judgement.js';
import { lawyerChanges, lawyerRow, renaming, type Standing } from './licence-lawyer.js';
import {
  annulmentFact,
  certificateRows,
  changedFieldsOf,
  eventRows,
  periodRow,
  releasedNumbers,
} from './licence-rows.js';
import {
  insertCertificates,
  insertEvents,
  insertLawyers,
  releaseCertificates,
  updateLawyers,
} from './licence-write.store.js';
import { checkLoad } from './load-mode.js';

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
  checkLoad(act, load, 'recordLicenceEvents');
  await takeWritersTurn(act);
  return recordBatch(act, crypto, 'recordLicenceEvents', events, ['events'], async (fresh) => {
    const desk = await laidOut(act, crypto, fresh);
    const outcomes = new Map<number, ItemOutcome>();
    const admitted: Admitted[] = [];
    for (const item of [...fresh].sort(byEffect)) {
      byItself(outcomes, item.index, () => {
        const entry = judged(desk, item, load, uuidv7());
        enter(desk, entry);
        admitted.push(entry);
      });
    }
    await write(act, crypto, desk, admitted);
    for (const [index, proposed] of await applyContacts(act, admitted)) outcomes.set(index, { note: proposed });
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
function enter(desk: Desk, entry: Admitted): void {
  const { fact, check, sanction, newCitizenIdHash } = entry;
  const renamed = renaming(entry);
  const lawyer = renamed
    ? { ...entry.lawyer, fullName: renamed.full_name, formerNames: renamed.former_names }
    : entry.lawyer;
  const facts = [...(desk.facts.get(lawyer.id) ?? []), fact];
  if (sanction?.annulledOn) facts.push(annulmentFact(fact.id, sanction.id, sanction.annulledOn));
  desk.facts.set(lawyer.id, facts);
  desk.lawyersById.set(lawyer.id, lawyer);
  const hash = newCitizenIdHash ?? lawyer.citizenIdHash;
  if (hash) desk.lawyersByHash.set(hash, lawyer);
  for (const number of releasedNumbers(facts, fact)) desk.lawyersByNumber.delete(number);
  for (const number of lawyer.numbers)
    if (desk.lawyersByNumber.get(number)?.id === lawyer.id) desk.lawyersByNumber.set(number, lawyer);
  for (const number of [fact.certificateNo, ...(check.person?.mergedCertificateNos ?? [])])
    if (number) desk.lawyersByNumber.set(number, lawyer);
}

async function write(act: Act, crypto: CryptoProvider, desk: Desk, admitted: readonly Admitted[]): Promise<void> {
  const { handle, at } = act;
  const { today } = desk;
  const newPeople = admitted.filter((entry) => entry.isNewPerson);
  const newIds = new Set(newPeople.map((entry) => entry.lawyer.id));
  const touched = [...new Set(admitted.map((entry) => entry.lawyer.id))];
  const factsOf = (id: string) => desk.facts.get(id) as LicenceFact[];
  const histories = new Map(touched.map((id) => [id, deriveHistory(factsOf(id)).periods]));

  await insertLawyers(
    handle,
    newPeople.map((entry) => lawyerRow(entry, crypto)),
    at,
  );
  await releaseCertificates(
    handle,
    admitted.flatMap(({ lawyer, fact }) => releasedNumbers(factsOf(lawyer.id), fact)),
  );
  await insertCertificates(
    handle,
    certificateRows(admitted, (number) => parseCertificateNo(number, today).form),
  );
  await insertEvents(
    handle,
    admitted.flatMap((entry) => eventRows(entry, at)),
    at,
  );
  const periods = touched.flatMap((id) => (histories.get(id) ?? []).map((period) => periodRow(id, period)));
  await replacePeriods(
    handle,
    touched.filter((id) => !newIds.has(id)),
    periods,
  );
  const standings = new Map(touched.map((id) => [id, standingOf(histories.get(id) ?? [], desk)]));
  await updateLawyers(
    handle,
    lawyerChanges(
      admitted.filter((entry) => !entry.isNewPerson),
      standings,
      crypto,
    ),
    at,
  );
}

/** What a history leaves on the lawyer record: the number of today (or of the first day to come), and the firm's division. */
function standingOf(history: readonly LicencePeriod[], { today, firmsById }: Desk): Standing {
  const begun = history.filter((period) => period.from <= today);
  const employed = begun.filter((period) => period.firmId !== null).at(-1);
  const now = begun.at(-1) ?? history[0];
  return {
    certificateNo: now?.certificateNo ?? null,
    divisionCode: (employed?.firmId && firmsById.get(employed.firmId)?.divisionCode) || null,
    firstOn: history[0]?.from ?? null,
    eventOfToday: now?.eventId ?? null,
  };
}
