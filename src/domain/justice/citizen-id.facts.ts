import { sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import { rows, textArray, uuidArray } from '../../db/rows.js';
import { Fact } from '../../policy/fact.js';
import { lawyer } from './lawyer.table.js';

interface HashedLawyer {
  readonly id: string;
  readonly hash: string;
}

/** The lawyers with these citizen IDs, by keyed hash, under the hub's own grant. */
export async function lawyersByCitizenIds(
  handle: ReadHandle | WriteHandle,
  hashes: readonly string[],
): Promise<Fact<ReadonlyMap<string, string>>> {
  return asMap(handle, sql`${lawyer.citizenIdHash} = any(${textArray(hashes)})`);
}

/** The citizen IDs of lawyers, as keyed hash → lawyer, under the hub's own grant. */
export async function citizenIdsOfLawyers(
  handle: WriteHandle,
  lawyerIds: readonly string[],
): Promise<Fact<ReadonlyMap<string, string>>> {
  return asMap(handle, sql`${lawyer.id} = any(${uuidArray(lawyerIds)}) and ${lawyer.citizenIdHash} is not null`);
}

async function asMap(
  handle: ReadHandle | WriteHandle,
  where: ReturnType<typeof sql>,
): Promise<Fact<ReadonlyMap<string, string>>> {
  const found = await rows<HashedLawyer>(
    handle,
    sql`select ${lawyer.id}, ${lawyer.citizenIdHash} as hash from ${lawyer} where ${where}`,
  );
  return new Fact(new Map(found.map(({ id, hash }) => [hash, id])));
}
