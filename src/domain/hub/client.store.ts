import { type SQL, sql } from 'drizzle-orm';
import { uuidArray } from '../../db/rows.js';
import { decodeCursor, type Page } from '../../kernel/page.js';
import { isUuid } from '../../kernel/uuid.js';
import { grouped, onPage, type Reading, type Shown } from '../../operation/reading.js';
import { clientKeyPolicy, clientLockPolicy, clientPolicy } from './client.policy.js';
import { client, clientKey, clientLock } from './client.table.js';
import type { ClientState } from './client.terms.js';

/** Order of the list of clients, named by its cursors. */
export const CLIENT_ORDER = 'clients';

/** One page of clients within reach, by the name their tokens give; in one state when asked. */
export function listClients(
  reading: Reading,
  state: ClientState | null,
  page: Page,
  wanted: Iterable<string>,
): Promise<Shown[]> {
  reading.grant.fullSight(clientPolicy, 'clientId', []);
  const where = inState(reading, state);
  if (page.after !== null) {
    const after = decodeCursor(page.after, CLIENT_ORDER);
    where.push(sql`(${client.clientId} collate "C", ${client.id}) > (${after.key}, ${after.id}::uuid)`);
  }
  return reading.records(
    clientPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select}, ${client.clientId} as "sortKey" from ${client}
      where ${sql.join([...where, rows], sql` and `)}
      order by ${client.clientId} collate "C", ${client.id} limit ${page.first + 1}`,
    onPage(page),
  );
}

/** How many clients are within reach; in one state when asked. */
export function countClients(reading: Reading, state: ClientState | null): Promise<number> {
  const where = inState(reading, state);
  return reading.count(
    clientPolicy,
    (rows) => sql`select count(*) from ${client} where ${sql.join([...where, rows], sql` and `)}`,
  );
}

function inState(reading: Reading, state: ClientState | null): SQL[] {
  if (state === null) return [];
  return [reading.grant.sight(clientPolicy, 'state', ['state']), sql`${client.state} = ${state}`];
}

/** A client by id, within reach. */
export async function clientById(reading: Reading, id: string, wanted: Iterable<string>): Promise<Shown | null> {
  if (!isUuid(id)) return null;
  const [found] = await reading.records(
    clientPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${client} where ${client.id} = ${id}::uuid and ${rows}`,
  );
  return found ?? null;
}

/** All keys of several clients, latest first: those in force, those that ended, those withdrawn. */
export async function keysOfClients(
  reading: Reading,
  ids: readonly string[],
  wanted: Iterable<string>,
): Promise<Map<string, Shown[]>> {
  const found = await reading.records(
    clientKeyPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select}, ${clientKey.clientId} as "ofClient" from ${clientKey}
      where ${clientKey.clientId} = any(${uuidArray(ids)}) and ${rows} order by ${clientKey.id} desc`,
  );
  return grouped(found, 'ofClient');
}

/** The locks of several clients that hold at an instant, latest first. */
export const locksOfClients =
  (now: Date) =>
  async (reading: Reading, ids: readonly string[], wanted: Iterable<string>): Promise<Map<string, Shown[]>> => {
    const found = await reading.records(
      clientLockPolicy,
      wanted,
      ({ select, rows }) => sql`select ${select}, ${clientLock.clientId} as "ofClient" from ${clientLock}
        where ${clientLock.clientId} = any(${uuidArray(ids)}) and ${holds(now)} and ${rows} order by ${clientLock.id} desc`,
    );
    return grouped(found, 'ofClient');
  };

/** A lock that holds at an instant. */
export const holds = (now: Date): SQL =>
  sql`${clientLock.liftedAt} is null and ${clientLock.lockedUntil} > ${now.toISOString()}::timestamptz`;

/** Clients by id, one statement. */
export async function clientsByIds(
  reading: Reading,
  ids: readonly string[],
  wanted: Iterable<string>,
): Promise<Map<string, Shown>> {
  const found = await reading.records(
    clientPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${client} where ${client.id} = any(${uuidArray(ids)}) and ${rows}`,
  );
  return new Map(found.map((row) => [row.id, row]));
}
