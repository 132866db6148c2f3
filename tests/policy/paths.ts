import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';

/** A way through the schema: fields from a query down to records of a type. */
export interface Path {
  readonly fields: readonly string[];
  /** The type the path ends at. */
  readonly type: string;
}

/** Every path of edges from a query to a type that enters no type twice, pages passed by their nodes. */
export function pathsTo(schema: GraphQLSchema, target: string, longest: number): Path[] {
  const found: Path[] = [];
  const walk = (
    type: GraphQLObjectType,
    fields: readonly string[],
    entered: readonly string[],
    edges: number,
  ): void => {
    if (type.name === target) {
      found.push({ fields, type: target });
      return;
    }
    if (edges === longest) return;
    for (const field of Object.values(type.getFields())) {
      const next = getNamedType(field.type);
      if (!isObjectType(next) || entered.includes(next.name)) continue;
      const isPage = next.name.endsWith('Connection');
      const node = isPage ? nodeOf(next) : next;
      if (entered.includes(node.name)) continue;
      walk(node, [...fields, ...(isPage ? [field.name, 'nodes'] : [field.name])], [...entered, node.name], edges + 1);
    }
  };
  const query = schema.getQueryType();
  if (query) walk(query, [], ['Query'], 0);
  return found;
}

/** What the nodes of a page are. */
function nodeOf(page: GraphQLObjectType): GraphQLObjectType {
  const nodes = page.getFields().nodes;
  if (!nodes) throw new Error(`${page.name} has no nodes`);
  return getNamedType(nodes.type) as GraphQLObjectType;
}

/** A query along a path; `args` are those of its first field, of pages below it the beginning. */
export const along = ({ fields }: Path, args: string, selection: string): string =>
  `{ ${fields
    .map((field, i) => `${field}${i === 0 ? args : fields[i + 1] === 'nodes' ? '(first: 20)' : ''}`)
    .join(' { ')} ${selection} ${'} '.repeat(fields.length)}`;
