import { type DestinationStream, pino } from 'pino';
import type { AuditEntry } from '../audit/audit-line.js';
import type { Ask } from '../operation/ask.js';

/** The hub's log: structured lines with a correlation id and never a personal value, a token or a variable. */
export interface Log {
  /** One operation was answered or refused. */
  answered(ask: Ask, entry: AuditEntry): void;
  /** Something failed that nobody foresaw; only its class, SQLSTATE and stack frames are kept. */
  fault(correlationId: string, error: unknown): void;
}

/** Opens the log at a pino level; on standard error when no other destination is given. */
export function openLog(level: string, destination: DestinationStream = standardError()): Log {
  const logger = pino({ level, base: { service: 'lushu' } }, destination);
  return {
    answered({ identity, correlationId }, { outcome, coordinates = [], refusals = [] }) {
      const roots = coordinates.filter((coordinate) => /^(Query|Mutation)\./.test(coordinate));
      logger.info(
        {
          correlationId,
          role: identity.role,
          unit: identity.unit?.code,
          purpose: identity.purpose,
          outcome,
          roots,
          refusals,
        },
        'operation',
      );
    },
    fault(correlationId, error) {
      logger.error({ correlationId, fault: faultOf(error) }, 'fault');
    },
  };
}

/** Lines are written together, after a quarter of a second at the latest; pino writes what is left when the process ends. */
const standardError = (): DestinationStream =>
  pino.destination({ dest: 2, sync: false, minLength: 4_096, periodicFlush: 250 });

/** Messages of drivers quote parameters and rows, so a fault is told by class, SQLSTATE and place only. */
function faultOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { class: typeof error };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
  const { code } = error as { code?: unknown };
  return {
    class: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    frames,
    ...(error.cause instanceof Error ? { cause: faultOf(error.cause) } : {}),
  };
}
