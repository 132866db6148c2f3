import { type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { subgraphs } from '../../../src/domain/index.js';
import type { Role } from '../../../src/identity/roles.js';
import { matrix, rights } from '../../../src/policy/index.js';
import type { Declassification } from '../../../src/policy/matrix/columns.js';
import { declassifications } from '../../../src/policy/matrix/declassifications.js';
import type { RecordPolicy } from '../../../src/policy/record-policy.js';

/** The policies of all records. */
export const policies: readonly RecordPolicy[] = subgraphs.flatMap((subgraph) => subgraph.policies);

/**
 * What is hidden from a role, by coordinate: fields and arguments withheld or masked, on all rows or on some; and as
 * `Type rows` the records of a type that it reaches in part or not at all.
 */
export function hiddenFrom(schema: GraphQLSchema, role: Role): string[] {
  const { field, reach, argument } = rights(role);
  const types = [...readTypes(schema)];
  const fields = types.flatMap((type) => {
    const own = isObjectType(type) ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`) : [];
    return own.filter((coordinate) => /[-M]/.test(field(coordinate)));
  });
  const args = Object.keys(matrix).filter((line) => /^[A-Z]\w+\.\w+\(\w+:\)$/.test(line) && !argument(line));
  const rows = types
    .filter(({ name }) => Object.hasOwn(matrix, name) && reach(name) !== 'all' && name !== 'Viewer')
    .map(({ name }) => `${name} rows`);
  return [...fields, ...args, ...rows].sort();
}

/** The types that a query leads to. Behind those that only a mutation answers with there is no record to hide. */
function readTypes(schema: GraphQLSchema): Set<GraphQLObjectType> {
  const found = new Set<GraphQLObjectType>();
  const walk = (type: GraphQLNamedType | null | undefined): void => {
    if (!isObjectType(type) || found.has(type)) return;
    if (type !== schema.getQueryType()) found.add(type);
    for (const field of Object.values(type.getFields())) walk(getNamedType(field.type));
  };
  walk(schema.getQueryType());
  return found;
}

/** A hidden column that a role learns something of by a declassified value. */
export interface ExemptPair {
  readonly role: Role;
  readonly column: string;
  readonly by: string;
}

/**
 * The pairs of which the declassifications speak: the role may ask for the value, and a column it depends on is shown to
 * it by no field in full. Only there may answers differ, and only where the declared value does.
 */
export function exemptPairs(
  roles: readonly Role[],
  declared: readonly Declassification[] = declassifications,
): ExemptPair[] {
  return roles.flatMap((role) =>
    declared
      .filter(({ coordinate }) => isOpen(role, coordinate))
      .flatMap(({ coordinate, dependsOn }) =>
        dependsOn.filter((column) => !isShown(role, column)).map((column) => ({ role, column, by: coordinate })),
      ),
  );
}

function isOpen(role: Role, coordinate: string): boolean {
  const { operation, field } = rights(role);
  return /^(Query|Mutation)\./.test(coordinate) ? operation(coordinate) !== '-' : field(coordinate) !== '-';
}

/** Fields that tell a column without being it. */
const tellers: Readonly<Record<string, string>> = {
  'hub.client_key.jwk': 'ClientKey.jwk',
  'justice.licence_period.from_on': 'Lawyer.licenceStatusSince',
  'justice.licence_period.until_on': 'Lawyer.suspendedUntil',
  'justice.certificate.certificate_no': 'Certificate.certificateNo',
};

/** Shown in full, on whatever row. */
function isShown(role: Role, column: string): boolean {
  const { field, reach } = rights(role);
  const isOpenEverywhere = (coordinate: string) =>
    field(coordinate) === 'F' && reach(coordinate.slice(0, coordinate.indexOf('.'))) === 'all';
  const teller = tellers[column];
  if (teller) return isOpenEverywhere(teller);
  return policies.some((policy) =>
    Object.entries(policy.fields).some(
      ([name, source]) => columnName(source) === column && isOpenEverywhere(`${policy.type}.${name}`),
    ),
  );
}

/** `schema.table.column` of a plain column; undefined of an expression. */
export function columnName(source: unknown): string | undefined {
  const column = source as { name?: string; table?: Record<symbol, string> };
  if (typeof column !== 'object' || column === null || !column.table || !column.name) return undefined;
  const [schema, table] = [column.table[Symbol.for('drizzle:Schema')], column.table[Symbol.for('drizzle:Name')]];
  return `${schema}.${table}.${snake(column.name)}`;
}

/** A name as the database spells it. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The column that a varied coordinate stands for; of `Type rows` the table; a fact is its own. */
export function columnsBehind(coordinate: string): string[] {
  const [type = '', name = ''] = coordinate.split(/[. ]/);
  const policy = policies.find((known) => known.type === type);
  if (!policy) return [coordinate];
  if (name === 'rows') return [columnName(policy.key)?.split('.').slice(0, 2).join('.') ?? coordinate];
  const teller = Object.keys(tellers).filter((column) => tellers[column] === coordinate);
  return [columnName(policy.fields[name]) ?? coordinate, ...teller];
}
