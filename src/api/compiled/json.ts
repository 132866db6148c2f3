import { type SQL, sql } from 'drizzle-orm';
import { type GraphQLOutputType, getNamedType } from 'graphql';

/** JSON null as text. */
export const NULL_TEXT: SQL = sql.raw(`'null'`);

/** A column as JSON text, as the scalar of its field writes it. */
export function leafText(column: SQL, type: GraphQLOutputType): SQL {
  return sql`coalesce(to_json(${asScalar(column, getNamedType(type).name)})::text, 'null')`;
}

function asScalar(column: SQL, scalar: string): SQL {
  if (scalar === 'DateTime')
    return sql`to_char(${column}::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  // a numeric keeps the zeros after its point, a number of JavaScript has none
  return scalar === 'Float' ? sql`${column}::float8` : column;
}

/** A constant of the compiler's own as JSON text: the name of a type. */
export const nameText = (name: string): SQL => sql.raw(`'"${name}"'`);

/** A piece of JSON text: of the compiler's own, or an expression that is never null. */
type Piece = string | SQL;

/** PostgreSQL takes a hundred arguments; some are left for what stands around. */
const MOST_ARGUMENTS = 90;

/** Pieces of JSON text put together; neighbours that are the compiler's own become one constant. */
function textOfPieces(pieces: readonly Piece[]): SQL {
  const args: SQL[] = [];
  let constant = '';
  const flush = () => {
    if (constant !== '') args.push(sql.raw(`'${constant}'`));
    constant = '';
  };
  for (const piece of pieces)
    if (typeof piece === 'string') constant += piece;
    else {
      flush();
      args.push(piece);
    }
  flush();
  return concatenated(args);
}

function concatenated(args: readonly SQL[]): SQL {
  if (args.length <= MOST_ARGUMENTS) return sql`concat(${sql.join([...args], sql`, `)})`;
  const parts: SQL[] = [];
  for (let at = 0; at < args.length; at += MOST_ARGUMENTS)
    parts.push(concatenated(args.slice(at, at + MOST_ARGUMENTS)));
  return concatenated(parts);
}

/**
 * A JSON object of named values as text, without blanks. The names are those of a document, which GraphQL holds to
 * letters, digits and `_`. Nothing is made JSON in between: PostgreSQL would parse it again at every level.
 */
export const objectText = (values: readonly (readonly [string, SQL])[]): SQL =>
  textOfPieces([
    ...values.flatMap(([name, value], place): Piece[] => [`${place === 0 ? '{' : ','}"${name}":`, value]),
    values.length === 0 ? '{}' : '}',
  ]);
