import type { CryptoProvider } from '../../kernel/crypto.js';
import { contactOwners } from './contact.terms.js';
import type { LicenceEventKind, LicencePeriod } from './licence.terms.js';
import type { PeriodRow } from './licence-book.store.js';
import type { Admitted } from './licence-judgement.js';
import type { CertificateRow, EventRow, LawyerChange, LawyerRow } from './licence-write.store.js';
import { nameKeys } from './name-key.js';

const HUB_SOURCE = 'justice-department';

const provenance = ({ event }: Admitted) => ({
  source: event.source ?? HUB_SOURCE,
  as_of: event.asOf,
  source_status_code: event.sourceStatusCode ?? null,
  source_status_text: event.sourceStatusText ?? null,
});

/** The lawyer record of a first grant. The citizen ID is kept as keyed hash and ciphertext only. */
export function lawyerRow(entry: Admitted, crypto: CryptoProvider): LawyerRow {
  const { event, check, lawyer, firm } = entry;
  const person = check.person as NonNullable<typeof check.person>;
  return {
    id: lawyer.id,
    full_name: person.fullName,
    former_names: person.formerNames,
    ...nameKeys(person.fullName),
    citizen_id_hash: lawyer.citizenIdHash as string,
    citizen_id_sealed: crypto.seal(person.citizenIdNumber),
    certificate_no: event.certificateNo as string,
    first_practised_on: person.firstPractisedOn ?? event.effectiveOn,
    division_code: firm?.divisionCode ?? (event.divisionCode as string),
    mobile: check.personContacts.get('MOBILE') ?? null,
    email: check.personContacts.get('EMAIL') ?? null,
    office_address: check.personContacts.get('OFFICE_ADDRESS') ?? null,
    home_address: check.personContacts.get('HOME_ADDRESS') ?? null,
    ...provenance(entry),
  };
}

/** The event as it is appended. */
export function eventRow(entry: Admitted): EventRow {
  const { event, fact, lawyer } = entry;
  return {
    id: fact.id,
    lawyer_id: lawyer.id,
    kind: fact.kind,
    effective_on: fact.effectiveOn,
    suspended_from: fact.suspendedFrom ?? null,
    suspended_until: fact.suspendedUntil ?? null,
    category: fact.category ?? null,
    firm_id: fact.firmId ?? null,
    certificate_no: fact.certificateNo ?? null,
    sanction_id: fact.sanctionId ?? null,
    supersedes: fact.supersedes ?? null,
    decision_no: event.decisionNo ?? null,
    legal_basis: event.legalBasis ?? null,
    decided_by: event.decidedBy,
    decided_by_level: event.decidedByLevel,
    reason: event.reason ?? null,
    changed_fields: changedFieldsOf(entry),
    ...provenance(entry),
  };
}

/** The numbers that admitted events bring, each once. */
export function certificateRows(admitted: readonly Admitted[], formOf: (number: string) => string): CertificateRow[] {
  const rows = new Map<string, CertificateRow>();
  for (const { fact, check, lawyer } of admitted) {
    const known = new Set(lawyer.numbers);
    const add = (number: string | null | undefined, from: string | null) => {
      if (!number || known.has(number) || rows.has(number)) return;
      rows.set(number, { certificate_no: number, lawyer_id: lawyer.id, form: formOf(number), valid_from: from });
    };
    add(fact.certificateNo, fact.effectiveOn);
    for (const number of check.person?.mergedCertificateNos ?? []) add(number, null);
  }
  return [...rows.values()];
}

/** What the events of known lawyers leave on their records; of several events of one lawyer the last one. */
export function lawyerChange(
  known: readonly Admitted[],
  numberOf: (lawyerId: string) => string | null,
): LawyerChange[] {
  const changes = new Map<string, LawyerChange>();
  for (const entry of known) {
    const { lawyer, firm, event } = entry;
    const renamed = renaming(entry);
    const before = changes.get(lawyer.id);
    changes.set(lawyer.id, {
      id: lawyer.id,
      certificate_no: numberOf(lawyer.id),
      full_name: renamed?.full_name ?? before?.full_name ?? null,
      former_names: renamed?.former_names ?? before?.former_names ?? null,
      pinyin: renamed?.pinyin ?? before?.pinyin ?? null,
      initials: renamed?.initials ?? before?.initials ?? null,
      division_code:
        firm?.divisionCode ?? (event.kind === 'GRANTED' ? event.divisionCode : null) ?? before?.division_code ?? null,
      ...provenance(entry),
    });
  }
  return [...changes.values()];
}

/** A new grant may bring a new name; the old one becomes a former name, unless the grant corrects an entry. */
function renaming({ event, check, lawyer }: Admitted) {
  const name = check.person?.fullName;
  if (!check.person || name === undefined) return null;
  const former = new Set([...lawyer.formerNames, ...check.person.formerNames]);
  if (name !== lawyer.fullName && event.supersedes == null) former.add(lawyer.fullName);
  former.delete(name);
  return { full_name: name, former_names: [...former], ...nameKeys(name) };
}

const changedByKind: Readonly<Record<LicenceEventKind, readonly string[]>> = {
  GRANTED: [
    'fullName',
    'certificateNo',
    'category',
    'licenceStatus',
    'licenceStatusSince',
    'practisingFirm',
    'divisionCode',
  ],
  FIRM_CHANGED: ['practisingFirm', 'divisionCode'],
  CONTACT_CHANGED: [],
  CATEGORY_CHANGED: ['category'],
  SUSPENDED: ['licenceStatus', 'licenceStatusSince', 'suspendedFrom', 'suspendedUntil'],
  SUSPENSION_ENDED: ['licenceStatus', 'licenceStatusSince', 'suspendedFrom', 'suspendedUntil'],
  PAUSED: ['licenceStatus', 'licenceStatusSince'],
  RESUMED: ['licenceStatus', 'licenceStatusSince'],
  DEREGISTERED: ['licenceStatus', 'licenceStatusSince', 'practisingFirm'],
  RESCINDED: ['licenceStatus', 'licenceStatusSince', 'practisingFirm'],
  REVOKED: ['licenceStatus', 'licenceStatusSince', 'practisingFirm'],
  DECEASED: ['licenceStatus', 'licenceStatusSince', 'practisingFirm'],
  PENALTY_ANNULLED: ['licenceStatus', 'licenceStatusSince', 'suspendedFrom', 'suspendedUntil', 'practisingFirm'],
};

/** Names of the fields of the lawyer record that an event changes. */
export function changedFieldsOf({ fact, check }: Admitted): string[] {
  const contacts = [...check.contacts.keys()].filter((field) => contactOwners[field].owner === 'JUSTICE');
  const number = fact.kind !== 'GRANTED' && fact.certificateNo ? ['certificateNo'] : [];
  return [...changedByKind[fact.kind], ...number, ...contacts.map((field) => contactOwners[field].input)];
}

/** A stretch of the licence as it is stored; FOREVER is PostgreSQL's own `infinity`. */
export function periodRow(lawyerId: string, period: LicencePeriod): PeriodRow {
  return {
    lawyer_id: lawyerId,
    from_on: period.from,
    until_on: period.until,
    status: period.status,
    category: period.category,
    firm_id: period.firmId,
    certificate_no: period.certificateNo,
    event_id: period.eventId,
  };
}

/** What an annulment gives back. */
export const changedByAnnulment = changedByKind.PENALTY_ANNULLED;
