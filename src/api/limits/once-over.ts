import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What is under way on a connection; one listener for all of it, since requests may stand in line there. */
const underWay = new WeakMap<Socket, Set<() => void>>();

/**
 * Calls `over` once: when the answer has left, or its connection has ended. Node tells the end of a connection to the
 * answer whose turn it is, and to none behind it. The connection must not have ended yet.
 */
export function onceOver({ raw: { socket } }: FastifyRequest, reply: FastifyReply, over: () => void): void {
  const ends = underWay.get(socket) ?? new Set();
  if (!underWay.has(socket)) {
    underWay.set(socket, ends);
    socket.once('close', () => {
      for (const end of ends) end();
    });
  }
  const end = () => {
    if (ends.delete(end)) over();
  };
  ends.add(end);
  reply.raw.once('close', end);
}
