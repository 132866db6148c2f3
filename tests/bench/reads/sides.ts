import { serve } from '../hub-process.js';
import type { Scratch } from '../scratch.js';
import { workerServer } from '../workers.js';
import * as postgraphile from './postgraphile-queries.js';
import { queries, type Shape } from './shapes.js';

/** The token of the bench is a filing window's. */
export const PURPOSE = 'CASE_FILING';

/** A server under load: where it answers, what it is asked, and how the hub's data are found in its answer. */
export interface Side {
  readonly name: string;
  readonly url: string;
  readonly queries: Readonly<Record<Shape, string>>;
  unwrap(shape: Shape, data: Record<string, unknown>): unknown;
  close(): void | Promise<void>;
}

const asItIs = { queries, unwrap: (_: Shape, data: Record<string, unknown>) => data };
const UNTRAILED = new URL('./untrailed-hub.js', import.meta.url).pathname;

/** What the hub is measured against, each in a process of its own. */
const peers = {
  limit: ['./limit-server.js', asItIs],
  mercuriusJit: ['./reads/mercurius-server.js', asItIs],
  postgraphile: ['./reads/postgraphile-server.js', postgraphile],
  yoga: ['./reads/yoga-server.js', asItIs],
  apollo: ['./reads/apollo-server.js', asItIs],
  text: ['./reads/text-server.js', asItIs],
} as const;
export type Peer = keyof typeof peers;

/** The hub as it is served, the hub by its resolvers alone, the hub without its trail. */
const hubs = {
  hub: [{ LUSHU_COMPILED: 'on' }, {}],
  resolvers: [{ LUSHU_COMPILED: 'off' }, {}],
  untrailed: [{ LUSHU_COMPILED: 'on' }, { module: UNTRAILED }],
} as const;

/** Starts every side, the hub first. What has started is stopped by the scratch when another fails. */
export async function startSides(scratch: Scratch): Promise<Side[]> {
  const sides: Side[] = [];
  for (const [name, [settings, runner]] of Object.entries(hubs))
    sides.push({ name, ...(await serve(scratch, settings, runner)), ...asItIs });
  for (const [name, [file, { queries, unwrap }]] of Object.entries(peers))
    sides.push({ name, ...(await workerServer(file, scratch.databaseUrl)), queries, unwrap });
  return sides;
}
