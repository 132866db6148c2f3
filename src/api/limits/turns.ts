import { Line, type Waiter } from '../../operation/line.js';
import { Shares } from './shares.js';

/**
 * Lets so many queries run at once. A client takes all places but one, so that another's next query begins at once; those
 * who wait go by fair shares, and who uses most rests between his queries while others ask.
 */
export class Turns {
  private readonly line = new Line();
  private readonly running = new Map<string, { count: number; cost: number }>();
  private readonly shares = new Shares();
  private total = 0;

  constructor(
    private readonly atOnce: number,
    private readonly costAtOnce: number,
  ) {}

  /** Waits for a turn and gives what ends it. Throws the signal's reason when that comes first. */
  take(client: string, cost: number, signal: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const tooLate = () => {
        if (this.line.leave(waiter)) reject(signal.reason);
      };
      const go = () => {
        signal.removeEventListener('abort', tooLate);
        resolve(this.begun(client, cost));
      };
      const waiter: Waiter = { client, cost, go };
      signal.addEventListener('abort', tooLate, { once: true });
      this.line.join(waiter);
      this.letGo();
    });
  }

  private letGo(): void {
    for (;;) {
      const next = this.line.next((waiter) => this.mayGo(waiter));
      if (!next) return;
      next.go();
    }
  }

  private mayGo({ client, cost }: Waiter): boolean {
    if (this.total >= this.atOnce) return false;
    const own = this.running.get(client);
    return own === undefined || (own.count < this.atOnce - 1 && own.cost + cost <= this.costAtOnce);
  }

  private begun(client: string, cost: number): () => void {
    const own = this.running.get(client) ?? { count: 0, cost: 0 };
    this.running.set(client, own);
    own.count += 1;
    own.cost += cost;
    this.total += 1;
    const begunAt = performance.now();
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.total -= 1;
      const rest = this.shares.restAfter(client, cost, performance.now() - begunAt);
      if (rest > 0) setTimeout(() => this.givenBack(client, cost), rest).unref();
      else this.givenBack(client, cost);
      this.letGo();
    };
  }

  /** The client may have as much running again. */
  private givenBack(client: string, cost: number): void {
    const own = this.running.get(client);
    if (!own) return;
    own.count -= 1;
    own.cost -= cost;
    if (own.count === 0) this.running.delete(client);
    this.letGo();
  }
}
