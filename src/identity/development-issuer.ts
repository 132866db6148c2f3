import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import type { Clock } from '../kernel/clock.js';
import { fixedKeys } from './issuer-keys.js';
import { issuerForAll, type TrustedIssuer } from './issuers.js';

export const DEVELOPMENT_ISSUER = 'urn:lushu:development-issuer';
export const AUDIENCE = 'urn:lushu:hub';
const KEY_ID = 'development';
const HOURS = 12;

/** What a development token will claim. */
export interface PersonaClaims {
  readonly subject: string;
  readonly clientId: string;
  readonly role: string;
  /** More roles than that one. */
  readonly roles?: readonly string[] | undefined;
  readonly unit?: string | undefined;
  readonly firm?: string | undefined;
  readonly lawyer?: string | undefined;
}

/** Signs tokens for the personas of a trial; production mode refuses it. */
export interface DevelopmentIssuer {
  readonly trusted: TrustedIssuer;
  /** The token for a persona, good for 12 hours. */
  token(claims: PersonaClaims): Promise<string>;
}

/** Opens the development issuer, whose ES256 key is made at first use and kept in `folder` (in memory without one). */
export async function developmentIssuer(folder: string | undefined, clock: Clock): Promise<DevelopmentIssuer> {
  const jwk = await ownKey(folder);
  const key = await importJWK(jwk, 'ES256');
  const { d: _secret, ...published } = jwk;
  const keys = fixedKeys({ keys: [{ ...published, alg: 'ES256', kid: KEY_ID }] });
  return {
    trusted: { ...issuerForAll(DEVELOPMENT_ISSUER, AUDIENCE), keys },
    token: ({ subject, clientId, ...lushu }) => {
      const now = Math.floor(clock.now().getTime() / 1000);
      return new SignJWT({ client_id: clientId, lushu })
        .setProtectedHeader({ alg: 'ES256', kid: KEY_ID })
        .setIssuer(DEVELOPMENT_ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(subject)
        .setIssuedAt(now)
        .setExpirationTime(now + HOURS * 3600)
        .sign(key);
    },
  };
}

async function ownKey(folder: string | undefined): Promise<JWK> {
  const path = folder === undefined ? undefined : join(folder, 'development-issuer.json');
  if (path && existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as JWK;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  if (folder !== undefined && path) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, JSON.stringify(jwk), { mode: 0o600 });
  }
  return jwk;
}
