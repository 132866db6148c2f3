import { Refusal } from '../kernel/refusal.js';

/** When an operation must be over; its signal ends the statements then, with TOO_SLOW. Milliseconds. */
export class Deadline {
  private controller = new AbortController();
  private timer: NodeJS.Timeout;

  constructor(readonly millis: number) {
    this.timer = this.started();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** What has been committed is to be answered: the time begins anew. */
  renew(): void {
    this.end();
    this.controller = new AbortController();
    this.timer = this.started();
  }

  end(): void {
    clearTimeout(this.timer);
  }

  private started(): NodeJS.Timeout {
    const { controller } = this;
    const late = () => controller.abort(new Refusal('TOO_SLOW', [], { limitMillis: this.millis }));
    return setTimeout(late, this.millis).unref();
  }
}
