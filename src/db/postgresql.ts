import { type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { asAway, asRefused, away, isAway } from './away.js';
import { cancelledBy } from './cancel.js';
import type { Database, Prepared, Snapshot, WriteHandle } from './handle.js';
import { lend } from './lease.js';
import { migrationsFolder } from './migrations.js';
import { rows } from './rows.js';
import { told } from './told.js';

const PLANS_KEPT_SECONDS = 600;
/** Statements that one connection keeps; with more it is replaced, since it forgets none: a large plan takes a megabyte there. */
const STATEMENTS_KEPT = 64;
const keptBy = new WeakMap<pg.PoolClient, Set<string>>();
const MIGRATION_LOCK = 7_401_913;

/** How the pool of connections is sized and bounded; milliseconds. */
export interface PoolOptions {
  readonly url: string;
  readonly connections?: number;
  readonly statementTimeoutMillis?: number;
}

/** Opens a pool on a PostgreSQL 15 or later. Connects lazily; a database that is away shows at the first statement. */
export function openPostgresql(options: PoolOptions): Database {
  const settings = {
    connectionString: options.url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: options.statementTimeoutMillis ?? 30_000,
    idle_in_transaction_session_timeout: 60_000,
    // lines under an epoch need each statement to see what is committed by then, whatever the server's default
    options: '-c default_transaction_isolation=read\\ committed',
  };
  const pool = new pg.Pool(settings);
  // plans of compiled reads are kept for good: they are dearer than what they do, every value has an index, and what is
  // asked for is in memory, where a page costs what its neighbour costs
  const keeping = new pg.Pool({
    ...settings,
    // a connection forgets no plan until it ends
    maxLifetimeSeconds: PLANS_KEPT_SECONDS,
    options: `${settings.options} -c plan_cache_mode=force_generic_plan -c random_page_cost=1.1`,
  });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  const pools = [pool, keeping];
  for (const each of pools) each.on('error', () => undefined);

  return {
    kind: 'postgresql',
    snapshot: (signal) => openSnapshot(pool, options.url, signal),
    transaction: (work, signal) => inTransaction(pool, options.url, work, signal),
    single: (statement) => inOneStatement(pool, statement),
    prepared: (statement, signal) => asPrepared(keeping, options.url, statement, signal),
    migrate: () => migrateLocked(pool),
    connections: () => ({
      busy: sum(pools, ({ totalCount, idleCount }) => totalCount - idleCount),
      idle: sum(pools, ({ idleCount }) => idleCount),
      waiting: sum(pools, ({ waitingCount }) => waitingCount),
    }),
    close: async () => void (await Promise.all(pools.map((each) => each.end()))),
  };
}

const sum = (pools: readonly pg.Pool[], count: (pool: pg.Pool) => number): number =>
  pools.reduce((total, pool) => total + count(pool), 0);

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    const client = await pool.connect();
    client.on('error', ignore);
    return client;
  } catch (error) {
    // whatever keeps us from connecting (refused, no such database, no right): there is no database to ask
    throw away(error);
  }
}

function release(client: pg.PoolClient, broken: boolean): void {
  client.off('error', ignore);
  client.release(broken);
}

async function openSnapshot(pool: pg.Pool, url: string, signal?: AbortSignal): Promise<Snapshot> {
  const client = await connect(pool);
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  } catch (error) {
    release(client, true);
    throw asAway(error);
  }
  const lease = lend(client, signal);
  const unwatched = cancelledBy(signal, url, client);
  let open = true;
  return {
    handle: drizzle(told(lease.client), { casing: 'snake_case' }),
    close: async () => {
      if (!open) return;
      open = false;
      await lease.end();
      await unwatched();
      const failed = await client.query('COMMIT').then(
        () => false,
        () => true,
      );
      release(client, failed);
    },
  };
}

async function inTransaction<T>(
  pool: pg.Pool,
  url: string,
  work: (handle: WriteHandle) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const client = await connect(pool);
  const lease = lend(client, signal);
  const unwatched = cancelledBy(signal, url, client);
  let broken = false;
  let isWorking = true;
  try {
    await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
    const result = await work(drizzle(told(lease.client), { casing: 'snake_case' }));
    // from here on it is not cut short: either it is committed, or the answer says that it is not
    isWorking = false;
    await unwatched();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await lease.end();
    await unwatched();
    broken = await client.query('ROLLBACK').then(
      () => false,
      () => true,
    );
    throw isWorking && signal?.aborted ? signal.reason : asAway(error);
  } finally {
    release(client, broken);
  }
}

async function asPrepared<Row>(
  pool: pg.Pool,
  url: string,
  { name, text, params }: Prepared,
  signal?: AbortSignal,
): Promise<Row[]> {
  const client = await connect(pool);
  const unwatched = cancelledBy(signal, url, client);
  let broken = false;
  try {
    signal?.throwIfAborted();
    const kept = keptBy.get(client) ?? new Set();
    if (name) keptBy.set(client, kept.add(name));
    broken = kept.size > STATEMENTS_KEPT;
    return (await told(client).query({ ...(name && { name }), text, values: [...params] })).rows as Row[];
  } catch (error) {
    broken ||= isAway(error);
    throw signal?.aborted ? signal.reason : asRefused(error);
  } finally {
    await unwatched();
    release(client, broken);
  }
}

async function inOneStatement<Row>(pool: pg.Pool, statement: SQL): Promise<Row[]> {
  const client = await connect(pool);
  let broken = false;
  try {
    return await rows<Row>(drizzle(told(client), { casing: 'snake_case' }), statement);
  } catch (error) {
    broken = isAway(error);
    throw asAway(error);
  } finally {
    release(client, broken);
  }
}

async function migrateLocked(pool: pg.Pool): Promise<void> {
  const client = await connect(pool);
  try {
    const handle = drizzle(client, { casing: 'snake_case' });
    await handle.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await migrate(handle, { migrationsFolder: migrationsFolder() });
    await handle.execute(sql`select pg_advisory_unlock(${MIGRATION_LOCK})`);
    release(client, false);
  } catch (error) {
    release(client, true);
    throw asAway(error);
  }
}

function ignore(): void {}
