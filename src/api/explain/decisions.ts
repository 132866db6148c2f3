import type { SQL } from 'drizzle-orm';
import type { Grant } from '../../policy/grant.js';
import type { RecordPolicy } from '../../policy/record-policy.js';
import type { Sight } from '../../policy/sight.js';
import { reachWords } from '../../policy/words.js';
import { StandIns } from '../compiled/stand-ins.js';

/** One line of a table of decisions: what it is about, the cell of the matrix, its basis, and what it means here. */
export interface Decision {
  readonly coordinate: string;
  readonly cell: string;
  readonly basis: string;
  readonly meaning: string;
  /** The condition or expression that says so in the statement. */
  readonly sql?: string;
}

/** What the matrix decides about an operation for one asker; each by the functions that decide when it is asked. */
export interface Decisions {
  readonly operations: readonly Decision[];
  readonly rows: readonly Decision[];
  readonly fields: readonly Decision[];
  readonly arguments: readonly Decision[];
}

/** Works the decisions out. Carriers hold nothing of their own and are left out. */
export function decisionsOf(
  { coordinates, argumentsUsed }: Sight,
  grant: Grant,
  policies: readonly RecordPolicy[],
  isCarrier: (type: string) => boolean,
): Decisions {
  const { rights } = grant;
  const basisOf = (coordinate: string) => rights.basis(coordinate) ?? 'not listed';
  const roots = coordinates.filter(isRoot);
  const fields = coordinates.filter((coordinate) => !isRoot(coordinate) && !isCarrier(typeOf(coordinate)));
  const policyOf = (type: string) => policies.find((policy) => policy.type === type);
  return {
    operations: roots.map((coordinate) => {
      const cell = rights.operation(coordinate);
      const meaning = cell === '-' ? 'refused: FORBIDDEN' : 'may ask';
      return { coordinate, cell, basis: basisOf(coordinate), meaning };
    }),
    rows: [...new Set(fields.map(typeOf))].map((coordinate) => {
      const cell = rights.reach(coordinate);
      const policy = policyOf(coordinate);
      const sql = policy && cell !== 'all' ? { sql: inWords(grant.rows(policy)) } : {};
      return { coordinate, cell, basis: basisOf(coordinate), meaning: reachWords[cell].en, ...sql };
    }),
    fields: fields.map((coordinate) => {
      const cell = rights.field(coordinate);
      const policy = policyOf(typeOf(coordinate));
      const sql = policy && cell !== 'F' && cell !== '-' ? shownBy(grant, policy, coordinate) : {};
      return { coordinate, cell, basis: basisOf(coordinate), meaning: cellWords[cell], ...sql };
    }),
    arguments: argumentsUsed.map((coordinate) => {
      const cell = rights.argument(coordinate) ? 'F' : '-';
      const meaning = cell === '-' ? 'refused: ARGUMENT_FORBIDDEN' : 'may use, as far as what it is about is shown';
      return { coordinate, cell, basis: rights.basis(coordinate) ?? 'by its field', meaning };
    }),
  };
}

const cellWords = {
  F: 'in full',
  M: 'masked',
  '-': 'withheld: not in the statement, null in the answer',
  'F/-': 'in full on related rows, withheld on others',
  'F/M': 'in full on related rows, masked on others',
  'M/-': 'masked on related rows, withheld on others',
} as const;

const isRoot = (coordinate: string): boolean => /^(Query|Mutation)\./.test(coordinate);
const typeOf = (coordinate: string): string => coordinate.slice(0, coordinate.indexOf('.'));

/** What a statement selects for a field; nothing for one that a resolver works out. */
function shownBy(grant: Grant, policy: RecordPolicy, coordinate: string): Pick<Decision, 'sql'> {
  const name = coordinate.slice(policy.type.length + 1);
  const column = grant.columns(policy, [name])[name];
  return column ? { sql: inWords(column) } : {};
}

/** A condition or expression on one line, its values in their places. */
function inWords(fragment: SQL): string {
  const { text, params } = new StandIns().render(fragment);
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\$(\d+)/g, (_, place) => literal(params[Number(place) - 1]));
}

const literal = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
