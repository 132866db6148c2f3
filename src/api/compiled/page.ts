import { type SQL, sql } from 'drizzle-orm';
import { type GraphQLObjectType, getNamedType } from 'graphql';
import type { CapturedRecords } from './capture.js';
import { countOf } from './capture.js';
import { type Asked, NotCompiled, objectType, type Source, subfields } from './fields.js';
import { leafText, nameText, objectText } from './json.js';

/** What the resolver of a connection answers: the order its cursors name. */
export interface Page {
  readonly order: string;
}

/** How the rows of the page's records are compiled. */
export interface Views {
  readonly source: Source;
  rows(type: GraphQLObjectType, views: readonly (readonly Asked[])[]): Promise<SQL>;
}

/** A page of a Relay connection, as a statement of one row. */
export async function pageJson(
  fields: readonly Asked[],
  records: CapturedRecords,
  [count]: readonly SQL[],
  order: string,
  { rows, source }: Views,
): Promise<SQL> {
  const { size } = records;
  if (!size) throw new NotCompiled('the page has no size');
  const isOnPage = sql`x.n <= ${size}`;
  const listOf = (text: SQL): SQL =>
    sql`coalesce('[' || string_agg(${text}, ',' order by x.n) filter (where ${isOnPage}) || ']', '[]')`;
  const views: (readonly Asked[])[] = [];
  const aggregates: SQL[] = [sql`count(*) as found`, sql`string_agg(x.k, '') filter (where ${isOnPage}) as k`];
  const values: (readonly [string, SQL])[] = [];
  let node: GraphQLObjectType | undefined;
  const viewOf = (of: readonly Asked[]): SQL => {
    const at = views.push(of) - 1;
    return sql.raw(at === 0 ? 'x.j' : `x.j${at}`);
  };
  const aggregate = (text: SQL): SQL => {
    const name = sql.raw(`a${aggregates.length}`);
    aggregates.push(sql`${text} as ${name}`);
    return sql`p.${name}`;
  };
  const cursor = sql`translate(encode(convert_to('[' || to_json(${order}::text)::text || ',' ||
    ${records.hasSortKey ? sql`coalesce(to_json(x.sort::text)::text, 'null')` : sql`'null'`}
    || ',"' || x.id || '"]', 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
  for (const field of fields) {
    const { name, key, nodes, definition } = field;
    if (name === '__typename') {
      values.push([key, nameText(`${typeNameOf(records)}Connection`)]);
      continue;
    }
    const type = getNamedType((definition as NonNullable<Asked['definition']>).type);
    if (name === 'totalCount') {
      if (!count) throw new NotCompiled('the count is worked out', 'COMPUTED');
      values.push([key, sql`${countOf(count)}`]);
    } else if (name === 'nodes') {
      node = objectType(type);
      values.push([key, aggregate(listOf(viewOf(subfields(source, node, nodes))))]);
    } else if (name === 'pageInfo') {
      values.push([key, pageInfo(subfields(source, objectType(type), nodes), aggregate, { cursor, size })]);
    } else if (name === 'edges') {
      const edge = objectType(type);
      const inner: (readonly [string, SQL])[] = subfields(source, edge, nodes).map((part) => {
        if (part.name === '__typename') return [part.key, nameText(edge.name)];
        if (part.name === 'cursor') return [part.key, sql`to_json(${cursor})`];
        node = objectType(getNamedType((part.definition as NonNullable<Asked['definition']>).type));
        return [part.key, viewOf(subfields(source, node, part.nodes))];
      });
      values.push([key, aggregate(listOf(objectText(inner)))]);
    }
  }
  node ??= objectType(source.schema.getType(typeNameOf(records)));
  const of = await rows(node, views.length > 0 ? views : [[]]);
  return sql`select ${objectText(values)} as j, p.k from (select ${sql.join(aggregates, sql`, `)} from (${of}) x) p`;
}

const typeNameOf = ({ policy }: CapturedRecords): string => policy.type;

interface Place {
  readonly cursor: SQL;
  readonly size: SQL;
}

function pageInfo(fields: readonly Asked[], aggregate: (text: SQL) => SQL, { cursor, size }: Place): SQL {
  const shown = sql`(array_agg(${cursor} order by x.n) filter (where x.n <= ${size}))`;
  const textOf = (name: string, definition: Asked['definition']): SQL => {
    if (name === 'hasNextPage') return sql`p.found > ${size}`;
    if (name === 'hasPreviousPage') return sql`false`;
    if (name === 'startCursor') return aggregate(sql`${shown}[1]`);
    if (name === 'endCursor') return aggregate(sql`${shown}[least(count(*), ${size})]`);
    throw new NotCompiled(`${definition?.name ?? name} of a page`);
  };
  return objectText(
    fields.map(({ name, key, definition }) => [
      key,
      definition ? leafText(textOf(name, definition), definition.type) : nameText('PageInfo'),
    ]),
  );
}
