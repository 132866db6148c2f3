import { type SQL, sql } from 'drizzle-orm';
import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
} from 'graphql';
import type { Captured, CapturedRecords, CapturingAsk } from './capture.js';
import { type Asked, NotCompiled, objectType, type Source, subfields } from './fields.js';
import { leafText, NULL_TEXT, nameText, objectText } from './json.js';
import { type Page, pageJson } from './page.js';
import { resolved } from './resolved.js';
import type { StandIns } from './stand-ins.js';

/** What a field of a row becomes: its JSON text, the keys of the records behind it, and what is joined to the row for them. */
export interface Part {
  readonly value: SQL;
  readonly keys?: SQL;
  readonly join?: SQL;
}

/** What a field leads to, as the resolver's statement has it; at the root its text and page are put in afterwards. */
export interface Led {
  readonly captured: Captured;
  readonly answer: unknown;
}

/** The rows of a level as a statement, and by what a list of them is ordered when it is gathered. */
export interface Rows {
  readonly statement: SQL;
  readonly order: SQL;
}

/**
 * Compiles the levels of one operation. Each is a derived table of its store's own statement, in which the outer row's
 * column stands for the id; the levels below are joined laterally.
 */
export class Levels {
  private made = 0;
  /** Types by the letter that stands before the keys of their records. */
  readonly types: string[] = [];

  constructor(
    private readonly source: Source,
    private readonly ask: CapturingAsk,
    private readonly standIns: StandIns,
  ) {}

  /** A statement of one row or none: the JSON text `j` of what a field leads to, and the keys `k` disclosed by it. */
  async led({ name, nodes, definition }: Asked, { captured, answer }: Led): Promise<SQL> {
    const type = definition?.type as GraphQLOutputType;
    const named = objectType(getNamedType(type));
    const [records, ...others] = captured.records;
    if (!records || others.length > 0 || captured.tells)
      throw new NotCompiled(`${name} (${named.name}) is worked out`, 'COMPUTED');
    const fields = subfields(this.source, named, nodes);
    if (isListType(getNullableType(type))) return this.list(named, fields, records);
    if (typeof (answer as Page | null)?.order === 'string') {
      const rows = async (node: GraphQLObjectType, of: readonly (readonly Asked[])[]) =>
        (await this.rows(node, records, of, 'paged')).statement;
      return pageJson(fields, records, captured.counts, (answer as Page).order, { rows, source: this.source });
    }
    return (await this.rows(named, records, [fields])).statement;
  }

  private async list(type: GraphQLObjectType, fields: readonly Asked[], records: CapturedRecords): Promise<SQL> {
    if (records.order === null) {
      const rows = await this.rows(type, records, [fields], 'listed');
      return sql`select coalesce('[' || string_agg(x.j, ','${rows.order}) || ']', '[]') as j, string_agg(x.k, '') as k
        from (${rows.statement}) x`;
    }
    const { statement } = await this.rows(type, records, [fields]);
    return sql`select coalesce('[' || string_agg(coalesce(x.j, 'null'), ',' order by asked.place) || ']', '[]') as j,
      string_agg(x.k, '') as k
      from unnest(${records.order.keys}) with ordinality asked(key, place) left join (${statement}) x on x.by = asked.key`;
  }

