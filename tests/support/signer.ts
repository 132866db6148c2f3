import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
  SignJWT,
  type JWTHeaderParameters as TokenHeader,
} from 'jose';
import { fixedKeys } from '../../src/identity/issuer-keys.js';
import { issuerForAll, type TrustedIssuer } from '../../src/identity/issuers.js';
import type { Clock } from '../../src/kernel/clock.js';

/** A key pair of an issuer, by its name. */
export interface SigningKey {
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK & { readonly kid: string };
}

/** Makes a key pair; its public half is published for one algorithm. */
export async function signingKey(kid: string, alg = 'ES256'): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

/** What a test wants otherwise in a token; `undefined` leaves a claim out. */
export interface TokenChanges {
  readonly header?: Partial<TokenHeader>;
  readonly claims?: JWTPayload;
}

/** An issuer that signs whatever a test wants, for the audience `hub`. */
export class Signer {
  constructor(
    readonly issuer: string,
    readonly key: SigningKey,
    private readonly clock: Clock,
  ) {}

  get jwks(): JSONWebKeySet {
    return { keys: [this.key.jwk] };
  }

  get trusted(): TrustedIssuer {
    return { ...issuerForAll(this.issuer, 'hub'), keys: fixedKeys(this.jwks) };
  }

  /** A good access token of the filing desk of the Xihu court, good for a minute, with changes. */
  token({ header = {}, claims = {} }: TokenChanges = {}, key = this.key): Promise<string> {
    const now = this.now();
    const usual = { iss: this.issuer, aud: 'hub', sub: 'zhang', client_id: 'desk', iat: now, exp: now + 60 };
    return new SignJWT({ ...usual, lushu: { role: 'filing', unit: '浙0106' }, ...claims })
      .setProtectedHeader({ alg: key.alg, kid: key.jwk.kid, ...header })
      .sign(key.privateKey);
  }

  /** Seconds since 1970 by the clock. */
  now(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}

/** A part of a token as it is written. */
export const encoded = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** The three parts of a token, the first two read. */
export function taken(token: string): { header: object; payload: object; signature: string } {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
  return { header: read(header), payload: read(payload), signature };
}
