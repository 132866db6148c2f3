import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { rows } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import { Fact } from '../../policy/fact.js';
import { certificate, lawyer } from './lawyer.table.js';
import { licencePeriod } from './licence-event.table.js';

/** What the hub knows under its own grant of the lawyer with all three facts; declassified as match and status only. */
export interface MatchedLawyer {
  readonly lawyerId: string;
  readonly licenceStatus: string | null;
}

/** The one lawyer with this name, certificate number and citizen-ID hash, and his status on the day. */
export async function lawyerWithAllFacts(
  handle: WriteHandle,
  facts: { readonly fullName: string; readonly certificateNo: string; readonly citizenIdHash: string },
  on: Day,
): Promise<Fact<MatchedLawyer | null>> {
  const [found] = await rows<MatchedLawyer>(
    handle,
    sql`select l.id as "lawyerId", p.status as "licenceStatus"
      from ${lawyer} l
      left join ${licencePeriod} p on p.lawyer_id = l.id and ${on}::date between p.from_on and p.until_on
      where l.citizen_id_hash = ${facts.citizenIdHash} and l.full_name = ${facts.fullName}
        and exists (select 1 from ${certificate} c where c.lawyer_id = l.id and c.certificate_no = ${facts.certificateNo})`,
  );
  return new Fact(found ?? null);
}
