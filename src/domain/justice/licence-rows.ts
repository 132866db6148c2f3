import { contactOwners } from './contact.terms.js';
import type { LicenceEventKind, LicenceFact, LicencePeriod } from './licence.terms.js';
import type { PeriodRow } from './licence-book.store.js';
import type { Admitted } from './licence-judgement.js';
import { provenance } from './licence-lawyer.js';
import type { CertificateRow, EventRow } from './licence-write.store.js';
import type { Annulment } from './sanction-write.store.js';

/** The events to be appended for an admitted one: itself, and the annulment that its decision already had. */
export function eventRows(entry: Admitted, at: Date): EventRow[] {
  const { fact, sanction } = entry;
  if (!sanction?.annulledOn) return [eventRow(entry)];
  const { id } = annulmentFact(fact.id, sanction.id, sanction.annulledOn);
  const annulment = {
    annulledOn: sanction.annulledOn,
    annulmentNo: sanction.annulmentNo,
    annulledBy: sanction.annulledBy ?? sanction.authority,
    annulledByLevel: sanction.annulledByLevel ?? sanction.authorityLevel,
  };
  return [eventRow(entry), annulmentEvent(id, sanction, annulment, at)];
}

/** What an annulment is to the licence rule; its id is told apart from its penalty's by the version digit. */
export function annulmentFact(penaltyEventId: string, sanctionId: string, annulledOn: string): LicenceFact {
  const id = `${penaltyEventId.slice(0, 14)}8${penaltyEventId.slice(15)}`;
  return { id, kind: 'PENALTY_ANNULLED', effectiveOn: annulledOn, sanctionId };
}

/** The event of an annulled decision. */
export function annulmentEvent(
  id: string,
  decision: { readonly id: string; readonly lawyerId: string | null },
  { annulledOn, annulmentNo, annulledBy, annulledByLevel }: Annulment,
  at: Date,
): EventRow {
  return {
    id,
    lawyer_id: decision.lawyerId as string,
    kind: 'PENALTY_ANNULLED',
    effective_on: annulledOn,
    suspended_from: null,
    suspended_until: null,
    category: null,
    firm_id: null,
    certificate_no: null,
    sanction_id: decision.id,
    supersedes: null,
    decision_no: annulmentNo,
    legal_basis: null,
    decided_by: annulledBy,
    decided_by_level: annulledByLevel,
    reason: null,
    changed_fields: changedByKind.PENALTY_ANNULLED,
    source: 'lushu',
    as_of: at.toISOString(),
    source_status_code: null,
    source_status_text: null,
  };
}

function eventRow(entry: Admitted): EventRow {
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

/** The numbers that admitted events bring; a number given back and granted anew is its last holder's. */
export function certificateRows(admitted: readonly Admitted[], formOf: (number: string) => string): CertificateRow[] {
  const rows = new Map<string, CertificateRow>();
  for (const { fact, check, lawyer } of admitted) {
    const add = (number: string | null | undefined, from: string | null) => {
      if (!number || lawyer.numbers.includes(number) || rows.get(number)?.lawyer_id === lawyer.id) return;
      rows.set(number, { certificate_no: number, lawyer_id: lawyer.id, form: formOf(number), valid_from: from });
    };
    add(fact.certificateNo, fact.effectiveOn);
    for (const number of check.person?.mergedCertificateNos ?? []) add(number, null);
  }
  return [...rows.values()];
}

/** Numbers that only a corrected event had brought: they are free for their true holder. */
export function releasedNumbers(facts: readonly LicenceFact[], { supersedes }: LicenceFact): string[] {
  const number = facts.find(({ id }) => id === supersedes)?.certificateNo;
  if (!number) return [];
  const superseded = new Set(facts.map((fact) => fact.supersedes));
  return facts.some((fact) => fact.certificateNo === number && !superseded.has(fact.id)) ? [] : [number];
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
