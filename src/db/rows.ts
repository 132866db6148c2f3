import { createHash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { ReadHandle, WriteHandle } from './handle.js';

/** Runs one statement and gives its rows; days and instants come as text. */
export async function rows<Row>(handle: ReadHandle | WriteHandle, statement: SQL): Promise<Row[]> {
  const result = (await (handle as WriteHandle).execute(statement)) as { rows: Row[] };
  return result.rows;
}

const dialect = new PgDialect({ casing: 'snake_case' });
const names = new Map<string, string>();

/**
 * The same by a statement whose plan the connection keeps: for what is asked again and again in one form, its values in
 * parameters. PGlite keeps none.
 */
export async function keptRows<Row>(handle: ReadHandle | WriteHandle, statement: SQL): Promise<Row[]> {
  const query = dialect.sqlToQuery(statement);
  let name = names.get(query.sql);
  if (name === undefined) {
    name = `lushu_${createHash('sha256').update(query.sql).digest('hex').slice(0, 24)}`;
    names.set(query.sql, name);
  }
  const { session } = (handle as WriteHandle)._;
  const result = (await session.prepareQuery(query, undefined, name, false).execute()) as { rows: Row[] };
  return result.rows;
}

/** A text array as one parameter: `= any(${textArray(codes)})`. */
export function textArray(values: readonly string[]): SQL {
  const literal = `{${values.map((value) => `"${value.replace(/(["\\])/g, '\\$1')}"`).join(',')}}`;
  return sql`${literal}::text[]`;
}

/** A uuid array as one parameter. Only well-formed ids may be given. */
export function uuidArray(values: readonly string[]): SQL {
  return sql`${`{${values.join(',')}}`}::uuid[]`;
}

/** The records of a JSON array as rows, `column type` each: a whole batch in one parameter. */
export function recordset(values: readonly object[], alias: string, columns: string): SQL {
  return sql`jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as ${sql.raw(`${alias}(${columns})`)}`;
}
