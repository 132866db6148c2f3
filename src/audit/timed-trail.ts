import { lines, told } from '../telemetry/signals.js';
import { Trail } from './trail.js';

/** A trail that tells how long its lines take and when it is away, to whoever measures. */
export class TimedTrail extends Trail {
  override write(...entry: Parameters<Trail['write']>): ReturnType<Trail['write']> {
    return lines.tracePromise(() => super.write(...entry), {});
  }

  override disclose(...entry: Parameters<Trail['disclose']>): ReturnType<Trail['disclose']> {
    return lines.tracePromise(() => super.disclose(...entry), {});
  }

  override suspend(): void {
    told.trailAway.publish(undefined);
    super.suspend();
  }
}
