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

/** The rows of a page: those asked for, not the one beyond. */
export const onPage =
  ({ first }: Page) =>
  (_row: unknown, index: number): boolean =>
    index < first;

/** The rows of the first page of each group, numbered by `place`. */
export const onGroupPage =
  ({ first }: Page) =>
  (row: Shown): boolean =>
    Number(row.place) <= first;

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
   * Reads records of one type through the grant; `wanted` are GraphQL field names, `statement` the store's. `isShown`
   * tells the rows that leave the hub from the one that only says there is another page.
   */
  async records<Row extends Shown = Shown>(
    policy: RecordPolicy,
    wanted: Iterable<string>,
    statement: (through: Through) => SQL,
    isShown: (row: Row, index: number) => boolean = () => true,
  ): Promise<Row[]> {
    const select = sql.join(
      Object.entries(this.grant.columns(policy, wanted)).map(
        ([field, column]) => sql`${column} as ${sql.identifier(field)}`,
      ),
      sql`, `,
    );
    const records = await rowsOf<Row>(this.handle, statement({ select, rows: this.grant.rows(policy) }));
    this.ledger.note(
      policy.type,
      records.filter(isShown).map((record) => record.id),
    );
    return records;
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
