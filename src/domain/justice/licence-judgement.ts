import { Refusal } from '../../kernel/refusal.js';
import type { NewItem } from '../../operation/batch.js';
import type { LoadMode } from './enums.type.js';
import { admissionOf } from './licence.rule.js';
import type { LicenceFact } from './licence.terms.js';
import type { BookedFirm, BookedLawyer, BookedSanction } from './licence-book.store.js';
import type { Desk } from './licence-desk.js';
import type { CheckedEvent, PushedEvent } from './licence-event-input.rule.js';

/** An event that will be recorded: whose it is, what it is to the licence rule, and the records it refers to. */
export interface Admitted {
  readonly id: string;
  readonly index: number;
  readonly event: PushedEvent;
  readonly check: CheckedEvent;
  readonly lawyer: BookedLawyer;
  readonly isNewPerson: boolean;
  readonly firm: BookedFirm | null;
  readonly sanction: BookedSanction | null;
  readonly fact: LicenceFact;
}

/** Judges one event against the desk; throws the refusal, with the path of the field at fault. Changes nothing. */
export function judged(
  desk: Desk,
  { item: event, id, index }: NewItem<PushedEvent>,
  load: LoadMode,
  newLawyerId: string,
): Admitted {
  const check = desk.checks.get(index);
  if (!check || check instanceof Refusal) throw check ?? new Error('unchecked event');
  const firm = firmOf(desk, event);
  const { lawyer, isNewPerson } =
    event.kind === 'GRANTED' ? granted(desk, event, check, newLawyerId) : named(desk, event);
  if (!isWritable(desk, event, lawyer, firm))
    throw new Refusal('OUT_OF_REACH', [firm ? firmPath(event) : 'certificateNo']);
  takenNumbers(desk, event, check, lawyer);
  const sanction = sanctionOf(desk, event, lawyer);
  const fact: LicenceFact = {
    id,
    kind: event.kind,
    effectiveOn: event.effectiveOn,
    suspendedFrom: event.suspendedFrom ?? null,
    suspendedUntil: event.suspendedUntil ?? null,
    category: event.category ?? null,
    firmId: firm?.id ?? null,
    certificateNo: (event.kind === 'GRANTED' ? event.certificateNo : event.newCertificateNo) ?? null,
    sanctionId: sanction?.id ?? null,
    supersedes: event.supersedes ?? null,
  };
  const code = admissionOf(desk.facts.get(lawyer.id) ?? [], fact);
  // two old registers may hold one person twice: the initial load keeps both grants, the first one counts
  const isMergedDuplicate = load === 'INITIAL_LOAD' && event.kind === 'GRANTED' && code === 'LICENCE_ALREADY_GRANTED';
  if (code && !isMergedDuplicate) throw new Refusal(code, [placeOf(code, event)]);
  return { id, index, event, check, lawyer, isNewPerson, firm, sanction, fact };
}

function placeOf(code: string, event: PushedEvent): string {
  if (code === 'EVENT_UNKNOWN' || code === 'EVENT_SUPERSEDED') return 'supersedes';
  return event.kind === 'SUSPENDED' ? 'suspendedFrom' : 'effectiveOn';
}

function granted(desk: Desk, event: PushedEvent, check: CheckedEvent, newLawyerId: string) {
  const person = check.person as NonNullable<CheckedEvent['person']>;
  const hash = desk.hashOf(person.citizenIdNumber);
  const known = desk.lawyersByHash.get(hash);
  if (event.lawyerId != null && event.lawyerId !== known?.id) throw new Refusal('PERSON_MISMATCH', ['lawyerId']);
  if (known) return { lawyer: known, isNewPerson: false };
  const number = event.certificateNo as string;
  const lawyer: BookedLawyer = {
    id: newLawyerId,
    certificateNo: number,
    numbers: [],
    fullName: person.fullName,
    formerNames: person.formerNames,
    citizenIdHash: hash,
    writable: true,
  };
  return { lawyer, isNewPerson: true };
}

function named(desk: Desk, event: PushedEvent) {
  const byId = event.lawyerId == null ? undefined : desk.lawyersById.get(event.lawyerId);
  const byNumber = event.certificateNo == null ? undefined : desk.lawyersByNumber.get(event.certificateNo);
  if (event.lawyerId != null && !byId) throw new Refusal('LAWYER_UNKNOWN', ['lawyerId']);
  if (event.certificateNo != null && !byNumber) throw new Refusal('LAWYER_UNKNOWN', ['certificateNo']);
  if (byId && byNumber && byId !== byNumber) throw new Refusal('PERSON_MISMATCH', ['certificateNo']);
  return { lawyer: (byId ?? byNumber) as BookedLawyer, isNewPerson: false };
}

const firmPath = (event: PushedEvent) => (event.firmId != null ? 'firmId' : 'firmCreditCode');

function firmOf(desk: Desk, event: PushedEvent): BookedFirm | null {
  if (event.firmId == null && event.firmCreditCode == null) return null;
  const firm =
    event.firmId != null ? desk.firmsById.get(event.firmId) : desk.firmsByCode.get(event.firmCreditCode as string);
  if (!firm) throw new Refusal('FIRM_UNKNOWN', [firmPath(event)]);
  if (firm.closedOn !== null && firm.closedOn <= event.effectiveOn) throw new Refusal('FIRM_CLOSED', [firmPath(event)]);
  return firm;
}

/**
 * A grant and a change of firm are the business of the bureau where the (new) firm is; everything else of the bureau
 * where the lawyer practises (律师执业管理办法: the receiving bureau examines a change of firm).
 */
function isWritable(desk: Desk, event: PushedEvent, lawyer: BookedLawyer, firm: BookedFirm | null): boolean {
  if (firm) return firm.writable;
  if (event.kind === 'GRANTED') return desk.divisionsWritable.has(event.divisionCode as string);
  return lawyer.writable;
}

function takenNumbers(desk: Desk, event: PushedEvent, check: CheckedEvent, lawyer: BookedLawyer): void {
  const takenAt = (number: string | null | undefined) => {
    const holder = number == null ? undefined : desk.lawyersByNumber.get(number);
    return holder !== undefined && holder.id !== lawyer.id;
  };
  if (event.kind === 'GRANTED' && takenAt(event.certificateNo))
    throw new Refusal('CERTIFICATE_NO_TAKEN', ['certificateNo']);
  if (takenAt(event.newCertificateNo)) throw new Refusal('CERTIFICATE_NO_TAKEN', ['newCertificateNo']);
  check.person?.mergedCertificateNos.forEach((number, index) => {
    if (takenAt(number)) throw new Refusal('CERTIFICATE_NO_TAKEN', ['person', 'mergedCertificateNos', index]);
  });
}

function sanctionOf(desk: Desk, event: PushedEvent, lawyer: BookedLawyer): BookedSanction | null {
  if (event.kind !== 'SUSPENDED' && event.kind !== 'REVOKED') return null;
  const sanction = desk.sanctionsByNo.get(event.decisionNo as string);
  if (!sanction) throw new Refusal('SANCTION_UNKNOWN', ['decisionNo']);
  if (sanction.annulledOn !== null) throw new Refusal('SANCTION_ANNULLED', ['decisionNo']);
  const kind = event.kind === 'SUSPENDED' ? 'SUSPENSION' : 'REVOCATION';
  const samePeriod = event.kind === 'REVOKED' || sanction.endsOn === null || sanction.endsOn === event.suspendedUntil;
  if (sanction.lawyerId !== lawyer.id || sanction.kind !== kind || !samePeriod)
    throw new Refusal('SANCTION_MISMATCH', ['decisionNo']);
  return sanction;
}
