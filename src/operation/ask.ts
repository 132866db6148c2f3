import DataLoader from 'dataloader';
import type { Database, Snapshot } from '../db/handle.js';
import type { Identity } from '../identity/identity.js';
import type { Clock } from '../kernel/clock.js';
import { today } from '../kernel/clock.js';
import type { CryptoProvider } from '../kernel/crypto.js';
import { Grant } from '../policy/grant.js';
import { rights } from '../policy/index.js';
import type { Act, Reaction } from './act.js';
import type { Gate } from './gate.js';
import { Ledger } from './ledger.js';
import { Reading } from './reading.js';

const BATCH_KEYS = 5_000;

/** What every operation needs from the hub it runs in. */
export interface Hub {
  readonly database: Database;
  readonly clock: Clock;
  readonly crypto: CryptoProvider;
  /** Where mutations wait for their turn. */
  readonly gate: Gate;
  /** What follows from a change, in the same transaction. */
  readonly reactions: readonly Reaction[];
}

/** One operation on its way: who asks, under which grant, with one snapshot, and what it has disclosed. The GraphQL context. */
export class Ask {
  readonly grant: Grant;
  readonly ledger = new Ledger();
  /** The writers whose transactions are committed. */
  readonly committed: Act[] = [];
  /** The writer, while a mutation's root field runs. */
  act: Act | null = null;
  private isOpen = true;
  private isConcluded = false;
  private snapshot: Promise<Snapshot> | null = null;
  private batches = new WeakMap<object, DataLoader<string, unknown>>();

  constructor(
    readonly hub: Hub,
    readonly identity: Identity,
    readonly correlationId: string,
  ) {
    const asker = { identity, today: today(hub.clock) };
    this.grant = new Grant(asker, rights(identity.role), rights('public'));
  }

  /**
   * The reader on this operation's snapshot, opened at first use. graphql-js answers at the first failing non-null field
   * and leaves its siblings running: one that comes too late finds no snapshot here, and its error is seen by nobody.
   */
  async reading(): Promise<Reading> {
    if (!this.isOpen) throw new Error('The operation is not being read.');
    this.snapshot ??= this.hub.database.snapshot();
    return new Reading((await this.snapshot).handle, this.grant, this.ledger);
  }

  /** Runs a mutation's writing with no snapshot open; the next reader sees the data as it is then. */
  async apart<T>(write: () => Promise<T>): Promise<T> {
    this.isOpen = false;
    await this.endReading();
    try {
      return await write();
    } finally {
      this.isOpen = !this.isConcluded;
    }
  }

  /** Ends the reading for good. The answer is made; whoever still asks is too late. */
  async conclude(): Promise<void> {
    this.isConcluded = true;
    this.isOpen = false;
    await this.endReading();
  }

  private async endReading(): Promise<void> {
    const open = this.snapshot;
    this.snapshot = null;
    this.batches = new WeakMap();
    const snapshot = await open?.catch(() => null);
    await snapshot?.close();
  }

  /**
   * Collects the keys asked at one place of the operation and reads them in one statement. `place` is the resolver's
   * `info.fieldNodes`: the same object for every record of a level, and with it the same selection and arguments.
   */
  batch<Value>(
    place: object,
    read: () => (reading: Reading, keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  ): DataLoader<string, Value | null> {
    let loader = this.batches.get(place);
    if (!loader) {
      const readKeys = read();
      loader = new DataLoader<string, unknown>(
        async (keys) => {
          const found = await readKeys(await this.reading(), keys);
          return keys.map((key) => found.get(key) ?? null);
        },
        { maxBatchSize: BATCH_KEYS },
      );
      this.batches.set(place, loader);
    }
    return loader as DataLoader<string, Value | null>;
  }
}
