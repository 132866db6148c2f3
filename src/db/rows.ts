import { type SQL, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from './handle.js';

/** Runs one statement and gives its rows; days and instants come as text. */
export async function rows<Row>(handle: ReadHandle | WriteHandle, statement: SQL): Promise<Row[]> {
  const result = (await (handle as WriteHandle).execute(statement)) as { rows: Row[] };
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
