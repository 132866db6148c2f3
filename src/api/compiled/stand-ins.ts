import { randomUUID } from 'node:crypto';
import { entityKind, Name, SQL, StringChunk, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';

/** A statement as the driver takes it. */
export interface Rendered {
  readonly text: string;
  readonly params: readonly unknown[];
}

/** A key among the one of an outer row is that key: an equality, which PostgreSQL can join by as it likes. */
const ONE_OF_ARRAY = /= any\(array\[(o\d+\."\w+")\]::(?:uuid|text)\[\]\)/g;

const dialect = new PgDialect({ casing: 'snake_case' });

/**
 * Stand-ins for ids that a row of an outer level will hold. A resolver takes one for an id and hands it to its store; in
 * the statement that the store makes, the outer row's column stands in its place.
 */
export class StandIns {
  private readonly columns = new Map<string, string>();

  /** A stand-in for the column of an outer level. */
  for(level: string, column: string): string {
    const standIn = randomUUID();
    this.columns.set(standIn, `${level}."${column}"`);
    return standIn;
  }

  /** The column that a value stands in for, when it is a stand-in. */
  columnOf(value: unknown): string | undefined {
    return typeof value === 'string' ? this.columns.get(value) : undefined;
  }

  /** The text of a statement, its parameters numbered from `from`. */
  render(statement: SQL, from = 1): Rendered {
    const pieces: string[] = [];
    const params: unknown[] = [];
    const write = (chunk: unknown): void => {
      if (chunk instanceof StringChunk) pieces.push(...chunk.value);
      else if (chunk instanceof SQL) for (const inner of chunk.queryChunks) write(inner);
      else if (chunk instanceof Name) pieces.push(`"${chunk.value.replace(/"/g, '""')}"`);
      else if (isOfTheSchema(chunk)) pieces.push(namedText(chunk));
      else pieces.push(this.columnFor(chunk) ?? `$${from + params.push(chunk) - 1}`);
    };
    write(statement);
    return { text: pieces.join('').replace(ONE_OF_ARRAY, '= $1'), params };
  }

  /** The column of an outer row that a value stands in for, alone or as the one key of an array. */
  private columnFor(value: unknown): string | undefined {
    if (this.columns.size === 0 || typeof value !== 'string') return undefined;
    const inArray = this.columns.get(/^\{"?([^",{}]+)"?\}$/.exec(value)?.[1] ?? '');
    return inArray === undefined ? this.columns.get(value) : `array[${inArray}]`;
  }
}

/** What drizzle writes by its place in the schema; anything else in a statement is a value. */
const isOfTheSchema = (chunk: unknown): chunk is object =>
  typeof chunk === 'object' && chunk !== null && Object.hasOwn(chunk.constructor, entityKind);

const texts = new WeakMap<object, string>();

/** A column or table as drizzle writes it; they are always the same objects. */
function namedText(chunk: object): string {
  const known = texts.get(chunk);
  if (known !== undefined) return known;
  const { sql: text, params } = dialect.sqlToQuery(sql`${chunk}`);
  if (params.length > 0) throw new Error('A statement holds a parameter in a form that is not known.');
  texts.set(chunk, text);
  return text;
}
