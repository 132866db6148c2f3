import type { Role } from '../../identity/roles.js';

/** The roles in the order of the matrix columns; the basis is the last column. */
export const columns = [
  'filing',
  'judge',
  'personnel',
  'supervision',
  'justice',
  'bar',
  'editor',
  'firm',
  'self',
  'public',
] as const satisfies readonly Role[];

/** The columns of `administration.ts`, and the last three of a whole line. */
export const administrators = ['system', 'security', 'audit'] as const satisfies readonly Role[];

/** Which rows a role may reach or write; what each word means for a record is one predicate in its policy. */
export type Reach = 'all' | 'area' | 'unit' | 'own' | 'inForce' | 'published' | 'listed' | 'audience' | 'former' | '-';

/** What a role is shown of a field: full, masked, withheld; or a pair: on rows related to the asker / on other rows. */
export type FieldCell = 'F' | 'M' | '-' | 'F/-' | 'F/M' | 'M/-';

export type Cell = Reach | FieldCell;

/** One line: a cell for each role and the legal basis. In an institution's table, without the administrators' cells. */
export type MatrixLine = readonly [...cells: Cell[], basis: string];

/** Lines by schema coordinate: `Query.x`, `Mutation.x`, `Type`, `Type.field`, `Type.field(argument:)`, `Carrier.*`. */
export type Matrix = Readonly<Record<string, MatrixLine>>;

/**
 * Lines with the administrators' cells: where an institution's line says nothing of them, they see what the public
 * sees; a line of the administration is closed to everybody else.
 */
export function widened(institutional: Matrix, administration: Matrix): Matrix {
  const whole: Record<string, MatrixLine> = {};
  for (const [coordinate, line] of Object.entries(institutional)) {
    const open = line[columns.indexOf('public')] as Cell;
    whole[coordinate] = [...(line.slice(0, -1) as Cell[]), ...administrators.map(() => open), String(line.at(-1))];
  }
  for (const [coordinate, line] of Object.entries(administration))
    whole[coordinate] = [...columns.map((): Cell => '-'), ...line];
  return whole;
}

/** A value computed from facts the asker may not read: the hidden columns it may depend on, and why. */
export interface Declassification {
  readonly coordinate: string;
  readonly dependsOn: readonly string[];
  readonly why: string;
}
