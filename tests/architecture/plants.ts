import type { SourceFile } from './source.js';
import type { Wall } from './walls.js';

/** One breach built for the test: the wall, what the breach is, and the file that holds it. */
export type Plant = readonly [wall: Wall, breach: string, path: string, text: string];

const file = (path: string, text = ''): SourceFile => ({ path, text });

/** Files that every plant finds around it, all lawful. */
export const surroundings: readonly SourceFile[] = [
  file('src/kernel/day.ts', "import type { Refusal } from './refusal.js';\nexport type Day = string;"),
  file('src/kernel/refusal.ts', 'export class Refusal {}'),
  file('src/kernel/clock.ts', "import { Day } from './day.js';\nexport const now = () => new Date();"),
  file('src/db/handle.ts', "import pg from 'pg';\nimport { drizzle } from 'drizzle-orm/node-postgres';"),
  file('src/config.ts', 'export const port = process.env.PORT;'),
  file('src/policy/shield.ts', "createRequire(import.meta.url)('graphql-shield');"),
  file('src/domain/court/index.ts', "export { x } from './staff.facts.js';"),
  file(
    'src/domain/court/staff.facts.ts',
    "import { y } from './staff.table.js';\nexport type A = string;\nexport async function b(): Promise<Fact<A>> {}",
  ),
  file('src/domain/court/staff.table.ts', "import { pgTable } from 'drizzle-orm/pg-core';"),
  file(
    'src/domain/court/staff.store.ts',
    "import './staff.facts.js';\nimport './staff.table.js';\nimport 'drizzle-orm';",
  ),
  file('src/domain/court/staff.rule.ts', "import { Day } from '../../kernel/day.js';\nimport './staff.terms.js';"),
  file('src/domain/court/staff.terms.ts', 'export const ended = (at: Date) => new Date(at);'),
  file('src/domain/court/staff.type.ts', "import { ObjectType } from 'type-graphql';\n// import '../bar/index.js'"),
  file('src/domain/court/staff.resolver.ts', "import './staff.store.js';"),
  file('src/policy/fact.ts', 'export class Fact<T> {}'),
  file('src/domain/joint/alert.store.ts', "import { x } from '../court/index.js';"),
  file('src/domain/hub/rules.ts', `// Long because a statute is\n${'//\n'.repeat(400)}`),
  file(
    'src/api/server.ts',
    "import { port } from '../config.js';\nexport const text = \"import 'pg'; process.env.X\";",
  ),
  file('src/main.ts', "import './api/server.js';\nimport '../seeds/personas.js';\nvoid import('./config.js');"),
];

