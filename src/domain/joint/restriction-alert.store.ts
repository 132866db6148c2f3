import { type SQL, sql } from 'drizzle-orm';
import { decodeCursor, type Page } from '../../kernel/page.js';
import { isUuid } from '../../kernel/uuid.js';
import { onPage, type Reading, type Shown } from '../../operation/reading.js';
import { restrictionAlertPolicy } from './restriction-alert.policy.js';
import { restrictionAlert } from './restriction-alert.table.js';
import type { RestrictionAlertKind, RestrictionAlertState } from './restriction-alert.terms.js';

type Wanted = Iterable<string>;

/** What a list of alerts is narrowed to; null leaves it wide. */
export interface AlertFilter {
  readonly kind: RestrictionAlertKind | null;
  readonly state: RestrictionAlertState | null;
}

/** Order of the list of restriction alerts, named by its cursors. */
export const RESTRICTION_ALERT_ORDER = 'restriction-alerts';

/** An alert by id, within reach. */
export async function restrictionAlertById(reading: Reading, id: string, wanted: Wanted): Promise<Shown | null> {
  if (!isUuid(id)) return null;
  const [found] = await reading.records(
    restrictionAlertPolicy,
    wanted,
    ({ select, rows }) =>
      sql`select ${select} from ${restrictionAlert} where ${restrictionAlert.id} = ${id}::uuid and ${rows}`,
  );
  return found ?? null;
}

/** One page of the alerts within reach, latest first. */
export function listRestrictionAlerts(
  reading: Reading,
  filter: AlertFilter,
  page: Page,
  wanted: Wanted,
): Promise<Shown[]> {
  const where = [narrowed(reading, filter)];
  if (page.after !== null)
    where.push(sql`${restrictionAlert.id} < ${decodeCursor(page.after, RESTRICTION_ALERT_ORDER).id}::uuid`);
  return reading.records(
    restrictionAlertPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${restrictionAlert}
      where ${sql.join([...where, rows], sql` and `)} order by ${restrictionAlert.id} desc limit ${page.first + 1}`,
    onPage(page, false),
  );
}

/** How many alerts are within reach. */
export function countRestrictionAlerts(reading: Reading, filter: AlertFilter): Promise<number> {
  return reading.count(
    restrictionAlertPolicy,
    (rows) => sql`select count(*) from ${restrictionAlert} where ${narrowed(reading, filter)} and ${rows}`,
  );
}

function narrowed({ grant }: Reading, { kind, state }: AlertFilter): SQL {
  const where = [sql`true`];
  if (kind !== null)
    where.push(sql`(${grant.sight(restrictionAlertPolicy, 'kind', ['kind'])} and ${restrictionAlert.kind} = ${kind})`);
  if (state !== null)
    where.push(
      sql`(${grant.sight(restrictionAlertPolicy, 'state', ['state'])} and ${restrictionAlert.state} = ${state})`,
    );
  return sql.join(where, sql` and `);
}
