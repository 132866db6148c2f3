import { sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import { rows } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import { Fact } from '../../policy/fact.js';
import { courtService } from './court-service.table.js';
import { standingService } from './court-staff.policy.js';
import { staffPledge } from './staff-file.table.js';

/** A pledge or report that is overdue, and the court that its debtor left last. */
export interface OverduePledge {
  readonly id: string;
  readonly staffId: string;
  readonly courtId: string | null;
}

/** The pledges and reports that were due before a day and are still owed (61号 art. 6), under the hub's own grant. */
export async function overduePledges(
  handle: ReadHandle | WriteHandle,
  on: Day,
): Promise<Fact<readonly OverduePledge[]>> {
  const found = await rows<OverduePledge>(
    handle,
    sql`select p.id, p.staff_id as "staffId",
        (select t.court_id from ${courtService} t where t.staff_id = p.staff_id and t.court_id is not null
          and ${standingService(sql`t`)} order by t.from_on desc, t.id limit 1) as "courtId"
      from ${staffPledge} p where p.fulfilled_on is null and p.due_on < ${on}::date order by p.id`,
  );
  return new Fact(found);
}
