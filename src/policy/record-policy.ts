import type { SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Identity } from '../identity/identity.js';
import type { Day } from '../kernel/day.js';
import type { Reach } from './matrix/columns.js';

/** Who asks, and on which day (Asia/Shanghai): all that a row predicate may depend on. */
export interface Asker {
  readonly identity: Identity;
  readonly today: Day;
}

export type Expression = SQL | PgColumn;
export type RowPredicate = (asker: Asker) => SQL;

/** Turns a column into what a masked reader is shown; null stays null. */
export type Mask = (column: Expression) => SQL;

/**
 * What the matrix words mean for one record, in SQL, once: used for lists, single records, counts, filters, orders,
 * edges, the feed. Exported by `<noun>.policy.ts`.
 */
export interface RecordPolicy<Field extends string = string> {
  /** The GraphQL type. */
  readonly type: string;
  /** The record's id, always selected: it names the record in the trail and carries its edges. */
  readonly key: Expression;
  /** The column or expression behind each field that is read from the row. */
  readonly fields: Readonly<Record<Field, Expression | ((asker: Asker) => Expression)>>;
  readonly masks?: Readonly<Partial<Record<Field, Mask>>>;
  /** The rows each reach means; `all` needs none. */
  readonly reaches?: Readonly<Partial<Record<Exclude<Reach, 'all' | '-'>, RowPredicate>>>;
  /** The rows "related to the asker", for pair cells. */
  readonly related?: RowPredicate;
}
