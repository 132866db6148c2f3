import type { WriteHandle } from '../../db/handle.js';
import { ofTheHub } from '../../policy/fact.js';
import { kinshipFacts, lineageFacts, staffFacts, staffOfCourts, staffOfRecords } from '../court/index.js';
import { citizenIdsOfLawyers, lawyersByCitizenIds } from '../justice/index.js';

/** Whom a change concerns: by record and by keyed hash; names only of relatives declared without a number. */
export interface Concerned {
  readonly lawyerIds: readonly string[];
  readonly citizenIdHashes: readonly string[];
}

const unique = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))];

/** Members of staff and their declared relatives: what is recorded of the one may restrain both. */
export async function concernedStaff(handle: WriteHandle, staffIds: readonly string[]): Promise<Concerned> {
  const staff = ofTheHub(await staffFacts(handle, { staffIds }));
  const kin = ofTheHub(await kinshipFacts(handle, { staffIds }));
  return {
    lawyerIds: unique([...staff.map(({ lawyerId }) => lawyerId), ...kin.map((one) => one.relativeLawyerId)]),
    citizenIdHashes: unique([...staff.map((one) => one.citizenIdHash), ...kin.map((one) => one.relativeIdHash)]),
  };
}

/** Members of staff, by records of their services, departures and files. */
export const concernedByRecords = async (handle: WriteHandle, recordIds: readonly string[]): Promise<Concerned> =>
  concernedStaff(handle, ofTheHub(await staffOfRecords(handle, recordIds)));

/** Relatives, by the declarations of them. */
export async function concernedByKinships(handle: WriteHandle, ids: readonly string[]): Promise<Concerned> {
  const kin = ofTheHub(await kinshipFacts(handle, { ids }));
  return {
    lawyerIds: unique(kin.map((one) => one.relativeLawyerId)),
    citizenIdHashes: unique(kin.map((one) => one.relativeIdHash)),
  };
}

/** Staff of courts whose area changed, and of the courts that these follow. */
export async function concernedByCourts(handle: WriteHandle, courtIds: readonly string[]): Promise<Concerned> {
  const steps = ofTheHub(await lineageFacts(handle));
  const ids = new Set(courtIds);
  for (let size = -1; size !== ids.size; ) {
    size = ids.size;
    for (const { fromCourtId, toCourtId } of steps) if (toCourtId !== null && ids.has(toCourtId)) ids.add(fromCourtId);
  }
  return concernedStaff(handle, ofTheHub(await staffOfCourts(handle, [...ids])));
}

/** The courts that steps of lineage begin at. */
export async function courtsOfLineage(handle: WriteHandle, lineageIds: readonly string[]): Promise<string[]> {
  const wanted = new Set(lineageIds);
  return ofTheHub(await lineageFacts(handle)).flatMap(({ id, fromCourtId }) => (wanted.has(id) ? [fromCourtId] : []));
}

/** Lawyers, with the hashes by which other registers know them. */
export async function concernedLawyers(handle: WriteHandle, lawyerIds: readonly string[]): Promise<Concerned> {
  const hashes = ofTheHub(await citizenIdsOfLawyers(handle, lawyerIds));
  return { lawyerIds, citizenIdHashes: [...hashes.keys()] };
}

/** Persons of whom hashes are known, as lawyers too. */
export async function withLawyers(handle: WriteHandle, of: Concerned): Promise<Concerned> {
  const lawyers = ofTheHub(await lawyersByCitizenIds(handle, of.citizenIdHashes));
  return { ...of, lawyerIds: unique([...of.lawyerIds, ...lawyers.values()]) };
}
