import { getTableName, type SQL, sql, type Table } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { administrator, disabledAccount } from '../../../src/domain/hub/account.table.js';
import { client, clientKey } from '../../../src/domain/hub/client.table.js';
import { operationLimit } from '../../../src/domain/hub/client-operation.table.js';
import { lawyersOn } from '../../../src/domain/justice/lawyer.policy.js';
import { certificate } from '../../../src/domain/justice/lawyer.table.js';
import { licencePeriod } from '../../../src/domain/justice/licence-event.table.js';
import type { Grant } from '../../../src/policy/grant.js';
import { rights as rightsOf } from '../../../src/policy/index.js';
import type { Expression, Mask, RecordPolicy } from '../../../src/policy/record-policy.js';
import { snake } from './pairs.js';

const everybodys = rightsOf('public');

/** What the statements of a type read from, where that is more than the table of its key. */
const sources: Readonly<Record<string, (grant: Grant) => SQL>> = {
  Lawyer: ({ asker }) => lawyersOn(asker.today),
  Certificate: () => sql`${certificate} c`,
  FirmAffiliation: () => sql`${licencePeriod} a`,
};

export const isColumn = (source: unknown): source is PgColumn =>
  typeof source === 'object' && source !== null && 'table' in source && 'columnType' in source;

/** The table of a policy's key; undefined for a record that is read from no table of its own. */
export const tableOf = ({ key }: RecordPolicy): Table | undefined => (isColumn(key) ? key.table : undefined);

/** What the records of a policy are read from; undefined for records that are in no table. */
export function sourceOf(policy: RecordPolicy, grant: Grant): SQL | undefined {
  const table = tableOf(policy);
  return sources[policy.type]?.(grant) ?? (table && sql`${table}`);
}

/** Whether the asker reaches no record of this type at all; everybody reaches what the public does. */
export const isClosed = ({ type }: RecordPolicy, { rights }: Grant): boolean =>
  rights.reach(type) === '-' && everybodys.reach(type) === '-';

/** Records on which it hangs whether the asker is let in at all: these stand as they are. */
const admitting: Readonly<Record<string, (grant: Grant) => SQL>> = {
  Client: ({ asker }) => sql`(${client.clientId} = ${asker.identity.clientId})`,
  ClientKey: ({ asker }) =>
    sql`(${clientKey.clientId} in (select c.id from ${client} c where c.client_id = ${asker.identity.clientId}))`,
  Administrator: ({ asker }) => sql`(${administrator.subject} = ${asker.identity.actorId})`,
  // that of a whole unit may be the asker's too
  OperationLimit: ({ asker }) =>
    sql`(${operationLimit.clientId} is null or ${operationLimit.clientId} in (select c.id from ${client} c where c.client_id = ${asker.identity.clientId}))`,
  DisabledAccount: ({ asker }) => sql`(${disabledAccount.subject} = ${asker.identity.actorId})`,
};
const free = ({ type }: RecordPolicy, grant: Grant): SQL => {
  const kept = admitting[type]?.(grant);
  return kept ? sql`not ${kept}` : sql`true`;
};

/** The rows within reach on which a field is not shown in full; all rows of a type that is closed. */
export function hiddenRows(policy: RecordPolicy, field: string, grant: Grant, everybody: boolean): SQL {
  if (everybody) return free(policy, grant);
  return sql`(${grant.rows(policy)}) and not coalesce(${grant.seen(policy, field) ?? sql`false`}, false) and ${free(policy, grant)}`;
}

/** A number from a row's key and a salt, and the text it is made of. */
const digestOf = (key: Expression, salt: string): SQL => sql`md5(${key}::text || ${salt}::text)`;
const numberOf = (digest: SQL): SQL => sql`(('x' || left(${digest}, 6))::bit(24)::int)`;

/** Another value for a column, by its type: null becomes a value and, where it may, a value null. */
export function otherValue(column: PgColumn, key: Expression, salt: string): SQL {
  const digest = digestOf(key, `${column.name}/${salt}`);
  const number = numberOf(digest);
  const value = ofType(column, digest, number);
  return column.notNull
    ? value
    : sql`case when ${column} is not null and ${number} % 4 = 0 then null else ${value} end`;
}

function ofType(column: PgColumn, digest: SQL, number: SQL): SQL {
  const type = column.getSQLType();
  if (type === 'text') return sql`coalesce(left(${column}, 1), '') || ${digest}`;
  if (type === 'text[]') return sql`array_append(${column}, ${digest})`;
  if (type === 'date') return sql`(coalesce(${column}, date '2021-05-05') + 1 + ${number} % 90)`;
  if (type.startsWith('timestamp'))
    return sql`(coalesce(${column}, timestamptz '2021-05-05 08:00Z') + make_interval(mins => 1 + ${number} % 90000))`;
  if (type === 'boolean') return sql`not coalesce(${column}, false)`;
  if (type === 'uuid') return sql`${digest}::uuid`;
  if (/^(integer|bigint|bigserial|numeric|smallint)/.test(type))
    return sql`(coalesce(${column}, 0) + 1 + ${number} % 90)`;
  if (type === 'jsonb') return sql`jsonb_build_object('drill', ${digest})`;
  throw new Error(`there is no other value for a column of type ${type}`);
}

/** Another value that looks the same when masked; null stays null. */
export function maskedAlike(column: PgColumn, key: Expression, salt: string): SQL {
  const digest = digestOf(key, `${column.name}/${salt}`);
  const number = numberOf(digest);
  return sql`case when ${column} ~ '^1[0-9]{10}$' then overlay(${column} placing lpad((${number} % 10000)::text, 4, '0') from 4 for 4)
    when ${column} like '%@%' then left(${column}, 1) || left(${digest}, 7) || substring(${column} from '@.*$')
    else '0571-' || ${number}::text || right(${column}, 2) end`;
}

/** Sets a plain column anew on the rows of a condition; rows that would stay as they are do not count. */
export function setAnew(
  column: PgColumn,
  policy: RecordPolicy,
  grant: Grant,
  where: SQL,
  salt: string,
  mask?: Mask,
): SQL {
  const value = mask ? maskedAlike(column, policy.key, salt) : otherValue(column, policy.key, salt);
  const alike = mask ? sql`and ${mask(value)} is not distinct from ${mask(column)}` : sql``;
  return sql`update ${column.table} set ${sql.identifier(snake(column.name))} = ${value}
    where ${policy.key} in (select ${policy.key} from ${sourceOf(policy, grant)} where ${where})
    and ${value} is distinct from ${column} ${alike}`;
}

/** Takes away half of the records that are out of reach, and puts copies of the others beside them. */
export function otherRows(policy: RecordPolicy, grant: Grant, everybody: boolean, overrides: SQL, salt: string): SQL[] {
  const table = tableOf(policy);
  if (!table) throw new Error(`${policy.type} is in no table of its own`);
  const unreached = sql`${everybody ? sql`true` : sql`(${grant.rows(policy)}) is not true`} and ${free(policy, grant)}`;
  const digest = digestOf(policy.key, salt);
  const name = sql.identifier(getTableName(table));
  return [
    sql`delete from ${table} where ${unreached} and ${numberOf(digest)} % 2 = 0`,
    sql`insert into ${table} select (jsonb_populate_record(null::${table},
      to_jsonb(${name}) || jsonb_build_object('id', ${digest}::uuid) || ${overrides})).*
      from ${table} where ${unreached} on conflict do nothing`,
  ];
}
