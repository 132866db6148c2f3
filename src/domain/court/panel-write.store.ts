import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { recordset, rows } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import { panelMember } from './court-case.table.js';

/** A member of a panel in column names; `from_on` is the day since which the court says so. */
export interface MemberRow {
  readonly id: string;
  readonly case_id: string;
  readonly staff_id: string;
  readonly role: string;
  readonly from_on: Day;
}

/** The panel of a case as it is said to be on a day. */
export interface SaidPanel {
  readonly case_id: string;
  readonly on: Day;
}

/**
 * Brings panels up to date: who is not named any more has left on the day of the report, who is new has come on it.
 * Answers the ids of the cases whose panel is another one now.
 */
export async function replacePanels(
  handle: WriteHandle,
  panels: readonly SaidPanel[],
  members: readonly MemberRow[],
): Promise<Set<string>> {
  if (panels.length === 0) return new Set();
  const said = recordset(members, 'm', 'id uuid, case_id uuid, staff_id uuid, role text, from_on date');
  const left = await rows<{ id: string }>(
    handle,
    sql`update ${panelMember} p set until_on = greatest(s."on", p.from_on)
      from ${recordset(panels, 's', 'case_id uuid, "on" date')} where p.case_id = s.case_id and p.until_on is null
        and not exists (select 1 from ${said} where m.case_id = p.case_id and m.staff_id = p.staff_id and m.role = p.role)
      returning p.case_id as id`,
  );
  const came = await rows<{ id: string }>(
    handle,
    sql`insert into ${panelMember} (id, case_id, staff_id, role, from_on)
      select m.id, m.case_id, m.staff_id, m.role, m.from_on from ${said}
      on conflict (case_id, staff_id, role) where until_on is null do nothing returning case_id as id`,
  );
  return new Set([...left, ...came].map(({ id }) => id));
}
