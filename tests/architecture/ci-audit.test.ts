import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../.ci/audit.mjs', import.meta.url));
let folder = '';
let registry: Server | undefined;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lushu-audit-'));
  const manifest = {
    name: 'x',
    version: '1.0.0',
    dependencies: { leaky: '1.0.0' },
    devDependencies: { tool: '1.0.0' },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  const packages = {
    '': manifest,
    'node_modules/leaky': { version: '1.0.0' },
    'node_modules/tool': { version: '1.0.0', dev: true },
  };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...manifest, lockfileVersion: 3, packages }));
});
afterEach(() => registry?.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the registry tells of the package itself, which npm asks for when there is something to say about it. */
const leaky = {
  name: 'leaky',
  'dist-tags': { latest: '1.0.0' },
  versions: { '1.0.0': { name: 'leaky', version: '1.0.0', dist: { tarball: 'http://127.0.0.1/leaky.tgz' } } },
};

/** What the step says and how it ends, before a registry with one answer about weaknesses. */
async function audited(status: number, advisories: object): Promise<{ said: string; code: number | null }> {
  registry = createServer((request, response) => {
    request.resume();
    const answer = request.method === 'GET' ? leaky : advisories;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => registry?.once('listening', resolve));
  const child = spawn(process.execPath, [script], {
    cwd: folder,
    env: {
      ...process.env,
      npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`,
      npm_config_cache: join(folder, 'cache'),
      npm_config_fetch_retries: '0',
    },
  });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ said, code })));
}

// npm keeps what it worked out for a number
let number = 0;
const advisory = (severity: string) => [
  {
    id: ++number,
    url: `https://example.invalid/${number}`,
    title: 'it leaks',
    severity,
    vulnerable_versions: '<2.0.0',
  },
];

describe('the audit of dependencies', () => {
  test('is passed when nothing is known, and says how much was looked at', async () => {
    const { said, code } = await audited(200, {});
    expect([code, said]).toEqual([0, expect.stringMatching(/audit: \d+ packages of production, 0 findings, 0 grave/)]);
  });

  test.each(['high', 'critical'])('fails on a %s finding in production, by name', async (severity) => {
    const { said, code } = await audited(200, { leaky: advisory(severity) });
    expect([code, said]).toEqual([1, expect.stringContaining(`${severity}: leaky`)]);
  });

  test('is passed with a moderate finding, which it counts', async () => {
    const { said, code } = await audited(200, { leaky: advisory('moderate') });
    expect([code, said]).toEqual([0, expect.stringContaining('1 findings, 0 grave')]);
  });

  test('is skipped, and says so, when the registry offers none', async () => {
    expect(await audited(405, {})).toEqual({ code: 0, said: 'skipped: the registry offers no audit\n' });
  });

  test('fails when the registry could not be asked', async () => {
    const { said, code } = await audited(500, {});
    expect([code, said]).toEqual([1, expect.stringContaining('could not be asked')]);
  });
});
