import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compose } from '../../../src/api/merge/compose.js';

const folder = fileURLToPath(new URL('.', import.meta.url));
const suite = join(folder, 'node_modules/@apollo/federation-subgraph-compatibility-tests');

/** Whether the suite has been installed: `npm ci --ignore-scripts` in this folder. */
export const isInstalled = existsSync(join(suite, 'dist/tests'));

/** What the suite says of one of its tests; no fault when it passed. */
export interface Verdict {
  readonly title: string;
  readonly fault: string | null;
}

/**
 * Runs the suite's own test files against a `products` subgraph that answers at `url`: with its users and inventory
 * subgraphs, and a router over what the hub's composer makes of the three. Stops all it starts.
 */
export async function runSuite(products: { readonly sdl: string; readonly url: string }): Promise<readonly Verdict[]> {
  const work = mkdtempSync(join(tmpdir(), 'lushu-federation-'));
  const started: ChildProcess[] = [];
  const start = (file: string, args: readonly string[], environment: Record<string, string> = {}) =>
    ready(started, file, args, environment);
  try {
    const [users, inventory] = await Promise.all(
      ['users', 'inventory'].map(async (name) => {
        const port = String(await freePort());
        await start(join(suite, `dist/subgraphs/${name}/index.js`), [], { [`${name.toUpperCase()}_PORT`]: port });
        const sdl = readFileSync(join(suite, `dist/subgraphs/${name}/${name}.graphql`), 'utf8');
        return { name, sdl, url: `http://localhost:${port}/` };
      }),
    );
    const parts = [{ name: 'products', ...products }, users, inventory] as Parameters<typeof compose>[0];
    writeFileSync(join(work, 'supergraph.graphql'), compose(parts).supergraph);
    const router = await start(join(folder, 'router.mjs'), [join(work, 'supergraph.graphql')]);
    return await runJest(join(work, 'report.json'), { PRODUCTS_URL: products.url, ROUTER_URL: router });
  } finally {
    for (const child of started) child.kill('SIGKILL');
    rmSync(work, { recursive: true });
  }
}

/** Starts a server and gives the address that it says it is ready at. */
async function ready(
  started: ChildProcess[],
  file: string,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<string> {
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: 'pipe',
  });
  started.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
  return new Promise((resolve, fail) => {
    child.stdout.on('data', () => {
      const url = /ready at (\S+)/.exec(said)?.[1];
      if (url) resolve(url);
    });
    child.on('exit', (code) => fail(new Error(`${file} ended with ${code}: ${said}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

interface Report {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

async function runJest(report: string, environment: Record<string, string>): Promise<readonly Verdict[]> {
  const jest = join(folder, 'node_modules/jest/bin/jest.js');
  const args = [
    jest,
    '--ci',
    '--runInBand',
    '--json',
    `--outputFile=${report}`,
    '--config',
    join(folder, 'jest.config.cjs'),
  ];
  const env = { PATH: process.env.PATH, ...environment };
  const said = await new Promise<string>((resolve) =>
    execFile(process.execPath, args, { env, cwd: folder, timeout: 120_000 }, (_fault, _out, errors) => resolve(errors)),
  );
  if (!existsSync(report)) throw new Error(`jest wrote no report: ${said}`);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const broken = testResults.filter(({ assertionResults }) => assertionResults.length === 0);
  if (broken.length > 0) throw new Error(broken.map(({ message }) => message).join('\n'));
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .map(({ fullName, status, failureMessages }) => ({
      title: fullName,
      fault: status === 'passed' ? null : `${status}: ${failureMessages.join('\n')}`,
    }));
}
