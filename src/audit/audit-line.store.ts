import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { WriteHandle } from '../db/handle.js';
import { uuidv7 } from '../kernel/uuid.js';
import type { AuditEntry } from './audit-line.js';
import { auditLine } from './audit-line.table.js';
import { settledEpoch } from './policy-epoch.js';

/** Appends lines to the trail, in the caller's transaction. */
export async function appendAudit(handle: WriteHandle, at: Date, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await handle.insert(auditLine).values(entries.map((entry) => rowOf(entry, at)));
}

/** Lines about to be appended: their ids, and what the statement takes. */
export interface Lines {
  readonly ids: readonly string[];
  readonly json: string;
}

/** Makes the rows of lines. */
export function linesOf(at: Date, entries: readonly AuditEntry[]): Lines {
  const lines = entries.map((entry) => rowOf(entry, at));
  return { ids: lines.map(({ id }) => id), json: JSON.stringify(lines.map(snakeCased)) };
}

/**
 * Appends lines in one statement, each only while rights are still those of its epoch; one without an epoch anyhow. It
 * returns the ids of those it writes.
 */
export const appendUnderEpoch = ({ json }: Lines): SQL => sql`with settled as materialized ${settledEpoch}
  insert into ${auditLine}
  select line.* from settled, json_populate_recordset(null::${auditLine}, ${json}::json) line
    where line.epoch is null or line.epoch = settled.epoch returning id`;

/** The same as text, whose plan a connection keeps: it takes the lines as its one parameter. */
export const KEPT_APPEND = {
  name: 'lushu_trail',
  text: new PgDialect({ casing: 'snake_case' }).sqlToQuery(appendUnderEpoch({ ids: [], json: '' })).sql,
} as const;

/** Columns by their names in the database. */
function snakeCased(row: object): object {
  const cased: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) cased[columnNames.get(name) ?? name] = value;
  return cased;
}

const columnNames: ReadonlyMap<string, string> = new Map(
  Object.keys(getTableColumns(auditLine)).map((name) => [
    name,
    name.replace(/[A-Z]/g, (upper) => `_${upper.toLowerCase()}`),
  ]),
);

function rowOf(entry: AuditEntry, at: Date): typeof auditLine.$inferInsert {
  const { identity } = entry;
  return {
    id: uuidv7(),
    at: at.toISOString(),
    kind: entry.kind,
    outcome: entry.outcome,
    correlationId: entry.correlationId,
    institution: identity?.institution ?? entry.party?.institution ?? null,
    unit: identity?.unit?.code ?? entry.party?.unitCode ?? null,
    role: identity?.role ?? null,
    actorId: identity?.actorId ?? entry.actorId ?? null,
    clientId: identity?.clientId ?? entry.clientId ?? null,
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
    epoch: entry.epoch ?? null,
    source: entry.source ?? null,
    issuer: identity?.issuer ?? null,
  };
}
