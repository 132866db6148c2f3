import { sql } from 'drizzle-orm';
import { policyEpoch } from '../../audit/policy-epoch.table.js';
import type { Database } from '../../db/handle.js';
import type { OperationBook } from '../../identity/standing.js';
import { Bounded } from '../../kernel/bounded.js';
import { clientOperation } from './client-operation.table.js';

/** Hashes of all clients together that are remembered, some 100 bytes each. */
const HASHES = 200_000;
/** Characters of documents that are remembered. */
const CHARACTERS = 16 * 1024 * 1024;

/** The hashes of one client, as they stood at an epoch. */
interface Registered {
  readonly epoch: number;
  readonly hashes: ReadonlySet<string>;
}

/**
 * The registered operations from the database. The hashes of a client are kept until the epoch has moved, and the documents
 * behind them for good, since a hash stands for one document only; both within bounds, the least used go first. So no
 * operation that is asked again asks the database for its document.
 */
export function operationBook(database: Database): OperationBook {
  const clients = new Bounded<Promise<Registered>>(HASHES);
  const documents = new Bounded<string>(CHARACTERS);

  /** Reads again until what is kept is of the epoch that was asked for. */
  async function hashesOf(clientId: string, epoch: number): Promise<ReadonlySet<string>> {
    for (;;) {
      const kept = clients.get(clientId);
      const known = await kept;
      if (known && known.epoch >= epoch) return known.hashes;
      // of several that find it old at once, the first reads
      if (clients.get(clientId) === kept) read(clientId);
    }
  }

  function read(clientId: string): void {
    const reading = registeredNow(database, clientId);
    clients.set(clientId, reading, 1);
    reading.then(
      ({ hashes }) => {
        if (clients.get(clientId) === reading) clients.set(clientId, reading, hashes.size + 1);
      },
      () => {
        if (clients.get(clientId) === reading) clients.delete(clientId);
      },
    );
  }

  return {
    holds: async (clientId, sha256, epoch) => (await hashesOf(clientId, epoch)).has(sha256),
    async read(clientId, sha256, epoch) {
      if (!(await hashesOf(clientId, epoch)).has(sha256)) return null;
      const known = documents.get(sha256);
      if (known !== undefined) return known;
      const [found] = await database.single<{ document: string }>(
        sql`select ${clientOperation.document} from ${clientOperation}
          where ${clientOperation.clientId} = ${clientId}::uuid and ${clientOperation.sha256} = ${sha256} limit 1`,
      );
      if (!found) return null;
      documents.set(sha256, found.document, found.document.length);
      return found.document;
    },
  };
}

/** One statement, so that hashes and epoch are of one moment. */
async function registeredNow(database: Database, clientId: string): Promise<Registered> {
  const [row] = await database.single<{ epoch: string; hashes: string[] }>(
    sql`select ${policyEpoch.epoch}, array(select ${clientOperation.sha256} from ${clientOperation}
        where ${clientOperation.clientId} = ${clientId}::uuid and ${clientOperation.retiredAt} is null) as hashes
      from ${policyEpoch} where ${policyEpoch.id} = 1`,
  );
  if (!row) throw new Error('The database has no policy epoch.');
  return { epoch: Number(row.epoch), hashes: new Set(row.hashes) };
}
