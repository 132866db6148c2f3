import type { HTTPGraphQLRequest } from '@apollo/server';
import { Refusal } from '../../kernel/refusal.js';

/** A document that a request names by its hash: the hash, or null for a name that is none of the hub's. */
export interface Reference {
  readonly sha256: string | null;
  /** Where in the request it stands. */
  readonly at: readonly string[];
}

const HASH = /^[0-9a-f]{64}$/;
const IN_EXTENSION = ['extensions', 'persistedQuery', 'sha256Hash'];

/**
 * The document that a request names: by `documentId` (GraphQL over HTTP, appendix A), or as clients of Apollo do; null when
 * it names none. Throws REQUEST_MALFORMED, with the place, for what is no name, and for two that differ.
 */
export function referenceIn(
  http: HTTPGraphQLRequest | undefined,
  extensions: Readonly<Record<string, unknown>> | undefined,
): Reference | null {
  const byId = byDocumentId(http);
  const byHash = byExtension(extensions?.persistedQuery);
  if (byId && byHash && byId.sha256 !== byHash.sha256) throw new Refusal('REQUEST_MALFORMED', IN_EXTENSION);
  return byId ?? byHash;
}

function byDocumentId(http: HTTPGraphQLRequest | undefined): Reference | null {
  const at = ['documentId'];
  const given = documentIdIn(http);
  if (given === undefined || given === null) return null;
  if (typeof given !== 'string') throw new Refusal('REQUEST_MALFORMED', at);
  if (!given.startsWith('sha256:')) return { sha256: null, at };
  const sha256 = given.slice('sha256:'.length);
  if (!HASH.test(sha256)) throw new Refusal('REQUEST_MALFORMED', at);
  return { sha256, at };
}

function documentIdIn(http: HTTPGraphQLRequest | undefined): unknown {
  if (http?.method !== 'GET') return (http?.body as { documentId?: unknown } | undefined)?.documentId;
  const given = new URLSearchParams(http.search).getAll('documentId');
  if (given.length > 1) throw new Refusal('REQUEST_MALFORMED', ['documentId']);
  return given[0];
}

function byExtension(given: unknown): Reference | null {
  if (given === undefined || given === null) return null;
  const { version, sha256Hash } = given as { version?: unknown; sha256Hash?: unknown };
  if (version !== 1 || typeof sha256Hash !== 'string' || !HASH.test(sha256Hash))
    throw new Refusal('REQUEST_MALFORMED', IN_EXTENSION);
  return { sha256: sha256Hash, at: IN_EXTENSION };
}
