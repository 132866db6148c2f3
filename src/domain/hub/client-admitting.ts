import { at } from '../../kernel/at.js';
import { Refusal } from '../../kernel/refusal.js';
import { plainText } from '../../kernel/text.js';
import type { Act } from '../../operation/act.js';
import { confirmed } from './client-key-rotating.js';
import { pendingKeys } from './client-key-write.store.js';
import {
  type HeldClient,
  heldClient,
  isNameTaken,
  markActive,
  markDisabled,
  markLifted,
} from './client-write.store.js';
import { isOwnClient, isSamePerson } from './same-person.js';

/**
 * Activates a client that is registered or disabled; answers its id. Two persons: who registered it may not. The first
 * time it confirms the client's keys too, in the order in which they were added; who added one of them may not either.
 */
export async function activateClient(act: Act, id: string): Promise<string> {
  const held = await found(act, id);
  if (held.state === 'ACTIVE') throw new Refusal('CLIENT_STATE_INVALID', ['id']);
  if (isSamePerson(act.grant.asker.identity, held.registeredBy, held.registeredByIssuer))
    throw new Refusal('SAME_PERSON', ['id']);
  if (await isNameTaken(act, held)) throw new Refusal('CLIENT_EXISTS', ['id']);
  const keys = held.state === 'REGISTERED' ? await pendingKeys(act, held.id) : [];
  for (const key of keys) await confirmed(act, held.id, key, ['id']);
  await markActive(act, held.id);
  act.changesRights();
  act.changed({ event: 'client.activated', recordId: held.id, fields: ['state', 'activatedBy', 'activatedAt'] });
  return held.id;
}

/**
 * Disables a client: whoever comes by it is refused from the commit on; answers its id. Not the client one asks by: the
 * answer to this would be the first given to somebody who has no right to it.
 */
export async function disableClient(act: Act, id: string, why: string): Promise<string> {
  const reason = at(['reason'], () => plainText(why, 500));
  const held = await found(act, id);
  if (held.state === 'DISABLED') throw new Refusal('CLIENT_STATE_INVALID', ['id']);
  if (isOwnClient(act, held)) throw new Refusal('NOT_ONESELF', ['id']);
  await markDisabled(act, held.id, reason);
  act.changesRights();
  const fields = ['state', 'disabledBy', 'disabledAt', 'disabledReason'];
  act.changed({ event: 'client.disabled', recordId: held.id, fields });
  return held.id;
}

/** Lifts the lock-out of a client for a network source; answers the client's id. */
export async function liftClientLock(act: Act, lockId: string): Promise<string> {
  const id = await markLifted(act, lockId);
  if (id === null) throw new Refusal('NOT_FOUND', ['id']);
  act.noted('ClientLock', [lockId.toLowerCase()]);
  act.changesRights();
  act.changed({ event: 'client.unlocked', recordId: id, fields: ['locks'] });
  return id;
}

async function found(act: Act, id: string): Promise<HeldClient> {
  const held = await heldClient(act, id);
  if (held === null) throw new Refusal('NOT_FOUND', ['id']);
  return held;
}
