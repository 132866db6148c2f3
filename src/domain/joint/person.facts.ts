import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import { Fact, ofTheHub } from '../../policy/fact.js';
import { opinionFacts } from '../bar/index.js';
import { areaFacts, kinshipFacts, lineageFacts, registerDay, type StaffFacts, staffFacts } from '../court/index.js';
import { counselFacts, firmFacts, firmJobFacts } from '../justice/index.js';
import { type DeclaredKinship, otherOrgansOf, personOf } from './person-of-registers.js';
import type { PersonFacts } from './restriction/facts.terms.js';
import type { CourtMap } from './restriction/question.terms.js';
import type { Subject } from './subject.terms.js';

type Handle = ReadHandle | WriteHandle;

/** What is known of several persons, in their order, and of the organs that matter to them. */
export interface KnownPersons {
  readonly persons: readonly PersonFacts[];
  /** The lawyers that the subjects are, where they are. */
  readonly lawyerIds: readonly (string | null)[];
  readonly map: CourtMap;
}

const present = <T>(values: readonly (T | null | undefined)[]): T[] => [
  ...new Set(values.filter((value): value is T => value != null)),
];

/**
 * What all registers know of persons, under the hub's own grant; `courtIds` are those of the questions. A fixed number of
 * statements, whatever the number of persons, each to the tables of one institution.
 */
export async function personFacts(
  handle: Handle,
  subjects: readonly Subject[],
  courtIds: readonly string[],
): Promise<Fact<KnownPersons>> {
  const counsel = ofTheHub(await counselFacts(handle, present(subjects.map(({ lawyerId }) => lawyerId))));
  const counselById = new Map(counsel.map((one) => [one.id, one]));
  const named = subjects.map(({ lawyerId, citizenIdHash, fullName }) => {
    const lawyer = lawyerId === null ? null : (counselById.get(lawyerId) ?? null);
    return { lawyer, hash: lawyer?.citizenIdHash ?? citizenIdHash, name: lawyer?.fullName ?? fullName };
  });
  const hashes = present(named.map(({ hash }) => hash));
  const kinships = ofTheHub(
    await kinshipFacts(handle, {
      relativeIdHashes: hashes,
      relativeNames: present(named.map(({ name }) => name)),
    }),
  );
  const staff = ofTheHub(
    await staffFacts(handle, {
      citizenIdHashes: hashes,
      staffIds: present(kinships.map(({ staffId }) => staffId)),
      fullNames: present(named.map(({ hash, name }) => (hash === null ? name : null))),
    }),
  );
  const staffByHash = new Map(staff.map((one) => [one.citizenIdHash, one]));
  const staffById = new Map(staff.map((one) => [one.id, one]));
  const jobs = ofTheHub(
    await firmJobFacts(handle, { citizenIdHashes: hashes, lawyerIds: counsel.map(({ id }) => id) }),
  );
  const opinions = ofTheHub(await opinionFacts(handle, hashes));
  const firms = ofTheHub(
    await firmFacts(handle, {
      creditCodes: present(staff.flatMap(({ approvals }) => approvals.map(({ firmCreditCode }) => firmCreditCode))),
    }),
  );
  const firmIds = new Map(firms.map(({ id, creditCode }) => [creditCode, id]));
  const registerAsOf = ofTheHub(await registerDay(handle));
  const jobsByHash = Map.groupBy(jobs, ({ citizenIdHash }) => citizenIdHash ?? '');
  const jobsByLawyer = Map.groupBy(jobs, ({ lawyerId }) => lawyerId ?? '');
  const kinByHash = Map.groupBy(kinships, ({ relativeIdHash }) => relativeIdHash ?? '');
  const kinByName = Map.groupBy(kinships, ({ relativeName }) => relativeName);
  const opinionsByHash = Map.groupBy(opinions, ({ citizenIdHash }) => citizenIdHash);
  const names = new Set(staff.map(({ fullName }) => fullName));
  const persons = named.map(({ lawyer, hash, name }) =>
    personOf({
      staff: hash === null ? null : (staffByHash.get(hash) ?? null),
      hasNamesake: hash === null && name !== null && names.has(name),
      counsel: lawyer,
      jobs: distinct([...(jobsByHash.get(hash ?? 'none') ?? []), ...(jobsByLawyer.get(lawyer?.id ?? 'none') ?? [])]),
      kinships: [
        ...(kinByHash.get(hash ?? 'none') ?? []),
        // a name alone tells of a relative, and not of which
        ...(kinByName.get(name ?? '') ?? [])
          .filter(({ relativeIdHash }) => hash === null || relativeIdHash === null)
          .map((one): DeclaredKinship => ({ ...one, relation: null })),
      ],
      relatives: staffById,
      opinions: opinionsByHash.get(hash ?? 'none') ?? [],
      firmIds,
      registerAsOf,
    }),
  );
  return new Fact({
    persons,
    lawyerIds: named.map(({ lawyer }) => lawyer?.id ?? null),
    map: await mapOf(handle, staff, courtIds),
  });
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** The courts of questions and careers with their areas, and what became of them. */
async function mapOf(handle: Handle, staff: readonly StaffFacts[], courtIds: readonly string[]): Promise<CourtMap> {
  const served = staff.flatMap(({ services, departures }) =>
    [...services, ...departures].map(({ courtId }) => courtId),
  );
  const steps = ofTheHub(await lineageFacts(handle)).flatMap((step) =>
    step.toCourtId === null ? [] : [{ ...step, toCourtId: step.toCourtId }],
  );
  const ids = new Set(present([...served, ...courtIds]));
  for (let size = -1; size !== ids.size; ) {
    size = ids.size;
    for (const { fromCourtId, toCourtId } of steps) if (ids.has(fromCourtId)) ids.add(toCourtId);
  }
  const areas = Map.groupBy(ofTheHub(await areaFacts(handle, [...ids])), ({ courtId }) => courtId);
  const courts = [...ids].map((id) => ({ id, isNationwide: false, bodyOf: null, area: areas.get(id) ?? [] }));
  return { courts: [...courts, ...otherOrgansOf(staff)], lineage: steps };
}
