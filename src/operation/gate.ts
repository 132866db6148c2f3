import { Refusal } from '../kernel/refusal.js';
import { Line, type Waiter } from './line.js';

const WAITING_LIMIT = 100;
const SHARE_OF_CONNECTIONS = 1 / 3;

/**
 * Lets a few mutations through at a time, the others wait by fair shares of their clients. Writers wait for each other in the
 * database, each holding a connection; here they wait without one, so that reads and the trail always find theirs.
 */
export class Gate {
  private inside = 0;
  private readonly waiting = new Line();

  constructor(
    private readonly atOnce: number,
    private readonly waitingLimit = WAITING_LIMIT,
  ) {}

  /** Runs `work` when its turn has come; throws BUSY when too many wait already, and the signal's reason. */
  async pass<T>(work: () => Promise<T>, client = '', signal?: AbortSignal): Promise<T> {
    await this.enter(client, signal);
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  /** How many mutations are inside, and how many wait. */
  use(): { readonly inside: number; readonly waiting: number } {
    return { inside: this.inside, waiting: this.waiting.length };
  }

  private async enter(client: string, signal?: AbortSignal): Promise<void> {
    if (this.inside < this.atOnce) {
      this.inside += 1;
      return;
    }
    if (this.waiting.length >= this.waitingLimit) throw new Refusal('BUSY');
    await new Promise<void>((resolve, reject) => {
      const tooLate = () => {
        if (this.waiting.leave(waiter)) reject(signal?.reason);
      };
      const go = () => {
        signal?.removeEventListener('abort', tooLate);
        resolve();
      };
      const waiter: Waiter = { client, cost: 1, go };
      signal?.addEventListener('abort', tooLate, { once: true });
      this.waiting.join(waiter);
    });
  }

  /** Whoever leaves hands the place to the next in line. */
  private leave(): void {
    const next = this.waiting.next();
    if (next) next.go();
    else this.inside -= 1;
  }
}

/** The gate of a hub with so many database connections: a third of them is for writers. */
export const gateFor = (connections: number): Gate =>
  new Gate(Math.max(1, Math.floor(connections * SHARE_OF_CONNECTIONS)));
