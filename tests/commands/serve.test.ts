import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '../../seeds/personas.js';
import { onEveryDatabase } from '../support/databases.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const build = join(root, 'node_modules/.cache/lushu-commands');
const main = join(build, 'src/main.js');
const folders: string[] = [];
const running: ChildProcess[] = [];

beforeAll(() => {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', build],
    { cwd: root },
  );
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(stopped));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
afterAll(() => rmSync(build, { recursive: true, force: true }));

const folder = () => {
  folders.push(mkdtempSync(join(tmpdir(), 'lushu-serve-')));
  return folders.at(-1) as string;
};
const environment = (extra: Record<string, string>) => ({
  PATH: process.env.PATH ?? '',
  PORT: '0',
  LUSHU_LOG_LEVEL: 'silent',
  ...extra,
});

/** Starts the hub as a user does, and waits for its `ready` line. */
function start(extra: Record<string, string>): Promise<{ output: string; url: string; process: ChildProcess }> {
  const child = spawn(process.execPath, [main, 'serve'], { cwd: folder(), env: environment(extra) });
  running.push(child);
  let output = '';
  return new Promise((resolve, reject) => {
    const hear = (text: Buffer) => {
      output += text;
      const url = /^ready (\S+)$/m.exec(output)?.[1];
      if (url) resolve({ output, url, process: child });
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('exit', (code) => reject(new Error(`exit ${code}: ${output}`)));
  });
}

function stopped(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.on('exit', resolve);
    child.kill('SIGTERM');
  });
}

const command = (args: string[], extra: Record<string, string> = {}) => {
  const done = spawnSync(process.execPath, [main, ...args], {
    cwd: folder(),
    env: environment(extra),
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { code: done.status, said: `${done.stdout}${done.stderr}` };
};

onEveryDatabase('lushu serve', (kind) => {
  it('migrates, seeds when empty, and prints a curl line for each persona that works when pasted', async () => {
    const opened = await kind.open();
    const data = folder();
    const hub = await start({ LUSHU_DATA_DIR: data, ...(opened.url ? { DATABASE_URL: opened.url } : {}) });
    expect(hub.output).toContain('seeded a synthetic province: 102 courts, 120 firms, 2000 lawyers');
    const lines = hub.output.split('\n').filter((line) => line.startsWith('curl '));
    expect(lines).toHaveLength(personas.length + 1);
    for (const line of lines) {
      const { stdout } = spawnSync('sh', ['-c', line], { encoding: 'utf8' });
      expect(JSON.parse(stdout).data.lawyers.totalCount, line.slice(0, 120)).toBe(2_000);
    }
    const token = command(['token', 'filing@yinzhou'], { LUSHU_DATA_DIR: data }).said.trim();
    const asked = await fetch(hub.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'x-lushu-purpose': 'CASE_FILING',
      },
      body: '{"query":"{ whoAmI { role court { code } } }"}',
    });
    expect(await asked.json()).toEqual({ data: { whoAmI: { role: 'filing', court: { code: '浙0212' } } } });
    if (kind.name === 'PGlite')
      expect(command(['serve'], { LUSHU_DATA_DIR: data })).toEqual({
        code: 1,
        said: expect.stringMatching(/already open in process \d+/),
      });
    expect(await stopped(hub.process)).toBe(0);
    const again = await start({ LUSHU_DATA_DIR: data, ...(opened.url ? { DATABASE_URL: opened.url } : {}) });
    expect(again.output).not.toContain('seeded');
    await stopped(again.process);
    await opened.drop();
  });
});

describe('the command line', () => {
  let taken: Server | undefined;
  afterEach(() => taken?.close());

  it('says so when the port is taken', async () => {
    taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken?.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    const { code, said } = command(['serve'], { LUSHU_DATA_DIR: folder(), PORT: String(port) });
    expect([code, said]).toEqual([1, expect.stringContaining(`Port ${port} is taken`)]);
  });

  it('says so when the database is away', () => {
    const { code, said } = command(['migrate'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' });
    expect([code, said]).toEqual([1, expect.stringContaining('The database is away')]);
    expect(said).not.toContain('    at ');
  });

  it('refuses the trial settings in production, in one sentence', () => {
    const { code, said } = command(['serve'], { LUSHU_MODE: 'production' });
    expect([code, said.trim().split('\n').length]).toEqual([2, 1]);
    expect(said).toContain('embedded database is for trial and tests');
    expect(command(['token', 'filing'], { LUSHU_MODE: 'production' }).code).toBe(2);
  });

  it('explains itself, and names the personas', () => {
    expect(command([])).toEqual({ code: 2, said: expect.stringContaining('lushu serve') });
    expect(command(['token', 'nobody']).said).toContain('filing@xihu');
  });
});
