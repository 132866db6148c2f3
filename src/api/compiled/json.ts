import { type SQL, sql } from 'drizzle-orm';
import { type GraphQLOutputType, getNamedType } from 'graphql';

/** A column as the scalar of its field writes it. */
export function leafJson(column: SQL, type: GraphQLOutputType): SQL {
  if (getNamedType(type).name === 'DateTime')
    return sql`to_char(${column}::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return column;
}

/** A JSON object of named values, as PostgreSQL writes it: without blanks. */
export const objectOf = (values: readonly (readonly [string, SQL])[]): SQL =>
  sql`row_to_json((select r from (select ${sql.join(
    values.map(([name, value]) => sql`${value} as ${sql.identifier(name)}`),
    sql`, `,
  )}) r))`;
