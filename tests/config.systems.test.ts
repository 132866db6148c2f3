import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.js';

const folder = mkdtempSync(join(tmpdir(), 'lushu-config-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
const signing = { LUSHU_SIGNING_KEY_FILE: file('key.json', JSON.stringify(key)) };
const hex = (bytes: number) => randomBytes(bytes).toString('hex');
const production = {
  LUSHU_MODE: 'production',
  DATABASE_URL: 'postgres://db/lushu',
  LUSHU_ISSUER: 'https://id.example',
  LUSHU_AUDIENCE: 'lushu',
  LUSHU_HASH_KEY: hex(32),
  LUSHU_CIPHER_KEY: hex(16),
  LUSHU_MAC_KEY: hex(32),
};
const tls = {
  LUSHU_TLS_PORT: '4443',
  LUSHU_TLS_CERT_FILE: 'cert.pem',
  LUSHU_TLS_KEY_FILE: 'key.pem',
  LUSHU_TLS_CLIENT_CA_FILE: 'ca.pem',
};

describe('the settings of tokens for systems', () => {
  it('are a key file and a public address', () => {
    const config = readConfig({ ...production, ...signing, LUSHU_PUBLIC_URL: 'https://hub.example:8443' });
    expect(config).toMatchObject({ publicUrl: 'https://hub.example:8443', signingKeys: [key] });
    expect(readConfig(production)).toMatchObject({ publicUrl: undefined, signingKeys: undefined, tls: undefined });
  });

  it.each([
    ['a key without an address in production', { ...production, ...signing }, /LUSHU_PUBLIC_URL/],
    [
      'a key file that is not there',
      { LUSHU_SIGNING_KEY_FILE: join(folder, 'none') },
      /LUSHU_SIGNING_KEY_FILE.*ENOENT/,
    ],
    ['a key file without a key', { LUSHU_SIGNING_KEY_FILE: file('none.json', '{}') }, /LUSHU_SIGNING_KEY_FILE.*ES256/],
    ['an address with a path', { LUSHU_PUBLIC_URL: 'https://hub.example/api' }, /LUSHU_PUBLIC_URL/],
    ['an address with a slash at its end', { LUSHU_PUBLIC_URL: 'https://hub.example/' }, /LUSHU_PUBLIC_URL/],
    ['an address of another machine without TLS', { LUSHU_PUBLIC_URL: 'http://hub.example' }, /LUSHU_PUBLIC_URL/],
    ['a plain address in production', { ...production, LUSHU_PUBLIC_URL: 'http://localhost:4000' }, /LUSHU_PUBLIC_URL/],
    ['a plain address for mutual TLS', { LUSHU_TLS_PUBLIC_URL: 'http://hub.example' }, /LUSHU_TLS_PUBLIC_URL/],
    ['the name of an issuer', { ...production, LUSHU_PUBLIC_URL: 'https://id.example' }, /no other may have it/],
  ])('do not allow %s', (_what, env, sentence) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(sentence);
  });

  it('do not repeat what stands in a key file that is no JSON', () => {
    const env = { LUSHU_SIGNING_KEY_FILE: file('secret.json', 'a-secret-that-is-no-json') };
    expect(() => readConfig(env)).toThrow(/is not JSON/);
    expect(() => readConfig(env)).not.toThrow(/a-secret/);
  });
});

describe('the settings of mutual TLS', () => {
  it('are four that go together, and a fifth', () => {
    expect(readConfig(tls).tls).toEqual({
      port: 4443,
      certFile: 'cert.pem',
      keyFile: 'key.pem',
      clientCaFile: 'ca.pem',
    });
    expect(readConfig({ ...tls, LUSHU_TLS_CLIENT_CRL_FILE: 'crl.pem' }).tls?.clientCrlFile).toBe('crl.pem');
  });

  it.each([...Object.keys(tls), 'all but the revocations'])('do not do without %s', (name) => {
    const others = name in tls ? { ...tls, [name]: undefined } : { LUSHU_TLS_CLIENT_CRL_FILE: 'crl.pem' };
    expect(() => readConfig(others)).toThrow(ConfigError);
    expect(() => readConfig(others)).toThrow(/go together/);
  });
});
