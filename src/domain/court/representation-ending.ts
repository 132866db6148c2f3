import { type Day, isBefore } from '../../kernel/day.js';
import { Refusal } from '../../kernel/refusal.js';
import { isUuid } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import type { EndReason } from './representation.terms.js';
import { markEnded, representationToEnd } from './representation-write.store.js';

/** How a representation is ended: its last day, and why. */
export interface Ending {
  readonly id: string;
  readonly on: Day;
  readonly reason: Exclude<EndReason, 'CASE_CLOSED'>;
}

/**
 * Ends a representation; answers its id. One that runs until a day to come may end before it. Throws NOT_FOUND,
 * REPRESENTATION_ENDED, PERIOD_INVALID (before its first day), DAY_TO_COME.
 */
export async function endRepresentation(act: Act, { id, on, reason }: Ending): Promise<string> {
  const known = isUuid(id) ? await representationToEnd(act, id) : null;
  if (!known) throw new Refusal('NOT_FOUND', ['input', 'id']);
  if (known.endReason !== null) throw new Refusal('REPRESENTATION_ENDED', ['input', 'id']);
  if (isBefore(on, known.fromOn)) throw new Refusal('PERIOD_INVALID', ['input', 'on']);
  if (isBefore(act.grant.asker.today, on)) throw new Refusal('DAY_TO_COME', ['input', 'on']);
  await markEnded(act.handle, known.id, on, reason);
  act.changed({ event: 'representation.ended', recordId: known.id, fields: ['untilOn', 'ended', 'endReason'] });
  return known.id;
}
