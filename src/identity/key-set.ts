import { type CryptoKey, createLocalJWKSet, errors, type JSONWebKeySet, type JWK, type JWTVerifyGetKey } from 'jose';
import { Refusal } from '../kernel/refusal.js';

/** A JWKS at hand (RFC 7517). */
export interface KeySet {
  /** The key for a token's header; throws TOKEN_KEY_UNKNOWN, or TOKEN_ALGORITHM_REFUSED when that key is for another. */
  find(...asked: Parameters<JWTVerifyGetKey>): Promise<CryptoKey>;
  /** Whether a key of that name was published; of any name when the token gives none. */
  has(kid: string | undefined): boolean;
}

/** RFC 7518, 3.3: RSA keys have 2048 bits or more. */
const RSA_BYTES = 256;

/** Reads a JWKS; throws an Error for what is none. Secrets and short RSA keys are passed over: no token may name them. */
export function keySet(jwks: JSONWebKeySet): KeySet {
  createLocalJWKSet(jwks);
  const usable = createLocalJWKSet({ keys: jwks.keys.filter(isUsable) });
  const has = (kid: string | undefined) => jwks.keys.some((key) => kid === undefined || key.kid === kid);
  return {
    has,
    find: async (header, token) => {
      try {
        return await usable(header, token);
      } catch (error) {
        if (error instanceof errors.JWKSNoMatchingKey && header.kid !== undefined && has(header.kid))
          throw new Refusal('TOKEN_ALGORITHM_REFUSED');
        if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
          throw new Refusal('TOKEN_KEY_UNKNOWN');
        throw error;
      }
    },
  };
}

function isUsable(key: JWK): boolean {
  if (key.d !== undefined || key.kty === 'oct') return false;
  return key.kty !== 'RSA' || Buffer.from(key.n ?? '', 'base64url').length >= RSA_BYTES;
}
