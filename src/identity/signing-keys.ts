import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JWK } from 'jose';

/**
 * Reads the hub's signing keys from parsed JSON: one JWK (RFC 7517) or a set of them, ES256. The first signs and is
 * private; tokens signed by any of them are believed. Throws an Error whose sentence says what is wrong.
 */
export function signingKeys(json: unknown): readonly JWK[] {
  const keys = listIn(json);
  const names = keys.map(({ kid }) => kid).filter((kid) => kid !== undefined);
  if (keys.length === 0) throw new Error('holds no key.');
  if (!keys.every(isP256)) throw new Error('must hold ES256 keys only (kty EC, crv P-256).');
  if (keys[0]?.d === undefined) throw new Error('must begin with a private key: the first signs.');
  if (new Set(names).size < names.length) throw new Error('gives one name (kid) to two keys.');
  return keys;
}

/** The signing key of a trial, made at first use and kept in `folder`; in memory without one. */
export function trialSigningKeys(folder: string | undefined): readonly JWK[] {
  const path = folder === undefined ? undefined : join(folder, 'hub-issuer.json');
  if (path && existsSync(path)) return signingKeys(JSON.parse(readFileSync(path, 'utf8')));
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }) as JWK;
  if (folder !== undefined && path) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, JSON.stringify(key), { mode: 0o600 });
  }
  return [key];
}

function listIn(json: unknown): JWK[] {
  const { keys } = Object(json) as { keys?: unknown };
  return Array.isArray(keys) ? keys.map((key) => Object(key)) : [Object(json)];
}

const isP256 = ({ kty, crv, x, y, d, kid }: JWK): boolean =>
  kty === 'EC' &&
  crv === 'P-256' &&
  [x, y].every((part) => typeof part === 'string') &&
  [d, kid].every((part) => part === undefined || (typeof part === 'string' && part !== ''));
