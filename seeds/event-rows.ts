import {
  type LicenceEventKind,
  type LicenceFact,
  licenceEventKinds,
  penaltyBases,
} from '../src/domain/justice/licence.terms.js';
import type { CheckedEvent } from '../src/domain/justice/licence-event-input.rule.js';
import type { Admitted } from '../src/domain/justice/licence-judgement.js';
import { changedFieldsOf } from '../src/domain/justice/licence-rows.js';
import type { EventRow } from '../src/domain/justice/licence-write.store.js';
import type { SanctionRow } from '../src/domain/justice/sanction-write.store.js';
import type { GeneratedLawyer } from './lawyers.js';
import type { SeedSanction } from './sanctions.js';

/** Where the department's records come from. */
export const JUSTICE_SOURCE = 'zj-justice';
const BAR_SOURCE = 'zj-bar';
const BAR_RULES = '律师协会会员违规行为处分规则';
const FINE_YUAN = 5000;
/** Codes of events as the source system writes them: invented, SJ01 to SJ13. */
const kindCodes = new Map(
  (Object.keys(licenceEventKinds) as LicenceEventKind[]).map((kind, i) => [
    kind,
    `SJ${String(i + 1).padStart(2, '0')}`,
  ]),
);

/** The events of one lawyer, in order of recording. */
export function eventRows({ id, facts, eventNotes }: GeneratedLawyer, asOf: string): EventRow[] {
  return facts.map((fact) => {
    const note = eventNotes[fact.id] as (typeof eventNotes)[string];
    return {
      id: fact.id,
      lawyer_id: id,
      kind: fact.kind,
      effective_on: fact.effectiveOn,
      suspended_from: fact.suspendedFrom ?? null,
      suspended_until: fact.suspendedUntil ?? null,
      category: fact.category ?? null,
      firm_id: fact.firmId ?? null,
      certificate_no: fact.certificateNo ?? null,
      sanction_id: fact.sanctionId ?? null,
      supersedes: fact.supersedes ?? null,
      decision_no: note.decisionNo,
      legal_basis: note.legalBasis,
      decided_by: note.decidedBy,
      decided_by_level: note.decidedByLevel,
      reason: note.reason,
      changed_fields: changedBy(fact),
      source: JUSTICE_SOURCE,
      as_of: asOf,
      source_status_code: kindCodes.get(fact.kind) as string,
      source_status_text: licenceEventKinds[fact.kind],
    };
  });
}

/** A decision about one lawyer. */
export function sanctionRow(lawyerId: string, sanction: SeedSanction, asOf: string): SanctionRow {
  return {
    id: sanction.id,
    lawyer_id: lawyerId,
    firm_id: null,
    kind: sanction.kind,
    authority: sanction.authority,
    authority_level: sanction.authorityLevel,
    decision_no: sanction.decisionNo,
    legal_basis: sanction.legalBasis === null ? BAR_RULES : penaltyBases[sanction.legalBasis],
    fine_yuan: sanction.kind === 'FINE' ? FINE_YUAN : null,
    decided_on: sanction.decidedOn,
    effective_on: sanction.effectiveOn,
    ends_on: sanction.endsOn,
    public_from: sanction.publicFrom,
    public_until: sanction.publicUntil,
    annulled_on: sanction.annulledOn,
    annulled_by: sanction.annulledOn === null ? null : sanction.authority,
    annulled_by_level: sanction.annulledOn === null ? null : sanction.authorityLevel,
    annulment_no: sanction.annulledOn === null ? null : sanction.decisionNo.replace(/[罚纪][决处]/, '撤决'),
    summary: sanction.summary,
    decision_text: sanction.decisionText,
    source: sanction.legalBasis === null ? BAR_SOURCE : JUSTICE_SOURCE,
    as_of: asOf,
  };
}

/** The generator says only that a contact changed; it was the office that moved. */
function changedBy(fact: LicenceFact): string[] {
  const contacts: CheckedEvent['contacts'] = new Map(fact.kind === 'CONTACT_CHANGED' ? [['OFFICE_ADDRESS', null]] : []);
  const check: CheckedEvent = { contacts, personContacts: new Map(), person: null };
  const said: Pick<Admitted, 'fact' | 'check'> = { fact, check };
  return changedFieldsOf(said as Admitted);
}
