import { type GraphQLObjectType, type GraphQLSchema, isNonNullType, isObjectType } from 'graphql';
import { type Role, roles } from '../identity/roles.js';
import { type Place, policyFaults } from './check-policies.js';
import { legalBases } from './legal-basis.js';
import { carriers } from './matrix/carriers.js';
import type { Declassification, Matrix, MatrixLine } from './matrix/columns.js';
import { declassifications } from './matrix/declassifications.js';
import type { RecordPolicy } from './record-policy.js';

/** What a matrix is held against besides the schema. Without policies, cells are not held against them. */
export interface MatrixTerms {
  readonly policies?: readonly RecordPolicy[];
  readonly carriers?: readonly string[];
  readonly declassifications?: readonly Declassification[];
}

const COORDINATE = /^(\w+)(?:\.(\w+|\*)(?:\((\w+):\))?)?$/;
const words: Record<Place['kind'], readonly string[]> = {
  operation: ['all', 'area', 'unit', 'own', '-'],
  type: ['all', 'area', 'unit', 'own', 'inForce', 'published', 'listed', 'audience', 'former', '-'],
  field: ['F', 'M', '-', 'F/-', 'F/M', 'M/-'],
  argument: ['F', '-'],
};

/** Everything that is wrong with a permission matrix, as sentences; none when it may be served. */
export function matrixFaults(schema: GraphQLSchema, matrix: Matrix, terms: MatrixTerms = {}): string[] {
  const check = new Check(schema, matrix, terms.policies);
  return [
    ...check.missingLines(terms.carriers ?? carriers),
    ...Object.entries(matrix).flatMap(([coordinate, line]) => check.lineFaults(coordinate, line)),
    ...(terms.declassifications ?? declassifications)
      .filter(({ coordinate }) => !check.placeOf(coordinate))
      .map(({ coordinate }) => `${coordinate}: declassified, but not in the schema`),
  ];
}

class Check {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly matrix: Matrix,
    private readonly policies: readonly RecordPolicy[] | undefined,
  ) {}

  placeOf(coordinate: string): Place | undefined {
    const [, typeName, fieldName, argument] = COORDINATE.exec(coordinate) ?? [];
    const type = this.schema.getType(typeName ?? '');
    if (!isObjectType(type)) return undefined;
    const isRoot = this.isRoot(type);
    if (fieldName === undefined) return isRoot ? undefined : { kind: 'type', type, fields: [] };
    if (fieldName === '*') return isRoot ? undefined : { kind: 'field', type, fields: Object.values(type.getFields()) };
    const field = type.getFields()[fieldName];
    if (!field) return undefined;
    if (argument === undefined) return { kind: isRoot ? 'operation' : 'field', type, fields: [field] };
    return field.args.some(({ name }) => name === argument) ? { kind: 'argument', type, fields: [field] } : undefined;
  }

  missingLines(carrierNames: readonly string[]): string[] {
    const has = (coordinate: string) => Object.hasOwn(this.matrix, coordinate);
    return Object.values(this.schema.getTypeMap()).flatMap((type) => {
      if (!isObjectType(type) || type.name.startsWith('__')) return [];
      const needed = Object.keys(type.getFields()).map((field) => `${type.name}.${field}`);
      if (!this.isRoot(type) && !carrierNames.includes(type.name)) needed.push(type.name);
      const isOpen = (coordinate: string) =>
        has(coordinate) || (coordinate !== type.name && !this.isRoot(type) && has(`${type.name}.*`));
      return needed.filter((coordinate) => !isOpen(coordinate)).map((coordinate) => `${coordinate}: has no line`);
    });
  }

  lineFaults(coordinate: string, line: MatrixLine): string[] {
    const place = this.placeOf(coordinate);
    if (!place) return [`${coordinate}: names nothing in the schema`];
    const cells = line.slice(0, -1) as string[];
    const faults: string[] = [];
    if (!Object.hasOwn(legalBases, String(line.at(-1))))
      faults.push(`rests on ${line.at(-1)}, which is no legal basis`);
    if (cells.length !== roles.length) faults.push(`has ${cells.length} cells for ${roles.length} roles`);
    const foreign = cells.filter((cell) => !words[place.kind].includes(cell));
    faults.push(...foreign.map((cell) => `"${cell}" is no word for a line of this kind`));
    if (faults.length === 0) {
      faults.push(...(place.kind === 'type' ? [] : this.lessThanPublic(place, cells)));
      faults.push(
        ...this.unfitFields(place, cells),
        ...(this.policies ? policyFaults(place, cells, this.policies) : []),
      );
    }
    if (coordinate.endsWith('.*') && this.hasSingleLines(place.type))
      faults.push('has single lines beside the wildcard');
    return faults.map((fault) => `${coordinate}: ${fault}`);
  }

  /** Everybody sees at least what the public sees. Rows are exempt: the grant adds the public's rows to a role's own. */
  private lessThanPublic({ kind, type }: Place, cells: readonly string[]): string[] {
    if (type === this.schema.getMutationType()) return [];
    const open = cells[roles.indexOf('public')] as string;
    const isLess = (cell: string) =>
      kind === 'operation'
        ? cell === '-' && open !== '-'
        : pair(cell).some((sight, side) => sight < (pair(open)[side] as number));
    return roles.filter((_, i) => isLess(cells[i] as string)).map((role) => `${role} sees less than the public`);
  }

  /** A withheld field is null, and a key is in every row: neither holds for a role that reaches no row. */
  private unfitFields({ kind, type, fields }: Place, cells: readonly string[]): string[] {
    if (kind !== 'field') return [];
    const reaching = roles
      .filter((role) => !this.isClosed(type, role))
      .map((role) => cells[roles.indexOf(role)] as string);
    return fields.flatMap(({ name, type: shown }) => {
      if (isNonNullType(shown) && reaching.some((cell) => cell.includes('-')))
        return [`${name} may be withheld but is non-null`];
      return name === 'id' && reaching.some((cell) => cell !== 'F') ? ['id is in every row: show it in full'] : [];
    });
  }

  private isRoot(type: GraphQLObjectType): boolean {
    return [this.schema.getQueryType(), this.schema.getMutationType(), this.schema.getSubscriptionType()].includes(
      type,
    );
  }

  private isClosed(type: GraphQLObjectType, role: Role): boolean {
    const line = this.matrix[type.name];
    return line !== undefined && line[roles.indexOf(role)] === '-' && line[roles.indexOf('public')] === '-';
  }

  private hasSingleLines(type: GraphQLObjectType): boolean {
    return Object.keys(this.matrix).some((other) => other.startsWith(`${type.name}.`) && /\.\w+$/.test(other));
  }
}

/** A cell as sight on related rows and on others: 2 in full, 1 masked, 0 withheld. */
function pair(cell: string): readonly [number, number] {
  const [first = '-', second = first] = cell.split('/');
  return ['-MF'.indexOf(first), '-MF'.indexOf(second)];
}
