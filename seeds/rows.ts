import { parseCertificateNo } from '../src/kernel/certificate-number.js';
import type { CryptoProvider } from '../src/kernel/crypto.js';
import type { Day } from '../src/kernel/day.js';
import { changedFieldsOf, periodRow } from '../src/domain/justice/licence-rows.js';
import { deriveHistory, statusOn } from '../src/domain/justice/licence.rule.js';
import {
  type LicenceEventKind,
  type LicencePeriod,
  type LicenceStatus,
  licenceEventKinds,
  licenceStatuses,
  penaltyBases,
} from '../src/domain/justice/licence.terms.js';
import type { PeriodRow } from '../src/domain/justice/licence-book.store.js';
import type { CertificateRow, EventRow, LawyerRow } from '../src/domain/justice/licence-write.store.js';
import { nameKeys } from '../src/domain/justice/name-key.js';
import type { SanctionRow } from '../src/domain/justice/sanction-write.store.js';
import type { GeneratedLawyer } from './lawyers.js';
import type { SeedSanction } from './sanctions.js';

/** What a chunk of lawyers becomes in the tables of the justice department. */
export interface JusticeRows {
  readonly lawyers: LawyerRow[];
  readonly certificates: CertificateRow[];
  readonly sanctions: SanctionRow[];
  readonly events: EventRow[];
  readonly periods: PeriodRow[];
}

/** Who makes the rows, and as of when: citizen IDs are sealed by `crypto`, the source speaks as of `asOf`. */
export interface Making {
  readonly crypto: CryptoProvider;
  readonly today: Day;
  readonly asOf: string;
}

const [JUSTICE_SOURCE, BAR_SOURCE] = ['zj-justice', 'zj-bar'];
const BAR_RULES = '律师协会会员违规行为处分规则';
const FINE_YUAN = 5000;
const statusCodes = numbered(licenceStatuses, '');
const kindCodes = numbered(licenceEventKinds, 'SJ');

/** The rows of so many lawyers. */
export function justiceRows(lawyers: readonly GeneratedLawyer[], making: Making): JusticeRows {
  const rows: JusticeRows = { lawyers: [], certificates: [], sanctions: [], events: [], periods: [] };
  for (const lawyer of lawyers) {
    const { periods } = deriveHistory(lawyer.facts);
    rows.lawyers.push(lawyerRow(lawyer, periods, making));
    rows.certificates.push(...certificateRows(lawyer, making.today));
    rows.sanctions.push(...lawyer.sanctions.map((sanction) => sanctionRow(lawyer, sanction, making)));
    rows.events.push(...eventRows(lawyer, making));
    rows.periods.push(...periods.map((period) => periodRow(lawyer.id, period)));
  }
  return rows;
}

function lawyerRow(lawyer: GeneratedLawyer, periods: readonly LicencePeriod[], making: Making): LawyerRow {
  const { crypto, today, asOf } = making;
  const now = (statusOn(periods, today) ?? periods.at(-1)) as LicencePeriod;
  return {
    id: lawyer.id,
    full_name: lawyer.fullName,
    former_names: lawyer.formerNames,
    ...nameKeys(lawyer.fullName),
    citizen_id_hash: crypto.match(lawyer.citizenIdNumber),
    citizen_id_sealed: crypto.seal(lawyer.citizenIdNumber),
    certificate_no: now.certificateNo,
    first_practised_on: lawyer.firstPractisedOn,
    division_code: lawyer.divisionCode,
    mobile: lawyer.mobile,
    email: lawyer.email,
    office_address: lawyer.officeAddress,
    home_address: lawyer.homeAddress,
    source: JUSTICE_SOURCE,
    as_of: asOf,
    source_status_code: statusCodes[now.status],
    source_status_text: licenceStatuses[now.status],
  };
}

function certificateRows({ id, facts }: GeneratedLawyer, today: Day): CertificateRow[] {
  const firsts = new Map<string, Day>();
  for (const { certificateNo, effectiveOn } of facts)
    if (certificateNo && !firsts.has(certificateNo)) firsts.set(certificateNo, effectiveOn);
  return [...firsts].map(([number, validFrom]) => ({
    certificate_no: number,
    lawyer_id: id,
    form: parseCertificateNo(number, today).form,
    valid_from: validFrom,
  }));
}

function eventRows({ id, facts, eventNotes }: GeneratedLawyer, { asOf }: Making): EventRow[] {
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
      changed_fields: changedFieldsOf({ fact, contacts: movedContact(fact.kind) }),
      source: JUSTICE_SOURCE,
      as_of: asOf,
      source_status_code: kindCodes[fact.kind],
      source_status_text: licenceEventKinds[fact.kind],
    };
  });
}

function sanctionRow(lawyer: GeneratedLawyer, sanction: SeedSanction, { asOf }: Making): SanctionRow {
  return {
    id: sanction.id,
    lawyer_id: lawyer.id,
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
    annulment_no: sanction.annulledOn === null ? null : sanction.decisionNo.replace(/[罚纪][决处]/, '撤决'),
    summary: sanction.summary,
    decision_text: sanction.decisionText,
    source: sanction.legalBasis === null ? BAR_SOURCE : JUSTICE_SOURCE,
    as_of: asOf,
  };
}
