import { type SQL, sql } from 'drizzle-orm';
import { type GraphQLOutputType, getNamedType } from 'graphql';

/** A column as the scalar of its field writes it. */
export function leafJson(column: SQL, type: GraphQLOutputType): SQL {
  if (getNamedType(type).name === 'DateTime')
    return sql`to_char(${column}::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return column;
}
