import { constants } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type ServerOptions } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { FastifyInstance } from 'fastify';
import type { TlsFiles } from '../config.js';
import { thumbprintOf } from '../identity/certificate-binding.js';
import { systemClock } from '../kernel/clock.js';
import type { halfRequests } from './limits/half-requests.js';

/** The mutual TLS listener. */
export interface TlsListener {
  /** Begins to listen and gives its address. */
  listen(host: string): Promise<AddressInfo>;
  /** Reads the files again, for connections from now on. Throws when they do not fit; the old ones then stay. */
  reload(): void;
  closeAllConnections(): void;
}

const HANDSHAKE_MILLIS = 10_000;

interface Shown {
  readonly thumbprint: string | null;
  readonly validUntil: number;
  readonly isCurrent: () => boolean;
}

/** What was shown when a connection was made. */
const shown = new WeakMap<Socket, Shown>();

/**
 * Thumbprint of the client certificate of a connection; null when none was shown, or one that is not good: of an unknown
 * authority, for another use, expired or revoked, or checked by files that were read again since. Headers are not asked:
 * whoever sends a request writes them.
 */
export function certificateShown(socket: Socket): string | null {
  const certificate = shown.get(socket);
  if (!certificate?.isCurrent()) return null;
  return systemClock.now().getTime() <= certificate.validUntil ? certificate.thumbprint : null;
}

/**
 * Makes a TLS listener (1.2 or newer) that serves the routes of an app, asks for a client certificate and takes none for
 * an answer. It stops with the app, which must be made ready before it listens.
 */
export function tlsListener(
  app: FastifyInstance,
  settings: TlsFiles,
  { clientErrorHandler, requestTimeout, http }: ReturnType<typeof halfRequests>,
): TlsListener {
  const options = {
    ...material(settings),
    requestCert: true,
    rejectUnauthorized: false,
    handshakeTimeout: HANDSHAKE_MILLIS,
    requestTimeout,
    ...http,
  };
  const server = createServer(options, app.routing);
  let edition = {};
  let ended: Promise<void> = Promise.resolve();
  server.keepAliveTimeout = app.server.keepAliveTimeout;
  server.on('clientError', (error, socket) => clientErrorHandler(error, socket as Socket));
  server.prependListener('secureConnection', (socket: TLSSocket) => {
    const made = edition;
    shown.set(socket, { ...certificateOf(socket), isCurrent: () => made === edition });
  });
  app.addHook('onSend', async (request, reply) => {
    if (shown.get(request.raw.socket)?.isCurrent() === false) reply.header('connection', 'close');
  });
  app.addHook('preClose', async () => {
    ended = new Promise((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
  });
  app.addHook('onClose', () => ended);
  return {
    listen: (host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(settings.port, host, () => {
          server.off('error', reject);
          resolve(server.address() as AddressInfo);
        });
      }),
    reload() {
      server.setSecureContext(material(settings));
      edition = {};
      server.closeIdleConnections();
    },
    closeAllConnections: () => server.closeAllConnections(),
  };
}

function certificateOf(socket: TLSSocket): Omit<Shown, 'isCurrent'> {
  // without a certificate a connection may count as authorised: one that resumes a session of TLS 1.3 (nodejs/node#35317)
  const certificate = socket.authorized ? socket.getPeerX509Certificate() : undefined;
  if (certificate === undefined) return { thumbprint: null, validUntil: 0 };
  return { thumbprint: thumbprintOf(certificate.raw), validUntil: Date.parse(certificate.validTo) };
}

/** No session is resumed and none negotiated anew, so that what was shown at the handshake is what was checked there. */
function material({ certFile, keyFile, clientCaFile, clientCrlFile }: TlsFiles): ServerOptions {
  return {
    cert: readFileSync(certFile),
    key: readFileSync(keyFile),
    ca: readFileSync(clientCaFile),
    ...(clientCrlFile === undefined ? {} : { crl: readFileSync(clientCrlFile) }),
    minVersion: 'TLSv1.2',
    secureOptions: constants.SSL_OP_NO_TICKET | constants.SSL_OP_NO_RENEGOTIATION,
  };
}
