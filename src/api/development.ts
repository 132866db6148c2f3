import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SoftwareKeys } from '../kernel/crypto.js';

/** Keys of the software cipher machine for development: made at first use, kept in `folder`, never a default. */
export function developmentKeys(folder: string): SoftwareKeys {
  const path = join(folder, 'development-keys.json');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const made = { hashKey: hex(32), cipherKey: hex(16), macKey: hex(32) };
    writeFileSync(path, JSON.stringify(made), { mode: 0o600 });
  }
  const kept = JSON.parse(readFileSync(path, 'utf8')) as Record<keyof SoftwareKeys, string>;
  return {
    hashKey: Buffer.from(kept.hashKey, 'hex'),
    cipherKey: Buffer.from(kept.cipherKey, 'hex'),
    macKey: Buffer.from(kept.macKey, 'hex'),
  };
}

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');
