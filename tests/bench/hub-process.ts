import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Scratch, tied } from './scratch.js';

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url));
const START_MILLIS = 60_000;
const run = promisify(execFile);

/** A hub in a process of its own, as an operator would run it. */
export interface HubProcess {
  readonly url: string;
  readonly child: ChildProcess;
  close(): Promise<void>;
}

/** Another module than the hub's own to run, and flags for Node. */
interface Runner {
  readonly module?: string;
  readonly flags?: readonly string[];
}

const environment = ({ databaseUrl, folder }: Scratch, more: Record<string, string> = {}) => ({
  ...process.env,
  DATABASE_URL: databaseUrl,
  LUSHU_DATA_DIR: folder,
  PORT: '0',
  NODE_ENV: 'production',
  // one client asks for all that is measured
  LUSHU_RATE_PER_SECOND: '1000000',
  LUSHU_RATE_BURST: '1000000',
  LUSHU_OPERATIONS_AT_ONCE: '1000',
  LUSHU_QUERIES_AT_ONCE: '12',
  LUSHU_COST_AT_ONCE: '1000000',
  ...more,
});

/** Runs one command of the hub to its end and gives what it printed. */
export async function command(scratch: Scratch, ...args: string[]): Promise<string> {
  const running = run(process.execPath, [MAIN, ...args], { env: environment(scratch) });
  tied(running.child);
  return (await running).stdout.trim();
}

/** Starts `serve` and waits until it says where it answers; its log goes to a file, as in production. */
export async function serve(
  scratch: Scratch,
  settings: Record<string, string> = {},
  { module = MAIN, flags = [] }: Runner = {},
): Promise<HubProcess> {
  const log = join(scratch.folder, 'hub.log');
  const child = tied(
    spawn(process.execPath, [...flags, module, 'serve'], {
      env: environment(scratch, settings),
      stdio: ['ignore', 'pipe', openSync(log, 'a'), 'ipc'],
    }),
  );
  const url = await readyAt(child).catch((error) => {
    child.kill('SIGKILL');
    throw new Error(`${error.message}\n${readFileSync(log, 'utf8').slice(-2000)}`);
  });
  return { url, child, close: () => ended(child) };
}

function readyAt(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the hub was not ready in time')), START_MILLIS);
    child.once('exit', (code) => reject(new Error(`the hub ended with ${code} before it was ready`)));
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const [, url] = /\bready\b.*?(https?:\/\/\S+\/graphql)/i.exec(line) ?? [];
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
