/** Somebody who waits in line. */
export interface Waiter {
  readonly client: string;
  readonly cost: number;
  readonly go: () => void;
}

const CLIENTS = 1_000;

/**
 * A line in which every client gets its share: next is the first of the client that has been given least, by cost
 * (start-time fair queueing). Who comes after a pause has no claim for the time he was away.
 */
export class Line {
  private readonly waiting: Waiter[] = [];
  private readonly given = new Map<string, number>();
  private now = 0;

  get length(): number {
    return this.waiting.length;
  }

  join(waiter: Waiter): void {
    this.waiting.push(waiter);
  }

  /** False when it was no longer in line. */
  leave(waiter: Waiter): boolean {
    const place = this.waiting.indexOf(waiter);
    if (place >= 0) this.waiting.splice(place, 1);
    return place >= 0;
  }

  /** Takes the next out of the line, of those who may go; null when there is none. */
  next(mayGo: (waiter: Waiter) => boolean = () => true): Waiter | null {
    const passed = new Set<string>();
    let next: Waiter | null = null;
    for (const waiter of this.waiting) {
      if (passed.has(waiter.client)) continue;
      passed.add(waiter.client);
      if (mayGo(waiter) && (next === null || this.startOf(waiter.client) < this.startOf(next.client))) next = waiter;
    }
    if (next) this.give(next);
    return next;
  }

  private give(waiter: Waiter): void {
    this.leave(waiter);
    this.now = this.startOf(waiter.client);
    this.given.set(waiter.client, this.now + waiter.cost);
    if (this.given.size > CLIENTS)
      for (const [client, given] of this.given) if (given <= this.now) this.given.delete(client);
  }

  private startOf(client: string): number {
    return Math.max(this.now, this.given.get(client) ?? 0);
  }
}
