import { setImmediate as nextTurn } from 'node:timers/promises';
import { at } from '../../kernel/at.js';
import type { CryptoProvider } from '../../kernel/crypto.js';
import { documentHash } from '../../kernel/document-hash.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Act } from '../../operation/act.js';
import type { DocumentJudge } from '../../operation/ask.js';
import { byItself, type ItemAnswer, type ItemOutcome, type Keyed, recordBatch } from '../../operation/batch.js';
import {
  type EnteredOperation,
  heldClients,
  insertOperations,
  markRetired,
  registeredOf,
} from './client-operation-write.store.js';

/** What keeps a hub's memory of hashes bounded; the largest applications have some hundreds of operations. */
const OPERATION_LIMIT = 2_000;

/** An operation to be registered. */
export interface GivenOperation extends Keyed {
  readonly client: string;
  readonly document: string;
  readonly sha256?: string | null;
}

/** An operation to be retired. */
export interface Retirement extends Keyed {
  readonly operation: string;
}

/**
 * Registers operations of clients, item by item. A document that its client has registered keeps its line. Items are
 * refused with NOT_FOUND, the codes of the document group, OPERATIONS_TOO_MANY.
 */
export function registerClientOperations(
  act: Act,
  crypto: CryptoProvider,
  judge: DocumentJudge,
  operations: readonly GivenOperation[],
): Promise<ItemAnswer[]> {
  return recordBatch(act, crypto, 'registerClientOperations', operations, ['operations'], async (fresh) => {
    const clients = await heldClients(
      act,
      fresh.map(({ item }) => item.client),
    );
    const registered = await registeredOf(act, clients);
    const outcomes = new Map<number, ItemOutcome>();
    const entered: EnteredOperation[] = [];
    for (const { item, id, index } of fresh) {
      byItself(outcomes, index, () => {
        const ofClient = registered.get(item.client.toLowerCase());
        if (!ofClient) throw new Refusal('NOT_FOUND', ['client']);
        const sha256 = documentHash(item.document);
        const known = ofClient.get(sha256);
        if ((item.sha256 ?? sha256) !== sha256) throw new Refusal('DOCUMENT_HASH_WRONG', ['sha256']);
        if (known !== undefined) return void outcomes.set(index, { recordId: known });
        const { name } = at(['document'], () => judge(item.document));
        if (ofClient.size >= OPERATION_LIMIT)
          throw new Refusal('OPERATIONS_TOO_MANY', ['client'], { limit: OPERATION_LIMIT });
        ofClient.set(sha256, id);
        entered.push({ id, clientId: item.client.toLowerCase(), sha256, document: item.document, name });
      });
      // a large document takes long to validate: others get their turn in between
      await nextTurn();
    }
    await insertOperations(act, entered);
    act.noted('Client', new Set(entered.map(({ clientId }) => clientId)));
    for (const { id } of entered)
      act.changed({ event: 'client-operation.registered', recordId: id, fields: ['sha256', 'document', 'name'] });
    if (entered.length > 0) act.changesRights();
    return outcomes;
  });
}

/** Retires registered operations, item by item: they are asked no more from the commit on. Items are refused with NOT_FOUND. */
export function retireClientOperations(
  act: Act,
  crypto: CryptoProvider,
  operations: readonly Retirement[],
): Promise<ItemAnswer[]> {
  return recordBatch(act, crypto, 'retireClientOperations', operations, ['operations'], async (fresh) => {
    const asked = fresh.map(({ item }) => item.operation.toLowerCase());
    const retired = await markRetired(act, asked);
    const outcomes = new Map<number, ItemOutcome>();
    for (const { item, index } of fresh) {
      const recordId = item.operation.toLowerCase();
      outcomes.set(index, retired.has(recordId) ? { recordId } : new Refusal('NOT_FOUND', ['operation']));
    }
    for (const recordId of retired)
      act.changed({ event: 'client-operation.retired', recordId, fields: ['retiredBy', 'retiredAt'] });
    if (retired.size > 0) act.changesRights();
    return outcomes;
  });
}
