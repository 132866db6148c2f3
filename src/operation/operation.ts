import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { AuditEntry } from '../audit/audit-line.js';
import { appendUnderEpoch, linesOf } from '../audit/audit-line.store.js';
import { moveEpoch } from '../audit/policy-epoch.js';
import type { WriteHandle } from '../db/handle.js';
import { rows } from '../db/rows.js';
import { Refusal } from '../kernel/refusal.js';
import { Act } from './act.js';
import type { Ask } from './ask.js';
import { clientOf } from './client.js';
import { Ledger } from './ledger.js';
import type { Reading } from './reading.js';
import { faultIn } from './unusable.js';

type Resolver = GraphQLFieldResolver<unknown, Ask>;

/** Puts the operation around every root field of a schema, so that no resolver can forget it. */
export function surroundRootFields(schema: GraphQLSchema): GraphQLSchema {
  for (const [root, surround] of [
    [schema.getQueryType(), aroundQuery],
    [schema.getMutationType(), aroundMutation],
  ] as const)
    for (const field of Object.values(root?.getFields() ?? {})) {
      if (!field.resolve) throw new Error(`${root?.name}.${field.name} has no resolver`);
      field.resolve = surround(`${root?.name}.${field.name}`, field.resolve) as typeof field.resolve;
    }
  return schema;
}

/** A query: decide, then read. Federation's own `_service` and `_entities` are decided entity by entity. */
function aroundQuery(coordinate: string, resolve: Resolver): Resolver {
  if (coordinate === 'Query._service' || coordinate === 'Query._entities') return resolve;
  return async (root, args, ask, info) => {
    decide(ask, coordinate);
    refuseUnusable(args);
    const answer = thrown(await resolve(root, args, ask, info));
    return Array.isArray(answer) ? ask.pace.list(answer) : answer;
  };
}

/** A mutation: decide, wait at the gate, then one transaction in which record, change and audit line are written or none of them. */
function aroundMutation(coordinate: string, resolve: Resolver): Resolver {
  return async (root, args, ask, info) => {
    const reach = decide(ask, coordinate);
    refuseUnusable(Object.fromEntries(Object.entries(args).filter(([, value]) => !isBatch(value))));
    let answer: unknown;
    try {
      const inTurn = () =>
        ask.hub.database.transaction(async (handle) => {
          const ledger = new Ledger();
          const at = ask.hub.clock.now();
          const act = new Act(handle, ask.grant, reach, at, ask.correlationId, ledger);
          ask.act = act;
          const result = thrown(await resolve(root, args, ask, info));
          await act.settle(ask.hub.reactions);
          if (act.movesEpoch) await moveFrom(ask, handle);
          await record(handle, at, recordedLine(ask, coordinate, act, ledger), ask.epoch);
          return result;
        }, ask.deadline?.signal);
      answer = await underStandingRights(ask, () =>
        ask.apart(() => ask.hub.gate.pass(inTurn, clientOf(ask.identity), ask.deadline?.signal)),
      );
      if (ask.act) ask.committed.push(ask.act);
      ask.deadline?.renew();
    } finally {
      ask.act = null;
    }
    return answer instanceof AfterCommit ? await answer.read() : answer;
  };
}

const TRIES = 5;

/** Thrown to roll a transaction back when rights have changed since its asker was let in. */
class RightsMoved extends Error {}

/** Runs a writing again when rights changed under it and its asker may still ask. Throws RIGHTS_CHANGED in the end. */
async function underStandingRights<T>(ask: Ask, write: () => Promise<T>): Promise<T> {
  for (let tries = 1; tries <= TRIES; tries++)
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof RightsMoved)) throw error;
      await ask.decideAgain();
    }
  throw new Refusal('RIGHTS_CHANGED');
}

/** Moves the epoch by one from that of the ask; by more, and somebody else changed rights meanwhile. */
async function moveFrom(ask: Ask, handle: WriteHandle): Promise<void> {
  const moved = await moveEpoch(handle);
  if (moved !== ask.epoch + 1) throw new RightsMoved();
  ask.movedEpoch(moved);
}

/** Appends the line of a mutation to its transaction, under the rights by which it was let in. */
async function record(handle: WriteHandle, at: Date, line: AuditEntry, epoch: number): Promise<void> {
  const written = await rows(handle, appendUnderEpoch(linesOf(at, [{ ...line, epoch }]))).catch(() => {
    throw new Refusal('TRAIL_UNAVAILABLE');
  });
  if (written.length === 0) throw new RightsMoved();
}

/** The trail's line of what a mutation wrote; in its transaction, so that neither stands without the other. */
const recordedLine = (ask: Ask, coordinate: string, act: Act, ledger: Ledger): AuditEntry => ({
  kind: 'RECORDED',
  outcome: act.outcome,
  correlationId: ask.correlationId,
  identity: ask.identity,
  operation: coordinate,
  coordinates: [coordinate],
  records: ledger.records(),
  refusals: act.refusals,
});

function decide(ask: Ask, coordinate: string) {
  const reach = ask.grant.rights.operation(coordinate);
  if (reach === '-') throw new Refusal('FORBIDDEN', [], { coordinate });
  return reach;
}

/** Refuses arguments with a text that no record can keep (TEXT_UNSTORABLE). Deeper fields take days and cursors only. */
function refuseUnusable(args: Readonly<Record<string, unknown>>): void {
  const fault = faultIn(args);
  if (fault) throw fault;
}

/** A list of input objects: its items are answered one by one, by `recordBatch`. */
const isBatch = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null);

/** graphql-shield returns the errors it catches; here they are thrown, so that a shielded write rolls back. */
function thrown<T>(result: T): T {
  if (result instanceof Error) throw result;
  return result;
}

/** The writer of the running mutation. */
export function actOf(ask: Ask): Act {
  if (!ask.act) throw new Error('There is no writer outside a mutation.');
  return ask.act;
}

/** An answer read after the commit of its mutation, on a snapshot of its own. */
export class AfterCommit<T> {
  constructor(readonly read: () => Promise<T>) {}
}

/** Says how a mutation's answer is read once it is committed. Throws NOT_FOUND when the asker does not reach it. */
export function afterCommit<T>(ask: Ask, read: (reading: Reading) => Promise<T | null>): T {
  const answer = new AfterCommit(async () => {
    const found = await read(await ask.reading());
    if (found === null) throw new Refusal('NOT_FOUND');
    return found;
  });
  return answer as T;
}
