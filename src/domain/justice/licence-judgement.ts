import { Refusal } from '../../kernel/refusal.js';
import type { NewItem } from '../../operation/batch.js';
import { mayRecordDecisionOf } from './authority.rule.js';
import type { LoadMode } from './enums.type.js';
import { firmNamed, firmPath } from './firm-named.js';
import { admissionOf, displacementOf } from './licence.rule.js';
import type { LicenceEventKind, LicenceFact } from './licence.terms.js';
import type { BookedFirm, BookedLawyer, BookedSanction } from './licence-book.store.js';
import { type Desk, decisionKey } from './licence-desk.js';
import type { CheckedEvent, PushedEvent } from './licence-event-input.rule.js';

/** An event that will be recorded: whose it is, what it is to the licence rule, and the records it refers to. */
export interface Admitted {
  readonly id: string;
  readonly index: number;
  readonly event: PushedEvent;
  readonly check: CheckedEvent;
  readonly lawyer: BookedLawyer;
  readonly isNewPerson: boolean;
  /** The initial load found a second registration of a person; the first one counts. */
  readonly isMergedDuplicate: boolean;
  /** A correction gives the person another citizen ID. */
  readonly newCitizenIdHash: string | null;
  readonly firm: BookedFirm | null;
  readonly sanction: BookedSanction | null;
  readonly fact: LicenceFact;
}

type Subject = Pick<Admitted, 'lawyer' | 'isNewPerson' | 'newCitizenIdHash'>;

/** Judges one event against the desk; throws the refusal, with the path of the field at fault. Changes nothing. */
export function judged(
  desk: Desk,
  { item: event, id, index }: NewItem<PushedEvent>,
  load: LoadMode,
  newLawyerId: string,
): Admitted {
  const check = desk.checks.get(index);
  if (!check || check instanceof Refusal) throw check ?? new Error('unchecked event');
  if (load === 'ENTRY' && check.person && check.person.mergedCertificateNos.length > 0)
    throw new Refusal('FIELD_NOT_ALLOWED', ['person', 'mergedCertificateNos']);
  const firm = firmOf(desk, event, load);
  const subject = subjectOf(desk, event, check, firm, newLawyerId);
  const { lawyer } = subject;
  takenNumbers(desk, event, check, lawyer);
  const sanction = sanctionOf(desk, event, lawyer);
  const fact = factOf(event, id, firm, sanction);
  const history = desk.facts.get(lawyer.id) ?? [];
  const code = admissionOf(history, fact);
  // two old registers may hold one person twice: the initial load keeps both grants, the first one counts
  const isMergedDuplicate = load === 'INITIAL_LOAD' && event.kind === 'GRANTED' && code === 'LICENCE_ALREADY_GRANTED';
  if (code && !isMergedDuplicate) throw new Refusal(code, [placeOf(code, event)]);
  const lost = load === 'ENTRY' ? displacementOf(history, fact) : null;
  if (lost) throw new Refusal(lost, [placeOf(lost, event)]);
  return { id, index, event, check, ...subject, isMergedDuplicate, firm, sanction, fact };
}

function factOf(event: PushedEvent, id: string, firm: BookedFirm | null, sanction: BookedSanction | null): LicenceFact {
  return {
    id,
    kind: event.kind,
    effectiveOn: event.effectiveOn,
    suspendedFrom: event.suspendedFrom ?? null,
    suspendedUntil: event.suspendedUntil ?? null,
    category: event.category ?? null,
    firmId: firm?.id ?? null,
    certificateNo: (event.kind === 'GRANTED' ? event.certificateNo : event.newCertificateNo) ?? null,
    sanctionId: sanction?.id ?? null,
    supersedes: event.supersedes?.toLowerCase() ?? null,
  };
}

function placeOf(code: string, event: PushedEvent): string {
  const isAboutTarget = code === 'EVENT_UNKNOWN' || code === 'EVENT_SUPERSEDED' || code === 'PENALTY_STANDS';
  if (isAboutTarget && event.supersedes != null) return 'supersedes';
  return event.kind === 'SUSPENDED' ? 'suspendedFrom' : 'effectiveOn';
}

const ofAuthority: readonly LicenceEventKind[] = ['SUSPENDED', 'REVOKED', 'RESCINDED'];

/**
 * Whose event it is, if this unit may write it. A grant and a change of firm are the business of the bureau where the
 * (new) firm is; everything else, and every correction, of the bureau where the lawyer practises. What is not this
 * unit's business is refused before anybody is looked up by citizen ID.
 */
