import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Load, LoadResult } from './load-generator.js';
import { tied } from './scratch.js';

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const environment = { ...process.env, NODE_ENV: 'production' };

/** The bare server in a process of its own, and its address. */
export const limitServer = (databaseUrl: string) => workerServer('./limit-server.js', databaseUrl);

/** A server of the bench in a process of its own, by its file in this folder, and the address it tells. */
export async function workerServer(file: string, databaseUrl: string): Promise<{ url: string; close(): void }> {
  const child = tied(fork(fileOf(file), [databaseUrl], { env: environment }));
  const [url] = await answerOf<string>(child);
  return { url, close: () => void child.kill() };
}

/** The load generator in a process of its own. `send` throws unless every answer was good and at least one came. */
export function loadGenerator(): { send(load: Load): Promise<LoadResult>; close(): void } {
  const child = tied(fork(fileOf('./load-generator.js'), [], { env: environment }));
  return {
    async send(load) {
      child.send(load);
      const [result] = await answerOf<LoadResult>(child);
      if (result.fault) throw new Error(`the load came upon: ${result.fault}`);
      if (result.requests === 0) throw new Error('the load did no work');
      return result;
    },
    close: () => void child.kill(),
  };
}

async function answerOf<T>(child: ChildProcess): Promise<[T]> {
  const over = new AbortController();
  const ended = once(child, 'exit', { signal: over.signal }).then(([code]) => {
    throw new Error(`a worker of the bench ended with ${code}`);
  });
  try {
    return (await Promise.race([once(child, 'message', { signal: over.signal }), ended])) as [T];
  } finally {
    over.abort();
    ended.catch(() => undefined);
  }
}
