import { Refusal } from '../kernel/refusal.js';
import type { Credential } from './credential.js';
import type { Identity } from './identity.js';
import { isAdministrator } from './roles.js';
import type { RegisteredClient, Standing } from './standing.js';

/**
 * Whether somebody whose token is good may act as the identity he asks for, by what administrators have decided. Throws
 * CLIENT_UNKNOWN, CLIENT_DISABLED, KEY_WITHDRAWN, CERTIFICATE_MISSING, PERSON_DISABLED, ROLE_NOT_HELD, ROLES_CONFLICT or
 * PURPOSE_NOT_ALLOWED.
 */
export function checkStanding(credential: Credential, identity: Identity, standing: Standing): void {
  const client = activeClient(credential, standing);
  if (isByWithdrawnKey(credential, standing)) throw new Refusal('KEY_WITHDRAWN');
  if (client.isCertificateBound && credential.boundTo === null) throw new Refusal('CERTIFICATE_MISSING');
  if (standing.isDisabled(credential.issuer, credential.subject, identity)) throw new Refusal('PERSON_DISABLED');
  if (identity.role === 'public') return;
  if (!client.roles.includes(identity.role)) throw new Refusal('ROLE_NOT_HELD');
  if (!client.purposes.includes(identity.purpose)) throw new Refusal('PURPOSE_NOT_ALLOWED');
  checkOffice(credential, identity, standing);
}

/** Whether a token was got by a key of its client that was withdrawn since. */
export const isByWithdrawnKey = ({ keyId }: Credential, standing: Standing): boolean =>
  keyId !== null && standing.isKeyWithdrawn(keyId);

function activeClient({ issuer, clientId }: Credential, standing: Standing): RegisteredClient {
  const client = standing.client(issuer, clientId);
  if (client?.state === 'DISABLED') throw new Refusal('CLIENT_DISABLED');
  if (client?.state !== 'ACTIVE') throw new Refusal('CLIENT_UNKNOWN');
  return client;
}

/** An administrator is one by appointment, whatever his token says, and is nothing else besides. */
function checkOffice({ issuer, subject }: Credential, { role, unit }: Identity, standing: Standing): void {
  const office = standing.office(issuer, subject);
  if (office !== null && office.role !== role) throw new Refusal('ROLES_CONFLICT');
  if (isAdministrator(role) && office?.unitCode !== unit?.code) throw new Refusal('ROLE_NOT_HELD');
}
