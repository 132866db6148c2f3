import { sql } from 'drizzle-orm';
import { personas } from '../../../seeds/personas.js';
import { type RunningServer, startServer } from '../../../src/api/server.js';
import type { Database } from '../../../src/db/handle.js';
import { rows } from '../../../src/db/rows.js';
import { reactions } from '../../../src/domain/index.js';
import { credentialCheck } from '../../../src/identity/credential-check.js';
import type { DevelopmentIssuer } from '../../../src/identity/development-issuer.js';
import type { Role } from '../../../src/identity/roles.js';
import type { Clock } from '../../../src/kernel/clock.js';
import { gateFor } from '../../../src/operation/gate.js';
import type { Generated } from '../generate/generator.js';
import { drillCrypto } from '../noninterference/hub.js';

const UNLIMITED = 1_000_000;

/** Whoever asks both hubs. */
export interface Asker {
  readonly name: string;
  readonly role: Role;
  readonly headers: Readonly<Record<string, string>>;
}

/** What one hub did with an operation: its body but for the correlation id, and its line but for the order of keys. */
export interface Told {
  readonly body: string;
  readonly line: string;
}

/** Two hubs on one database: one that compiles what it can, and one that resolves. */
export interface Pair {
  readonly database: Database;
  readonly clock: Clock;
  readonly askers: readonly Asker[];
  /** Puts the clock of both hubs so many milliseconds after where it stands. */
  later(milliseconds: number): void;
  ask(asker: Asker, operation: Pick<Generated, 'query' | 'variables'>): Promise<readonly [Told, Told]>;
  close(): Promise<void>;
}

/** Starts both on a database that is migrated and seeded. */
export async function startPair(database: Database, standing: Clock, issuer: DevelopmentIssuer): Promise<Pair> {
  let millisLater = 0;
  const clock: Clock = { now: () => new Date(standing.now().getTime() + millisLater) };
  const start = (compiled: boolean) =>
    startServer({
      hub: { database, clock, crypto: drillCrypto, reactions, gate: gateFor(6) },
      credentials: credentialCheck([issuer.trusted], clock),
      log: { answered() {}, fault: (_id, error) => void console.error(error) },
      host: '127.0.0.1',
      port: 0,
      serveSubgraphs: false,
      compiled,
      limits: { ratePerSecond: UNLIMITED, rateBurst: UNLIMITED, operationsAtOnce: 1_000 },
    });
  const [compiled, resolved] = [await start(true), await start(false)];
  const toldBy = async (hub: RunningServer, asker: Asker, operation: Pick<Generated, 'query' | 'variables'>) => {
    const body = await bodyOf(hub, asker, operation);
    return { body, line: await takenLine(database) };
  };
  return {
    database,
    clock,
    askers: await askersOf(issuer),
    later(milliseconds) {
      millisLater = milliseconds;
    },
    ask: async (asker, operation) => [
      await toldBy(compiled, asker, operation),
      await toldBy(resolved, asker, operation),
    ],
    close: async () => {
      for (const hub of [compiled, resolved]) await hub.close();
    },
  };
}

async function askersOf(issuer: DevelopmentIssuer): Promise<Asker[]> {
  const known = personas.map(async ({ name, claims, purpose }) => ({
    name,
    role: claims.role as Role,
    headers: { authorization: `Bearer ${await issuer.token(claims)}`, 'x-lushu-purpose': purpose },
  }));
  return [{ name: 'public', role: 'public', headers: {} }, ...(await Promise.all(known))];
}

async function bodyOf(
  { url }: RunningServer,
  { headers }: Asker,
  { query, variables }: Pick<Generated, 'query' | 'variables'>,
): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.text()).replace(/"correlationId":"[^"]*"/g, '"correlationId":""');
}

/** The last line, which is taken off the trail: there are queries that tell of it, and each hub is to find the same. */
async function takenLine(database: Database): Promise<string> {
  const [taken] = await database.transaction(async (handle) => {
    // the trail refuses to be changed; a drill may, on a database of its own
    await handle.execute(sql`set local session_replication_role = replica`);
    return rows<{ records: Record<string, string[]> }>(
      handle,
      sql`delete from audit.audit_line where id = (select id from audit.audit_line where kind = 'DISCLOSED' order by id desc limit 1)
        returning outcome, coordinates, withheld, masked, refusals, records`,
    );
  });
  const records = Object.entries(taken?.records ?? {}).map(([type, ids]) => [type, [...ids].sort()] as const);
  return JSON.stringify({ ...taken, records: records.sort(([one], [other]) => (one < other ? -1 : 1)) });
}
