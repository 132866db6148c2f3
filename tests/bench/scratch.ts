import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A database and a folder of a bench's own. */
export interface Scratch {
  readonly databaseUrl: string;
  readonly folder: string;
}

/** The server that benches make their databases in. */
const server = (): string =>
  process.env.BENCH_DATABASE_URL ?? `postgres://${userInfo().username}@127.0.0.1:5432/postgres`;

/** Runs `work` with an empty database of its own, and drops it whatever comes of the work. */
export async function withScratch<T>(name: string, work: (scratch: Scratch) => Promise<T>): Promise<T> {
  const database = `lushu_bench_${name}_${process.pid}`;
  const url = new URL(server());
  url.pathname = `/${database}`;
  const folder = mkdtempSync(join(tmpdir(), `${database}-`));
  try {
    await asAdministrator(`create database ${database}`);
    return await work({ databaseUrl: url.href, folder });
  } finally {
    await asAdministrator(`drop database if exists ${database} with (force)`);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A connection on which every value stays the text that PostgreSQL writes, to be sent again as it is. */
export async function textClient(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    types: { getTypeParser: () => (value: string) => value },
  });
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
