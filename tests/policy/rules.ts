import { type Role, roles } from '../../src/identity/roles.js';
import { matrix } from '../../src/policy/index.js';
import type { Kind, Row, Who } from './truth.js';

/** The cell of a role, read off the printed line: `Type.field`, else `Type.*`; not listed is closed. */
export function cell(role: Role, coordinate: string): string {
  const line = matrix[coordinate] ?? matrix[coordinate.replace(/\.\w+$/, '.*')];
  return line === undefined ? '-' : String(line[roles.indexOf(role)]);
}

/** May a role ask a root field at all. */
export const mayAsk = (role: Role, root: string): boolean => cell(role, root) !== '-';

/** Does somebody reach a row: by his own word, or because everybody does. */
export function reaches(kind: Kind, type: string, row: Row, who: Who): boolean {
  const means = (word: string) => word === 'all' || (word !== '-' && kind.words?.[word as 'own']?.(row, who) === true);
  const words = [cell(who.role as Role, type), cell('public', type)];
  if (words.some((word) => word !== 'all' && word !== '-' && !kind.words?.[word as 'own']))
    throw new Error(`truth.ts does not say which rows of ${type} are "${words.join('" or "')}"`);
  return words.some(means);
}

/** F, M or -: what somebody is shown of a field of a row. A pair: on related rows, and on those related for everybody / elsewhere. */
export function sight(kind: Kind, coordinate: string, row: Row, who: Who): string {
  const [first, second = first] = cell(who.role as Role, coordinate).split('/') as [string, string?];
  if (first === second) return first;
  if (!kind.related) throw new Error(`truth.ts does not say which rows are related, for ${coordinate}`);
  const isOpenPair = cell('public', coordinate).includes('/');
  const isRelated = kind.related(row, who) || (isOpenPair && kind.related(row, { ...who, role: 'public' }));
  return isRelated ? first : second;
}

/** The value somebody must be answered with, out of the true one. */
export function shown(kind: Kind, coordinate: string, row: Row, who: Who): unknown {
  const field = coordinate.slice(coordinate.indexOf('.') + 1);
  const value = row[field] ?? null;
  const seen = sight(kind, coordinate, row, who);
  if (seen === 'F' || value === null) return seen === '-' ? null : value;
  if (seen === '-') return null;
  const mask = kind.masks?.[field];
  if (!mask) throw new Error(`truth.ts has no mask for ${coordinate}`);
  return mask(String(value));
}

/** Coordinates of an operation that its asker is told are withheld, or masked: on all rows or on some. */
export const told = (role: Role, coordinates: Iterable<string>, word: '-' | 'M'): string[] =>
  [...coordinates]
    .filter((coordinate) => !/^(Query|Mutation)\./.test(coordinate))
    .filter((coordinate) => cell(role, coordinate).split('/').includes(word))
    .sort();
