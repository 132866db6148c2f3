import type pg from 'pg';

/** A row with every value as the text that PostgreSQL writes. */
export type Row = Record<string, string | null>;

/** Tables a push may write, in an order that keeps the foreign keys. */
export const TABLES = [
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
export type Table = (typeof TABLES)[number];
/** The column that the database gives. */
export const SERIAL = 'position';

/** What one batch left behind, transaction by transaction, with the lawyers that were there before marked. */
export interface Footprint {
  readonly rows: ReadonlyMap<Table, readonly Row[]>;
  readonly knownLawyers: readonly string[];
}

/** What was there before: the newest transaction, and the lawyers. */
export interface Mark {
  readonly xid: bigint;
  readonly lawyers: ReadonlySet<string>;
}

/** The mark of this moment. */
export async function markOf(client: pg.Client): Promise<Mark> {
  const { rows: lawyers } = await client.query<{ id: string }>('select id from justice.lawyer');
  const { rows } = await client.query<{ xid: string }>('select pg_current_xact_id()::text as xid');
  return { xid: BigInt(rows[0]?.xid as string), lawyers: new Set(lawyers.map(({ id }) => id)) };
}

/**
 * The footprints of the batches pushed since the mark, in their order. A batch begins with the transaction that left
 * receipts; the trail's line of the answer follows in one of its own. Nobody else may write meanwhile.
 */
export async function footprintsSince(client: pg.Client, mark: Mark): Promise<Footprint[]> {
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
