import type { Connections } from './handle.js';

/**
 * Lets one holder through at a time, in order of arrival. PGlite has one connection, so a transaction must own it
 * whole; its own `transaction` hangs for ever when a plain query is awaited inside, hence this one.
 */
export class Turnstile {
  private tail: Promise<void> = Promise.resolve();
  private present = 0;

  /** Waits for its turn; the answer must be called to let the next one in. */
  async enter(): Promise<() => void> {
    let leave: () => void = () => undefined;
    const before = this.tail;
    this.present += 1;
    this.tail = new Promise((resolve) => {
      leave = () => {
        this.present -= 1;
        resolve();
      };
    });
    await before;
    return leave;
  }

  /** The holder and those waiting for their turn. */
  use(): Connections {
    const busy = Math.min(this.present, 1);
    return { busy, idle: 1 - busy, waiting: this.present - busy };
  }

  /** Runs `work` alone. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    const leave = await this.enter();
    try {
      return await work();
    } finally {
      leave();
    }
  }
}
