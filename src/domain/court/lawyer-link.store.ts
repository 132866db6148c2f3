import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { recordset, rows, textArray, uuidArray } from '../../db/rows.js';
import { courtStaff } from './court-staff.table.js';
import { kinshipDeclaration } from './kinship.table.js';

/** The hashes of citizen IDs that records of staff or kinship hold, for matching with lawyers. */
export async function citizenIdHashesIn(handle: WriteHandle, recordIds: readonly string[]): Promise<string[]> {
  const found = await rows<{ hash: string }>(
    handle,
    sql`select ${courtStaff.citizenIdHash} as hash from ${courtStaff} where ${courtStaff.id} = any(${uuidArray(recordIds)})
      union select ${kinshipDeclaration.relativeIdHash} from ${kinshipDeclaration}
      where ${kinshipDeclaration.id} = any(${uuidArray(recordIds)}) and ${kinshipDeclaration.relativeIdHash} is not null`,
  );
  return found.map(({ hash }) => hash);
}

/** Of these hashes, those that court staff or declared relatives have. */
export async function knownToPersonnel(handle: WriteHandle, hashes: readonly string[]): Promise<string[]> {
  const found = await rows<{ hash: string }>(
    handle,
    sql`select ${courtStaff.citizenIdHash} as hash from ${courtStaff} where ${courtStaff.citizenIdHash} = any(${textArray(hashes)})
      union select ${kinshipDeclaration.relativeIdHash} from ${kinshipDeclaration}
      where ${kinshipDeclaration.relativeIdHash} = any(${textArray(hashes)})`,
  );
  return found.map(({ hash }) => hash);
}

/** Notes which lawyers staff and relatives are: by the hash of the citizen ID, never by name. */
export async function linkLawyers(handle: WriteHandle, lawyerByHash: ReadonlyMap<string, string>): Promise<void> {
  if (lawyerByHash.size === 0) return;
  const pairs = recordset(
    [...lawyerByHash].map(([hash, lawyer_id]) => ({ hash, lawyer_id })),
    'r',
    'hash text, lawyer_id uuid',
  );
  await rows(
    handle,
    sql`update ${courtStaff} t set lawyer_id = r.lawyer_id from ${pairs} where t.citizen_id_hash = r.hash`,
  );
  await rows(
    handle,
    sql`update ${kinshipDeclaration} t set relative_lawyer_id = r.lawyer_id from ${pairs} where t.relative_id_hash = r.hash`,
  );
}
