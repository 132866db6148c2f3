import type { Report } from '../report.js';
import { type Shape, shapes } from './shapes.js';
import type { Turns } from './turns.js';

/** Who the hub is compared with, by the keys of the report. */
export const compared = ['limit', 'mercuriusJit', 'postgraphile', 'yoga', 'apollo'] as const;
/** What was switched on, one after the other: Apollo's pipeline answering with the limit's text, decisions, the trail. */
const features = { Nothing: 'text', Permissions: 'untrailed', PermissionsAudit: 'hub' } as const;
const MICROS = 1_000_000;

/** The report of all turns; `counts` besides what they count themselves. */
export function outcome(turns: Turns, counts: Report['counts']): Report {
  const ratios = compared.flatMap((peer) =>
    shapes.map((shape) => [`${shape}/${peer}`, turns.rate('hub', shape) / turns.rate(peer, shape)] as const),
  );
  const figures: Record<string, number> = {};
  for (const shape of shapes) {
    for (const name of ['hub', 'resolvers', ...compared])
      figures[`${shape}${capital(name)}PerSecond`] = turns.rate(name, shape);
    figures[`${shape}HubP99Ms`] = turns.p99Ms('hub', shape);
    for (const [feature, name] of Object.entries(features))
      figures[`${shape}${feature}MicrosPerRequest`] = MICROS / turns.rate(name, shape);
  }
  printTables(turns);
  return {
    name: 'reads',
    ratios: Object.fromEntries(ratios),
    counts: { ...counts, requests: turns.requests },
    figures,
  };
}

function printTables(turns: Turns): void {
  const rate = (name: string) => (shape: Shape) => turns.rate(name, shape).toFixed(0);
  printTable(
    'requests a second',
    ['hub', 'resolvers', ...compared].map((name) => [name, rate(name)]),
  );
  const micros = (name: string) => (shape: Shape) => (MICROS / turns.rate(name, shape)).toFixed(0);
  printTable('µs a request with', [
    ['nothing', micros(features.Nothing)],
    ['permissions', micros(features.Permissions)],
    ['permissions, audit', micros(features.PermissionsAudit)],
  ]);
}

function printTable(title: string, rows: readonly (readonly [string, (shape: Shape) => string])[]): void {
  console.log(`\n${title.padEnd(20)}${shapes.map((shape) => shape.padStart(10)).join('')}`);
  for (const [name, cell] of rows)
    console.log(`${name.padEnd(20)}${shapes.map((shape) => cell(shape).padStart(10)).join('')}`);
  console.log('');
}

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
