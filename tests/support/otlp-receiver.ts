import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as a collector receives it (OTLP over HTTP, JSON). */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly name: string;
  readonly kind: number;
  readonly status: { readonly code?: number };
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A collector on this machine that keeps what it is sent. */
export async function otlpReceiver() {
  const spans: ReceivedSpan[] = [];
  const bodies: string[] = [];
  const paths = new Set<string>();
  const server = createServer((request, response) => {
    paths.add(`${request.method} ${request.url}`);
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      bodies.push(body);
      for (const { scopeSpans } of JSON.parse(body).resourceSpans)
        for (const scope of scopeSpans) spans.push(...scope.spans.map(readable));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    bodies,
    paths,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

type Sent = Omit<ReceivedSpan, 'attributes'> & { attributes: { key: string; value: Record<string, unknown> }[] };

function readable({ attributes, ...span }: Sent): ReceivedSpan {
  return {
    ...span,
    parentSpanId: span.parentSpanId ?? '',
    attributes: Object.fromEntries(attributes.map(({ key, value }) => [key, plain(value)])),
  };
}

function plain(value: Record<string, unknown>): unknown {
  const { values } = (value.arrayValue ?? {}) as { values?: Record<string, unknown>[] };
  if ('arrayValue' in value) return (values ?? []).map(plain);
  return Object.values(value)[0];
}
