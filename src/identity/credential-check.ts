import { decodeJwt, errors, type JWTPayload, type JWTVerifyResult, jwtVerify } from 'jose';
import type { Clock } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import { credentialOf } from './claims.js';
import type { Credential, CredentialCheck } from './credential.js';
import type { TrustedIssuer } from './issuers.js';

/** Signatures by public keys only: with a shared secret, whoever can check a token could make one. */
const ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA'];
const TYPES = /^(application\/)?(at\+)?jwt$/i;
const LONGEST_TOKEN = 8 * 1024;
const REMEMBERED = 10_000;
/** The last second that a Date can hold. */
const LAST_SECOND = 8_640_000_000_000;

/**
 * Makes the check for the issuers that are trusted. Clocks may differ by `skewSeconds`. A token found good is remembered
 * until it expires, and no longer than the keys of its issuer are fresh and unchanged; at most 10,000 at a time.
 */
export function credentialCheck(issuers: readonly TrustedIssuer[], clock: Clock, skewSeconds = 30): CredentialCheck {
  const trustedBy = new Map(issuers.map((trusted) => [trusted.issuer, trusted]));
  const known = new Map<string, { credential: Credential; trusted: TrustedIssuer; edition: object }>();
  const isOver = ({ expiresAt }: Credential) => expiresAt.getTime() + skewSeconds * 1000 <= clock.now().getTime();
  return async (token) => {
    const remembered = known.get(token);
    if (remembered && !isOver(remembered.credential) && isUnchanged(remembered)) return remembered.credential;
    known.delete(token);
    if (token.length > LONGEST_TOKEN) throw new Refusal('TOKEN_MALFORMED');
    const trusted = trustedBy.get(issuerOf(token) ?? '');
    if (trusted === undefined) throw new Refusal('ISSUER_UNKNOWN');
    // asked before the check: keys that come meanwhile may be without the one that signed
    const edition = trusted.keys.edition();
    const credential = credentialOf(await verified(token, trusted, clock, skewSeconds), trusted);
    if (edition === null) return credential;
    if (known.size >= REMEMBERED) known.delete(known.keys().next().value as string);
    known.set(token, { credential, trusted, edition });
    return credential;
  };
}

/** A key that was withdrawn is noticed when the keys are fetched again, so what it had signed is checked again then. */
const isUnchanged = ({ trusted, edition }: { trusted: TrustedIssuer; edition: object }): boolean =>
  trusted.keys.edition() === edition;

async function verified(token: string, trusted: TrustedIssuer, clock: Clock, skew: number): Promise<JWTPayload> {
  const currentDate = clock.now();
  const { payload, protectedHeader } = await jwtVerify(token, trusted.keys.find, {
    issuer: trusted.issuer,
    audience: trusted.audience,
    algorithms: ALGORITHMS,
    requiredClaims: ['exp', 'sub'],
    clockTolerance: skew,
    currentDate,
  }).catch((error: unknown): JWTVerifyResult => {
    throw refusalOf(error);
  });
  if (!isAccessToken(protectedHeader.typ, payload)) throw new Refusal('TOKEN_MALFORMED');
  if ((payload.exp as number) > LAST_SECOND) throw new Refusal('TOKEN_MALFORMED');
  if ((payload.iat ?? 0) > currentDate.getTime() / 1000 + skew) throw new Refusal('TOKEN_NOT_YET_VALID');
  return payload;
}

/** Other tokens of an issuer may name the hub as well; ID tokens and logout tokens are known by claims of their own. */
function isAccessToken(type: string | undefined, payload: JWTPayload): boolean {
  if (type !== undefined && !TYPES.test(type)) return false;
  return ['at_hash', 'c_hash', 'events'].every((claim) => payload[claim] === undefined);
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof errors.JWTExpired) return new Refusal('TOKEN_EXPIRED');
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return new Refusal('AUDIENCE_WRONG');
    if (error.claim === 'nbf' && error.reason === 'check_failed') return new Refusal('TOKEN_NOT_YET_VALID');
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return new Refusal('TOKEN_ALGORITHM_REFUSED');
  if (error instanceof errors.JWSSignatureVerificationFailed) return new Refusal('TOKEN_FORGED');
  if (error instanceof errors.JOSEError) return new Refusal('TOKEN_MALFORMED');
  return Object.assign(new Refusal('ISSUER_UNAVAILABLE'), { cause: error });
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    throw new Refusal('TOKEN_MALFORMED');
  }
}
