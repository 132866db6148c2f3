import { createHash, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../kernel/refusal.js';
import type { Credential } from './credential.js';

/** The name of a certificate in tokens: SHA-256 of its DER bytes in base64url (RFC 8705, 3.1). */
export const thumbprintOf = (certificate: Uint8Array): string =>
  createHash('sha256').update(certificate).digest('base64url');

/**
 * Whether a token comes with the certificate it is bound to; `shown` is the thumbprint of the one that was shown, null
 * without. A token that is bound to none may come with any. Throws CERTIFICATE_MISSING, CERTIFICATE_MISMATCH.
 */
export function checkBinding({ boundTo }: Credential, shown: string | null): void {
  if (boundTo === null) return;
  if (shown === null) throw new Refusal('CERTIFICATE_MISSING');
  const [bound, given] = [Buffer.from(boundTo), Buffer.from(shown)];
  if (bound.length !== given.length || !timingSafeEqual(bound, given)) throw new Refusal('CERTIFICATE_MISMATCH');
}
