import pg from 'pg';
import { seedProvince } from '../../../seeds/seed.js';
import { type DevelopmentIssuer, developmentIssuer } from '../../../src/identity/development-issuer.js';
import { StandingClock } from '../../support/clock.js';
import { type Asker, everybody } from './askers.js';
import { pgliteConnection, postgresConnection } from './connections.js';
import { DrillHub, drillCrypto } from './hub.js';
import { furnish } from './stage.js';
import { type Connection, Undoable } from './undoable.js';

/** Small, so that every operation is quick; the personas' firms and lawyers are among them. */
const SIZE = { lawyers: 110, firms: 9 };

/** Two hubs over two databases that hold the same. */
export interface Twins {
  readonly clock: StandingClock;
  readonly issuer: DevelopmentIssuer;
  readonly askers: readonly Asker[];
  readonly first: DrillHub;
  readonly second: DrillHub;
  close(): Promise<void>;
}

/** A PostgreSQL server at an address, and how the names of the databases made on it begin. */
export interface Server {
  readonly server: string;
  readonly prefix: string;
}

/** Where the databases are. */
export type Place = Server | 'memory';

/** Takes away every database of a run, whatever became of the processes that made them. */
export async function clear({ server, prefix }: Server): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [prefix],
    );
    for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
  } finally {
    await client.end();
  }
}

/** Starts the twins: one province, furnished with every kind of record, twice. */
export async function startTwins(place: Place, seed: number, compiled = true): Promise<Twins> {
  const clock = new StandingClock();
  const made = place === 'memory' ? await inMemory() : await onServer(place);
  try {
    return await started(made, clock, seed, compiled);
  } catch (error) {
    await made.remove();
    throw error;
  }
}

async function started(made: Made, clock: StandingClock, seed: number, compiled: boolean): Promise<Twins> {
  const issuer = await developmentIssuer(undefined, clock);
  const original = new Undoable(await made.original());
  await original.migrate();
  await seedProvince(original, drillCrypto, clock, { ...SIZE, seed: `drill-${seed}` });
  await furnish(original, clock, issuer);
  await original.analyse();
  const [first, second] = await made.copied(original);
  const hubs = [first, second].map((database) => new DrillHub(database, clock, issuer, compiled)) as [
    DrillHub,
    DrillHub,
  ];
  for (const hub of hubs) await hub.start();
  return {
    clock,
    issuer,
    askers: await everybody(first, clock, issuer),
    first: hubs[0],
    second: hubs[1],
    close: async () => {
      for (const hub of hubs) await hub.close();
      for (const { database } of hubs) await database.close();
      await made.remove();
    },
  };
}

/** Databases of a run's own: one, its copy, and how both are taken away. */
interface Made {
  original(): Promise<Connection>;
  copied(original: Undoable): Promise<[Undoable, Undoable]>;
  remove(): Promise<void>;
}

async function inMemory(): Promise<Made> {
  const lite = await pgliteConnection();
  return {
    original: async () => lite,
    copied: async (original: Undoable): Promise<[Undoable, Undoable]> => [
      original,
      new Undoable(await pgliteConnection(await lite.dump())),
    ],
    remove: async () => undefined,
  };
}

async function onServer({ server, prefix }: Server): Promise<Made> {
  const names = ['a', 'b'].map((letter) => `${prefix}_${process.pid}_${letter}`) as [string, string];
  const urlOf = (name: string) => Object.assign(new URL(server), { pathname: `/${name}` }).toString();
  await administer(server, `create database ${names[0]}`);
  return {
    original: () => postgresConnection(urlOf(names[0])),
    copied: async (original: Undoable): Promise<[Undoable, Undoable]> => {
      await original.close();
      await administer(server, `create database ${names[1]} template ${names[0]}`);
      return [
        new Undoable(await postgresConnection(urlOf(names[0]))),
        new Undoable(await postgresConnection(urlOf(names[1]))),
      ];
    },
    remove: async () => {
      for (const name of names) await administer(server, `drop database if exists ${name} with (force)`);
    },
  };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
