import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalCodes } from '../../src/kernel/refusal-codes.js';
import { type Metrics, openMetrics } from '../../src/telemetry/metrics.js';
import { serveMetrics } from '../../src/telemetry/metrics-server.js';
import { waysOfAnswering } from '../../src/telemetry/signals.js';
import { databaseKinds, onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';

/** Samples of a Prometheus text: name, labels, value. */
const samplesOf = (text: string) =>
  [...text.matchAll(/^([a-z0-9_]+)(?:\{(.*)\})? (\S+)$/gm)].map(([, name, labels = '', value]) => ({
    name: name as string,
    labels: Object.fromEntries<string>(
      [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, label = '', text = '']) => [label, text]),
    ),
    value: Number(value),
  }));

function valueIn(text: string, name: string, labels: Record<string, string> = {}): number {
  const found = samplesOf(text).find(
    (sample) => sample.name === name && Object.entries(labels).every(([label, is]) => sample.labels[label] === is),
  );
  return found?.value ?? 0;
}

onEveryDatabase('the metrics', (kind) => {
  const hub = hubFor(kind);
  let metrics: Metrics;
  beforeAll(() => {
    metrics = openMetrics({ connections: () => hub.database.connections(), gate: () => ({ inside: 1, waiting: 7 }) });
  });
  afterAll(() => metrics.close());

  it('count requests by outcome and code, and time operations by kind and disclosure lines', async () => {
    await hub.as('filing').ask('{ whoAmI { role } }');
    await hub.as('judge').ask('{ whoAmI { role } licenceAlerts(first: 1) { totalCount } }');
    await hub.as('filing').ask('{ nothing }');
    await hub.post('{', {});
    await hub.post('{"query":"{ whoAmI { role } }"}', { authorization: 'Bearer 12345' });
    await hub.post('{}', {}, '/somewhere/13800001111');
    const text = await metrics.text();
    const count = (outcome: string, code: string) => valueIn(text, 'lushu_requests_total', { outcome, code });
    expect(count('ANSWERED', 'NONE')).toBe(1);
    expect(count('PARTLY_REFUSED', 'FORBIDDEN') + count('REFUSED', 'FORBIDDEN')).toBe(1);
    expect(count('REFUSED', 'DOCUMENT_INVALID')).toBe(1);
    expect(count('REFUSED', 'REQUEST_MALFORMED')).toBe(1);
    expect(count('REFUSED', 'TOKEN_MALFORMED')).toBe(1);
    expect(count('REFUSED', 'ROUTE_UNKNOWN')).toBe(1);
    expect(valueIn(text, 'lushu_operation_seconds_count', { kind: 'query' })).toBeGreaterThanOrEqual(1);
    expect(valueIn(text, 'lushu_audit_line_seconds_count', { outcome: 'written' })).toBeGreaterThanOrEqual(2);
    expect(valueIn(text, 'lushu_requests_in_flight')).toBe(0);
  });

  it('show connections, gate and the lag of the event loop', async () => {
    const text = await metrics.text();
    const { busy, idle, waiting } = hub.database.connections();
    expect([busy, waiting]).toEqual([0, 0]);
    expect(valueIn(text, 'lushu_database_connections', { state: 'idle' })).toBe(idle);
    expect(valueIn(text, 'lushu_gate_mutations', { state: 'waiting' })).toBe(7);
    expect(samplesOf(text).map(({ name }) => name)).toContain('nodejs_eventloop_lag_p99_seconds');
  });

  it('hold no value that a client or a record brought: every label is of a closed list', async () => {
    const personal = ['990101198001010014', '13800001111', '沈知微', 'eyJhbGciOi', '13301201511000002'];
    for (const value of personal) {
      await hub
        .as('judge')
        .ask(`query Q${/^\w+$/.test(value) ? value : ''} { lawyer(certificateNo: "${value}") { fullName } }`);
      await hub.as('judge').ask('{ whoAmI { role } }', {}, { 'x-lushu-purpose': encodeURIComponent(value) });
      await hub.post(
        '{}',
        { authorization: `Bearer ${encodeURIComponent(value)}` },
        `/${encodeURIComponent(value)}?${encodeURIComponent(value)}`,
      );
      await fetch(hub.server.url, { method: 'REPORT' }).catch(() => undefined);
    }
    const text = await metrics.text();
    const closed: Record<string, readonly string[]> = {
      outcome: ['ANSWERED', 'PARTLY_REFUSED', 'REFUSED', 'CUT', 'written', 'failed'],
      code: [...Object.keys(refusalCodes), 'NONE', 'OTHER'],
      kind: ['query', 'mutation', 'subscription'],
      state: ['busy', 'idle', 'waiting', 'inside'],
      way: waysOfAnswering,
    };
    const labels = samplesOf(text)
      .filter(({ name }) => name.startsWith('lushu_'))
      .flatMap(({ labels }) => Object.entries(labels).filter(([label]) => label !== 'le'));
    const open = labels.filter(([label, value]) => !closed[label]?.includes(value));
    console.info(`metrics: ${labels.length} labels looked at`);
    expect(labels.length).toBeGreaterThan(0);
    expect(open).toEqual([]);
    for (const value of personal) expect(text).not.toContain(value);
  });

  it('are served at an address of their own, which knows nothing else', async () => {
    const server = await serveMetrics({ ...metrics, close() {} }, { host: '127.0.0.1', port: 0 });
    const answer = await fetch(server.url);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toContain('lushu_requests_total');
    expect((await fetch(new URL('/', server.url))).status).toBe(404);
    expect((await fetch(server.url, { method: 'POST' })).status).toBe(404);
    expect((await fetch(new URL('/metrics', hub.server.url))).status).toBe(404);
    await server.close();
  });
});

const postgresql = databaseKinds.find(({ name }) => name === 'PostgreSQL');

describe.skipIf(!postgresql)('the metrics in an outage [PostgreSQL]', () => {
  if (!postgresql) return;
  const hub = hubFor(postgresql, { seed: false });

  it('count the outage of the trail once and the answers it cost, and begin anew when it is back', async () => {
    const metrics = openMetrics({
      connections: () => hub.database.connections(),
      gate: () => ({ inside: 0, waiting: 0 }),
    });
    await hub.rows(
      sql`create function refuse_line() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`,
    );
    for (const outage of [1, 2]) {
      await hub.rows(sql`create trigger disk_full before insert on audit.audit_line execute function refuse_line()`);
      for (let n = 0; n < 3; n++) expect((await hub.as('public').ask('{ whoAmI { role } }')).status).toBe(503);
      await hub.rows(sql`drop trigger disk_full on audit.audit_line`);
      expect((await hub.as('public').ask('{ whoAmI { role } }')).status).toBe(200);
      const text = await metrics.text();
      expect(valueIn(text, 'lushu_audit_outages_total')).toBe(outage);
      expect(valueIn(text, 'lushu_audit_refused_answers_total')).toBe(3 * outage);
      expect(valueIn(text, 'lushu_audit_line_seconds_count', { outcome: 'failed' })).toBe(3 * outage);
      expect(valueIn(text, 'lushu_requests_total', { code: 'TRAIL_UNAVAILABLE' })).toBe(3 * outage);
    }
    metrics.close();
  });
});
