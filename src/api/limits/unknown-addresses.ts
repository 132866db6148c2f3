import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../kernel/refusal.js';

/**
 * Refuses what has no route, of address or method, before its body is read: ROUTE_UNKNOWN. A connection on which a body
 * was announced is closed, so that nobody keeps it with one that never comes.
 */
export function refuseUnknownAddresses(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ is404, headers }, reply) => {
    if (!is404) return;
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
    if (hasBody) reply.header('connection', 'close');
    throw new Refusal('ROUTE_UNKNOWN');
  });
}
