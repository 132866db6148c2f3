import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../db/handle.js';
import { uuidv7 } from '../kernel/uuid.js';
import { change } from './change.table.js';
import { type EventName, events } from './events.js';

/** One thing that became true: which record, which of its fields. */
export interface Change {
  readonly event: EventName;
  readonly recordId: string;
  readonly fields: readonly string[];
}

/** Appends changes to the outbox in the caller's transaction, in one statement. */
export async function appendChanges(
  handle: WriteHandle,
  changes: readonly Change[],
  origin: { readonly at: Date; readonly institution: string; readonly correlationId: string },
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ event, recordId, fields }) => [uuidv7(), event, events[event].type, recordId, fields]);
  await handle.execute(sql`
    insert into ${change} (id, event, type, record_id, fields, at, institution, correlation_id)
    select (r->>0)::uuid, r->>1, r->>2, (r->>3)::uuid, array(select jsonb_array_elements_text(r->4)),
           ${origin.at.toISOString()}::timestamptz, ${origin.institution}, ${origin.correlationId}
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) r`);
}
