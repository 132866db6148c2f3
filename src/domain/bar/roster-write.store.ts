import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { recordset, rows, uuidArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import type { AdjustableEntry } from './roster.rule.js';
import { mediatorRosterAdjustment as adjustment, mediatorRosterEntry as entry } from './roster.table.js';
import type { RosterState, RosterStep } from './roster.terms.js';

const ROSTER_WRITERS = 7_401_921;

/**
 * One at a time writes the roster, or judges by it what a licence event means for it: nobody is listed while his licence
 * ends unseen. Taken after the justice department's own turn, never before.
 */
export async function takeRosterTurn(handle: WriteHandle): Promise<void> {
  await rows(handle, sql`select pg_advisory_xact_lock(${ROSTER_WRITERS})`);
}

/** Of these lawyers, those who are on a court's roster, suspended or not, in a term that reaches the day. */
export async function lawyersOnRoster(
  handle: WriteHandle,
  courtId: string,
  lawyerIds: readonly string[],
  on: Day,
): Promise<Set<string>> {
  const found = await rows<{ lawyerId: string }>(
    handle,
    sql`select ${entry.lawyerId} as "lawyerId" from ${entry} where ${entry.courtId} = ${courtId}::uuid
      and ${entry.lawyerId} = any(${uuidArray(lawyerIds)}) and ${entry.state} <> 'REMOVED'
      and coalesce(${entry.listedUntil}, 'infinity') >= ${on}::date`,
  );
  return new Set(found.map(({ lawyerId }) => lawyerId));
}

/** An entry to be listed, in column names. */
export interface EntryRow {
  readonly id: string;
  readonly lawyer_id: string;
  readonly specialities: readonly string[];
  readonly listed_until: Day | null;
}

/** Lists lawyers at a court, one statement. */
export async function insertEntries(
  handle: WriteHandle,
  courtId: string,
  listedOn: Day,
  entries: readonly EntryRow[],
  at: Date,
): Promise<void> {
  if (entries.length === 0) return;
  await rows(
    handle,
    sql`insert into ${entry} (court_id, listed_on, state, updated_at, id, lawyer_id, specialities, listed_until)
      select ${courtId}::uuid, ${listedOn}::date, 'LISTED', ${at.toISOString()}::timestamptz, r.*
      from ${recordset(entries, 'r', 'id uuid, lawyer_id uuid, specialities text[], listed_until date')}`,
  );
}

/** An entry as the writer needs to know it. */
export interface BookedEntry extends AdjustableEntry {
  readonly id: string;
  readonly lawyerId: string;
}

/** Entries by id. */
export function bookedEntries(handle: WriteHandle, ids: readonly string[]): Promise<BookedEntry[]> {
  return rows(
    handle,
    sql`select ${entry.id}, ${entry.lawyerId} as "lawyerId", ${entry.state}, ${entry.listedOn}::text as "listedOn"
      from ${entry} where ${entry.id} = any(${uuidArray(ids)})`,
  );
}

/** A step taken, in column names. */
export interface AdjustmentRow {
  readonly id: string;
  readonly entry_id: string;
  readonly step: RosterStep;
  readonly effective_on: Day;
  readonly reason: string | null;
}

/** Enters the steps taken, one statement. */
export async function insertAdjustments(handle: WriteHandle, taken: readonly AdjustmentRow[], at: Date): Promise<void> {
  if (taken.length === 0) return;
  await rows(
    handle,
    sql`insert into ${adjustment} (id, entry_id, step, effective_on, reason, recorded_at)
      select r.*, ${at.toISOString()}::timestamptz
      from ${recordset(taken, 'r', 'id uuid, entry_id uuid, step text, effective_on date, reason text')}`,
  );
}

/** Where the steps led an entry, in column names. */
export interface EntryChange {
  readonly id: string;
  readonly state: RosterState;
  readonly removed_on: Day | null;
  readonly removal_reason: string | null;
}

/** Writes where the steps led, one statement. */
export async function updateEntries(handle: WriteHandle, changes: readonly EntryChange[], at: Date): Promise<void> {
  if (changes.length === 0) return;
  await rows(
    handle,
    sql`update ${entry} e set state = r.state, removed_on = r.removed_on, removal_reason = r.removal_reason,
        updated_at = ${at.toISOString()}::timestamptz
      from ${recordset(changes, 'r', 'id uuid, state text, removed_on date, removal_reason text')} where e.id = r.id`,
  );
}
