import { Refusal } from '../kernel/refusal.js';

const WAITING_LIMIT = 100;
const SHARE_OF_CONNECTIONS = 1 / 3;

/**
 * Lets a few mutations through at a time, the others wait in order of arrival. Writers wait for each other in the
 * database, each holding a connection; here they wait without one, so that reads and the trail always find theirs.
 */
export class Gate {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly waitingLimit = WAITING_LIMIT,
  ) {}

  /** Runs `work` when its turn has come; throws BUSY when too many wait already. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.inside < this.atOnce) {
      this.inside += 1;
      return;
    }
    if (this.waiting.length >= this.waitingLimit) throw new Refusal('BUSY');
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Whoever leaves hands the place to the next in line. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.inside -= 1;
  }
}

/** The gate of a hub with so many database connections: a third of them is for writers. */
export const gateFor = (connections: number): Gate =>
  new Gate(Math.max(1, Math.floor(connections * SHARE_OF_CONNECTIONS)));
