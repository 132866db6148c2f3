import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const STOP_SECONDS = 25;

/** How a server comes to rest. */
export interface Stopping {
  /** Whether it has not been asked to stop. */
  isServing(): boolean;
  /** Throws, at the end, when answers had to be cut. */
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
  const unanswered = new Set<FastifyRequest>();
  app.addHook('onRequest', async (request, reply) => {
    unanswered.add(request);
    reply.raw.once('close', () => unanswered.delete(request));
  });
  return {
    isServing: () => isServing,
    async close() {
      isServing = false;
      await sleep(drainSeconds * 1000);
      isClosing = true;
      let lost = 0;
      const cut = setTimeout(() => {
        // a request that never came whole has no answer to lose
        lost = [...unanswered].filter(({ raw }) => raw.complete).length;
        for (const listener of listeners) listener.closeAllConnections();
      }, stopSeconds * 1000);
      await app.close();
      clearTimeout(cut);
      if (lost > 0) throw new Error(`${lost} answers were cut`);
    },
  };
}
