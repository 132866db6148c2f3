import type { WriteHandle } from '../db/handle.js';
import { uuidv7 } from '../kernel/uuid.js';
import type { AuditEntry } from './audit-line.js';
import { auditLine } from './audit-line.table.js';

/** Appends lines to the trail, in the caller's transaction. */
export async function appendAudit(handle: WriteHandle, at: Date, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await handle.insert(auditLine).values(entries.map((entry) => rowOf(entry, at)));
}

function rowOf(entry: AuditEntry, at: Date): typeof auditLine.$inferInsert {
  const { identity } = entry;
  return {
    id: uuidv7(),
    at: at.toISOString(),
    kind: entry.kind,
    outcome: entry.outcome,
    correlationId: entry.correlationId,
    institution: identity?.institution ?? null,
    unit: identity?.unit?.code ?? null,
    role: identity?.role ?? null,
    actorId: identity?.actorId ?? null,
    clientId: identity?.clientId ?? null,
    purpose: identity?.purpose ?? null,
    matter: identity?.matter ?? null,
    operation: entry.operation ?? null,
    coordinates: [...(entry.coordinates ?? [])],
    records: entry.records ?? {},
    withheld: [...(entry.withheld ?? [])],
    masked: [...(entry.masked ?? [])],
    refusals: [...(entry.refusals ?? [])],
    count: entry.count ?? 1,
    lastedMillis: entry.lastedMillis ?? null,
    source: entry.source ?? null,
  };
}
