import { AsyncLocalStorage } from 'node:async_hooks';
import { type Channel, channel, type TracingChannel, tracingChannel } from 'node:diagnostics_channel';

/** How a request ended. `CUT`: the connection closed before the answer was whole. */
export type VisitOutcome = 'ANSWERED' | 'PARTLY_REFUSED' | 'REFUSED' | 'CUT';

/**
 * One HTTP request on its way, as far as it may be told: nothing here holds a value, an address, or a text that the
 * client chose. Codes are of the closed table, coordinates of the schema.
 */
export interface Visit {
  readonly method: string;
  /** The route's pattern, never the address asked for. */
  readonly route: string;
  readonly correlationId: string;
  /** Milliseconds of the process's own clock. */
  readonly startedAt: number;
  operation: { readonly kind: 'query' | 'mutation' | 'subscription'; readonly roots: readonly string[] } | null;
  outcome: VisitOutcome;
  codes: readonly string[];
  status: number;
}

/** A statement, by its verb and first table. */
export interface Statement {
  readonly summary: string;
}

/**
 * How a query was answered: by one statement, or by the resolvers. `REFUSED`: they would not have given all of it, and
 * say so themselves; `COMPUTED`: it asks for what a resolver works out; `UNCOMPILED`: the compiler cannot express it.
 */
export const waysOfAnswering = ['COMPILED', 'REFUSED', 'COMPUTED', 'UNCOMPILED'] as const;
export type WayOfAnswering = (typeof waysOfAnswering)[number];

/** What is told of a request. Nobody listening, nothing is made: the hub does not know who measures or traces it. */
export const told = {
  requestStarted: channel('lushu:request:started'),
  operationStarted: channel('lushu:operation:started'),
  /** The answer is made, its disclosure line durable; its first byte has not left. */
  answerMade: channel('lushu:answer:made'),
  requestEnded: channel('lushu:request:ended'),
  /** A query took its way to an answer (`WayOfAnswering`); told when reads are compiled. */
  queryAnswered: channel('lushu:query:answered'),
  /** A query was compiled: how many plans are kept now. */
  planMade: channel('lushu:plan:made'),
  /** The trail could not be written, or the database was away: an answer was refused for it. */
  trailAway: channel('lushu:trail:away'),
};

/** Statements on their way to the database and back. */
export const statements = tracingChannel<string, Statement>('lushu:statement');

/** Disclosure lines being made durable. */
export const lines = tracingChannel<string, object>('lushu:line');

/** Hears what is told on a channel; the answer ends it. A listener must not throw: node ends the process for it. */
export function hear<Told>(source: Channel, listener: (message: Told) => void): () => void {
  const listening = (message: unknown) => listener(message as Told);
  source.subscribe(listening);
  return () => void source.unsubscribe(listening);
}

/** Hears how each call of a tracing channel begins and ends, with the error if it failed; the answer ends it. */
export function hearCalls<Told extends object>(
  source: TracingChannel<string, Told>,
  begins: (call: Told) => void,
  ends: (call: Told, error: unknown) => void,
): () => void {
  const quiet = () => undefined;
  const listening = {
    start: begins,
    end: quiet,
    asyncStart: quiet,
    error: quiet,
    asyncEnd: (call: Told & { error?: unknown }) => ends(call, call.error),
  };
  source.subscribe(listening);
  return () => void source.unsubscribe(listening);
}

/** The request in whose course something happens. */
export const visits = new AsyncLocalStorage<Visit>();
