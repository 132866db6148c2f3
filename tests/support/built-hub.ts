import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A hub in a process of its own. */
export interface HubProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything it has printed so far, on both streams. */
  output(): string;
  /** How it ended: its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** The hub as it is built, in folders of its own; `clear` ends what was started and removes them. */
export function builtHub(name: string) {
  // inside node_modules, so that it finds the packages; of its own, so that two runs do not meet
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  const build = mkdtempSync(join(root, 'node_modules/.cache', `${name}-`));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  // `npm run check` looks at the types
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', build], { cwd: root });
  const main = join(build, 'src/main.js');
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const running = new Set<ChildProcess>();
  const environment = (settings: Record<string, string>) => ({
    PATH: process.env.PATH ?? '',
    PORT: '0',
    LUSHU_DATA_DIR: folder,
    ...settings,
  });
  return {
    folder,
    /** Starts `serve` and waits until it is ready. */
    async serve(settings: Record<string, string>): Promise<HubProcess> {
      const child = spawn(process.execPath, [main, 'serve'], { cwd: folder, env: environment(settings) });
      running.add(child);
      let output = '';
      const ended = new Promise<number | string>((resolve) => {
        child.once('exit', (code, signal) => {
          running.delete(child);
          resolve(code ?? signal ?? 'unknown');
        });
      });
      const url = await new Promise<string>((resolve, reject) => {
        const hear = (text: Buffer) => {
          output += text;
          const ready = /^ready (\S+)$/m.exec(output)?.[1];
          if (ready) resolve(ready);
        };
        child.stdout.on('data', hear);
        child.stderr.on('data', hear);
        void ended.then((how) => reject(new Error(`ended with ${how}: ${output}`)));
      });
      return { url, child, ended, output: () => output };
    },
    /** Runs another command to its end and gives what it printed. */
    run: (...args: string[]) =>
      execFileSync(process.execPath, [main, ...args], { cwd: folder, env: environment({}), encoding: 'utf8' }).trim(),
    /** Runs another command to its end, however it ends. */
    attempt(settings: Record<string, string>, ...args: string[]) {
      const options = { cwd: folder, env: environment(settings), encoding: 'utf8' } as const;
      const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], options);
      return { status, stdout, stderr };
    },
    clear() {
      for (const child of running) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
      rmSync(build, { recursive: true, force: true });
    },
  };
}
