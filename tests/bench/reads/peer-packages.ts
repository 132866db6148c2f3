import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The peers' own package file lies among the sources; this module runs from `dist/tests/bench/reads`. */
const folder = fileURLToPath(new URL('../../../../tests/bench/peers/', import.meta.url));
/** The lock that was installed, kept by the bench: npm's own copy leaves out what a platform has not. */
const stamp = join(folder, 'node_modules', '.lushu-lock.json');
const run = promisify(execFile);

/** Loads a package out of the peers' folder; what comes is untyped, since the hub's own install does not have it. */
export const peerRequire = createRequire(join(folder, 'package.json'));

/** Installs the peers when they are not yet there as the lock says; takes a minute. Throws when npm cannot. */
export async function installPeers(): Promise<void> {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('installing the peers of the bench');
  const npm = process.env.npm_execpath;
  const [command, ...args] = npm ? [process.execPath, npm, 'ci'] : ['npm', 'ci'];
  await run(command as string, args, { cwd: folder, maxBuffer: 1 << 24 });
  writeFileSync(stamp, lock);
}

/** The installed versions of those the hub is measured against. */
export const peerVersions = (): string =>
  ['postgraphile', 'mercurius', 'graphql-jit', 'graphql-yoga', 'fastify', 'graphql', 'pg']
    .map((name) => `${name} ${manifestOf(name).version}`)
    .join(', ');

const manifestOf = (name: string): { version: string } =>
  JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'));
