import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { secretsIn } from './secrets.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const itself = 'tests/architecture/secrets.test.ts';

/** Published values and values of tests, each with its only place; none opens anything. */
const known: readonly (readonly [path: string, text: string, what: string])[] = [
  ['src/config.ts', '0123456789abcdeffedcba9876543210', 'sample key of GB/T 32907, refused by name'],
  ['tests/config.test.ts', '0123456789abcdeffedcba9876543210', 'the same, being refused'],
  ['tests/config.test.ts', '000102030405060708090a0b0c0d0e0f', 'a key that counts, being refused'],
  [
    'tests/kernel/crypto.test.ts',
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    'digest of the standard',
  ],
  ['tests/config.test.ts', 'https://a:b@', 'an address with a user, being refused'],
  ['tests/telemetry/tracing.test.ts', '4bf92f3577b34da6a3ce929d0e0e4736', 'trace id of the W3C recommendation'],
];

/** What is or would be committed; binary files apart. */
function tracked(): { path: string; text: string }[] {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return list
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'));
}

describe('secrets in the repository', () => {
  const files = tracked();

  it('there are none', () => {
    const found = files.flatMap(({ path, text }) => secretsIn(path, text));
    const strange = found.filter(
      ({ path, text }) => !known.some((one) => [one[0], itself].includes(path) && one[1] === text),
    );
    const characters = files.reduce((sum, { text }) => sum + text.length, 0);
    console.info(`secrets: looked at ${files.length} files, ${characters} characters`);
    expect(files.length).toBeGreaterThan(300);
    expect(strange.map(({ path, line, kind }) => `${path}:${line} ${kind}`)).toEqual([]);
  });

  it('every value that is known to be none is still where it is said to be', () => {
    const gone = known.filter(([path, value]) => !files.find((file) => file.path === path)?.text.includes(value));
    expect(gone).toEqual([]);
  });

  it('no file holds settings or keys by its name', () => {
    const names = files.map(({ path }) => path).filter((path) => /(^|\/)\.env|\.(pem|key|p12|pfx|jks)$/.test(path));
    expect(names).toEqual([]);
  });
});

// written in pieces, or they would be found here
const hex = 'c29bb7e4d1' + 'f803a65ed2' + '97b14c80fa36';
const plants: readonly (readonly [kind: string, text: string])[] = [
  ['private key', `-----BEGIN EC ${'PRIVATE'} KEY-----`],
  ['private JWK', `{"kty":"EC","${'d'}":"${'Kx8-a_3v'.repeat(5)}"}`],
  ['token', `Bearer ${'eyJhbGciOiJFUzI1NiJ9'}.${'eyJzdWIiOiJmaWxpbmcifQ'}.${'c2lnbmF0dXJlLW9m'}`],
  ['password in an address', `postgres://lushu:${'hunter2'}@db/lushu`],
  ['access token', `ghp_${'a1B2c3D4e5'.repeat(4)}`],
  ['password that is written out', `"client${'_secret'}": "correct-horse"`],
  ['random hex', `LUSHU_HASH_KEY=${hex}`],
];

describe('planted secrets', () => {
  it.each(plants)('a %s is found', (kind, text) => {
    expect(secretsIn('x.ts', `\n${text}\n`)).toMatchObject([{ kind, line: 2 }]);
  });

  it.each([
    'postgres://nobody@127.0.0.1:9/none',
    'postgres://lushu:%s@database:5432/lushu',
    '"integrity": "sha512-Q0hC1cWZr0aXn4ZfF8k2bYx0pVQ=="',
    "login password :'password'",
    '00'.repeat(32),
    '018f3f9e-7c1a-7b3a-9e1d-2f6c8a4b5d70',
  ])('%s is none', (text) => {
    expect(secretsIn('x.ts', text)).toEqual([]);
  });
});
