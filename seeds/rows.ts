import { deriveHistory, statusOn } from '../src/domain/justice/licence.rule.js';
import { type LicencePeriod, type LicenceStatus, licenceStatuses } from '../src/domain/justice/licence.terms.js';
import type { PeriodRow } from '../src/domain/justice/licence-book.store.js';
import { periodRow } from '../src/domain/justice/licence-rows.js';
import type { CertificateRow, EventRow, LawyerRow } from '../src/domain/justice/licence-write.store.js';
import { nameKeys } from '../src/domain/justice/name-key.js';
import type { SanctionRow } from '../src/domain/justice/sanction-write.store.js';
import { parseCertificateNo } from '../src/kernel/certificate-number.js';
import type { CryptoProvider } from '../src/kernel/crypto.js';
import type { Day } from '../src/kernel/day.js';
import { eventRows, JUSTICE_SOURCE, sanctionRow } from './event-rows.js';
import type { GeneratedLawyer } from './lawyers.js';

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

/** Status codes as the source system writes them: invented, 01 to 07. */
const statusCodes = new Map(
  (Object.keys(licenceStatuses) as LicenceStatus[]).map((status, i) => [status, String(i + 1).padStart(2, '0')]),
);

/** The rows of so many lawyers. */
export function justiceRows(lawyers: readonly GeneratedLawyer[], making: Making): JusticeRows {
  const rows: JusticeRows = { lawyers: [], certificates: [], sanctions: [], events: [], periods: [] };
  for (const lawyer of lawyers) {
    const { periods } = deriveHistory(lawyer.facts);
    rows.lawyers.push(lawyerRow(lawyer, periods, making));
    rows.certificates.push(...certificateRows(lawyer, making.today));
    rows.sanctions.push(...lawyer.sanctions.map((sanction) => sanctionRow(lawyer.id, sanction, making.asOf)));
    rows.events.push(...eventRows(lawyer, making.asOf));
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
    contact_days: {},
    source: JUSTICE_SOURCE,
    as_of: asOf,
    source_status_code: statusCodes.get(now.status) as string,
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
