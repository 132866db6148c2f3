const FAILURES = 5;
const PAIRS = 10_000;

/** So long failures are remembered, and so long a lock-out lasts. */
export const LOCK_MILLIS = 15 * 60_000;

interface Pair {
  failures: number[];
  lockedUntil: number;
}

/**
 * Counts failed authentications of a name from a network source. Of at most 10,000 pairs the one that failed longest ago
 * is forgotten first. Times are milliseconds.
 */
export class FailureCount {
  private readonly pairs = new Map<string, Pair>();

  /** Counts one; true when it is the fifth within fifteen minutes, after which the count begins anew. */
  failed(name: string, source: string, now: number): boolean {
    const key = JSON.stringify([name, source]);
    const pair = this.pairs.get(key) ?? { failures: [], lockedUntil: 0 };
    pair.failures = [...pair.failures.filter((at) => now - at < LOCK_MILLIS), now];
    this.pairs.delete(key);
    if (this.pairs.size >= PAIRS) this.pairs.delete(this.pairs.keys().next().value as string);
    this.pairs.set(key, pair);
    if (pair.failures.length < FAILURES) return false;
    Object.assign(pair, { failures: [], lockedUntil: now + LOCK_MILLIS });
    return true;
  }

  /** Until when a pair is locked, by this count alone; 0 when it is not. */
  lockedUntil(name: string, source: string, now: number): number {
    const until = this.pairs.get(JSON.stringify([name, source]))?.lockedUntil ?? 0;
    return until > now ? until : 0;
  }
}
