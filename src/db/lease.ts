/** A connection lent to a snapshot. */
export interface Lease<Client> {
  /** The connection, for as long as the lease lasts. */
  readonly client: Client;
  /** Ends the lease: the running statement is waited for, those behind it and every later one are refused. */
  end(): Promise<void>;
}

interface Asked {
  query(...args: never[]): unknown;
}

/**
 * Lends a connection out. Sibling edges of an operation ask at once: their statements wait for each other here, because
 * pg no longer queues them from version 9 on. A sibling that comes late never reaches a connection given back. Once the
 * signal is given, statements end with its reason.
 */
export function lend<Client extends Asked>(connection: Client, signal?: AbortSignal): Lease<Client> {
  let tail: Promise<unknown> = Promise.resolve();
  let isOver = false;
  const query = (...args: never[]) => {
    const answer = tail.then(async () => {
      if (isOver) throw new Error('The snapshot is closed.');
      signal?.throwIfAborted();
      try {
        return await connection.query(...args);
      } catch (error) {
        throw signal?.aborted ? signal.reason : error;
      }
    });
    tail = answer.catch(() => undefined);
    return answer;
  };
  const client = new Proxy(connection, {
    get: (target, name) => (name === 'query' ? query : Reflect.get(target, name, target)),
  });
  const end = async () => {
    isOver = true;
    await tail;
  };
  return { client, end };
}
