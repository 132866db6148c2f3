import type { Institution } from './roles.js';

/** What a verified bearer token says, before the hub has looked its unit up. */
export interface Credential {
  readonly issuer: string;
  /** The institutions its issuer speaks for. */
  readonly institutions: readonly Institution[];
  readonly subject: string;
  readonly clientId: string;
  /** All roles it holds, as the hub names them; they may be none, and need not exist. */
  readonly roles: readonly string[];
  readonly unit: string | null;
  readonly firm: string | null;
  readonly lawyer: string | null;
  /** SHA-256 thumbprint (base64url) of the client certificate it is bound to (RFC 8705). */
  readonly boundTo: string | null;
  /** The registered key of its client that it was got by; null when another issuer signed it. */
  readonly keyId: string | null;
  readonly expiresAt: Date;
}

/**
 * Checks a bearer token (RFC 6750, RFC 7519, RFC 9068); throws TOKEN_MALFORMED, TOKEN_EXPIRED, TOKEN_NOT_YET_VALID,
 * TOKEN_KEY_UNKNOWN, TOKEN_ALGORITHM_REFUSED, TOKEN_FORGED, ISSUER_UNKNOWN, AUDIENCE_WRONG or ISSUER_UNAVAILABLE.
 */
export type CredentialCheck = (token: string) => Promise<Credential>;
