import type { Config } from '../config.js';
import type { Hub } from '../operation/ask.js';

/** What watches a running hub. */
export interface Observed {
  readonly metricsUrl: string | undefined;
  close(): Promise<void>;
}

/** Opens what watches a hub, as far as the settings ask for it; each library is loaded only then. */
export async function observe(
  { metrics, otlpEndpoint }: Pick<Config, 'metrics' | 'otlpEndpoint'>,
  { database, gate }: Pick<Hub, 'database' | 'gate'>,
): Promise<Observed> {
  const tracing = otlpEndpoint && (await import('../telemetry/tracing.js')).openTracing(otlpEndpoint);
  const scraped = metrics && (await serveMetricsAt(metrics, { database, gate }));
  return {
    metricsUrl: scraped?.url,
    async close() {
      await scraped?.close();
      if (tracing) await tracing.close();
    },
  };
}

async function serveMetricsAt(
  address: NonNullable<Config['metrics']>,
  { database, gate }: Pick<Hub, 'database' | 'gate'>,
) {
  const [{ openMetrics }, { serveMetrics }] = await Promise.all([
    import('../telemetry/metrics.js'),
    import('../telemetry/metrics-server.js'),
  ]);
  return serveMetrics(openMetrics({ connections: () => database.connections(), gate: () => gate.use() }), address);
}
