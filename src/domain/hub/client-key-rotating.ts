import { at } from '../../kernel/at.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Act } from '../../operation/act.js';
import { publicKeyOf } from './client-key.js';
import { endOtherKeys, heldClient, insertKey, isKeyInUse, markWithdrawn } from './client-write.store.js';

/** A week is enough to bring a new key to every machine. */
const LONGEST_OVERLAP_HOURS = 168;
const HOUR_MILLIS = 3_600_000;

/** A new key for a client, and how long the ones before may still be used. */
export interface Rotation {
  readonly client: string;
  readonly jwk: string;
  readonly overlapHours: number;
}

/** Adds a key to a client and lets its others end after the overlap, without one at once; answers the client's id. */
export async function rotateClientKey(act: Act, { client, jwk, overlapHours }: Rotation): Promise<string> {
  if (overlapHours < 0 || overlapHours > LONGEST_OVERLAP_HOURS)
    throw new Refusal('NUMBER_OUT_OF_RANGE', ['input', 'overlapHours'], { from: 0, to: LONGEST_OVERLAP_HOURS });
  const key = at(['input', 'jwk'], () => publicKeyOf(jwk));
  const held = await heldClient(act, client);
  if (held === null) throw new Refusal('NOT_FOUND', ['input', 'client']);
  if (await isKeyInUse(act, key)) throw new Refusal('KEY_EXISTS', ['input', 'jwk']);
  const keyId = await insertKey(act, held.id, key);
  if (keyId === null) throw new Refusal('KEY_EXISTS', ['input', 'jwk']);
  // the end is inclusive
  await endOtherKeys(act, held.id, key.kid, new Date(act.at.getTime() + overlapHours * HOUR_MILLIS - 1));
  return changed(act, held.id, keyId);
}

/** Withdraws a key of a client, which proves nothing from the commit on; answers the client's id. */
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
