import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
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
      issuers: [],
      clockSkewSeconds: 30,
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
    [
      'the development issuer by name',
      { LUSHU_ISSUER: 'urn:lushu:development-issuer' },
      /LUSHU_ISSUER must be an https/,
    ],
    ['an issuer without TLS', { LUSHU_ISSUER: 'http://id.example' }, /LUSHU_ISSUER must be an https/],
    ['an issuer without TLS on this machine', { LUSHU_ISSUER: 'http://127.0.0.1:1' }, /LUSHU_ISSUER must be an https/],
    ['keys without TLS', { LUSHU_JWKS_URL: 'http://localhost/jwks' }, /LUSHU_JWKS_URL must be an https/],
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
    ['keys of no issuer', { LUSHU_JWKS_URL: 'https://id.example/jwks' }],
    ['an issuer that is no address', { LUSHU_ISSUER: 'a', LUSHU_AUDIENCE: 'b' }],
    ['an issuer with a query', { LUSHU_ISSUER: 'https://id.example?a', LUSHU_AUDIENCE: 'b' }],
    ['an issuer with a password', { LUSHU_ISSUER: 'https://a:b@id.example', LUSHU_AUDIENCE: 'b' }],
    ['a key address that is none', { LUSHU_ISSUER: 'https://id.example', LUSHU_AUDIENCE: 'b', LUSHU_JWKS_URL: 'c' }],
    ['an issuer without TLS elsewhere', { LUSHU_ISSUER: 'http://id.example', LUSHU_AUDIENCE: 'b' }],
    ['clocks that differ by more than five minutes', { LUSHU_CLOCK_SKEW_SECONDS: '301' }],
  ])('refuses %s', (_what, env) => {
    refused(env).toThrow(ConfigError);
  });

  it('finds the keys of one issuer by discovery, and in development without TLS on this machine', () => {
    const { issuers } = readConfig({ LUSHU_ISSUER: 'http://127.0.0.1:8080/realm', LUSHU_AUDIENCE: 'lushu' });
    expect(issuers).toMatchObject([{ issuer: 'http://127.0.0.1:8080/realm', audience: 'lushu', jwksUrl: undefined }]);
    expect(issuers[0]?.institutions).toEqual(['COURT', 'JUSTICE', 'BAR', 'FIRM', 'LAWYER']);
  });
});

describe('the file of issuers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lushu-issuers-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'issuers.json');
  const read = (content: unknown, env: NodeJS.ProcessEnv = {}) => {
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return readConfig({ LUSHU_ISSUERS_FILE: file, ...env }).issuers;
  };
  const court = { issuer: 'https://id.court.example', audience: 'lushu', institutions: ['COURT'] };
  const bar = {
    issuer: 'https://id.bar.example/realms/bar',
    audience: 'hub',
    jwksUrl: 'https://keys.bar.example/?p=1',
    institutions: ['LAWYER', 'BAR', 'FIRM'],
    claims: { subject: 'employee', roles: 'realm_access.roles', lawyer: 'lawyer_id' },
    roleNames: { secretary: 'bar', entry: 'gateway' },
  };
  const usual = { subject: 'sub', roles: ['lushu.role', 'lushu.roles'], unit: 'lushu.unit', firm: 'lushu.firm' };

  it('names several, each for its institutions and with claims of its own', () => {
    const issuers = read([court, bar]);
    expect(issuers).toEqual([
      { ...court, jwksUrl: undefined, roleNames: undefined, claims: { ...usual, lawyer: 'lushu.lawyer' } },
      {
        ...bar,
        institutions: ['BAR', 'FIRM', 'LAWYER'],
        claims: { ...usual, subject: 'employee', roles: ['realm_access.roles'], lawyer: 'lawyer_id' },
      },
    ]);
    const { LUSHU_ISSUER: _issuer, LUSHU_AUDIENCE: _audience, LUSHU_JWKS_URL: _keys, ...others } = production;
    expect(read([court], others)).toHaveLength(1);
  });

  it.each([
    ['that is no JSON', '[', /LUSHU_ISSUERS_FILE/],
    ['without an issuer', [], /at least one/],
    ['that is no list', court, /at least one/],
    ['with an entry that is none', [null], /issuer 1: it must be an object/],
    ['with one issuer twice', [court, court], /twice/],
    ['with a setting nobody knows', [court, { ...bar, jwks: 'x' }], /issuer 2: jwks is not a setting/],
    ['without an audience', [{ ...court, audience: undefined }], /audience/],
    ['without institutions', [{ ...court, institutions: [] }], /institutions/],
    ['with an institution nobody knows', [{ ...court, institutions: ['COURT', 'POLICE'] }], /institutions/],
    ['that speaks for the public', [{ ...court, institutions: ['PUBLIC'] }], /institutions/],
    ['with an institution twice', [{ ...court, institutions: ['COURT', 'COURT'] }], /institutions/],
    ['with an issuer without TLS', [{ ...court, issuer: 'http://id.court.example' }], /issuer 1: issuer/],
    ['with keys without TLS', [{ ...court, jwksUrl: 'http://id.court.example' }], /jwksUrl/],
    ['with a claim nobody asks for', [{ ...court, claims: { role: 'x' } }], /role is not a setting of claims/],
    ['with a claim that is no text', [{ ...court, claims: { unit: 7 } }], /unit must be a text/],
    ['with roles by no claim', [{ ...court, claims: { roles: [] } }], /roles must name a claim/],
    ['that makes everybody a minister', [{ ...court, roleNames: { all: 'minister' } }], /all into no role/],
    ['that makes somebody the public', [{ ...court, roleNames: { all: 'public' } }], /all into no role/],
  ])('is refused %s', (_what, content, sentence) => {
    expect(() => read(content)).toThrow(ConfigError);
    expect(() => read(content)).toThrow(sentence);
    expect(() => read(content)).toThrow(/LUSHU_ISSUERS_FILE/);
  });

  it('is refused when it is not there, beside the variables for one issuer, and in production without TLS', () => {
    refused({ LUSHU_ISSUERS_FILE: join(folder, 'none.json') }).toThrow(/LUSHU_ISSUERS_FILE/);
    expect(() => read([court], { LUSHU_AUDIENCE: 'lushu' })).toThrow(/leave LUSHU_ISSUER/);
    const here = [{ ...court, issuer: 'http://[::1]:8080' }];
    expect(read(here)).toHaveLength(1);
    const { LUSHU_ISSUER: _issuer, LUSHU_AUDIENCE: _audience, LUSHU_JWKS_URL: _keys, ...others } = production;
    expect(() => read(here, others)).toThrow(/https/);
  });
});
