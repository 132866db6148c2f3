import DataLoader from 'dataloader';
import type { Database, Snapshot } from '../db/handle.js';
import type { Identity } from '../identity/identity.js';
import type { RegisteredClient } from '../identity/standing.js';
import type { Clock } from '../kernel/clock.js';
import { today } from '../kernel/clock.js';
import type { CryptoProvider } from '../kernel/crypto.js';
import { Grant } from '../policy/grant.js';
import { rights } from '../policy/index.js';
import type { Act, Reaction } from './act.js';
import type { Deadline } from './deadline.js';
import type { Gate } from './gate.js';
import { Ledger } from './ledger.js';
import { Pace } from './pace.js';
import { Reading } from './reading.js';

/** By which rights somebody was let in: their epoch, and how to decide again when it has moved. */
export interface Admission {
  readonly epoch: number;
  /** The client he came by, as it is registered; null for whoever shows no token. */
  readonly client: RegisteredClient | null;
  /** Decides again, by the rights of now. Throws the refusal when the asker may no longer ask, or not as he did. */
  again(): Promise<Admission>;
}

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
  /** Judges a document that is to be registered, by the schema that is served. */
  readonly judgeDocument: DocumentJudge;
}

/** What a document is that may be registered: the name of its operation. Throws why it may not. */
export type DocumentJudge = (document: string) => { readonly name: string | null };

/** One operation on its way: who asks, under which grant, with one snapshot, and what it has disclosed. The GraphQL context. */
export class Ask {
  readonly grant: Grant;
  readonly ledger = new Ledger();
  readonly pace = new Pace();
  /** The writers whose transactions are committed. */
  readonly committed: Act[] = [];
  /** The writer, while a mutation's root field runs. */
  act: Act | null = null;
  /** By when it must be over, once it has begun. */
  deadline: Deadline | null = null;
  /** What must hold beside the asker's rights, for his answer to go out after they were decided again. */
  alsoHolds: (() => Promise<void>) | null = null;
  /** Ends its turn among the queries that run. */
  turn: (() => void) | null = null;
  private isOpen = true;
  private isConcluded = false;
  private snapshot: Promise<Snapshot> | null = null;
  private batches = new WeakMap<object, DataLoader<string, unknown>>();

  constructor(
    readonly hub: Hub,
    readonly identity: Identity,
    readonly correlationId: string,
    private admission: Admission,
  ) {
    const asker = { identity, today: today(hub.clock) };
    this.grant = new Grant(asker, rights(identity.role), rights('public'));
  }

  /** The policy epoch under whose rights this operation runs. */
  get epoch(): number {
    return this.admission.epoch;
  }

  /** The client he came by, as it was registered at that epoch; null for whoever shows no token. */
  get client(): RegisteredClient | null {
    return this.admission.client;
  }

  /**
   * Rights have changed: decides again whether this asker may go on as he is. Throws the door's refusals, and
   * RIGHTS_CHANGED when he is somebody else by now, and what `alsoHolds` throws.
   */
  async decideAgain(): Promise<void> {
    this.admission = await this.admission.again();
    await this.alsoHolds?.();
  }

  /** This operation moves the epoch itself: what follows in it stands under the new one. */
  movedEpoch(epoch: number): void {
    this.admission = { ...this.admission, epoch };
  }

  /**
   * The reader on this operation's snapshot, opened at first use. graphql-js answers at the first failing non-null field
   * and leaves its siblings running: one that comes too late finds no snapshot here, and its error is seen by nobody.
   */
  async reading(): Promise<Reading> {
    if (!this.isOpen) throw new Error('The operation is not being read.');
    this.snapshot ??= this.hub.database.snapshot(this.deadline?.signal);
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
    this.deadline?.end();
    await this.endReading();
    this.turn?.();
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
        { maxBatchSize: BATCH_KEYS, batchScheduleFn: this.pace.schedule },
      );
      this.batches.set(place, loader);
    }
    return loader as DataLoader<string, Value | null>;
  }
}
