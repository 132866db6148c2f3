/** `--lawyers 8000`: the options of a bench or drill by name, whole numbers. */
export type Options = Readonly<Record<string, number>>;

/** What a bench or drill hands over (design section 8). Ratios: higher is better. Figures carry their unit in the name. */
export interface Report {
  readonly name: string;
  readonly ratios: Readonly<Record<string, number>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly figures: Readonly<Record<string, number>>;
}

/** The middle value; of an even count the mean of the two in the middle. Throws when there is none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  if (low === undefined || high === undefined) throw new Error('no round was measured');
  return (low + high) / 2;
}

/** Prints the table for people and, last, the line for programs. Throws when a ratio or count is not a number above 0. */
export function print(report: Report): void {
  const { name, ratios, counts, figures } = report;
  if (Object.keys(ratios).length + Object.keys(counts).length === 0) throw new Error(`${name} measured nothing`);
  for (const [key, value] of [...Object.entries(ratios), ...Object.entries(figures)])
    if (!Number.isFinite(value)) throw new Error(`${name}: ${key} is ${value}`);
  for (const [key, value] of Object.entries(ratios)) if (value <= 0) throw new Error(`${name}: ${key} is ${value}`);
  const lines = [
    ...Object.entries(ratios).map(([key, value]) => [key, value.toFixed(3)]),
    ...Object.entries(figures).map(([key, value]) => [
      key,
      value.toLocaleString('en-US', { maximumFractionDigits: 1 }),
    ]),
    ...Object.entries(counts).map(([key, value]) => [key, value.toLocaleString('en-US')]),
  ] as [string, string][];
  const width = Math.max(...lines.map(([key]) => key.length));
  for (const [key, value] of lines) console.log(`${key.padEnd(width)}  ${value.padStart(12)}`);
  console.log(JSON.stringify({ name, ratios: rounded(ratios, 4), counts, figures: rounded(figures, 1) }));
}

function rounded(values: Readonly<Record<string, number>>, digits: number): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Number(value.toFixed(digits))]));
}
