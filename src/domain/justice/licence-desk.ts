import type { CryptoProvider } from '../../kernel/crypto.js';
import type { Day } from '../../kernel/day.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Act } from '../../operation/act.js';
import type { NewItem } from '../../operation/batch.js';
import type { LicenceFact } from './licence.terms.js';
import {
  type BookedFirm,
  type BookedLawyer,
  type BookedSanction,
  bookedFirms,
  bookedLawyers,
  bookedSanctions,
  divisionsWritable,
  factsOf,
} from './licence-book.store.js';
import { type CheckedEvent, checkEvent, type PushedEvent } from './licence-event-input.rule.js';
import type { SanctionKind } from './sanction.terms.js';

/** Everything on the desk before the first event of a batch is judged: read in one statement per kind of record. */
export interface Desk {
  readonly checks: ReadonlyMap<number, CheckedEvent | Refusal>;
  readonly lawyersById: Map<string, BookedLawyer>;
  readonly lawyersByNumber: Map<string, BookedLawyer>;
  readonly lawyersByHash: Map<string, BookedLawyer>;
  readonly firmsById: ReadonlyMap<string, BookedFirm>;
  readonly firmsByCode: ReadonlyMap<string, BookedFirm>;
  /** Decisions by number, lawyer and kind: one number may stand for several. */
  readonly sanctions: ReadonlyMap<string, BookedSanction>;
  readonly decisionNos: ReadonlySet<string>;
  readonly divisionsWritable: ReadonlySet<string>;
  /** Division of the unit that writes; tells its level. */
  readonly unitDivision: string;
  readonly today: Day;
  readonly facts: Map<string, LicenceFact[]>;
  /** Keyed hash of a citizen ID. */
  readonly hashOf: (citizenId: string) => string;
}

/** Checks every event by itself and reads all that the good ones name. */
export async function laidOut(act: Act, crypto: CryptoProvider, fresh: readonly NewItem<PushedEvent>[]): Promise<Desk> {
  const today = act.grant.asker.today;
  const checks = new Map(fresh.map(({ item, index }) => [index, checked(item, today)]));
  const good = fresh.filter(({ index }) => !(checks.get(index) instanceof Refusal)).map(({ item }) => item);
  const hashes = new Map<string, string>();
  const hashOf = (citizenId: string) => {
    const hash = hashes.get(citizenId) ?? crypto.match(citizenId);
    hashes.set(citizenId, hash);
    return hash;
  };
  const people = [...checks.values()].flatMap((check) =>
    check instanceof Refusal || !check.person ? [] : [check.person],
  );

  const lawyers = await bookedLawyers(act, {
    lawyerIds: some(good.map((event) => event.lawyerId)),
    certificateNos: some([
      ...good.flatMap((event) => [event.certificateNo, event.newCertificateNo]),
      ...people.flatMap((person) => person.mergedCertificateNos),
    ]),
    citizenIdHashes: people.map((person) => hashOf(person.citizenIdNumber)),
    eventIds: some(good.map((event) => event.supersedes)),
  });
  const firms = await bookedFirms(
    act,
    some(good.map((event) => event.firmId)),
    some(good.map((event) => event.firmCreditCode)),
  );
  const penal = good.filter((event) => event.kind === 'SUSPENDED' || event.kind === 'REVOKED');
  const sanctions = penal.length === 0 ? [] : await bookedSanctions(act, some(penal.map((event) => event.decisionNo)));
  const divisions = some(good.map((event) => event.divisionCode));

  return {
    checks,
    lawyersById: new Map(lawyers.map((lawyer) => [lawyer.id, lawyer])),
    lawyersByNumber: new Map(lawyers.flatMap((lawyer) => lawyer.numbers.map((number) => [number, lawyer] as const))),
    lawyersByHash: new Map(
      lawyers.flatMap((lawyer) => (lawyer.citizenIdHash ? [[lawyer.citizenIdHash, lawyer] as const] : [])),
    ),
    firmsById: new Map(firms.map((firm) => [firm.id, firm])),
    firmsByCode: new Map(firms.map((firm) => [firm.unifiedSocialCreditCode, firm])),
    unitDivision: act.grant.asker.identity.unit?.divisionCode ?? '',
    today,
    decisionNos: new Set(sanctions.map((sanction) => sanction.decisionNo)),
    sanctions: new Map(
      sanctions.map((sanction) => [decisionKey(sanction.decisionNo, sanction.lawyerId, sanction.kind), sanction]),
    ),
    divisionsWritable: divisions.length === 0 ? new Set() : await divisionsWritable(act, divisions),
    facts:
      lawyers.length === 0
        ? new Map()
        : await factsOf(
            act,
            lawyers.map((lawyer) => lawyer.id),
          ),
    hashOf,
  };
}

/** How a decision is found: number, lawyer and kind. */
export const decisionKey = (decisionNo: string, lawyerId: string | null, kind: SanctionKind): string =>
  [decisionNo, lawyerId, kind].join('\n');

function checked(event: PushedEvent, today: string): CheckedEvent | Refusal {
  try {
    return checkEvent(event, today);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

const some = (values: readonly (string | null | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value != null)),
];
