import { type SQL, sql } from 'drizzle-orm';
import type { ReadHandle } from '../db/handle.js';
import { rows as rowsOf } from '../db/rows.js';
import type { Page } from '../kernel/page.js';
import type { Grant } from '../policy/grant.js';
import type { RecordPolicy } from '../policy/record-policy.js';
import type { Ledger } from './ledger.js';

/** A row read through a grant: its id, and the fields the asker is shown; a withheld field is absent. */
export type Shown = { readonly id: string } & Readonly<Record<string, unknown>>;

/** What a store puts into its statement: the list of columns shown, and the rows reachable. */
export interface Through {
  readonly select: SQL;
  readonly rows: SQL;
}

/** A page of rows, of which the statement reads one more: how many are on it, and which. */
export interface FirstPage {
  readonly first: number;
  /** Whether the statement selects a `sortKey`, which the cursors of its rows hold. */
  readonly hasSortKey: boolean;
  isShown(row: Shown, index: number): boolean;
}

/** The rows of a page: those asked for, not the one beyond. */
export const onPage = ({ first }: Page, hasSortKey = true): FirstPage => ({
  first,
  hasSortKey,
  isShown: (_row, index) => index < first,
});

/** The rows of the first page of each group, numbered by `place`. */
export const onGroupPage = ({ first }: Page, hasSortKey = true): FirstPage => ({
  first,
  hasSortKey,
  isShown: (row) => Number(row.place) <= first,
});

/** Rows by the key they belong to, in their order. */
export function grouped(rows: readonly Shown[], by: string): Map<string, Shown[]> {
  const groups = new Map<string, Shown[]>();
  for (const row of rows) {
    const key = row[by] as string;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** The reader of one operation: one snapshot, one grant. Every record it returns is noted for the trail. */
export class Reading {
  constructor(
    readonly handle: ReadHandle,
    readonly grant: Grant,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Reads records of one type through the grant; `wanted` are GraphQL field names, `statement` the store's. `page`
   * tells the rows that leave the hub from the one that only says there is another page.
   */
  async records<Row extends Shown = Shown>(
    policy: RecordPolicy,
    wanted: Iterable<string>,
    statement: (through: Through) => SQL,
    page: FirstPage | null = null,
  ): Promise<Row[]> {
    const records = await rowsOf<Row>(this.handle, statement(this.through(policy, wanted).through));
    const shown = page ? records.filter((record, index) => page.isShown(record, index)) : records;
    this.ledger.note(
      policy.type,
      shown.map((record) => record.id),
    );
    return records;
  }

  /** Records in the order of the keys they were read by, null where there is none. */
  inOrder(keys: readonly string[], found: ReadonlyMap<string, Shown>, _column: string): (Shown | null)[] {
    return keys.map((key) => found.get(key) ?? null);
  }

  /** What a statement on a type is made of, under the grant; `fields` are those it selects. */
  protected through(policy: RecordPolicy, wanted: Iterable<string>): { through: Through; fields: string[] } {
    const columns = Object.entries(this.grant.columns(policy, wanted));
    const select = sql.join(
      columns.map(([field, column]) => sql`${column} as ${sql.identifier(field)}`),
      sql`, `,
    );
    return { through: { select, rows: this.grant.rows(policy) }, fields: columns.map(([field]) => field) };
  }

  /** Notes records that an answer tells something of without being read through the grant: a declassified fact. */
  tells(type: string, ids: Iterable<string>): void {
    this.ledger.note(type, ids);
  }

  /** Counts the rows of one type that the asker can reach. */
  async count(policy: RecordPolicy, statement: (rows: SQL) => SQL): Promise<number> {
    const [row] = await rowsOf<{ count: string | number }>(this.handle, statement(this.grant.rows(policy)));
    return Number(row?.count ?? 0);
  }
}
