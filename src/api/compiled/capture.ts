import { type SQL, sql } from 'drizzle-orm';
import type { ReadHandle } from '../../db/handle.js';
import { textArray } from '../../db/rows.js';
import type { Clock } from '../../kernel/clock.js';
import { Ask } from '../../operation/ask.js';
import { type FirstPage, Reading, type Shown, type Through } from '../../operation/reading.js';
import type { RecordPolicy } from '../../policy/record-policy.js';

/** Records that a resolver wanted to read: the store's statement, through the asker's grant. */
export interface CapturedRecords {
  readonly policy: RecordPolicy;
  /** Fields that the statement selects; a withheld one is not among them. */
  readonly columns: ReadonlySet<string>;
  readonly statement: SQL;
  /** How many rows are on the page, when it is one. */
  readonly size: SQL | null;
  /** Whether the statement selects a `sortKey`, which cursors hold. */
  readonly hasSortKey: boolean;
  /** The keys in whose order the records are wanted, and the column that holds the key. */
  order: { readonly keys: SQL; readonly column: string } | null;
}

/** What a resolver asked of the database, which it was not given. */
export interface Captured {
  readonly records: CapturedRecords[];
  /** Statements of a count: one row or none, with a column `count`. */
  readonly counts: SQL[];
  /** It told the trail of more than it read: its value is worked out from facts. */
  tells: boolean;
  /** It asked what time it is: its statement holds the instant. */
  readsClock: boolean;
}

/** A reading that notes statements instead of sending them, and finds nothing. */
class CapturingReading extends Reading {
  constructor(
    ask: Ask,
    private readonly captured: Captured,
  ) {
    const handle = {
      execute: async (statement: SQL) => {
        captured.counts.push(statement);
        return { rows: [] };
      },
    };
    super(handle as unknown as ReadHandle, ask.grant, ask.ledger);
  }

  override async records<Row extends Shown = Shown>(
    policy: RecordPolicy,
    wanted: Iterable<string>,
    statement: (through: Through) => SQL,
    page: FirstPage | null = null,
  ): Promise<Row[]> {
    const { through, fields } = this.through(policy, wanted);
    this.captured.records.push({
      policy,
      columns: new Set(fields),
      statement: statement(through),
      size: page && sql`${page.first}::int`,
      hasSortKey: page?.hasSortKey ?? false,
      order: null,
    });
    return [];
  }

  override inOrder(keys: readonly string[], _found: ReadonlyMap<string, Shown>, column: string): (Shown | null)[] {
    const last = this.captured.records.at(-1);
    if (last) last.order = { keys: sql`${textArray(keys)}`, column };
    return [];
  }

  override async count(policy: RecordPolicy, statement: (rows: SQL) => SQL): Promise<number> {
    this.captured.counts.push(statement(this.grant.rows(policy)));
    return 0;
  }

  override tells(): void {
    this.captured.tells = true;
  }
}

/** An ask whose resolvers' statements are captured, under the identity and the grant of the real one. */
export class CapturingAsk extends Ask {
  private readonly clock: WatchedClock;
  private captured = nothing();

  constructor(ask: Ask) {
    const clock = new WatchedClock(ask.hub.clock);
    super({ ...ask.hub, clock }, ask.identity, ask.correlationId, {
      epoch: ask.epoch,
      client: ask.client,
      again: async () => Promise.reject(new Error('A captured ask discloses nothing.')),
    });
    this.clock = clock;
    clock.wasRead = false;
  }

  override async reading(): Promise<Reading> {
    return new CapturingReading(this, this.captured);
  }

  /** What has been captured since it was taken before. */
  taken(): Captured {
    const taken = { ...this.captured, readsClock: this.clock.wasRead };
    this.captured = nothing();
    this.clock.wasRead = false;
    return taken;
  }
}

const nothing = (): Captured => ({ records: [], counts: [], tells: false, readsClock: false });

/** A clock that notes whether it was read. */
class WatchedClock implements Clock {
  wasRead = false;

  constructor(private readonly clock: Clock) {}

  now(): Date {
    this.wasRead = true;
    return this.clock.now();
  }
}

/** A count as a value; none found is 0. */
export const countOf = (statement: SQL): SQL => sql`coalesce((select counted.count from (${statement}) counted), 0)`;
