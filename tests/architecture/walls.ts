import { cycles } from './cycles.js';
import { type Import, type SourceFile, sight, type Use } from './source.js';

/** One breach: where, of which wall, and what was found there. */
export interface Violation {
  readonly wall: Wall;
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

/** Folders from the ground up. Neighbours on one floor do not import each other; a folder on no floor imports nothing. */
const floors = [
  ['kernel'],
  ['telemetry'],
  ['db'],
  ['identity'],
  ['audit', 'outbox'],
  ['policy'],
  ['operation'],
  ['domain'],
  ['delivery'],
  ['config'],
  ['api'],
  ['seeds'],
  ['commands'],
  ['main'],
];
const LONGEST = 300;

/** What each wall forbids of one import. */
const importWalls = {
  'imports go down only': (i: Import) => i.target !== null && !isBelow(i.target, i.from),
  'institutions do not import each other': (i: Import) => {
    const [from, to] = [institutionOf(i.from), institutionOf(i.target)];
    return from !== undefined && to !== undefined && from !== to;
  },
  'joint and hub use the front door': (i: Import) =>
    /^src\/domain\/(joint|hub)\//.test(i.from) &&
    institutionOf(i.target) !== undefined &&
    !/^src\/domain\/\w+\/index\.ts$/.test(i.target ?? ''),
  'rules and terms are pure': (i: Import) =>
    /\.(rule|terms)\.ts$/.test(i.from) &&
    !/\.(rule|terms)\.ts$/.test(i.target ?? '') &&
    (!/^src\/kernel\//.test(i.target ?? '') || i.target === 'src/kernel/clock.ts'),
  'resolvers and types never see a table': (i: Import) =>
    /\.(resolver|type)\.ts$/.test(i.from) && (/\.table\.ts$/.test(i.target ?? '') || i.package === 'drizzle-orm'),
  'facts stay behind stores': (i: Import) =>
    /\.facts\.ts$/.test(i.target ?? '') && !/(\.(store|facts)|\/index)\.ts$/.test(i.from),
  'resolvers and types open no fact': (i: Import) =>
    /\.(resolver|type)\.ts$/.test(i.from) && i.target === 'src/policy/fact.ts',
  'graphql-shield lives in policy/shield': (i: Import) =>
    i.package === 'graphql-shield' && i.from !== 'src/policy/shield.ts',
  'drivers live in db': (i: Import) =>
    /^(pg|@electric-sql\/pglite|drizzle-orm\/(node-postgres|pglite)(\/.*)?)$/.test(driverName(i)) &&
    !i.from.startsWith('src/db/'),
  'libraries that measure live in telemetry': (i: Import) =>
    /^(prom-client|@opentelemetry\/.*)$/.test(i.package ?? '') && !i.from.startsWith('src/telemetry/'),
  'every import can be read': (i: Import) => i.specifier === null,
} satisfies Record<string, (i: Import) => boolean>;

/** The names of the walls; a failing test says which one was breached. */
export const walls = [
  ...(Object.keys(importWalls) as (keyof typeof importWalls)[]),
  'process.env is read in config only',
  'rules read no clock',
  'facts are given as facts',
  'no import cycle',
  'a long file says why at its head',
  'every file can be read',
] as const;
/** The name of one wall. */
export type Wall = (typeof walls)[number];

/** Everything in these files that breaks a wall of design.md section 2. Pure: reads nothing but its argument. */
export function violations(files: readonly SourceFile[]): Violation[] {
  const found: Violation[] = files.filter(isLongWithoutReason).map((file) => ({
    wall: 'a long file says why at its head',
    path: file.path,
    line: 1,
    what: `more than ${LONGEST} lines; begin with a comment "Long because …"`,
  }));
  const imports: Import[] = [];
  for (const file of files) {
    try {
      const sighting = sight(file);
      imports.push(...sighting.imports);
      found.push(...sighting.uses.flatMap(wrongUses));
    } catch (error) {
      found.push({ wall: 'every file can be read', path: file.path, line: 1, what: String(error) });
    }
  }
  return [...found, ...imports.flatMap(wrongImports), ...cycles(imports).map(asViolation)];
}

function wrongImports(i: Import): Violation[] {
  return Object.entries(importWalls)
    .filter(([, forbids]) => forbids(i))
    .map(([wall]) => ({ wall: wall as Wall, path: i.from, line: i.line, what: i.target ?? i.specifier ?? 'computed' }));
}

function wrongUses(use: Use): Violation[] {
  const breach = { path: use.from, line: use.line, what: use.of };
  if (use.of === 'process.env') {
    return use.from === 'src/config.ts' ? [] : [{ wall: 'process.env is read in config only', ...breach }];
  }
  if (use.of === 'open fact')
    return /\.facts\.ts$/.test(use.from) ? [{ wall: 'facts are given as facts', ...breach }] : [];
  return /\.(rule|terms)\.ts$/.test(use.from) ? [{ wall: 'rules read no clock', ...breach }] : [];
}

function asViolation(circle: readonly Import[]): Violation {
  const [first] = circle as [Import];
  const what = [first.from, ...circle.map((i) => i.target)].join(' → ');
  return { wall: 'no import cycle', path: first.from, line: first.line, what };
}

function isLongWithoutReason({ text }: SourceFile): boolean {
  return text.trimEnd().split('\n').length > LONGEST && !/^(\/\/|\/\*\*?)\s*Long because \S/.test(text);
}

/** Same folder, or a lower floor. A place that is on no floor is below nothing. */
function isBelow(target: string, from: string): boolean {
  if (placeOf(target) === placeOf(from)) return true;
  const [lower, upper] = [floorOf(target), floorOf(from)];
  return lower >= 0 && lower < upper;
}

function placeOf(path: string): string {
  return path.replace(/^src\//, '').replace(/[/.].*$/, '');
}

function floorOf(path: string): number {
  return floors.findIndex((floor) => floor.includes(placeOf(path)));
}

/** The partner institution a path belongs to; joint and hub are the hub's own. */
function institutionOf(path: string | null): string | undefined {
  return /^src\/domain\/(court|justice|bar)\//.exec(path ?? '')?.[1];
}

function driverName(i: Import): string {
  return (i.package === 'drizzle-orm' ? i.specifier : i.package) ?? '';
}
