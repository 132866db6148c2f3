import { type Role, roles } from '../identity/roles.js';
import type { Cell, FieldCell, Matrix, Reach } from './matrix/columns.js';

const NOTHING: Cell = '-';

/** What one role may do, read from the matrix. Not listed is closed. */
export interface Rights {
  readonly role: Role;
  /** May this role ask a root field, and of which rows; `-` when not. */
  operation(coordinate: string): Reach;
  /** The rows of a type it may reach by any path. */
  reach(type: string): Reach;
  /** What it is shown of a field; a carrier type's wildcard line stands for its fields. */
  field(coordinate: string): FieldCell;
  /** May it use an argument that has a line of its own; one without a line follows its field. */
  argument(coordinate: string): boolean;
  basis(coordinate: string): string | undefined;
}

/** Reads the rights of every role out of a matrix, once. */
export function rightsOf(matrix: Matrix): ReadonlyMap<Role, Rights> {
  return new Map(roles.map((role) => [role, rightsOfRole(matrix, role)]));
}

function rightsOfRole(matrix: Matrix, role: Role): Rights {
  const column = roles.indexOf(role);
  const cells = new Map<string, Cell>();
  for (const [coordinate, line] of Object.entries(matrix)) cells.set(coordinate, line[column] as Cell);
  const fieldLine = (coordinate: string) =>
    cells.has(coordinate) ? coordinate : `${coordinate.slice(0, coordinate.indexOf('.'))}.*`;
  const cell = (coordinate: string) => cells.get(coordinate) ?? NOTHING;
  return {
    role,
    operation: (coordinate) => cell(coordinate) as Reach,
    reach: (type) => cell(type) as Reach,
    field: (coordinate) => cell(fieldLine(coordinate)) as FieldCell,
    argument: (coordinate) => !cells.has(coordinate) || cell(coordinate) === 'F',
    basis: (coordinate) => matrix[fieldLine(coordinate)]?.at(-1),
  };
}
