import type { Change } from '../outbox/change.store.js';
import type { EventName } from '../outbox/events.js';
import type { Act } from './act.js';

/** What one institution's change means for another's records, followed in the same transaction. */
export interface Reaction {
  readonly to: readonly EventName[];
  follow(act: Act, causes: readonly Change[]): Promise<void>;
}
