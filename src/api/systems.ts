import type { FastifyInstance } from 'fastify';
import { ClientAuthentication } from '../domain/hub/index.js';
import { ASSERTION_ALGORITHMS } from '../identity/client-assertion.js';
import type { HubIssuer } from '../identity/hub-issuer.js';
import type { Books } from './apollo.js';
import type { Door } from './door.js';
import { TOKEN_PATH, type TokenDesk, tokenRoute } from './token-endpoint.js';

/** How the hub issues tokens to systems. */
export interface Systems {
  readonly issuer: HubIssuer;
  /** Where the mutual TLS listener is reached from outside, when there is one. */
  readonly tlsBase: string | undefined;
  /** By how much the clocks of clients may differ from ours. */
  readonly skewSeconds: number;
}

/** What the routes share with the rest of the hub. */
export type Shared = Books & Pick<Door, 'hub' | 'standings'> & Pick<TokenDesk, 'limits'>;

/**
 * Serves the hub's own issuer: the token endpoint, its metadata (RFC 8414; RFC 8705, 5 for the mutual TLS address) and its
 * keys (RFC 7517).
 */
export function systemRoutes(
  app: FastifyInstance,
  { issuer, tlsBase, skewSeconds }: Systems,
  { hub, ...shared }: Shared,
): void {
  const addresses = [issuer.issuer, ...(tlsBase === undefined ? [] : [tlsBase])].map((base) => `${base}${TOKEN_PATH}`);
  const addressee = { audiences: [issuer.issuer, ...addresses], clock: hub.clock, skewSeconds };
  const clients = new ClientAuthentication(hub.database, issuer.issuer, addressee);
  tokenRoute(app, { ...shared, issuer, clients });
  const metadata = {
    issuer: issuer.issuer,
    token_endpoint: addresses[0],
    jwks_uri: `${issuer.issuer}/.well-known/jwks.json`,
    grant_types_supported: ['client_credentials'],
    response_types_supported: [],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ASSERTION_ALGORITHMS,
    tls_client_certificate_bound_access_tokens: tlsBase !== undefined,
    ...(tlsBase === undefined ? {} : { mtls_endpoint_aliases: { token_endpoint: addresses[1] } }),
  };
  publish(app, '/.well-known/oauth-authorization-server', metadata);
  publish(app, '/.well-known/jwks.json', issuer.jwks);
}

function publish(app: FastifyInstance, url: string, document: object): void {
  app.get(url, async (_, reply) => {
    reply.header('cache-control', 'public, max-age=300');
    return document;
  });
}
