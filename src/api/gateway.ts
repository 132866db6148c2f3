import type { FastifyRequest } from 'fastify';
import type { CredentialCheck } from '../identity/credential.js';
import { Refusal } from '../kernel/refusal.js';

/** The role a gateway's own token claims; it opens the subgraph door and no record. */
export const GATEWAY_ROLE = 'gateway';

/**
 * A gateway shows its own token in `X-Lushu-Gateway` and passes the asker's in `Authorization`: the records it gets are
 * those of the asker. Throws GATEWAY_REFUSED.
 */
export async function checkGateway(request: FastifyRequest, credentials: CredentialCheck): Promise<void> {
  const token = request.headers['x-lushu-gateway'];
  if (typeof token !== 'string') throw new Refusal('GATEWAY_REFUSED');
  const credential = await credentials(token).catch(() => null);
  if (credential?.role !== GATEWAY_ROLE) throw new Refusal('GATEWAY_REFUSED');
}