/** Breaches of every wall in every way of writing an import. */
export const plants: readonly Plant[] = [
  ['imports go down only', 'kernel imports db', 'src/kernel/x.ts', "import { a } from '../db/handle.js';"],
  [
    'imports go down only',
    'db imports policy, types only',
    'src/db/x.ts',
    "import type { a } from '../policy/shield.js';",
  ],
  ['imports go down only', 'audit imports outbox', 'src/audit/x.ts', "export * from '../outbox/row.js';"],
  [
    'imports go down only',
    'policy imports operation',
    'src/policy/x.ts',
    "import {\n  a,\n} from '../operation/b.js';",
  ],
  [
    'imports go down only',
    'operation imports domain',
    'src/operation/x.ts',
    "await import('../domain/court/index.js');",
  ],
  [
    'imports go down only',
    'domain imports delivery',
    'src/domain/hub/x.ts',
    "export { a } from '../../delivery/b.js';",
  ],
  ['imports go down only', 'delivery imports config', 'src/delivery/x.ts', "import { port } from '../config.js';"],
  ['imports go down only', 'api imports seeds', 'src/api/x.ts', "import { personas } from '../../seeds/personas.js';"],
  ['imports go down only', 'main imports tests', 'src/main.ts', "import { hub } from '../tests/support/hub.js';"],
  ['imports go down only', 'a folder without a floor', 'src/utils/x.ts', "import { Day } from '../kernel/day.js';"],
  ['institutions do not import each other', 'court, bar', 'src/domain/court/x.ts', "import '../bar/index.js';"],
  [
    'institutions do not import each other',
    'bar, justice',
    'src/domain/bar/x.ts',
    "type A = import('../justice/a.js').A;",
  ],
  [
    'joint and hub use the front door',
    'joint',
    'src/domain/joint/x.ts',
    "import { a } from '../court/staff.store.js';",
  ],
  ['joint and hub use the front door', 'hub', 'src/domain/hub/x.ts', "import a = require('../bar/roster.terms.js');"],
  ['rules and terms are pure', 'clock', 'src/domain/court/a.rule.ts', "import { now } from '../../kernel/clock.js';"],
  ['rules and terms are pure', 'graphql', 'src/domain/court/a.rule.ts', "import { GraphQLError } from 'graphql';"],
  ['rules and terms are pure', 'a store', 'src/domain/court/a.rule.ts', "import './staff.store.js';"],
  ['rules and terms are pure', 'terms', 'src/domain/court/a.terms.ts', "import { sql } from 'drizzle-orm';"],
  ['rules read no clock', 'Date.now', 'src/domain/court/a.rule.ts', 'export const late = () => Date.now() > 5;'],
  ['rules read no clock', 'new Date', 'src/domain/court/a.rule.ts', 'export const late = () => new Date();'],
  [
    'resolvers and types never see a table',
    'type',
    'src/domain/court/a.type.ts',
    "import type { t } from './staff.table.js';",
  ],
  [
    'resolvers and types never see a table',
    'drizzle',
    'src/domain/court/a.resolver.ts',
    "import 'drizzle-orm/pg-core';",
  ],
  ['facts stay behind stores', 'type', 'src/domain/court/a.type.ts', "import './staff.facts.js';"],
  ['facts stay behind stores', 'policy', 'src/domain/court/a.policy.ts', "import './staff.facts.js';"],
  ['facts stay behind stores', 'resolver', 'src/domain/court/a.resolver.ts', "import { x } from './staff.facts.js';"],
  [
    'resolvers and types open no fact',
    'resolver',
    'src/domain/court/a.resolver.ts',
    "import { told } from '../../policy/fact.js';",
  ],
  [
    'resolvers and types open no fact',
    'type',
    'src/domain/court/a.type.ts',
    "import type { Fact } from '../../policy/fact.js';",
  ],
  ['facts are given as facts', 'plain', 'src/domain/court/a.facts.ts', 'export async function a(): Promise<string> {}'],
  ['facts are given as facts', 'inferred', 'src/domain/court/a.facts.ts', 'export async function a() {}'],
  ['facts are given as facts', 'a value', 'src/domain/court/a.facts.ts', 'export const a = 1;'],
  ['facts are given as facts', 'passed on', 'src/domain/court/a.facts.ts', "export { y } from './staff.table.js';"],
  ['facts are given as facts', 'all passed on', 'src/domain/court/a.facts.ts', "export * from './staff.table.js';"],
  ['graphql-shield lives in policy/shield', 'api', 'src/api/x.ts', "import { shield } from 'graphql-shield';"],
  [
    'graphql-shield lives in policy/shield',
    'required',
    'src/api/x.ts',
    "const load = createRequire('/');\nload('graphql-shield');",
  ],
  ['drivers live in db', 'pg', 'src/audit/x.ts', "import { Pool } from 'pg';"],
  ['drivers live in db', 'PGlite', 'src/api/x.ts', "const { PGlite } = await import('@electric-sql/pglite');"],
  ['drivers live in db', 'by drizzle', 'src/outbox/x.ts', "import type { A } from 'drizzle-orm/pglite';"],
  ['libraries that measure live in telemetry', 'metrics', 'src/api/x.ts', "import { Counter } from 'prom-client';"],
  ['libraries that measure live in telemetry', 'traces', 'src/db/x.ts', "import { trace } from '@opentelemetry/api';"],
  ['imports go down only', 'telemetry imports db', 'src/telemetry/x.ts', "import { a } from '../db/handle.js';"],
  ['every import can be read', 'computed', 'src/api/x.ts', "const name = 'p' + 'g';\nawait import(name);"],
  ['process.env is read in config only', 'member', 'src/api/x.ts', 'export const port = process.env.PORT;'],
  [
    'process.env is read in config only',
    'in brackets',
    'src/api/x.ts',
    "export const port = globalThis.process['env'].PORT;",
  ],
  ['process.env is read in config only', 'taken apart', 'src/main.ts', 'const { env } = process;'],
  ['no import cycle', 'of two', 'src/kernel/refusal.ts', "import { a } from './day.js';"],
  ['no import cycle', 'of one', 'src/kernel/x.ts', "import { x } from './x.js';"],
  ['no import cycle', 'of three, types only', 'src/kernel/refusal.ts', "export type { a } from './clock.js';"],
  ['a long file says why at its head', '301 lines', 'src/api/x.ts', 'export {};\n'.repeat(301)],
  ['every file can be read', 'not TypeScript', 'src/api/x.ts', 'const = 1;'],
];
