import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { uuidArray } from '../../db/rows.js';
import { grouped, type Reading, type Shown } from '../../operation/reading.js';
import type { RecordPolicy } from '../../policy/record-policy.js';
import { alertConcernPolicy, alertDecisionPolicy, alertFollowUpPolicy } from './alert-file.policy.js';
import { alertConcern, alertDecision, alertFollowUp } from './restriction-alert.table.js';

type Wanted = Iterable<string>;
type Table = typeof alertConcern | typeof alertDecision | typeof alertFollowUp;

/** The steps of several alerts, within reach, in their order. */
export const decisionsOn = (reading: Reading, alertIds: readonly string[], wanted: Wanted) =>
  onAlerts(reading, alertDecisionPolicy, alertDecision, alertIds, wanted);

/** What was done on several alerts, within reach, in the order it was entered. */
export const followUpsOn = (reading: Reading, alertIds: readonly string[], wanted: Wanted) =>
  onAlerts(reading, alertFollowUpPolicy, alertFollowUp, alertIds, wanted);

/** What was asked for on several alerts, within reach, in order of asking. */
export const concernsOn = (reading: Reading, alertIds: readonly string[], wanted: Wanted) =>
  onAlerts(reading, alertConcernPolicy, alertConcern, alertIds, wanted);

/** What was done, by id, within reach. */
export const followUpById = (reading: Reading, id: string, wanted: Wanted) =>
  byId(reading, alertFollowUpPolicy, alertFollowUp, id, wanted);

/** What was asked for, by id, within reach. */
export const concernById = (reading: Reading, id: string, wanted: Wanted) =>
  byId(reading, alertConcernPolicy, alertConcern, id, wanted);

async function onAlerts(
  reading: Reading,
  policy: RecordPolicy,
  table: Table,
  alertIds: readonly string[],
  wanted: Wanted,
): Promise<Map<string, Shown[]>> {
  const found = await reading.records(
    policy,
    wanted,
    ({ select, rows }) => sql`select ${select}, ${table.alertId} as "onAlert" from ${table}
      where ${isAmong(table.alertId, alertIds)} and ${rows} order by ${table.id}`,
  );
  return grouped(found, 'onAlert');
}

async function byId(
  reading: Reading,
  policy: RecordPolicy,
  table: Table,
  id: string,
  wanted: Wanted,
): Promise<Shown | null> {
  const [found] = await reading.records(
    policy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${table} where ${isAmong(table.id, [id])} and ${rows}`,
  );
  return found ?? null;
}

const isAmong = (column: PgColumn, ids: readonly string[]): SQL => sql`${column} = any(${uuidArray(ids)})`;
