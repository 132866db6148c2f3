import { calculateJwkThumbprint, importJWK, type JSONWebKeySet, type JWK, SignJWT } from 'jose';
import type { Clock } from '../kernel/clock.js';
import { uuidv7 } from '../kernel/uuid.js';
import { AUDIENCE } from './development-issuer.js';
import { fixedKeys } from './issuer-keys.js';
import { issuerForAll, type TrustedIssuer, usualClaims } from './issuers.js';

/** How long a token of the hub is good, in seconds. */
export const TOKEN_SECONDS = 600;

/** What a token of a system says. */
export interface SystemGrant {
  readonly clientId: string;
  /** The key of the client that it was asked for by; the token falls with it. */
  readonly keyId: string;
  readonly roles: readonly string[];
  readonly unitCode: string;
  /** Thumbprint of the client certificate it will be bound to (RFC 8705); null for none. */
  readonly boundTo: string | null;
}

/** The hub's own issuer, for systems (OAuth 2.0 client credentials); it speaks for the three institutions. */
export interface HubIssuer {
  readonly issuer: string;
  readonly trusted: TrustedIssuer;
  /** The public keys, for whoever else wants to check a token. */
  readonly jwks: JSONWebKeySet;
  /** An access token (RFC 9068), good for ten minutes. */
  token(grant: SystemGrant): Promise<string>;
}

/** Makes the issuer of a name; `keys` are ES256, the first of them private: it signs. */
export async function hubIssuer(issuer: string, keys: readonly JWK[], clock: Clock): Promise<HubIssuer> {
  const jwks = { keys: await Promise.all(keys.map(published)) };
  const key = await importJWK(keys[0] as JWK, 'ES256');
  const kid = jwks.keys[0]?.kid as string;
  return {
    issuer,
    jwks,
    trusted: {
      ...issuerForAll(issuer, AUDIENCE),
      institutions: ['COURT', 'JUSTICE', 'BAR'],
      claims: { ...usualClaims, key: 'lushu.key' },
      keys: fixedKeys(jwks),
    },
    token: ({ clientId, keyId, roles, unitCode, boundTo }) => {
      const now = Math.floor(clock.now().getTime() / 1000);
      const confirmation = boundTo === null ? {} : { cnf: { 'x5t#S256': boundTo } };
      return new SignJWT({ client_id: clientId, lushu: { roles, unit: unitCode, key: keyId }, ...confirmation })
        .setProtectedHeader({ alg: 'ES256', kid, typ: 'at+jwt' })
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setSubject(clientId)
        .setJti(uuidv7())
        .setIssuedAt(now)
        .setExpirationTime(now + TOKEN_SECONDS)
        .sign(key);
    },
  };
}

/** The public half of a key; one without a name is called by its thumbprint (RFC 7638). */
async function published({ kty, crv, x, y, kid }: JWK): Promise<JWK> {
  const half = { kty, crv, x, y };
  return { ...half, kid: kid ?? (await calculateJwkThumbprint(half as JWK)), use: 'sig', alg: 'ES256' };
}
