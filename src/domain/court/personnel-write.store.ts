import { type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { WriteHandle } from '../../db/handle.js';
import { rows, uuidArray } from '../../db/rows.js';

const PERSONNEL_WRITERS = 7_401_933;

/**
 * One at a time writes the court's personnel records, or links them to lawyers: timelines are judged whole. Taken after
 * the justice department's and the roster's turn, never before.
 */
export async function takePersonnelTurn(handle: WriteHandle): Promise<void> {
  await rows(handle, sql`select pg_advisory_xact_lock(${PERSONNEL_WRITERS})`);
}

/** A record in column names. */
export type PersonnelRow = { readonly id: string } & Readonly<Record<string, unknown>>;

/** Enters records of one table, one statement. */
export async function insertRecords(
  handle: WriteHandle,
  table: PgTable,
  records: readonly PersonnelRow[],
): Promise<void> {
  if (records.length === 0) return;
  await rows(
    handle,
    sql`insert into ${table} select r.* from jsonb_array_elements(${JSON.stringify(records)}::jsonb) e,
      jsonb_populate_record(null::${table}, e) r`,
  );
}

/** Writes columns of known records anew, one statement. Every record has the same columns. */
export async function updateRecords(
  handle: WriteHandle,
  table: PgTable,
  records: readonly PersonnelRow[],
): Promise<void> {
  const columns = Object.keys(records[0] ?? {}).filter((column) => column !== 'id');
  if (columns.length === 0) return;
  const set = columns.map((column) => sql`${sql.identifier(column)} = r.${sql.identifier(column)}`);
  await rows(
    handle,
    sql`update ${table} t set ${sql.join(set, sql`, `)} from jsonb_array_elements(${JSON.stringify(records)}::jsonb) e,
      jsonb_populate_record(null::${table}, e) r where t.id = r.id`,
  );
}

/** Whole records of one table by a condition, columns as JSON writes them. */
export async function recordsWhere(
  handle: WriteHandle,
  table: PgTable,
  where: SQL,
  more: SQL = sql`'{}'::jsonb`,
): Promise<PersonnelRow[]> {
  const found = await rows<{ record: PersonnelRow }>(
    handle,
    sql`select to_jsonb(t) || ${more} as record from ${table} t where ${where}`,
  );
  return found.map(({ record }) => record);
}

/** Whole records of staff from one table, by the staff they are of; `more` adds what else is to be known of each. */
export async function recordsOfStaff(
  handle: WriteHandle,
  table: PgTable,
  staffIds: readonly string[],
  more: SQL = sql`'{}'::jsonb`,
): Promise<Map<string, PersonnelRow[]>> {
  const found = await recordsWhere(handle, table, sql`t.staff_id = any(${uuidArray(staffIds)})`, more);
  const groups = new Map<string, PersonnelRow[]>();
  for (const row of found) groups.set(String(row.staff_id), [...(groups.get(String(row.staff_id)) ?? []), row]);
  return groups;
}
