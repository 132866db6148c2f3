import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

const STOP_SECONDS = 25;

/** How a server comes to rest. */
export interface Stopping {
  /** Whether it has not been asked to stop. */
  isServing(): boolean;
  close(): Promise<void>;
}

/**
 * Stops in this order: `/readyz` says no while all else goes on for `drainSeconds`, so that a balancer looks elsewhere;
 * new connections are refused; answers in flight have `stopSeconds` to finish; what is left is cut.
 */
export function stopping(
  app: FastifyInstance,
  { drainSeconds = 0, stopSeconds = STOP_SECONDS }: { readonly drainSeconds?: number; readonly stopSeconds?: number },
  listeners: readonly { closeAllConnections(): void }[] = [app.server],
): Stopping {
  let isServing = true;
  let isClosing = false;
  // a client that keeps its connection would keep the hub from stopping
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
  return {
    isServing: () => isServing,
    async close() {
      isServing = false;
      await sleep(drainSeconds * 1000);
      isClosing = true;
      const cut = setTimeout(() => {
        for (const listener of listeners) listener.closeAllConnections();
      }, stopSeconds * 1000);
      await app.close();
      clearTimeout(cut);
    },
  };
}
