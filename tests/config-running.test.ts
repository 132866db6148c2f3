import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.js';

const folder = mkdtempSync(join(tmpdir(), 'lushu-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('what watches and stops a hub', () => {
  it('is off, and gives answers in flight 25 seconds, when nothing is set', () => {
    expect(readConfig({})).toMatchObject({
      metrics: undefined,
      otlpEndpoint: undefined,
      drainSeconds: 0,
      stopSeconds: 25,
    });
  });

  it('listens on this machine only unless another address is set', () => {
    expect(readConfig({ LUSHU_METRICS_PORT: '9464' }).metrics).toEqual({ host: '127.0.0.1', port: 9464 });
    const elsewhere = readConfig({ LUSHU_METRICS_PORT: '9464', LUSHU_METRICS_HOST: '10.0.0.7' });
    expect(elsewhere.metrics?.host).toBe('10.0.0.7');
  });

  it('sends traces by its own variable, or else by the one of the standard', () => {
    const standard = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' };
    expect(readConfig(standard).otlpEndpoint).toBe('http://collector:4318');
    expect(readConfig({ ...standard, LUSHU_OTLP_ENDPOINT: 'https://other' }).otlpEndpoint).toBe('https://other');
  });

  it.each([
    ['a collector that is no address', { LUSHU_OTLP_ENDPOINT: 'collector' }],
    ['a collector of another protocol', { OTEL_EXPORTER_OTLP_ENDPOINT: 'grpc://collector:4317' }],
    ['a metrics port that is none', { LUSHU_METRICS_PORT: '70000' }],
    ['a stop that takes forever', { LUSHU_STOP_SECONDS: '601' }],
  ])('is not %s', (_what, env) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
  });
});

describe('the proxies before a hub', () => {
  it('are none, or addresses and networks with commas between them', () => {
    expect(readConfig({}).trustedProxies).toEqual([]);
    const LUSHU_TRUSTED_PROXIES = '10.0.0.7, 10.1.0.0/24,2001:db8::/32';
    expect(readConfig({ LUSHU_TRUSTED_PROXIES }).trustedProxies).toEqual(['10.0.0.7', '10.1.0.0/24', '2001:db8::/32']);
  });

  it.each([
    'everybody',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.0/33',
    '10.0.0.0/8/8',
    '10.0.0.0/',
    'fe80::1%eth0',
    'proxy.example',
  ])('are not %s', (LUSHU_TRUSTED_PROXIES) => {
    expect(() => readConfig({ LUSHU_TRUSTED_PROXIES })).toThrow(ConfigError);
    expect(() => readConfig({ LUSHU_TRUSTED_PROXIES })).toThrow(/LUSHU_TRUSTED_PROXIES/);
  });
});

describe('a secret', () => {
  it('may stand in a file, whose last line break does not count', () => {
    const url = 'postgres://db/lushu';
    expect(readConfig({ DATABASE_URL_FILE: fileOf('url', `${url}\n`) }).databaseUrl).toBe(url);
  });

  it('does not stand in two places', () => {
    const env = { DATABASE_URL: 'postgres://db/a', DATABASE_URL_FILE: fileOf('other', 'postgres://db/b') };
    expect(() => readConfig(env)).toThrow(/DATABASE_URL and DATABASE_URL_FILE/);
  });

  it('whose file cannot be read is named, and what is in it is not', () => {
    expect(() => readConfig({ DATABASE_URL_FILE: join(folder, 'none') })).toThrow(/^DATABASE_URL_FILE names a file/);
    const env = { LUSHU_HASH_KEY_FILE: fileOf('short', 'abcdef'), LUSHU_CIPHER_KEY: '', LUSHU_MAC_KEY: '' };
    expect(() => readConfig(env)).toThrow(/LUSHU_HASH_KEY must be 32 bytes in hex/);
    expect(() => readConfig(env)).not.toThrow(/abcdef/);
  });
});
