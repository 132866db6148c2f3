import type { FastifyRequest } from 'fastify';
import { isByWithdrawnKey } from '../identity/admission.js';
import type { Credential, CredentialCheck } from '../identity/credential.js';
import { GATEWAY_ROLE } from '../identity/issuers.js';
import type { Standing } from '../identity/standing.js';
import { Refusal } from '../kernel/refusal.js';

/** The gateway's own token, in `X-Lushu-Gateway`; the asker's is in `Authorization`. Throws GATEWAY_REFUSED. */
export async function gatewayCredential(request: FastifyRequest, credentials: CredentialCheck): Promise<Credential> {
  const token = request.headers['x-lushu-gateway'];
  if (typeof token !== 'string') throw new Refusal('GATEWAY_REFUSED');
  const credential = await credentials(token).catch(() => null);
  if (!credential?.roles.includes(GATEWAY_ROLE)) throw new Refusal('GATEWAY_REFUSED');
  return credential;
}

/**
 * Whether a gateway may pass requests on, by what administrators have decided of it as a client; it is nobody's account.
 * Throws GATEWAY_REFUSED.
 */
export function checkGateway(credential: Credential, standing: Standing): void {
  const client = standing.client(credential.issuer, credential.clientId);
  const isOpen = client?.state === 'ACTIVE' && client.roles.includes(GATEWAY_ROLE);
  const isBound = !client?.isCertificateBound || credential.boundTo !== null;
  if (!isOpen || !isBound || isByWithdrawnKey(credential, standing)) throw new Refusal('GATEWAY_REFUSED');
}
