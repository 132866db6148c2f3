import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { refusalCodes } from '../kernel/refusal-codes.js';
import { hear, hearCalls, lines, told, type Visit, type WayOfAnswering } from './signals.js';

/** What is looked at when somebody asks for the metrics. */
export interface Gauged {
  /** Connections to the database. */
  connections(): { readonly busy: number; readonly idle: number; readonly waiting: number };
  /** Mutations inside the gate, and those before it. */
  gate(): { readonly inside: number; readonly waiting: number };
}

/** The figures of a running hub, as Prometheus reads them. `close` stops counting. */
export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  close(): void;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * Counts what the hub tells of itself. Every label is of a closed list (outcomes, refusal codes, kinds of operation,
 * states): none holds a value, an address or a name that a client chose.
 */
export function openMetrics(gauged: Gauged): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const stopCounting = all([requestMetrics(registry), trailMetrics(registry)]);
  gauges(registry, gauged);
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    close() {
      stopCounting();
      registry.clear();
    },
  };
}

function requestMetrics(registry: Registry): () => void {
  const registers = [registry];
  const ended = new Counter({
    name: 'lushu_requests_total',
    help: 'Requests by outcome and by the first refusal code of their answer',
    labelNames: ['outcome', 'code'],
    registers,
  });
  const duration = new Histogram({
    name: 'lushu_operation_seconds',
    help: 'From the arrival of a request until its answer is made, its disclosure line included',
    labelNames: ['kind'],
    buckets: SECONDS,
    registers,
  });
  const ways = new Counter({
    name: 'lushu_queries_total',
    help: 'Queries by how they were answered: compiled into one statement, or left to the resolvers, and why',
    labelNames: ['way'],
    registers,
  });
  const plans = new Gauge({ name: 'lushu_plans_kept', help: 'Plans of compiled queries that are kept', registers });
  const inFlight = new Gauge({ name: 'lushu_requests_in_flight', help: 'Requests being answered', registers });
  return all([
    hear<Visit>(told.requestStarted, () => inFlight.inc()),
    hear<number>(told.planMade, (kept) => plans.set(kept)),
    hear<WayOfAnswering>(told.queryAnswered, (way) => ways.inc({ way })),
    hear<Visit>(told.answerMade, ({ operation, startedAt }) => {
      if (operation) duration.observe({ kind: operation.kind }, secondsSince(startedAt));
    }),
    hear<Visit>(told.requestEnded, ({ outcome, codes: [code] }) => {
      inFlight.dec();
      ended.inc({ outcome, code: code === undefined ? 'NONE' : code in refusalCodes ? code : 'OTHER' });
    }),
  ]);
}

function trailMetrics(registry: Registry): () => void {
  const registers = [registry];
  const written = new Histogram({
    name: 'lushu_audit_line_seconds',
    help: 'Making a disclosure line durable, by whether it was',
    labelNames: ['outcome'],
    buckets: SECONDS,
    registers,
  });
  const outages = new Counter({
    name: 'lushu_audit_outages_total',
    help: 'Times that the trail went away; it is back when a line is written again',
    registers,
  });
  const refused = new Counter({
    name: 'lushu_audit_refused_answers_total',
    help: 'Answers refused because the trail or the database was away',
    registers,
  });
  let isAway = false;
  const startedAt = new WeakMap<object, number>();
  return all([
    hearCalls(
      lines,
      (line) => void startedAt.set(line, performance.now()),
      (line, error) => {
        const outcome = error === undefined ? 'written' : 'failed';
        written.observe({ outcome }, secondsSince(startedAt.get(line) ?? performance.now()));
        if (outcome === 'written') isAway = false;
      },
    ),
    hear(told.trailAway, () => {
      if (!isAway) outages.inc();
      isAway = true;
      refused.inc();
    }),
  ]);
}

/** Looked at when somebody asks, not kept up to date. */
function gauges(registry: Registry, { connections, gate }: Gauged): void {
  const states = [
    ['lushu_database_connections', 'Connections that are busy or idle, and work waiting for one', connections],
    ['lushu_gate_mutations', 'Mutations inside the gate, and those waiting before it', gate],
  ] as const;
  for (const [name, help, look] of states)
    new Gauge({
      name,
      help,
      labelNames: ['state'],
      registers: [registry],
      collect() {
        for (const [state, count] of Object.entries(look())) this.set({ state }, count);
      },
    });
}

const secondsSince = (startedAt: number): number => (performance.now() - startedAt) / 1000;

const all = (ends: readonly (() => void)[]) => () => {
  for (const end of ends) end();
};
