import type { CryptoProvider } from '../../kernel/crypto.js';
import type { Day } from '../../kernel/day.js';
import { Refusal } from '../../kernel/refusal.js';
import { isUuid } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { type FirmNaming, type FirmShelf, firmNamed, firmPath } from './firm-named.js';
import { type BookedFirm, type BookedLawyer, bookedFirms, bookedLawyers } from './licence-book.store.js';
import type { CheckedPerson } from './named-person.rule.js';

/** A person as records of the department keep him: by keyed hash, with the lawyer he is when he is one. */
export interface PersonColumns {
  readonly person_name: string;
  readonly citizen_id_hash: string | null;
  readonly citizen_id_sealed: string | null;
  readonly lawyer_id: string | null;
}

/** What a batch names of persons and firms, read at once. */
export interface PersonDesk extends FirmShelf {
  /** The person named. Throws LAWYER_UNKNOWN. */
  personOf(person: CheckedPerson): PersonColumns;
}

/** Reads the lawyers and firms that items name. */
export async function personsLaidOut(
  act: Act,
  crypto: CryptoProvider,
  people: readonly CheckedPerson[],
  namings: readonly FirmNaming[],
): Promise<PersonDesk> {
  const hashes = new Map(
    people.flatMap(({ person }) => (person ? [[person.citizenIdNumber, crypto.match(person.citizenIdNumber)]] : [])),
  );
  const lawyers = await bookedLawyers(act, {
    lawyerIds: [],
    certificateNos: people.flatMap(({ certificateNo }) => certificateNo ?? []),
    citizenIdHashes: [...hashes.values()],
  });
  const firms = await bookedFirms(
    act,
    namings.flatMap(({ firmId }) => (firmId != null && isUuid(firmId) ? [firmId] : [])),
    namings.flatMap(({ firmCreditCode }) => firmCreditCode ?? []),
  );
  const byNumber = new Map(lawyers.flatMap((lawyer) => lawyer.numbers.map((number) => [number, lawyer] as const)));
  const byHash = new Map(lawyers.flatMap((lawyer) => (lawyer.citizenIdHash ? [[lawyer.citizenIdHash, lawyer]] : [])));
  const ofLawyer = ({ id, fullName, citizenIdHash }: BookedLawyer): PersonColumns => ({
    person_name: fullName,
    citizen_id_hash: citizenIdHash,
    citizen_id_sealed: null,
    lawyer_id: id,
  });
  return {
    firmsById: new Map(firms.map((firm) => [firm.id, firm])),
    firmsByCode: new Map(firms.map((firm) => [firm.unifiedSocialCreditCode, firm])),
    personOf({ certificateNo, person }) {
      if (person === null) {
        const lawyer = byNumber.get(certificateNo);
        if (!lawyer) throw new Refusal('LAWYER_UNKNOWN', ['certificateNo']);
        return ofLawyer(lawyer);
      }
      const hash = hashes.get(person.citizenIdNumber) as string;
      const lawyer = byHash.get(hash);
      if (lawyer) return ofLawyer(lawyer);
      return {
        person_name: person.fullName,
        citizen_id_hash: hash,
        citizen_id_sealed: crypto.seal(person.citizenIdNumber),
        lawyer_id: null,
      };
    },
  };
}

/** The firm that an item names, within the writer's reach and standing on the day. Throws FIRM_UNKNOWN, OUT_OF_REACH, FIRM_CLOSED. */
export function writableFirm(desk: FirmShelf, naming: FirmNaming, on: Day): BookedFirm {
  const firm = firmNamed(desk, naming);
  if (firm === null) throw new Refusal('FIELD_REQUIRED', [firmPath(naming)]);
  if (!firm.writable) throw new Refusal('OUT_OF_REACH', [firmPath(naming)]);
  if (on < firm.openedOn || (firm.closedOn !== null && firm.closedOn <= on))
    throw new Refusal('FIRM_CLOSED', [firmPath(naming)]);
  return firm;
}
