import type { Database } from '../db/handle.js';
import type { Clock } from '../kernel/clock.js';
import { uuidv7 } from '../kernel/uuid.js';
import { appendAudit } from './audit-line.store.js';

const MINUTE_MILLIS = 60_000;
const MOST_LINES = 1_000;

/** Whom the door refused, when his token was good. */
export interface Refused {
  readonly actorId: string;
  readonly clientId: string;
}

interface Counted {
  readonly source: string;
  readonly code: string;
  readonly minute: Date;
  readonly who: Refused | undefined;
  count: number;
}

/**
 * Counts requests refused before anybody was known, per source, code and minute, so that garbage cannot fill the
 * trail. What is over 1,000 distinct sources a minute is counted under the source `others`, and so is what is over 1,000
 * of those whose token was good.
 */
export class DoorCounter {
  private counts = new Map<string, Counted>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.timer = setInterval(() => void this.flush().catch(() => undefined), MINUTE_MILLIS).unref();
  }

  /** Counts one refusal; `who` when the token was good, and what it asked for was refused. */
  refused(source: string, code: string, who?: Refused): void {
    const minute = new Date(Math.floor(this.clock.now().getTime() / MINUTE_MILLIS) * MINUTE_MILLIS);
    const known = JSON.stringify([source, code, minute.getTime(), who?.clientId, who?.actorId]);
    const key = this.counts.has(known) || this.hasRoom(who) ? known : `others ${code} ${minute.getTime()}`;
    const line = this.counts.get(key) ?? countOf(key === known, { source, code, minute, who });
    line.count += 1;
    this.counts.set(key, line);
  }

  /** Those who are known have room of their own: garbage does not crowd them out of the trail. */
  private hasRoom(who: Refused | undefined): boolean {
    const taken = [...this.counts.values()].filter((line) => (line.who === undefined) === (who === undefined)).length;
    return taken < MOST_LINES;
  }

  /** Writes what has been counted; keeps it when the database is away. */
  async flush(): Promise<void> {
    const counted = this.counts;
    if (counted.size === 0) return;
    this.counts = new Map();
    try {
      await this.database.transaction(async (handle) => {
        for (const { source, code, minute, who, count } of counted.values())
          await appendAudit(handle, minute, [
            { kind: 'DOOR', outcome: 'REFUSED', correlationId: uuidv7(), refusals: [code], count, source, ...who },
          ]);
      });
    } catch (error) {
      for (const [key, line] of counted)
        this.counts.set(key, { ...line, count: line.count + (this.counts.get(key)?.count ?? 0) });
      throw error;
    }
  }

  /** Stops the timer and writes the rest. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.flush().catch(() => undefined);
  }
}

/** A count of its own, or of all that is over the number of lines. */
function countOf(isOwn: boolean, line: Omit<Counted, 'count'>): Counted {
  return isOwn ? { ...line, count: 0 } : { ...line, source: 'others', who: undefined, count: 0 };
}
