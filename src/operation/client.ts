import { createHash } from 'node:crypto';
import type { Identity } from '../identity/identity.js';

/**
 * The client that limits and shares are counted for: the system of an institution. A firm's or a lawyer's system serves
 * many askers who are nothing to each other, so each of them is a client. The public is counted by network source.
 */
export function clientOf({ institution, unit, role, clientId, actorId }: Identity, source = ''): string {
  if (role === 'public') return publicAt(source);
  const parts = unit === null ? [institution, clientId, actorId] : [institution, clientId];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** The client that whoever is not known is counted as. */
export const publicAt = (source: string): string => `public ${source}`;
