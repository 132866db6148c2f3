import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Clock } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import { isStorable } from '../kernel/text.js';

/** What a verified bearer token says, before the hub has looked its unit up. */
export interface Credential {
  readonly subject: string;
  readonly clientId: string;
  readonly role: string;
  readonly unit: string | null;
  readonly firm: string | null;
  readonly lawyer: string | null;
}

/** Checks a bearer token (RFC 6750, RFC 7519); throws TOKEN_MALFORMED, TOKEN_EXPIRED, TOKEN_FORGED, TOKEN_FOREIGN or ISSUER_UNAVAILABLE. */
export type CredentialCheck = (token: string) => Promise<Credential>;

/** Whom the hub believes, and for whom tokens must be meant. */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
}

const ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA'];
const REMEMBERED = 10_000;

/** The keys an issuer publishes at a JWKS address, fetched when needed and cached. */
export const publishedKeys = (url: string): JWTVerifyGetKey => createRemoteJWKSet(new URL(url));

/** Makes the check for one issuer. A token found good is remembered until it expires; at most 10,000 at a time. */
export function credentialCheck(trusted: TrustedIssuer, clock: Clock): CredentialCheck {
  const known = new Map<string, { credential: Credential; expiresAt: number }>();
  return async (token) => {
    const remembered = known.get(token);
    if (remembered && remembered.expiresAt > clock.now().getTime()) return remembered.credential;
    known.delete(token);
    const payload = await verified(token, trusted, clock);
    const credential = read(payload);
    if (known.size >= REMEMBERED) known.delete(known.keys().next().value as string);
    known.set(token, { credential, expiresAt: (payload.exp as number) * 1000 });
    return credential;
  };
}

async function verified(token: string, trusted: TrustedIssuer, clock: Clock): Promise<JWTPayload> {
  if (issuerOf(token) !== trusted.issuer) throw new Refusal('TOKEN_FOREIGN');
  try {
    const { payload } = await jwtVerify(token, trusted.keys, {
      issuer: trusted.issuer,
      audience: trusted.audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['exp', 'sub'],
      currentDate: clock.now(),
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new Refusal('TOKEN_EXPIRED');
    if (error instanceof errors.JWTClaimValidationFailed && (error.claim === 'aud' || error.claim === 'iss'))
      throw new Refusal('TOKEN_FOREIGN');
    if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey)
      throw new Refusal('TOKEN_FORGED');
    if (error instanceof errors.JOSEAlgNotAllowed) throw new Refusal('TOKEN_FORGED');
    if (isAboutTheToken(error)) throw new Refusal('TOKEN_MALFORMED');
    throw Object.assign(new Refusal('ISSUER_UNAVAILABLE'), { cause: error });
  }
}

/** What jose says of a token; a time-out, a failed fetch or a bad answer is about the issuer's address instead. */
function isAboutTheToken(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC' && !(error instanceof errors.JWKSTimeout)
  );
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    throw new Refusal('TOKEN_MALFORMED');
  }
}

function read(payload: JWTPayload): Credential {
  const claims = (payload.lushu ?? {}) as Record<string, unknown>;
  const text = (value: unknown) => {
    if (typeof value !== 'string' || value === '') return null;
    if (!isStorable(value)) throw new Refusal('TOKEN_MALFORMED');
    return value;
  };
  const subject = text(payload.sub);
  if (subject === null) throw new Refusal('TOKEN_MALFORMED');
  const role = text(claims.role);
  if (role === null) throw new Refusal('ROLE_UNKNOWN');
  return {
    subject,
    clientId: text(payload.client_id) ?? text(payload.azp) ?? 'unnamed',
    role,
    unit: text(claims.unit),
    firm: text(claims.firm),
    lawyer: text(claims.lawyer),
  };
}
