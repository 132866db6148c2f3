import type { AuditOutcome } from '../audit/audit-line.js';
import type { WriteHandle } from '../db/handle.js';
import type { RefusalCode } from '../kernel/refusal-codes.js';
import { appendChanges, type Change } from '../outbox/change.store.js';
import { type EventName, events } from '../outbox/events.js';
import type { Grant } from '../policy/grant.js';
import type { Reach } from '../policy/matrix/columns.js';
import type { Ledger } from './ledger.js';

/** What one institution's change means for another's records, followed in the same transaction. */
export interface Reaction {
  readonly to: readonly EventName[];
  follow(act: Act, causes: readonly Change[]): Promise<void>;
}

/** The writer of one mutation: one transaction in which records, their changes and the trail's line stand together. */
export class Act {
  private readonly changes: Change[] = [];
  private readonly codes = new Set<RefusalCode>();
  private isRecording = false;
  private isAboutRights = false;

  constructor(
    readonly handle: WriteHandle,
    readonly grant: Grant,
    /** The rows this operation may write, as the matrix says for the asker's role. */
    readonly reach: Reach,
    readonly at: Date,
    readonly correlationId: string,
    private readonly ledger: Ledger,
  ) {}

  /** Notes records that the operation was about without changing them; named in the trail. */
  noted(type: string, ids: Iterable<string>): void {
    this.ledger.note(type, ids);
  }

  /** Notes how items of a batch were answered: that some stand in the records, and why the others were refused. */
  answered(standing: number, refused: Iterable<RefusalCode>): void {
    if (standing > 0) this.isRecording = true;
    for (const code of refused) this.codes.add(code);
  }

  /** Says that this mutation changes rights: no answer of anybody is given under the old ones after its commit. */
  changesRights(): void {
    this.isAboutRights = true;
  }

  get movesEpoch(): boolean {
    return this.isAboutRights;
  }

  /** Codes of the items refused, each once. */
  get refusals(): readonly RefusalCode[] {
    return [...this.codes];
  }

  /** What the trail says of it: REFUSED when every item of its batch was. */
  get outcome(): AuditOutcome {
    if (this.codes.size === 0) return 'ANSWERED';
    return this.isRecording ? 'PARTLY_REFUSED' : 'REFUSED';
  }

  /** Notes that a record became something else; written to the outbox and the trail when the mutation ends. */
  changed(change: Change): void {
    this.changes.push(change);
    this.ledger.note(events[change.event].type, [change.recordId]);
  }

  /** Lets the reactions follow, then writes the outbox rows. Called once, by the operation, before the commit. */
  async settle(reactions: readonly Reaction[]): Promise<void> {
    for (const reaction of reactions) {
      const causes = this.changes.filter((change) => reaction.to.includes(change.event));
      if (causes.length > 0) await reaction.follow(this, causes);
    }
    const { institution } = this.grant.asker.identity;
    await appendChanges(this.handle, this.changes, { at: this.at, institution, correlationId: this.correlationId });
  }
}
