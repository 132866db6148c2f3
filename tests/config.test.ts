import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.js';

const key = (bytes: number) =>
  Array.from({ length: bytes }, (_, i) => ((i * 37 + 11) % 256).toString(16).padStart(2, '0')).join('');
const production = {
  LUSHU_MODE: 'production',
  DATABASE_URL: 'postgres://db/lushu',
  LUSHU_ISSUER: 'https://id.example',
  LUSHU_AUDIENCE: 'lushu',
  LUSHU_JWKS_URL: 'https://id.example/jwks',
  LUSHU_HASH_KEY: key(32),
  LUSHU_CIPHER_KEY: key(16),
  LUSHU_MAC_KEY: key(33).slice(2),
};
const refused = (env: NodeJS.ProcessEnv) => expect(() => readConfig(env));

describe('the configuration', () => {
  it('opens itself to other machines only when its mode was set by hand', () => {
    refused({ LUSHU_HOST: '0.0.0.0' }).toThrow(/LUSHU_MODE/);
    expect(readConfig({ LUSHU_HOST: '0.0.0.0', LUSHU_MODE: 'development' }).mode).toBe('development');
  });

  it('is a development hub on the embedded database when nothing is set', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      mode: 'development',
      databaseUrl: undefined,
      port: 4000,
      host: '127.0.0.1',
      subgraphs: false,
      issuer: undefined,
    });
  });

  it('accepts a whole production setting', () => {
    expect(readConfig(production)).toMatchObject({ mode: 'production', databaseUrl: 'postgres://db/lushu' });
  });

  it.each([
    ['the embedded database', { DATABASE_URL: undefined }, /DATABASE_URL/],
    [
      'the development issuer, by leaving the issuer out',
      { LUSHU_ISSUER: undefined, LUSHU_AUDIENCE: undefined, LUSHU_JWKS_URL: undefined },
      /LUSHU_ISSUER/,
    ],
    ['the development issuer by name', { LUSHU_ISSUER: 'urn:lushu:development-issuer' }, /development issuer/],
    [
      'keys made for development',
      { LUSHU_HASH_KEY: undefined, LUSHU_CIPHER_KEY: undefined, LUSHU_MAC_KEY: undefined },
      /LUSHU_HASH_KEY/,
    ],
    ['a key of one repeated byte', { LUSHU_CIPHER_KEY: '00'.repeat(16) }, /repeats one byte/],
    ['a key of the wrong length', { LUSHU_MAC_KEY: 'ab' }, /32 bytes in hex/],
    ['a key that counts', { LUSHU_CIPHER_KEY: '000102030405060708090a0b0c0d0e0f' }, /counts/],
    ['the sample key of the standard', { LUSHU_CIPHER_KEY: '0123456789abcdeffedcba9876543210' }, /published sample/],
    ['one key for two uses', { LUSHU_MAC_KEY: key(32) }, /different keys/],
    ['half a key ring', { LUSHU_MAC_KEY: undefined }, /LUSHU_MAC_KEY/],
  ])('refuses in production %s', (_what, change, sentence) => {
    refused({ ...production, ...change }).toThrow(ConfigError);
    refused({ ...production, ...change }).toThrow(sentence);
  });

  it.each([
    ['an unknown mode', { LUSHU_MODE: 'prod' }],
    ['a port that is no number', { PORT: 'http' }],
    ['a database that is no PostgreSQL', { DATABASE_URL: 'mysql://x' }],
    ['half an issuer', { LUSHU_ISSUER: 'https://id.example' }],
    ['a key address that is none', { LUSHU_ISSUER: 'a', LUSHU_AUDIENCE: 'b', LUSHU_JWKS_URL: 'c' }],
  ])('refuses %s', (_what, env) => {
    refused(env).toThrow(ConfigError);
  });
});
