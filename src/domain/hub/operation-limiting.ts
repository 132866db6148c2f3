import type { Unit } from '../../identity/identity.js';
import { at } from '../../kernel/at.js';
import { Refusal } from '../../kernel/refusal.js';
import { plainText } from '../../kernel/text.js';
import type { Act } from '../../operation/act.js';
import { heldClient, unitForClient } from './client-write.store.js';
import {
  clientsUnder,
  hasRegisteredFor,
  heldLimit,
  insertLimit,
  markLimitLifted,
} from './operation-limit-write.store.js';
import { isOwnClient, isSamePerson } from './same-person.js';
import { unitInCharge } from './unit-directory.store.js';

/**
 * Limits a client to its registered operations, from the commit on; answers the id of the limitation. Two persons: who
 * registered one of them does not. Not the client one asks by, since nobody could be sure to come back.
 */
export async function limitClient(act: Act, id: string, why: string): Promise<string> {
  const reason = at(['reason'], () => plainText(why, 500));
  const held = await heldClient(act, id);
  if (held === null) throw new Refusal('NOT_FOUND', ['id']);
  if (isOwnClient(act, held)) throw new Refusal('NOT_ONESELF', ['id']);
  if (await hasRegisteredFor(act, [held.id])) throw new Refusal('SAME_PERSON', ['id']);
  act.noted('Client', [held.id]);
  return limited(act, await insertLimit(act, { unitId: held.unitId, clientId: held.id }, reason), 'id');
}

/**
 * Limits every client of a unit and of those in its charge, also those that come later; answers the id of the limitation.
 * The clients by which administrators enter are left out: closed by mistake, they would close the way to lift it.
 */
export async function limitUnit(act: Act, code: string, why: string): Promise<string> {
  const reason = at(['reason'], () => plainText(why, 500));
  const found = await unitForClient(act, code);
  if (found === null) throw new Refusal('VALUE_UNKNOWN', ['unit']);
  if (!found.isInCharge) throw new Refusal('OUT_OF_REACH', ['unit']);
  const clients = await clientsUnder(act, (await unitInCharge(act.handle, code, act.grant.asker.today)) as Unit);
  if (clients.some((one) => isOwnClient(act, one))) throw new Refusal('NOT_ONESELF', ['unit']);
  const ids = clients.map(({ id }) => id);
  if (await hasRegisteredFor(act, ids)) throw new Refusal('SAME_PERSON', ['unit']);
  return limited(act, await insertLimit(act, { unitId: found.id, clientId: null }, reason), 'unit');
}

/** Lifts a limitation; answers its id. Two persons: who set it does not. */
export async function liftOperationLimit(act: Act, id: string): Promise<string> {
  const held = await heldLimit(act, id);
  if (held === null) throw new Refusal('NOT_FOUND', ['id']);
  if (isSamePerson(act.grant.asker.identity, held.limitedBy, held.limitedByIssuer))
    throw new Refusal('SAME_PERSON', ['id']);
  await markLimitLifted(act, held.id);
  act.changesRights();
  act.changed({ event: 'operation-limit.lifted', recordId: held.id, fields: ['liftedBy', 'liftedAt'] });
  return held.id;
}

function limited(act: Act, id: string | null, place: string): string {
  if (id === null) throw new Refusal('LIMIT_EXISTS', [place]);
  act.changesRights();
  act.changed({ event: 'operation-limit.set', recordId: id, fields: ['client', 'unit', 'reason'] });
  return id;
}
