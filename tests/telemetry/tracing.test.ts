import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { selfLawyerId } from '../../seeds/persona-records.js';
import { openTracing } from '../../src/telemetry/tracing.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { otlpReceiver } from '../support/otlp-receiver.js';

onEveryDatabase('traces', (kind) => {
  const hub = hubFor(kind);
  let collector: Awaited<ReturnType<typeof otlpReceiver>>;
  beforeAll(async () => {
    collector = await otlpReceiver();
  });
  afterAll(() => collector.close());

  /** What the collector holds after some requests and an orderly end. */
  async function traced(work: () => Promise<unknown>) {
    const tracing = openTracing(`${collector.endpoint}/`);
    await work();
    await sleep(100);
    await tracing.close();
    return { spans: collector.spans.splice(0), bodies: collector.bodies.splice(0) };
  }

  it('tell of a request, its operation, each statement and the disclosure line, one under the other', async () => {
    let correlation: string | null = null;
    const { spans } = await traced(async () => {
      const answer = await hub.as('judge').ask(`{ who: whoAmI { role } lawyer(id: "${selfLawyerId}") { fullName } }`);
      correlation = answer.headers.get('x-correlation-id');
      expect(answer.data.lawyer.fullName).toBe('沈知微');
    });
    expect([...collector.paths]).toEqual(['POST /v1/traces']);
    const request = spans.find(({ name }) => name === 'POST /graphql');
    expect(request).toMatchObject({
      parentSpanId: '',
      kind: 2,
      attributes: {
        'http.route': '/graphql',
        'http.response.status_code': 200,
        'lushu.correlation_id': correlation,
        'lushu.outcome': 'ANSWERED',
      },
    });
    const operation = spans.find(({ name }) => name === 'query');
    expect(operation).toMatchObject({
      parentSpanId: request?.spanId,
      attributes: { 'graphql.operation.type': 'query', 'lushu.root_fields': ['whoAmI', 'lawyer'] },
    });
    const line = spans.find(({ name }) => name === 'audit line');
    expect(line).toMatchObject({ parentSpanId: operation?.spanId });
    const statements = spans.filter(({ attributes }) => attributes['db.system.name'] !== undefined);
    const read = statements.find(({ name }) => name === 'SELECT justice.lawyer');
    expect(read, statements.map(({ name }) => name).join()).toMatchObject({ parentSpanId: operation?.spanId });
    expect(statements.some(({ name }) => /^(INSERT|WITH)\b/.test(name))).toBe(true);
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
    console.info(`traces: ${spans.length} spans, ${statements.length} of them statements`);
  });

  it('hold no personal value, no SQL and no text that a client chose', async () => {
    const personal = ['990101198001010014', '13800001111', '沈知微', '13301201511000002', 'FindPerson'];
    const { spans, bodies } = await traced(async () => {
      for (const value of personal) {
        await hub.as('judge').ask(`query FindPerson { it: lawyer(certificateNo: "${value}") { fullName mobile } }`);
        await hub
          .as('judge')
          .ask('query FindPerson($n: String) { lawyer(certificateNo: $n) { fullName } }', { n: value });
        await hub.post(
          '{}',
          { authorization: `Bearer ${encodeURIComponent(value)}` },
          `/${encodeURIComponent(value)}?q=${encodeURIComponent(value)}`,
        );
        await fetch(`${hub.server.url}?query=${encodeURIComponent(`{lawyer(certificateNo:"${value}"){id}}`)}`);
      }
    });
    const text = bodies.join('\n');
    console.info(`traces: ${spans.length} spans, ${text.length} characters looked at`);
    expect(spans.length).toBeGreaterThan(20);
    for (const value of [...personal, '190****', ' where ', '$1']) {
      expect(text).not.toContain(value);
      expect(text).not.toContain(encodeURIComponent(value));
    }
  });

  it('a trace that a partner names is not continued', async () => {
    const theirs = '4bf92f3577b34da6a3ce929d0e0e4736';
    const { spans } = await traced(() =>
      hub.as('judge').ask('{ whoAmI { role } }', {}, { traceparent: `00-${theirs}-00f067aa0ba902b7-01` }),
    );
    expect(spans.length).toBeGreaterThan(0);
    expect(spans.map(({ traceId }) => traceId)).not.toContain(theirs);
  });

  it('a collector that is away neither keeps the hub from answering nor from stopping', async () => {
    const tracing = openTracing('http://127.0.0.1:9');
    expect((await hub.as('judge').ask('{ whoAmI { role } }')).data.whoAmI.role).toBe('judge');
    await tracing.close();
  });
});
