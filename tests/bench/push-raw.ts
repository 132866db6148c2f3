import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { uuidv7 } from '../../src/kernel/uuid.js';
import { type Footprint, type Row, SERIAL, TABLES, type Table } from './push-footprint.js';

/** Rows of one table as they go into one multi-row INSERT. */
interface Insert {
  readonly text: string;
  readonly values: (string | null)[];
  readonly rows: number;
}

/**
 * The same rows again under fresh ids and keys: `before` stands in for the lawyers who were there already and is
 * entered untimed, `timed` is one multi-row INSERT for each table. The hub's updates of those lawyers are left out.
 */
export function replayOf({ rows, knownLawyers }: Footprint): { before: Insert[]; timed: Insert[] } {
  const ids = new Map<string, string>();
  const fresh = (id: string | null) => {
    if (id === null) return null;
    const known = ids.get(id) ?? uuidv7();
    ids.set(id, known);
    return known;
  };
  const numbers = new Map<string, string>();
  const number = (text: string | null) => {
    if (text === null) return null;
    const known = numbers.get(text) ?? `raw-${randomBytes(6).toString('hex')}`;
    numbers.set(text, known);
    return known;
  };
  const of = (table: Table) => rows.get(table) ?? [];
  const known = new Set(knownLawyers);
  const lawyers = of('justice.lawyer').map((row) => ({
    ...row,
    id: fresh(row.id as string),
    certificate_no: number(row.certificate_no as string),
    citizen_id_hash: randomBytes(32).toString('hex'),
    isKnown: known.has(row.id as string),
  }));
  const eventIds = new Set(of('justice.licence_event').map(({ id }) => id));
  const kept = (id: string | null) => (eventIds.has(id) ? fresh(id) : id);
  const made: Record<Table, Row[]> = {
    'hub.receipt': of('hub.receipt').map((row) => ({
      ...row,
      key: `raw-${row.key}`,
      record_id: fresh(row.record_id as string),
    })),
    'justice.lawyer': lawyers.filter(({ isKnown }) => !isKnown).map(({ isKnown: _, ...row }) => row),
    'justice.certificate': of('justice.certificate').map((row) => ({
      ...row,
      certificate_no: number(row.certificate_no as string),
      lawyer_id: fresh(row.lawyer_id as string),
    })),
    'justice.licence_event': of('justice.licence_event').map(({ [SERIAL]: _, ...row }) => ({
      ...row,
      id: fresh(row.id as string),
      lawyer_id: fresh(row.lawyer_id as string),
      certificate_no: number(row.certificate_no as string | null),
    })),
    'justice.licence_period': of('justice.licence_period').map((row) => ({
      ...row,
      lawyer_id: fresh(row.lawyer_id as string),
      event_id: kept(row.event_id as string),
    })),
    'justice.contact_proposal': of('justice.contact_proposal').map((row) => ({
      ...row,
      id: uuidv7(),
      lawyer_id: fresh(row.lawyer_id as string),
    })),
    'joint.licence_alert': of('joint.licence_alert').map((row) => ({
      ...row,
      id: uuidv7(),
      lawyer_id: fresh(row.lawyer_id as string),
    })),
    'outbox.change': of('outbox.change').map((row) => ({
      ...row,
      id: uuidv7(),
      record_id: fresh(row.record_id as string),
    })),
    'audit.audit_line': of('audit.audit_line').map((row) => ({ ...row, id: uuidv7() })),
  };
  const before = lawyers.filter(({ isKnown }) => isKnown).map(({ isKnown: _, ...row }) => row);
  return {
    before: insertsOf('justice.lawyer', before),
    timed: TABLES.flatMap((table) => insertsOf(table, made[table])),
  };
}

/** Runs INSERTs in one transaction; answers how many rows went in. */
export async function insertAll(client: pg.Client, inserts: readonly Insert[]): Promise<number> {
  await client.query('begin');
  for (const { text, values } of inserts) await client.query(text, values);
  await client.query('commit');
  return inserts.reduce((sum, { rows }) => sum + rows, 0);
}

function insertsOf(table: Table, rows: readonly Row[]): Insert[] {
  const [first] = rows;
  if (!first) return [];
  const columns = Object.keys(first);
  const places = rows.map((_, i) => `(${columns.map((_, j) => `$${i * columns.length + j + 1}`).join(',')})`);
  const text = `insert into ${table} (${columns.join(',')}) values ${places.join(',')}`;
  return [{ text, values: rows.flatMap((row) => columns.map((column) => row[column] ?? null)), rows: rows.length }];
}