  /**
   * The rows of a level: `j`, `j1` … a JSON text for each selection of their fields, `k` the keys, and what the page or
   * the list needs: `id`, `sort`, `by`, and the place `n`. A list of rows with nothing joined to them is gathered in the
   * order of the store's statement; joins may lose it, so their rows are numbered before.
   */
  async rows(
    type: GraphQLObjectType,
    records: CapturedRecords,
    views: readonly (readonly Asked[])[],
    use: 'single' | 'listed' | 'paged' = 'single',
  ): Promise<Rows> {
    const level = `o${++this.made}`;
    const row = this.row(level, records);
    const parts: Part[] = [];
    const texts: SQL[] = [];
    for (const [at, fields] of views.entries()) {
      const values: (readonly [string, SQL])[] = [];
      for (const field of fields) {
        const part = await this.part(level, type, field, records, row);
        parts.push(part);
        values.push([field.key, part.value]);
      }
      texts.push(sql`${objectText(values)} as ${sql.raw(at === 0 ? 'j' : `j${at}`)}`);
    }
    const joins = parts.flatMap(({ join }) => (join ? [join] : []));
    const isNumbered = use === 'paged' || (use === 'listed' && joins.length > 0);
    const keys = [sql`'${sql.raw(this.letterOf(records.policy.type))}'`, sql`${sql.raw(level)}.id`];
    for (const part of parts) if (part.keys) keys.push(part.keys);
    const extra = [
      ...(isNumbered ? [sql`${sql.raw(level)}.n`] : []),
      ...(records.size ? [sql`${sql.raw(level)}.id`] : []),
      ...(records.hasSortKey ? [sql`${sql.raw(level)}."sortKey" as sort`] : []),
      ...(records.order ? [sql`${sql.raw(level)}.${sql.identifier(records.order.column)} as by`] : []),
    ];
    const source = isNumbered
      ? sql`(select s.*, row_number() over () as n from (${records.statement}) s)`
      : sql`(${records.statement})`;
    return {
      statement: sql`select ${sql.join([...texts, sql`concat(${sql.join(keys, sql`, `)}) as k`, ...extra], sql`, `)}
        from ${source} ${sql.raw(level)} ${sql.join(joins, sql` `)}`,
      order: isNumbered ? sql` order by x.n` : sql``,
    };
  }

  /** The row as resolvers see it: a stand-in for every column that the asker is shown. */
  private row(level: string, { columns }: CapturedRecords): Readonly<Record<string, unknown>> {
    const known: Record<string, unknown> = {};
    for (const column of ['id', ...columns]) known[column] = this.standIns.for(level, column);
    return known;
  }

  private async part(
    level: string,
    type: GraphQLObjectType,
    field: Asked,
    records: CapturedRecords,
    row: Readonly<Record<string, unknown>>,
  ): Promise<Part> {
    if (field.name === '__typename') return { value: nameText(type.name) };
    const { definition } = field;
    if (!definition) throw new NotCompiled(`${type.name}.${field.name} is not known`);
    if (!definition.resolve) {
      const isShown = field.name === 'id' || records.columns.has(field.name);
      if (!isLeafType(getNamedType(definition.type))) throw new NotCompiled(`${type.name}.${field.name} is no leaf`);
      return {
        value: isShown ? leafText(sql.raw(`${level}."${field.name}"`), definition.type) : NULL_TEXT,
      };
    }
    const { captured, answer } = await resolved(type, field, row, this.ask, this.source);
    // a plan outlives the moment
    if (captured.readsClock) throw new NotCompiled(`${type.name}.${field.name} hangs on the time of day`, 'COMPUTED');
    if (isLeafType(getNamedType(definition.type))) return this.plain(field, captured, answer, type);
    if (captured.records.length === 0 && captured.counts.length === 0) {
      if (answer == null) return { value: NULL_TEXT };
      throw new NotCompiled(`${type.name}.${field.name} is worked out`, 'COMPUTED');
    }
    const joined = sql.raw(`l${++this.made}`);
    const join = sql`left join lateral (${await this.led(field, { captured, answer })}) ${joined} on true`;
    return { value: sql`coalesce(${joined}.j, 'null')`, keys: sql`${joined}.k`, join };
  }

  /** A field with a resolver that only hands the row's own value on. */
  private plain({ definition, name }: Asked, captured: Captured, answer: unknown, type: GraphQLObjectType): Part {
    const column = this.standIns.columnOf(answer);
    if (captured.records.length + captured.counts.length > 0 || (answer != null && column === undefined))
      throw new NotCompiled(`${type.name}.${name} is worked out`, 'COMPUTED');
    if (column === undefined) return { value: NULL_TEXT };
    return { value: leafText(sql.raw(column), (definition as { type: GraphQLOutputType }).type) };
  }

  private letterOf(type: string): string {
    const known = this.types.indexOf(type);
    const at = known >= 0 ? known : this.types.push(type) - 1;
    return String.fromCharCode(65 + at);
  }
}
