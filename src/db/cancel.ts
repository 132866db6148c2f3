import pg from 'pg';

const CONNECT_MILLIS = 2_000;

/**
 * Cancels what a connection is running when the signal says so, from a connection of its own: the pool's may all be
 * taken. Gives what ends the watch; it waits for a cancellation under way, or that would meet the next statement. When
 * there is no connection to be had, the statement's own timeout is left.
 */
export function cancelledBy(signal: AbortSignal | undefined, url: string, client: pg.PoolClient): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  const onAbort = () => {
    underWay = cancel(url, (client as unknown as { processID: number }).processID);
  };
  signal?.addEventListener('abort', onAbort, { once: true });
  return async () => {
    signal?.removeEventListener('abort', onAbort);
    await underWay;
  };
}

async function cancel(url: string, processId: number): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MILLIS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_cancel_backend($1)', [processId]);
  } catch {
    // the statement ends by its own timeout
  } finally {
    await client.end().catch(() => undefined);
  }
}
