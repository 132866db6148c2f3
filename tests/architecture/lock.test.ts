import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly dev?: boolean;
}

const read = (path: string) =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8'));
const packages = Object.entries(read('package-lock.json').packages as Record<string, Locked>).filter(([path]) => path);
/** Python-2.0 is the licence of argparse's original: to be named, like the others. */
const permissive = [
  'Python-2.0',
  'MIT',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  '0BSD',
  'Unlicense',
  'BlueOak-1.0.0',
];

/** Packages that could be exchanged for others under the same lock. */
const loose = (locked: readonly (readonly [string, Locked])[]) =>
  locked
    .filter(([, { version, integrity, resolved }]) => {
      const isPinned = /^\d+\.\d+\.\d+/.test(version ?? '') && /^sha512-/.test(integrity ?? '');
      return !isPinned || (resolved ?? 'https://registry.npmjs.org/').indexOf('https://registry.npmjs.org/') !== 0;
    })
    .map(([path]) => path);

/** Builds of Node itself, whose licence is Node's (MIT) and not said in the lock. */
const isNode = (path: string) => /^node_modules\/node-bin-/.test(path);

/** `A OR B`, one of which will do; `A AND B`, all of which must. */
const isPermissive = (license = '') =>
  license
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((one) => one.split(' AND ').every((part) => permissive.includes(part)));

/** Packages of production whose licence asks for more than to be named. */
const demanding = (locked: readonly (readonly [string, Locked])[]) =>
  locked
    .filter(([path, { dev, license }]) => !dev && !isNode(path) && !isPermissive(license))
    .map(([path, { license }]) => `${path} ${license}`);

describe('the lock', () => {
  it('every package is locked by version and integrity, and from nowhere but the registry', () => {
    console.info(`lock: looked at ${packages.length} packages`);
    expect(packages.length).toBeGreaterThan(100);
    expect(loose(packages)).toEqual([]);
  });

  it('every package of production has a permissive licence', () => {
    const production = packages.filter(([, { dev }]) => !dev);
    console.info(`lock: looked at the licences of ${production.length} packages`);
    expect(production.length).toBeGreaterThan(50);
    expect(demanding(production)).toEqual([]);
  });

  it('every dependency is named by one version', () => {
    const { dependencies, devDependencies, optionalDependencies } = read('package.json');
    const all = Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it.each([
    ['a range', { version: '^1.0.0', integrity: 'sha512-x' }],
    ['no integrity', { version: '1.0.0' }],
    ['a weak integrity', { version: '1.0.0', integrity: 'sha1-x' }],
    ['another place', { version: '1.0.0', integrity: 'sha512-x', resolved: 'https://example.org/a.tgz' }],
  ])('a package with %s is found', (_what, locked) => {
    expect(loose([['node_modules/a', locked]])).toEqual(['node_modules/a']);
  });

  it.each(['AGPL-3.0', 'Elastic-2.0', 'MIT AND GPL-2.0', undefined])('a licence that is %s is found', (license) => {
    expect(demanding([['node_modules/a', { license } as Locked]])).toHaveLength(1);
    expect(demanding([['node_modules/a', { license, dev: true } as Locked]])).toHaveLength(0);
  });
});
