import { randomUUID } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';

/** A statement as the driver takes it. */
export interface Rendered {
  readonly text: string;
  readonly params: readonly unknown[];
}

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
    const params: unknown[] = [];
    const { sql: text } = statement.toQuery({
      // the dialect's own casing of column names
      casing: (dialect as unknown as { casing: never }).casing,
      escapeName: (name) => `"${name.replace(/"/g, '""')}"`,
      escapeParam: (_place, value) => {
        const inner = typeof value === 'string' ? /^\{"?([^",{}]+)"?\}$/.exec(value)?.[1] : undefined;
        const inArray = this.columnOf(inner);
        if (inArray !== undefined) return `array[${inArray}]`;
        const alone = this.columnOf(value);
        if (alone !== undefined) return alone;
        params.push(value);
        return `$${from + params.length - 1}`;
      },
      escapeString: (text) => `'${text.replace(/'/g, "''")}'`,
    });
    return { text, params };
  }
}

/** A statement's text as part of another. */
export const textOf = ({ text }: Rendered): SQL => sql.raw(text);
