import {
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Role } from '../../src/identity/roles.js';
import { cell, reaches, shown, sight } from './rules.js';
import { isCarrier } from './selection.js';
import type { Kind, Row, Who } from './truth.js';

type Node = Readonly<Record<string, unknown>>;
type Truth = Readonly<Record<string, Kind>>;

/** How a coordinate was seen for a role, from least to most. */
export type Seen = 'asked' | 'refused' | 'empty' | 'withheld' | 'masked' | 'shown';
const order: readonly Seen[] = ['asked', 'refused', 'empty', 'withheld', 'masked', 'shown'];

/** Holds answers to the truth by the cells of the matrix, and keeps account of what it looked at. */
export class Looking {
  readonly faults: string[] = [];
  readonly seen = new Map<string, Seen>();
  values = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly truth: Truth,
  ) {}

  /** Notes how a role saw a coordinate; the most that was seen counts. */
  note(role: string, coordinate: string, seen: Seen): void {
    const key = `${role} ${coordinate}`;
    const before = this.seen.get(key);
    if (!before || order.indexOf(before) < order.indexOf(seen)) this.seen.set(key, seen);
  }

  /** The rows of a type somebody reaches. */
  reached(type: string, who: Who, belongs: (row: Row) => boolean = () => true): Row[] {
    const kind = this.kind(type, who);
    return kind.rows.filter((row) => belongs(row) && reaches(kind, type, row, who));
  }

  /** Looks at one node of an answer; gives the keys of the records it and all below it disclose, by type. */
  look(type: string, node: Node, who: Who, records: Map<string, Set<string>>, parent?: Row): void {
    const kind = this.kind(type, who);
    const row = this.rowOf(type, kind, node, parent);
    if (!row) return void this.fault(who, `${type} ${JSON.stringify(node).slice(0, 90)} is no row there is`);
    if (!reaches(kind, type, row, who)) this.fault(who, `reaches ${type} ${row.id}`);
    if (kind.inTrail !== null) note(records, type, kind.inTrail?.(row) ?? row.id);
    const fields = (this.schema.getType(type) as GraphQLObjectType).getFields();
    for (const [name, value] of Object.entries(node)) {
      const field = fields[name];
      if (!field) continue;
      const coordinate = `${type}.${name}`;
      const named = getNamedType(field.type);
      if (!isObjectType(named)) this.plain(kind, coordinate, row, value, who, records);
      else if (isCarrier(named)) this.page(coordinate, named, row, value as Node, who, records);
      else if (isListType(isNonNullType(field.type) ? field.type.ofType : field.type))
        this.many(kind, coordinate, named.name, row, value as Node[] | null, who, records);
      else this.one(kind, coordinate, named.name, row, value as Node | null, who, records);
    }
  }

  /** A page: its numbers, its twin list, and its records. `expected` are all rows of the list within reach. */
  carried(
    type: GraphQLObjectType,
    page: Node,
    expected: readonly Row[],
    who: Who,
    records: Map<string, Set<string>>,
  ): void {
    const node = type.name.replace('Connection', '');
    const nodes = page.nodes as Node[];
    const edges = page.edges as { cursor: string; node: Node }[];
    const info = page.pageInfo as Node;
    const agree =
      page.totalCount === expected.length &&
      edges.length === nodes.length &&
      edges.every((edge, i) => edge.node.id === nodes[i]?.id) &&
      info.startCursor === (edges[0]?.cursor ?? null) &&
      info.endCursor === (edges.at(-1)?.cursor ?? null) &&
      info.hasPreviousPage === false &&
      info.hasNextPage === nodes.length < expected.length;
    if (!agree)
      this.fault(
        who,
        `${type.name}: ${page.totalCount} counted, ${nodes.length} shown, ${expected.length} within reach`,
      );
    for (const name of ['nodes', 'edges', 'pageInfo', 'totalCount'])
      this.note(who.role, `${type.name}.${name}`, 'shown');
    for (const name of Object.keys(info)) this.note(who.role, `PageInfo.${name}`, 'shown');
    if (edges.length > 0) for (const name of ['cursor', 'node']) this.note(who.role, `${node}Edge.${name}`, 'shown');
    const within = new Set(expected.map(({ id }) => id));
    for (const item of nodes) {
      if (!within.has(String(item.id))) this.fault(who, `${type.name} shows ${item.id}, which does not belong to it`);
      this.look(node, item, who, records);
    }
  }

  private plain(
    kind: Kind,
    coordinate: string,
    row: Row,
    value: unknown,
    who: Who,
    records: Map<string, Set<string>>,
  ): void {
    const expected = this.computed(coordinate, row, who) ?? shown(kind, coordinate, row, who);
    this.values += 1;
    if (JSON.stringify(value) !== JSON.stringify(expected))
      this.fault(who, `${coordinate} of ${row.id}: ${JSON.stringify(value)}, should be ${JSON.stringify(expected)}`);
    const truth = row[coordinate.slice(coordinate.indexOf('.') + 1)] ?? expected ?? null;
    const seen = sight(kind, coordinate, row, who);
    this.note(
      who.role,
      coordinate,
      truth === null ? 'empty' : seen === 'F' ? 'shown' : seen === 'M' ? 'masked' : 'withheld',
    );
    // the day's status of the lawyer behind it is told of, though not shown
    if (coordinate === 'MediatorRosterEntry.available') note(records, 'Lawyer', String(row.lawyer));
  }

  private one(
    kind: Kind,
    coordinate: string,
    type: string,
    row: Row,
    value: Node | null,
    who: Who,
    records: Map<string, Set<string>>,
  ): void {
    const target = this.truth[type]?.rows.find(({ id }) => id === row[coordinate.slice(coordinate.indexOf('.') + 1)]);
    const seen = sight(kind, coordinate, row, who);
    const isShown = seen === 'F' && target !== undefined && reaches(this.kind(type, who), type, target, who);
    this.values += 1;
    if ((value?.id ?? null) !== (isShown ? target.id : null))
      this.fault(who, `${coordinate} of ${row.id} leads to ${value?.id}, should be ${isShown ? target.id : null}`);
    this.note(who.role, coordinate, target === undefined ? 'empty' : seen === 'F' ? 'shown' : 'withheld');
    if (value) this.look(type, value, who, records);
  }

  private many(
    kind: Kind,
    coordinate: string,
    type: string,
    row: Row,
    value: Node[] | null,
    who: Who,
    records: Map<string, Set<string>>,
  ): void {
    const belongs = kind.many?.[coordinate.slice(coordinate.indexOf('.') + 1)];
    if (!belongs) throw new Error(`truth.ts does not say which rows belong to ${coordinate}`);
    const all = this.kind(type, who).rows.filter((other) => belongs(row, other));
    const seen = sight(kind, coordinate, row, who);
    const expected = seen === 'F' ? all.filter((other) => reaches(this.kind(type, who), type, other, who)) : null;
    const found = value?.map((node) => this.rowOf(type, this.kind(type, who), node, row)?.id).sort() ?? null;
    this.values += 1;
    if (JSON.stringify(found) !== JSON.stringify(expected?.map(({ id }) => id).sort() ?? null))
      this.fault(who, `${coordinate} of ${row.id}: ${found?.length} rows, should be ${expected?.length}`);
    this.note(who.role, coordinate, all.length === 0 ? 'empty' : seen === 'F' ? 'shown' : 'withheld');
    for (const node of value ?? []) this.look(type, node, who, records, row);
  }

  private page(
    coordinate: string,
    type: GraphQLObjectType,
    row: Row,
    page: Node,
    who: Who,
    records: Map<string, Set<string>>,
  ): void {
    const [parent, field] = coordinate.split('.') as [string, string];
    const node = type.name.replace('Connection', '');
    const belongs = this.truth[parent]?.many?.[field];
    if (!belongs) throw new Error(`truth.ts does not say which rows belong to ${coordinate}`);
    this.note(who.role, coordinate, 'shown');
    this.carried(
      type,
      page,
      this.reached(node, who, (other) => belongs(row, other)),
      who,
      records,
    );
  }

  private kind(type: string, who: Who): Kind {
    if (type === 'Viewer') return viewer(who);
    const kind = this.truth[type];
    if (!kind) throw new Error(`truth.ts does not say where the rows of ${type} are`);
    return kind;
  }

  private rowOf(type: string, kind: Kind, node: Node, parent: Row | undefined): Row | undefined {
    if (type === 'Viewer') return kind.rows[0];
    const key =
      type === 'Certificate'
        ? node.certificateNo
        : type === 'FirmAffiliation'
          ? `${parent?.id} ${node.from}`
          : type === 'RuleSwitch'
            ? `${parent?.id} ${node.name}`
            : (node.id ?? node.code ?? node.field);
    return kind.rows.find(({ id }) => id === key);
  }

  /** What is computed from rows within reach, or for the reader. */
  private computed(coordinate: string, row: Row, who: Who): unknown {
    // of a recusal everybody but personnel is told one sentence, whatever its verdict says
    if (coordinate === 'RestrictionAlert.explanationZh' || coordinate === 'RestrictionAlert.explanationEn') {
      const isTold = row.kind === 'RECUSAL' && who.role !== 'personnel' && cell(who.role as Role, coordinate) === 'F';
      return isTold ? [coordinate.endsWith('Zh') ? '需进行回避审查。' : 'Recusal check required.'] : undefined;
    }
    if (coordinate !== 'JournalIssue.articleCount') return undefined;
    return this.reached('JournalArticle', who, (article) => article.issue === row.id).length;
  }

  private fault(who: Who, words: string): void {
    this.faults.push(`${who.role} (${who.unit ?? who.firm ?? who.lawyer ?? '-'}): ${words}`);
  }
}

/** The asker himself, who is in no table. */
const viewer = (who: Who): Kind => ({ rows: [{ id: 'me', ...who.viewer }], words: { own: () => true }, inTrail: null });

function note(records: Map<string, Set<string>>, type: string, id: string): void {
  records.set(type, (records.get(type) ?? new Set()).add(id));
}
