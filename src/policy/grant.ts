import { type SQL, sql } from 'drizzle-orm';
import { Refusal } from '../kernel/refusal.js';
import type { FieldCell, Reach } from './matrix/columns.js';
import type { Asker, Expression, RecordPolicy } from './record-policy.js';
import type { Rights } from './rights.js';

const EVERY_ROW = sql`true`;
const NO_ROW = sql`false`;

/**
 * The rights of one asker, ready to be put into statements. The only place where matrix cells become SQL:
 * stores, lists, counts, filters, orders and edges all read through it.
 */
export class Grant {
  constructor(
    readonly asker: Asker,
    readonly rights: Rights,
    private readonly everybody: Rights,
  ) {}

  /** The rows this asker may reach: those of its own line, and those the public reaches. */
  rows(policy: RecordPolicy): SQL {
    const own = this.rowsOf(policy, this.rights.reach(policy.type));
    const open = this.everybody.reach(policy.type);
    if (open === '-' || own === EVERY_ROW || this.rights === this.everybody) return own;
    const shared = this.rowsOf(policy, open);
    if (shared === EVERY_ROW) return EVERY_ROW;
    return own === NO_ROW ? shared : sql`(${own} or ${shared})`;
  }

  /** The rows a reach means for a record; also used for what an operation may write. */
  rowsOf(policy: RecordPolicy, reach: Reach): SQL {
    if (reach === 'all') return EVERY_ROW;
    if (reach === '-') return NO_ROW;
    const predicate = policy.reaches?.[reach];
    if (!predicate) throw new Error(`${policy.type} has no predicate for "${reach}"`);
    return predicate(this.asker);
  }

  /** The columns to select: withheld ones are not in the statement, masked ones are masked by an expression. */
  columns<Field extends string>(policy: RecordPolicy<Field>, wanted: Iterable<string>): Record<string, SQL> {
    const selection: Record<string, SQL> = { id: sql`${policy.key}` };
    for (const field of wanted) {
      if (field === 'id' || !Object.hasOwn(policy.fields, field)) continue;
      const shown = this.shown(policy, field as Field);
      if (shown) selection[field] = shown;
    }
    return selection;
  }

  /** The rows on which a field may be filtered by: those where it is seen in full. Throws ARGUMENT_FORBIDDEN when none. */
  sight<Field extends string>(policy: RecordPolicy<Field>, field: Field, at: readonly string[]): SQL {
    const seen = this.seen(policy, field);
    if (!seen) throw new Refusal('ARGUMENT_FORBIDDEN', at, { coordinate: `${policy.type}.${field}` });
    return seen;
  }

  /** Full sight of a field on every row, which an order needs. Throws ARGUMENT_FORBIDDEN. */
  fullSight<Field extends string>(policy: RecordPolicy<Field>, field: Field, at: readonly string[]): void {
    const coordinate = `${policy.type}.${field}`;
    if (this.rights.field(coordinate) !== 'F') throw new Refusal('ARGUMENT_FORBIDDEN', at, { coordinate });
  }

  /** The rows on which a field is seen in full; undefined when on none. */
  seen<Field extends string>(policy: RecordPolicy<Field>, field: Field): SQL | undefined {
    const coordinate = `${policy.type}.${field}`;
    const cell = this.rights.field(coordinate);
    if (cell === 'F') return EVERY_ROW;
    return cell === 'F/-' || cell === 'F/M' ? this.related(policy, coordinate) : undefined;
  }

  /** The plain expression behind a field, for conditions that were cleared by `sight`. */
  expression<Field extends string>(policy: RecordPolicy<Field>, field: Field): Expression {
    const source = policy.fields[field];
    return typeof source === 'function' && !('table' in source) ? source(this.asker) : (source as Expression);
  }

  private shown<Field extends string>(policy: RecordPolicy<Field>, field: Field): SQL | undefined {
    const coordinate = `${policy.type}.${field}`;
    const [first, second] = this.rights.field(coordinate).split('/') as [FieldCell, FieldCell | undefined];
    const here = this.as(policy, field, first);
    if (second === undefined) return here;
    const elsewhere = this.as(policy, field, second) ?? sql`null`;
    return sql`case when ${this.related(policy, coordinate)} then ${here ?? sql`null`} else ${elsewhere} end`;
  }

  private as<Field extends string>(policy: RecordPolicy<Field>, field: Field, cell: FieldCell): SQL | undefined {
    const expression = this.expression(policy, field);
    if (cell === 'F') return sql`${expression}`;
    if (cell !== 'M') return undefined;
    const mask = policy.masks?.[field];
    if (!mask) throw new Error(`${policy.type}.${field} is masked but has no mask`);
    return mask(expression);
  }

  /** Rows related to the asker; where the public has a pair of its own, its rows count for everybody. */
  private related(policy: RecordPolicy, coordinate: string): SQL {
    if (!policy.related) throw new Error(`${policy.type} has a pair cell but no related rows`);
    const own = policy.related(this.asker);
    if (this.rights === this.everybody || !this.everybody.field(coordinate).includes('/')) return own;
    const open = policy.related({ ...this.asker, identity: { ...this.asker.identity, role: 'public' } });
    return sql`(${own} or ${open})`;
  }
}
