import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { encodeCursor, type Page } from '../kernel/page.js';

@Directive('@shareable')
@ObjectType({ description: 'Where a page stands in its list (Relay cursor connections).' })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Always false: lists are read forwards.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor!: string | null;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

/** A page as resolvers return it; `totalCount` counts what the asker can reach, and only when it is asked for. */
export interface ConnectionOf<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly nodes: readonly Row[];
  readonly pageInfo: PageInfo;
  readonly totalCount?: number | undefined;
  /** The order that its cursors name. */
  readonly order: string;
}

/** Declares `<Node>Connection` and `<Node>Edge` for a node type. */
export function connectionType(name: string, node: () => new () => object): new () => ConnectionOf<object> {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String)
    cursor!: string;

    @Field(node)
    node!: object;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name} (Relay cursor connections).` })
  class Connection {
    @Field(() => [Edge])
    edges!: Edge[];

    @Field(() => [node()])
    nodes!: object[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many there are within your reach (可及范围内的总数).' })
    totalCount!: number;
  }
  return Connection as unknown as new () => ConnectionOf<object>;
}

/** Makes a page of the rows a store read: one more than asked tells that there is another page. */
export function connectionOf<Row extends { readonly id: string }>(
  rows: readonly (Row & { readonly sortKey?: unknown })[],
  page: Page,
  order: string,
  totalCount?: number,
): ConnectionOf<Row> {
  const shown = rows.slice(0, page.first);
  const edges = shown.map((node) => ({
    node,
    cursor: encodeCursor(order, (node.sortKey ?? null) as string | null, node.id),
  }));
  return {
    edges,
    nodes: shown,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
    order,
  };
}
