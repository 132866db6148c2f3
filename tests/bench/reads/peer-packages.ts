import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The peers' own package file lies among the sources; this module runs from `dist/tests/bench/reads`. */
const folder = fileURLToPath(new URL('../../../../tests/bench/peers/', import.meta.url));
const installed = join(folder, 'node_modules', '.package-lock.json');
const run = promisify(execFile);

/** Loads a package out of the peers' folder; what comes is untyped, since the hub's own install does not have it. */
export const peerRequire = createRequire(join(folder, 'package.json'));

/** Installs the peers when they are not yet there as the lock says; takes a minute. Throws when npm cannot. */
export async function installPeers(): Promise<void> {
  if (existsSync(installed) && lockedIn('package-lock.json') === lockedIn('node_modules/.package-lock.json')) return;
  console.log('installing the peers of the bench');
  const npm = process.env.npm_execpath;
  const [command, ...args] = npm ? [process.execPath, npm, 'ci'] : ['npm', 'ci'];
  await run(command as string, args, { cwd: folder, maxBuffer: 1 << 24 });
}

/** Versions of everything but what a platform leaves out. */
function lockedIn(file: string): string {
  const { packages } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
    packages: Record<string, { version?: string; optional?: boolean }>;
  };
  const kept = Object.entries(packages).filter(([path, { optional }]) => path !== '' && !optional);
  return JSON.stringify(kept.map(([path, { version }]) => [path, version]).sort());
}

/** The installed versions of those the hub is measured against. */
export const peerVersions = (): string =>
  ['postgraphile', 'mercurius', 'graphql-jit', 'graphql-yoga', 'fastify', 'graphql', 'pg']
    .map((name) => `${name} ${manifestOf(name).version}`)
    .join(', ');

const manifestOf = (name: string): { version: string } =>
  JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'));
