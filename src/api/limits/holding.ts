import { setTimeout as sleep } from 'node:timers/promises';

const PLACES = 1_000;

/**
 * Keeps refusals back for a while, at most 1,000 at a time: a client that asks again as soon as it is refused takes no
 * more of the hub than one that waits.
 */
export class Holding {
  private held = 0;

  constructor(private readonly millis: number) {}

  /** False, at once, when there is no place left. */
  async keep(): Promise<boolean> {
    if (this.millis === 0) return true;
    if (this.held >= PLACES) return false;
    this.held += 1;
    try {
      await sleep(this.millis, undefined, { ref: false });
      return true;
    } finally {
      this.held -= 1;
    }
  }
}
