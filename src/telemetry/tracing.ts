import {
  type Attributes,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { hear, hearCalls, lines, statements, told, type Visit, visits } from './signals.js';

const FLUSH_MILLIS = 3_000;

/** Traces on their way to a collector; `close` sends what is left, for three seconds at most. */
export interface Tracing {
  close(): Promise<void>;
}

/**
 * Sends spans of requests, operations, statements and disclosure lines by OTLP over HTTP to `<endpoint>/v1/traces`.
 * Attributes are codes, coordinates and routes only. A `traceparent` of a partner is not believed: every request is a
 * trace of its own. Loaded only when it is configured.
 */
export function openTracing(endpoint: string): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'lushu' }),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: 1_000 })],
  });
  const tracer = provider.getTracer('lushu');
  const open = new WeakMap<Visit, Open>();
  const stop = [...traceRequests(tracer, open), ...traceCalls(tracer, open)];
  return {
    async close() {
      for (const end of stop) end();
      const shutdown = provider.shutdown().catch(() => undefined);
      await Promise.race([shutdown, new Promise((resolve) => setTimeout(resolve, FLUSH_MILLIS).unref())]);
    },
  };
}

/** The open spans of a request: its own, and its operation's once that is known. */
interface Open {
  readonly request: Span;
  operation: Span | null;
}

function traceRequests(tracer: Tracer, open: WeakMap<Visit, Open>): (() => void)[] {
  return [
    hear<Visit>(told.requestStarted, (visit) => {
      const { method, route, correlationId } = visit;
      const attributes = {
        'http.request.method': method,
        'http.route': route,
        'lushu.correlation_id': correlationId,
      };
      const request = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, ROOT_CONTEXT);
      open.set(visit, { request, operation: null });
    }),
    hear<Visit>(told.operationStarted, (visit) => {
      const spans = open.get(visit);
      if (!spans || !visit.operation) return;
      const { kind, roots } = visit.operation;
      const attributes = { 'graphql.operation.type': kind, 'lushu.root_fields': [...roots] };
      spans.operation = tracer.startSpan(kind, { attributes }, trace.setSpan(ROOT_CONTEXT, spans.request));
    }),
    hear<Visit>(told.answerMade, (visit) => {
      open.get(visit)?.operation?.setAttributes(outcomeOf(visit)).end();
    }),
    hear<Visit>(told.requestEnded, (visit) => {
      const { request, operation } = open.get(visit) ?? {};
      operation?.end();
      request?.setAttributes({ 'http.response.status_code': visit.status, ...outcomeOf(visit) });
      if (visit.status >= 500) request?.setStatus({ code: SpanStatusCode.ERROR });
      request?.end();
    }),
  ];
}

function traceCalls(tracer: Tracer, open: WeakMap<Visit, Open>): (() => void)[] {
  const spans = new WeakMap<object, Span>();
  const begin = (call: object, name: string, attributes: Attributes) => {
    const visit = visits.getStore();
    const parent = visit && open.get(visit);
    // what happens between requests (probes, the minute's counts) belongs to no trace
    if (!parent) return;
    const context = trace.setSpan(ROOT_CONTEXT, parent.operation ?? parent.request);
    spans.set(call, tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, context));
  };
  const end = (call: object, error: unknown) => {
    const span = spans.get(call);
    if (error !== undefined) span?.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', typeOf(error));
    span?.end();
  };
  return [
    hearCalls(
      statements,
      (call) => begin(call, call.summary, { 'db.system.name': 'postgresql', 'db.query.summary': call.summary }),
      end,
    ),
    hearCalls(lines, (call) => begin(call, 'audit line', {}), end),
  ];
}

const outcomeOf = ({ outcome, codes }: Visit) => ({ 'lushu.outcome': outcome, 'lushu.codes': [...codes] });

/** SQLSTATE, refusal code or class of an error. Never its message, which may quote a row. */
function typeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : error instanceof Error ? error.name : typeof error;
}
