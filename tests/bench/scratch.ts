import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A database and a folder of a bench's own. */
export interface Scratch {
  readonly databaseUrl: string;
  readonly folder: string;
}

const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** The server that benches make their databases in. */
const server = (): string =>
  process.env.BENCH_DATABASE_URL ?? `postgres://${userInfo().username}@127.0.0.1:5432/postgres`;

/** Runs `work` with an empty database of its own, and drops it whatever comes of the work, an interruption included. */
export async function withScratch<T>(name: string, work: (scratch: Scratch) => Promise<T>): Promise<T> {
  const database = `lushu_bench_${name}_${process.pid}`;
  const url = new URL(server());
  url.pathname = `/${database}`;
  const folder = mkdtempSync(join(tmpdir(), `${database}-`));
  try {
    await asAdministrator(`create database ${database}`);
    return await Promise.race([work({ databaseUrl: url.href, folder }), interruption()]);
  } finally {
    await endChildren();
    await asAdministrator(`drop database if exists ${database} with (force)`);
    rmSync(folder, { recursive: true, force: true });
  }
}

function interruption(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => reject(new Error(`ended by ${signal}`)));
  });
}

/** Ends a child with the bench, however the bench ends. */
export function tied<Child extends ChildProcess>(child: Child): Child {
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

async function endChildren(): Promise<void> {
  const ended = [...children].map((child) => once(child, 'exit'));
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(ended);
}

/** A connection on which every value stays the text that PostgreSQL writes, to be sent again as it is. */
export async function textClient(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    types: { getTypeParser: () => (value: string) => value },
  });
  // a lost connection shows at the statement that needs it; without a listener it would end the process
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function asAdministrator(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
