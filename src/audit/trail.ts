import type { Database } from '../db/handle.js';
import type { Clock } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import { uuidv7 } from '../kernel/uuid.js';
import type { AuditEntry } from './audit-line.js';
import { appendAudit, KEPT_APPEND, linesOf } from './audit-line.store.js';
import { GroupCommit } from './group-commit.js';

const PROBE_MILLIS = 1_000;

/**
 * Writes disclosure lines durably before an answer leaves. While it cannot, nothing is disclosed; when it can again,
 * the outage becomes a line of its own, with the number of answers it cost, even if nobody asks.
 */
export class Trail {
  private outage: { since: Date; refused: number } | null = null;
  private probe: NodeJS.Timeout | null = null;
  private readonly group = new GroupCommit<AuditEntry>((entries) => this.appendTogether(entries));

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Makes a refusal durable, which discloses nothing; throws TRAIL_UNAVAILABLE when it cannot. */
  async write(entry: AuditEntry): Promise<void> {
    await this.orUnavailable(() => this.group.add(entry));
  }

  /**
   * Makes an entry durable if rights are still those of its epoch; false when they have changed since, and nothing was
   * written. Throws TRAIL_UNAVAILABLE when it cannot.
   */
  async disclose(entry: AuditEntry, epoch: number): Promise<boolean> {
    return this.orUnavailable(() => this.group.add({ ...entry, epoch }));
  }

  /** Tells the trail that an answer was refused because the database is away, so that the outage is counted. */
  suspend(): void {
    this.outage ??= { since: this.clock.now(), refused: 0 };
    this.outage.refused += 1;
    this.probe ??= this.probeLater();
  }

  /** Stops the recovery probe. */
  close(): void {
    if (this.probe) clearTimeout(this.probe);
    this.probe = null;
  }

  private async orUnavailable<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch {
      this.suspend();
      throw new Refusal('TRAIL_UNAVAILABLE');
    }
  }

  /** The entries, after the line of an outage that has not been told yet. */
  private with(entries: AuditEntry[]) {
    const outage = this.outage;
    const now = this.clock.now();
    return { outage, now, lines: outage ? [outageEntry(outage, now), ...entries] : entries };
  }

  private async append(entries: AuditEntry[]): Promise<void> {
    const { outage, now, lines } = this.with(entries);
    await this.database.transaction((handle) => appendAudit(handle, now, lines));
    if (this.outage === outage) this.outage = null;
  }

  private async appendTogether(entries: AuditEntry[]): Promise<boolean[]> {
    const { outage, now, lines } = this.with(entries);
    const { ids, json } = linesOf(now, lines);
    const rows = await this.database.prepared<{ id: string }>({ ...KEPT_APPEND, params: [json] });
    const written = new Set(rows.map(({ id }) => id));
    if (this.outage === outage) this.outage = null;
    return ids.slice(-entries.length).map((id) => written.has(id));
  }

  private probeLater(): NodeJS.Timeout {
    return setTimeout(() => {
      this.probe = null;
      if (!this.outage) return;
      this.append([]).catch(() => {
        this.probe ??= this.probeLater();
      });
    }, PROBE_MILLIS).unref();
  }
}

function outageEntry(outage: { since: Date; refused: number }, now: Date): AuditEntry {
  return {
    kind: 'OUTAGE',
    outcome: 'RECOVERED',
    correlationId: uuidv7(),
    count: outage.refused,
    lastedMillis: now.getTime() - outage.since.getTime(),
  };
}
