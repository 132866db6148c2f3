import { Refusal } from './refusal.js';
import { isStorable } from './text.js';
import { isUuid } from './uuid.js';

export const PAGE_DEFAULT = 20;
export const PAGE_LIMIT = 1_000;
/** For lists under a record: a page of each for every record of a page. */
export const NESTED_PAGE_LIMIT = 100;

/** A page of a Relay connection (GraphQL Cursor Connections Specification), forwards only. */
export interface Page {
  readonly first: number;
  readonly after: string | null;
}

/** What a store returns for a page: one row more than asked tells that there is another page. */
export interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly hasNext: boolean;
  readonly cursorOf: (row: Row) => string;
}

/** The page asked; throws PAGE_INVALID. */
export function pageOf(
  first: number | null | undefined,
  after: string | null | undefined,
  limit: number = PAGE_LIMIT,
): Page {
  const size = first ?? PAGE_DEFAULT;
  if (size < 1 || size > limit) throw new Refusal('PAGE_INVALID', ['first'], { limit });
  return { first: size, after: after ?? null };
}

/** A cursor: the order it belongs to, the sort key, the id. Opaque to clients, holds only what they are shown. */
export function encodeCursor(order: string, key: string | null, id: string): string {
  return Buffer.from(JSON.stringify([order, key, id])).toString('base64url');
}

/** Reads a cursor of the given order; throws CURSOR_INVALID. */
export function decodeCursor(cursor: string, order: string): { key: string | null; id: string } {
  try {
    const [of, key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (of !== order || !(typeof key === 'string' || key === null) || typeof id !== 'string') throw new Error();
    if (!isUuid(id) || !isStorable(key ?? '')) throw new Error();
    return { key, id };
  } catch {
    throw new Refusal('CURSOR_INVALID', ['after']);
  }
}
