import { decodeJwt, decodeProtectedHeader, type JWK, jwtVerify } from 'jose';
import type { Clock } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import { isStorable } from '../kernel/text.js';
import { keySet } from './key-set.js';

/** Algorithms by which a client may sign its assertions. */
export const ASSERTION_ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA', 'Ed25519'];
const TYPES = /^(application\/)?(client-authentication\+)?jwt$/i;
const LONGEST_ASSERTION = 8 * 1024;
const LONGEST_NAME = 255;
/** So far ahead may an assertion expire, in seconds. */
const AHEAD_SECONDS = 300;

/** Whom an assertion names as its author, and by which key; not believed yet. */
export interface Claimed {
  readonly clientId: string;
  readonly kid: string;
}

/** An assertion that verified: it is used up when its `jti` was seen, until it expires. */
export interface Asserted {
  readonly jti: string;
  readonly expiresAt: Date;
}

/** To whom an assertion must be addressed, and by whose clock. */
export interface Addressee {
  /** The hub's own names: its issuer, and the addresses of its token endpoint. */
  readonly audiences: readonly string[];
  readonly clock: Clock;
  readonly skewSeconds: number;
}

/** Reads who is said to have made an assertion, or null when it says nothing that could be so. */
export function claimedBy(assertion: string): Claimed | null {
  if (assertion.length > LONGEST_ASSERTION) return null;
  try {
    const { kid } = decodeProtectedHeader(assertion);
    const { iss } = decodeJwt(assertion);
    return isName(kid) && isName(iss) ? { clientId: iss, kid } : null;
  } catch {
    return null;
  }
}

/**
 * Verifies an assertion (RFC 7523, 3) with the key its client has registered under that name: signature, author, address,
 * and that it expires within five minutes. Throws ASSERTION_REFUSED, and does not say why.
 */
export async function verifyAssertion(
  assertion: string,
  { clientId, kid }: Claimed,
  registered: JWK,
  { audiences, clock, skewSeconds }: Addressee,
): Promise<Asserted> {
  const currentDate = clock.now();
  const now = currentDate.getTime() / 1000;
  try {
    const { payload, protectedHeader } = await jwtVerify(assertion, keySet({ keys: [{ ...registered, kid }] }).find, {
      algorithms: ASSERTION_ALGORITHMS,
      issuer: clientId,
      subject: clientId,
      audience: [...audiences],
      requiredClaims: ['exp', 'jti'],
      clockTolerance: skewSeconds,
      currentDate,
    });
    const { jti, iat = 0 } = payload;
    const exp = payload.exp as number;
    if (protectedHeader.typ !== undefined && !TYPES.test(protectedHeader.typ)) throw new Refusal('ASSERTION_REFUSED');
    // one that is addressed to others besides could be shown here by them
    if (![payload.aud].flat().every((name) => audiences.includes(name ?? ''))) throw new Refusal('ASSERTION_REFUSED');
    if (!isName(jti) || exp > now + AHEAD_SECONDS + skewSeconds || iat > now + skewSeconds)
      throw new Refusal('ASSERTION_REFUSED');
    return { jti, expiresAt: new Date((exp + skewSeconds) * 1000) };
  } catch {
    throw new Refusal('ASSERTION_REFUSED');
  }
}

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_NAME && isStorable(value);
