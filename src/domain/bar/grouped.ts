import type { Shown } from '../../operation/reading.js';

/** Rows by the key they belong to, in their order. */
export function grouped(rows: readonly Shown[], by: string): Map<string, Shown[]> {
  const groups = new Map<string, Shown[]>();
  for (const row of rows) {
    const key = row[by] as string;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
