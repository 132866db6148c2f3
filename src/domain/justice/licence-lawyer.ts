import type { CryptoProvider } from '../../kernel/crypto.js';
import type { Day } from '../../kernel/day.js';
import type { Admitted } from './licence-judgement.js';
import type { LawyerChange, LawyerRow } from './licence-write.store.js';
import { nameKeys } from './name-key.js';

const HUB_SOURCE = 'justice-department';

/** Where an event came from, in column names. */
export const provenance = ({ event }: Admitted) => ({
  source: event.source ?? HUB_SOURCE,
  as_of: event.asOf,
  source_status_code: event.sourceStatusCode ?? null,
  source_status_text: event.sourceStatusText ?? null,
});

/** What a history leaves on the lawyer record as of today. */
export interface Standing {
  readonly certificateNo: string | null;
  /** Division of the firm practised in, when this batch named it. */
  readonly divisionCode: string | null;
  readonly firstOn: Day | null;
  readonly eventOfToday: string | null;
}

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
    contact_days: daysOf(check.personContacts, event.effectiveOn),
    ...provenance(entry),
  };
}

/** The day of each contact value of a grant. */
const daysOf = (contacts: ReadonlyMap<string, string | null>, day: Day): Record<string, Day> =>
  Object.fromEntries([...contacts.keys()].map((field) => [field, day]));

/** What the events of known lawyers leave on their records; of several events of one lawyer the last one. */
export function lawyerChanges(
  known: readonly Admitted[],
  standings: ReadonlyMap<string, Standing>,
  crypto: CryptoProvider,
): LawyerChange[] {
  const changes = new Map<string, LawyerChange>();
  for (const entry of known) {
    const { lawyer, fact, event, check, newCitizenIdHash } = entry;
    const standing = standings.get(lawyer.id);
    const renamed = renaming(entry);
    const before = changes.get(lawyer.id);
    const isGrantOfToday = event.kind === 'GRANTED' && standing?.eventOfToday === fact.id;
    changes.set(lawyer.id, {
      id: lawyer.id,
      certificate_no: standing?.certificateNo ?? null,
      full_name: renamed?.full_name ?? before?.full_name ?? null,
      former_names: renamed?.former_names ?? before?.former_names ?? null,
      pinyin: renamed?.pinyin ?? before?.pinyin ?? null,
      initials: renamed?.initials ?? before?.initials ?? null,
      division_code:
        (isGrantOfToday ? event.divisionCode : null) ?? standing?.divisionCode ?? before?.division_code ?? null,
      citizen_id_hash: newCitizenIdHash ?? before?.citizen_id_hash ?? null,
      citizen_id_sealed:
        newCitizenIdHash && check.person
          ? crypto.seal(check.person.citizenIdNumber)
          : (before?.citizen_id_sealed ?? null),
      first_practised_on:
        event.kind === 'GRANTED'
          ? (check.person?.firstPractisedOn ?? standing?.firstOn ?? null)
          : (before?.first_practised_on ?? null),
      is_correction: event.supersedes != null || (before?.is_correction ?? false),
      ...provenance(entry),
    });
  }
  return [...changes.values()];
}

/** A new grant may bring a new name; the old one becomes a former name, unless the grant corrects an entry. */
export function renaming({ event, check, lawyer, isMergedDuplicate }: Admitted) {
  const name = check.person?.fullName;
  if (!check.person || name === undefined || isMergedDuplicate) return null;
  const former = new Set([...lawyer.formerNames, ...check.person.formerNames]);
  if (name !== lawyer.fullName && event.supersedes == null) former.add(lawyer.fullName);
  former.delete(name);
  return { full_name: name, former_names: [...former], ...nameKeys(name) };
}
