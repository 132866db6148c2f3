import type { ApolloServerPlugin } from '@apollo/server';
import type { OperationBook } from '../../identity/standing.js';
import { documentHash } from '../../kernel/document-hash.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Ask } from '../../operation/ask.js';
import { refusalBehind, requestError } from '../errors.js';
import { type Reference, referenceIn } from './reference.js';

/** Stands for a document that is refused: nothing of that one is read, so nothing of the schema is told by its faults. */
const NOTHING = '{ __typename }';

/**
 * Registered operations: puts the document in the place of its hash, and refuses a limited client every other document.
 * Apollo's own persisted queries stay off: a store that every client fills by asking would register what nobody looked at.
 * Throws DOCUMENT_UNKNOWN, alike for what nobody, somebody else or no longer this client has registered;
 * DOCUMENT_HASH_WRONG; OPERATION_UNREGISTERED.
 */
export function registeredPlugin(book: OperationBook): ApolloServerPlugin<Ask> {
  return {
    async requestDidStart({ request, contextValue: ask }) {
      try {
        const { persistedQuery: _named, ...extensions } = request.extensions ?? {};
        const asked = { query: request.query, named: referenceIn(request.http, request.extensions) };
        if (request.extensions) request.extensions = extensions;
        if (asked.query === undefined && asked.named === null) return {};
        request.query = await settled(book, ask, asked);
        ask.alsoHolds = async () => void (await documentOf(book, ask, asked));
        return {};
      } catch (error) {
        request.query = NOTHING;
        delete request.operationName;
        delete request.extensions;
        return {
          async didResolveOperation() {
            throw requestError(refusalBehind(error), error as Error);
          },
        };
      }
    },
  };
}

/** What a request asks: a document, or the name of one, or both. */
interface Asked {
  readonly query: string | undefined;
  readonly named: Reference | null;
}

/** The document; nobody is refused by what was true once, so before a refusal the rights of now decide. */
async function settled(book: OperationBook, ask: Ask, asked: Asked): Promise<string> {
  try {
    return await documentOf(book, ask, asked);
  } catch (error) {
    const isForGood = error instanceof Refusal && error.code === 'DOCUMENT_HASH_WRONG';
    if (isForGood) throw error;
    await ask.decideAgain();
    return documentOf(book, ask, asked);
  }
}

async function documentOf(book: OperationBook, { client, epoch }: Ask, { query, named }: Asked): Promise<string> {
  if (query === undefined) {
    const { sha256, at } = named as Reference;
    const document = client && sha256 ? await book.read(client.id, sha256, epoch) : null;
    if (document === null) throw new Refusal('DOCUMENT_UNKNOWN', at);
    return document;
  }
  if (named === null && !client?.isLimited) return query;
  const sha256 = documentHash(query);
  if (named !== null && named.sha256 !== sha256) throw new Refusal('DOCUMENT_HASH_WRONG', named.at);
  if (client?.isLimited && !(await book.holds(client.id, sha256, epoch))) throw new Refusal('OPERATION_UNREGISTERED');
  return query;
}
