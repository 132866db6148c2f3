import { at } from '../../kernel/at.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Act } from '../../operation/act.js';
import { publicKeyOf } from './client-key.js';
import {
  endOtherKeys,
  insertKey,
  isKeyInUse,
  markConfirmed,
  markWithdrawn,
  type PendingKey,
  pendingKeys,
} from './client-key-write.store.js';
import { heldClient } from './client-write.store.js';
import { isSamePerson } from './same-person.js';

/** A week is enough to bring a new key to every machine. */
const LONGEST_OVERLAP_HOURS = 168;
const HOUR_MILLIS = 3_600_000;

/** A new key for a client, and how long the ones before may still be used once it is confirmed. */
export interface Rotation {
  readonly client: string;
  readonly jwk: string;
  readonly overlapHours: number;
}

/**
 * Adds a key to a client, which proves nothing and ends nothing until another person confirms it: nobody alone becomes a
 * client by a key of his own, or shuts one out. Answers the client's id.
 */
export async function rotateClientKey(act: Act, { client, jwk, overlapHours }: Rotation): Promise<string> {
  if (overlapHours < 0 || overlapHours > LONGEST_OVERLAP_HOURS)
    throw new Refusal('NUMBER_OUT_OF_RANGE', ['input', 'overlapHours'], { from: 0, to: LONGEST_OVERLAP_HOURS });
  const key = at(['input', 'jwk'], () => publicKeyOf(jwk));
  const held = await heldClient(act, client);
  if (held === null) throw new Refusal('NOT_FOUND', ['input', 'client']);
  if (await isKeyInUse(act, key)) throw new Refusal('KEY_EXISTS', ['input', 'jwk']);
  const keyId = await insertKey(act, held.id, key, overlapHours);
  if (keyId === null) throw new Refusal('KEY_EXISTS', ['input', 'jwk']);
  return changed(act, held.id, keyId);
}

/** Confirms a key that another person added: it counts, and the others end after its overlap. Answers the client's id. */
export async function confirmClientKey(act: Act, client: string, kid: string): Promise<string> {
  const held = await heldClient(act, client);
  if (held === null) throw new Refusal('NOT_FOUND', ['client']);
  const key = (await pendingKeys(act, held.id)).find((pending) => pending.kid === kid);
  if (key === undefined) throw new Refusal('NOT_FOUND', ['kid']);
  await confirmed(act, held.id, key, ['kid']);
  return changed(act, held.id, key.id);
}

/** Confirms a key of a client and lets its other confirmed keys end after the overlap, without one at once; throws SAME_PERSON. */
export async function confirmed(act: Act, id: string, key: PendingKey, place: readonly string[]): Promise<void> {
  if (isSamePerson(act.grant.asker.identity, key.addedBy, key.addedByIssuer))
    throw new Refusal('SAME_PERSON', [...place]);
  await markConfirmed(act, key.id);
  act.noted('ClientKey', [key.id]);
  if (key.overlapHours === null) return;
  // the end is inclusive
  await endOtherKeys(act, id, key.id, new Date(act.at.getTime() + key.overlapHours * HOUR_MILLIS - 1));
}

/**
 * Withdraws a key of a client, which proves nothing from the commit on; answers the client's id. A stolen key cannot wait
 * for a second person, so one alone may withdraw even the only key that counts, though that shuts the client out.
 */
export async function withdrawClientKey(act: Act, client: string, kid: string): Promise<string> {
  const held = await heldClient(act, client);
  if (held === null) throw new Refusal('NOT_FOUND', ['client']);
  const keyId = await markWithdrawn(act, held.id, kid);
  if (keyId === null) throw new Refusal('NOT_FOUND', ['kid']);
  return changed(act, held.id, keyId);
}

function changed(act: Act, id: string, keyId: string): string {
  act.changesRights();
  act.noted('ClientKey', [keyId]);
  act.changed({ event: 'client.key-changed', recordId: id, fields: ['keys'] });
  return id;
}
