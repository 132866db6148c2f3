import type { Clock } from '../../src/kernel/clock.js';

/** A clock that stands still until it is set. */
export class StandingClock implements Clock {
  constructor(private instant = new Date('2026-11-21T02:00:00Z')) {}

  now(): Date {
    return new Date(this.instant);
  }

  /** Moves the clock to noon in Shanghai of a day, or to an instant. */
  set(to: string): void {
    this.instant = new Date(/^\d{4}-\d{2}-\d{2}$/.test(to) ? `${to}T04:00:00Z` : to);
  }
}
