import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { uuidv7 } from '../../src/kernel/uuid.js';

type Row = Record<string, string | null>;

/** Rows of one table as they go into one multi-row INSERT. */
interface Insert {
  readonly text: string;
  readonly values: (string | null)[];
  readonly rows: number;
}

/** Tables a push may write, in an order that keeps the foreign keys. */
const TABLES = [
  'hub.receipt',
  'justice.lawyer',
  'justice.certificate',
  'justice.licence_event',
  'justice.licence_period',
  'justice.contact_proposal',
  'joint.licence_alert',
  'outbox.change',
  'audit.audit_line',
] as const;
type Table = (typeof TABLES)[number];
/** Given by the database. */
const SERIAL = 'position';

/** What one batch left behind, transaction by transaction, with the lawyers that were there before marked. */
export interface Footprint {
  readonly rows: ReadonlyMap<Table, readonly Row[]>;
  readonly knownLawyers: readonly string[];
}

/** The mark after which rows count as written: the newest transaction and the lawyers there are. */
export async function markOf(client: pg.Client): Promise<{ xid: bigint; lawyers: Set<string> }> {
  const { rows: lawyers } = await client.query<{ id: string }>('select id from justice.lawyer');
  const { rows } = await client.query<{ xid: string }>('select pg_current_xact_id()::text as xid');
  return { xid: BigInt(rows[0]?.xid as string), lawyers: new Set(lawyers.map(({ id }) => id)) };
}

/** The footprints of the batches pushed since the mark, in their order: a batch begins with the transaction that left receipts. */
export async function footprintsSince(
  client: pg.Client,
  mark: Awaited<ReturnType<typeof markOf>>,
): Promise<Footprint[]> {
  const written: { xid: number; table: Table; row: Row }[] = [];
  for (const table of TABLES) {
    const { rows } = await client.query<Row>(
      `select xmin::text::bigint as xid, t.* from ${table} t where xmin::text::bigint > $1`,
      [(mark.xid % 2n ** 32n).toString()],
    );
    for (const { xid, ...row } of rows) written.push({ xid: Number(xid), table, row });
  }
  written.sort((a, b) => a.xid - b.xid);
  const beginnings = [...new Set(written.filter(({ table }) => table === 'hub.receipt').map(({ xid }) => xid))];
  return beginnings.map((from, i) => {
    const until = beginnings[i + 1] ?? Number.POSITIVE_INFINITY;
    const mine = written.filter(({ xid }) => xid >= from && xid < until);
    const rows = new Map(
      TABLES.map((table) => [table, mine.filter((line) => line.table === table).map(({ row }) => row)]),
    );
    const touched = (rows.get('justice.lawyer') as Row[]).map(({ id }) => id as string);
    return { rows, knownLawyers: touched.filter((id) => mark.lawyers.has(id)) };
  });
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
