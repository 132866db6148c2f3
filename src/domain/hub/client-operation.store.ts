import { type SQL, sql } from 'drizzle-orm';
import { decodeCursor, type Page } from '../../kernel/page.js';
import { isUuid } from '../../kernel/uuid.js';
import { onPage, type Reading, type Shown } from '../../operation/reading.js';
import { clientOperationPolicy, operationLimitPolicy } from './client-operation.policy.js';
import { clientOperation, operationLimit } from './client-operation.table.js';

/** Order of the list of a client's operations, named by its cursors. */
export const OPERATION_ORDER = 'client-operations';
/** Order of the list of limitations, named by its cursors. */
export const LIMIT_ORDER = 'operation-limits';

/** One page of the operations that a client has or had registered, latest first. */
export async function listOperations(
  reading: Reading,
  client: string,
  page: Page,
  wanted: Iterable<string>,
): Promise<Shown[]> {
  const of = ofClient(reading, client);
  const before =
    page.after === null
      ? sql`true`
      : sql`${clientOperation.id} < ${decodeCursor(page.after, OPERATION_ORDER).id}::uuid`;
  return reading.records(
    clientOperationPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${clientOperation} where ${of} and ${before} and ${rows}
      order by ${clientOperation.id} desc limit ${page.first + 1}`,
    onPage(page, false),
  );
}

/** How many operations a client has or had registered. */
export function countOperations(reading: Reading, client: string): Promise<number> {
  const of = ofClient(reading, client);
  return reading.count(
    clientOperationPolicy,
    (rows) => sql`select count(*) from ${clientOperation} where ${of} and ${rows}`,
  );
}

function ofClient(reading: Reading, client: string): SQL {
  const sight = reading.grant.sight(clientOperationPolicy, 'client', ['client']);
  return isUuid(client) ? sql`(${sight} and ${clientOperation.clientId} = ${client}::uuid)` : sql`false`;
}

const holds = sql`${operationLimit.liftedAt} is null`;

/** One page of the limitations that hold, latest first. */
export function listLimits(reading: Reading, page: Page, wanted: Iterable<string>): Promise<Shown[]> {
  const before =
    page.after === null ? sql`true` : sql`${operationLimit.id} < ${decodeCursor(page.after, LIMIT_ORDER).id}::uuid`;
  return reading.records(
    operationLimitPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${operationLimit} where ${holds} and ${before} and ${rows}
      order by ${operationLimit.id} desc limit ${page.first + 1}`,
    onPage(page, false),
  );
}

/** How many limitations hold within reach. */
export function countLimits(reading: Reading): Promise<number> {
  return reading.count(
    operationLimitPolicy,
    (rows) => sql`select count(*) from ${operationLimit} where ${holds} and ${rows}`,
  );
}

/** A limitation by id, within reach, lifted ones too. */
export async function limitById(reading: Reading, id: string, wanted: Iterable<string>): Promise<Shown | null> {
  const [found] = await reading.records(
    operationLimitPolicy,
    wanted,
    ({ select, rows }) =>
      sql`select ${select} from ${operationLimit} where ${operationLimit.id} = ${id}::uuid and ${rows}`,
  );
  return found ?? null;
}