function subjectOf(
  desk: Desk,
  event: PushedEvent,
  check: CheckedEvent,
  firm: BookedFirm | null,
  newLawyerId: string,
): Subject {
  if (firm && !firm.writable) throw new Refusal('OUT_OF_REACH', [firmPath(event)]);
  if (event.kind === 'GRANTED' && !firm && !desk.divisionsWritable.has(event.divisionCode as string))
    throw new Refusal('OUT_OF_REACH', ['divisionCode']);
  if (ofAuthority.includes(event.kind) && !mayRecordDecisionOf(desk.unitDivision, event.decidedByLevel))
    throw new Refusal('AUTHORITY_NOT_YOURS', ['decidedByLevel']);
  const subject = event.kind === 'GRANTED' ? granted(desk, event, check, newLawyerId) : named(desk, event);
  const isOwnBusiness = event.kind === 'GRANTED' || firm !== null;
  if ((!isOwnBusiness || event.supersedes != null) && !subject.lawyer.writable)
    throw new Refusal('OUT_OF_REACH', ['certificateNo']);
  return subject;
}

function granted(desk: Desk, event: PushedEvent, check: CheckedEvent, newLawyerId: string): Subject {
  const person = check.person as NonNullable<CheckedEvent['person']>;
  const hash = desk.hashOf(person.citizenIdNumber);
  const known = desk.lawyersByHash.get(hash);
  const corrected = event.supersedes == null ? undefined : ownerOf(desk, event.supersedes.toLowerCase());
  if (corrected && known && known.id !== corrected.id)
    throw new Refusal('PERSON_MISMATCH', ['person', 'citizenIdNumber']);
  if (corrected) return { lawyer: corrected, isNewPerson: false, newCitizenIdHash: known ? null : hash };
  if (event.lawyerId != null && event.lawyerId.toLowerCase() !== known?.id)
    throw new Refusal('PERSON_MISMATCH', ['lawyerId']);
  if (known) return { lawyer: known, isNewPerson: false, newCitizenIdHash: null };
  const lawyer: BookedLawyer = {
    id: newLawyerId,
    certificateNo: event.certificateNo as string,
    numbers: [],
    fullName: person.fullName,
    formerNames: person.formerNames,
    citizenIdHash: hash,
    contactDays: {},
    writable: true,
  };
  return { lawyer, isNewPerson: true, newCitizenIdHash: null };
}

/** The lawyer in whose history an event stands. */
function ownerOf(desk: Desk, eventId: string): BookedLawyer | undefined {
  for (const [lawyerId, facts] of desk.facts)
    if (facts.some((fact) => fact.id === eventId)) return desk.lawyersById.get(lawyerId);
  return undefined;
}

function named(desk: Desk, event: PushedEvent): Subject {
  const byId = event.lawyerId == null ? undefined : desk.lawyersById.get(event.lawyerId.toLowerCase());
  const byNumber = event.certificateNo == null ? undefined : desk.lawyersByNumber.get(event.certificateNo);
  if (event.lawyerId != null && !byId) throw new Refusal('LAWYER_UNKNOWN', ['lawyerId']);
  if (event.certificateNo != null && !byNumber) throw new Refusal('LAWYER_UNKNOWN', ['certificateNo']);
  if (byId && byNumber && byId !== byNumber) throw new Refusal('PERSON_MISMATCH', ['certificateNo']);
  return { lawyer: (byId ?? byNumber) as BookedLawyer, isNewPerson: false, newCitizenIdHash: null };
}

function firmOf(desk: Desk, event: PushedEvent, load: LoadMode): BookedFirm | null {
  const firm = firmNamed(desk, event);
  if (firm === null) return null;
  // old registers know of firms only since the day they were first entered
  const isEarly = load === 'ENTRY' && event.effectiveOn < firm.openedOn;
  if (isEarly || (firm.closedOn !== null && firm.closedOn <= event.effectiveOn))
    throw new Refusal('FIRM_CLOSED', [firmPath(event)]);
  return firm;
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
  const decisionNo = event.decisionNo as string;
  if (!desk.decisionNos.has(decisionNo)) throw new Refusal('SANCTION_UNKNOWN', ['decisionNo']);
  const kind = event.kind === 'SUSPENDED' ? 'SUSPENSION' : 'REVOCATION';
  const sanction = desk.sanctions.get(decisionKey(decisionNo, lawyer.id, kind));
  const from = event.suspendedFrom ?? event.effectiveOn;
  const isOfItsDays =
    sanction !== undefined &&
    from >= sanction.effectiveOn &&
    (event.kind === 'REVOKED' || sanction.endsOn === null || sanction.endsOn === event.suspendedUntil);
  if (!isOfItsDays) throw new Refusal('SANCTION_MISMATCH', ['decisionNo']);
  return sanction;
}
