import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { endOfPrefix } from '../kernel/prefix.js';

/**
 * A text column begins with a prefix, as a range of the collation "C": by a range an index is used whatever the value,
 * also in a plan that is kept; by `like` only when the value is known to the planner.
 */
export function startsWith(column: SQLWrapper, prefix: string): SQL {
  const end = endOfPrefix(prefix);
  const from = sql`${column} collate "C" >= ${prefix}`;
  return end === null ? from : sql`(${from} and ${column} collate "C" < ${end})`;
}
