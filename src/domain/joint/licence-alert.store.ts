import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { recordset, rows as rowsOf } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import { decodeCursor, type Page } from '../../kernel/page.js';
import { onPage, type Reading, type Shown } from '../../operation/reading.js';
import { licenceAlertPolicy } from './licence-alert.policy.js';
import { licenceAlert } from './licence-alert.table.js';
import type { AlertKind } from './licence-alert.terms.js';

/** Order of the list of alerts, named by its cursors. */
export const ALERT_ORDER = 'licence-alerts';

/** One page of alerts within reach, latest first. */
export function listAlerts(reading: Reading, page: Page, wanted: Iterable<string>): Promise<Shown[]> {
  const before =
    page.after === null ? sql`true` : sql`${licenceAlert.id} < ${decodeCursor(page.after, ALERT_ORDER).id}::uuid`;
  return reading.records(
    licenceAlertPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${licenceAlert} where ${rows} and ${before}
      order by ${licenceAlert.id} desc limit ${page.first + 1}`,
    onPage(page, false),
  );
}

/** How many alerts are within reach. */
export function countAlerts(reading: Reading): Promise<number> {
  return reading.count(licenceAlertPolicy, (rows) => sql`select count(*) from ${licenceAlert} where ${rows}`);
}

/** An alert that may be due, in column names; `since` is the day from which an earlier one of the same status stands for it. */
export interface AlertRow {
  readonly id: string;
  readonly lawyer_id: string;
  readonly court_id: string;
  readonly licence_status: string | null;
  readonly since: Day | null;
}

/**
 * Raises alerts, one statement, unless the latest of this kind for the lawyer and court says the same and is not older
 * than `since`; without that day its age does not count. Answers the ids raised.
 */
export async function raiseAlerts(
  handle: WriteHandle,
  kind: AlertKind,
  alerts: readonly AlertRow[],
  at: Date,
): Promise<string[]> {
  if (alerts.length === 0) return [];
  const raised = await rowsOf<{ id: string }>(
    handle,
    sql`insert into ${licenceAlert} (kind, raised_at, id, lawyer_id, court_id, licence_status)
      select ${kind}, ${at.toISOString()}::timestamptz, r.id, r.lawyer_id, r.court_id, r.licence_status
      from ${recordset(alerts, 'r', 'id uuid, lawyer_id uuid, court_id uuid, licence_status text, since date')}
      where not exists (
        select 1 from (select a.licence_status, a.raised_at from ${licenceAlert} a
          where a.lawyer_id = r.lawyer_id and a.court_id = r.court_id and a.kind = ${kind}
          order by a.id desc limit 1) latest
        where latest.licence_status is not distinct from r.licence_status
          and (r.since is null or (latest.raised_at at time zone 'Asia/Shanghai')::date >= r.since))
      returning id`,
  );
  return raised.map(({ id }) => id);
}
