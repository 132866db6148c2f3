/**
 * Names of the fields of a row that differ from what was recorded, by their columns; of a new record all that are given.
 * What an event tells: never values.
 */
export function changedFields<Row extends object>(
  fieldOf: Readonly<Partial<Record<keyof Row, string>>>,
  known: Row | undefined,
  row: Row,
): string[] {
  return (Object.entries(fieldOf) as [keyof Row, string][])
    .filter(([column]) => (known ? differs(known[column], row[column]) : row[column] !== null))
    .map(([, field]) => field);
}

/** Lists differ by what they hold. */
const differs = (before: unknown, now: unknown): boolean => JSON.stringify(before) !== JSON.stringify(now);
