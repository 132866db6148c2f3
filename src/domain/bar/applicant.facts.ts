import { sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import { keptRows as rows, textArray, uuidArray } from '../../db/rows.js';
import { Fact } from '../../policy/fact.js';
import { internship } from './internship.table.js';

/** Somebody who applied to be registered as an intern, and was neither registered nor refused. */
export interface ApplicantFact {
  readonly id: string;
  readonly fullName: string;
  readonly citizenIdHash: string;
  readonly firmId: string;
  readonly divisionCode: string;
}

/** The applicants named who wait for a decision, under the hub's own grant. */
export async function waitingApplicants(
  handle: ReadHandle | WriteHandle,
  { ids = [], citizenIdHashes = [] }: { ids?: readonly string[]; citizenIdHashes?: readonly string[] },
): Promise<Fact<readonly ApplicantFact[]>> {
  const found = await rows<ApplicantFact>(
    handle,
    sql`select ${internship.id}, ${internship.fullName} as "fullName", ${internship.citizenIdHash} as "citizenIdHash",
        ${internship.firmId} as "firmId", ${internship.divisionCode} as "divisionCode" from ${internship}
      where (${internship.id} = any(${uuidArray(ids)}) or ${internship.citizenIdHash} = any(${textArray(citizenIdHashes)}))
        and ${internship.state} in ('APPLIED', 'OPINION_REQUESTED', 'OPINION_GIVEN') order by ${internship.id}`,
  );
  return new Fact(found);
}

/** Ids of all who wait for a decision. */
export async function waitingApplicantIds(handle: ReadHandle | WriteHandle): Promise<Fact<readonly string[]>> {
  const found = await rows<{ id: string }>(
    handle,
    sql`select ${internship.id} from ${internship} where ${internship.state} in ('APPLIED', 'OPINION_REQUESTED', 'OPINION_GIVEN')`,
  );
  return new Fact(found.map(({ id }) => id));
}
