import type { Socket } from 'node:net';
import type { DoorCounter } from '../../audit/door-counter.js';
import { Refusal } from '../../kernel/refusal.js';
import { retryAfterOf, shownRefusal } from '../errors.js';

/** A request may arrive in so many times the time it has to be answered. */
const ARRIVAL = 3;

/**
 * What Fastify is told about requests that do not arrive whole: one that takes too long is refused (TOO_SLOW), one that is
 * not HTTP too (REQUEST_MALFORMED); both are counted at the door.
 */
export function halfRequests(operationMillis: number, doors: DoorCounter) {
  const requestTimeout = operationMillis * ARRIVAL;
  return {
    requestTimeout,
    // Node takes the larger of the two for the body, so the time for the head may not be longer
    http: {
      headersTimeout: Math.min(60_000, requestTimeout),
      connectionsCheckingInterval: Math.min(1_000, requestTimeout),
    },
    clientErrorHandler(error: NodeJS.ErrnoException, socket: Socket) {
      if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
      const isLate = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
      const refusal = isLate
        ? new Refusal('TOO_SLOW', [], { limitMillis: requestTimeout })
        : new Refusal('REQUEST_MALFORMED');
      doors.refused(socket.remoteAddress ?? 'unknown', refusal.code);
      socket.end(written(refusal));
    },
  };
}

/** There is no request to answer, so the answer is written out. */
function written(refusal: Refusal): string {
  const body = JSON.stringify({ errors: [shownRefusal(refusal)] });
  const retryAfter = retryAfterOf(refusal);
  const lines = [
    `HTTP/1.1 ${refusal.status} ${refusal.status === 503 ? 'Service Unavailable' : 'Bad Request'}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(retryAfter === null ? [] : [`Retry-After: ${retryAfter}`]),
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
