import type { FastifyInstance } from 'fastify';
import type { Database } from '../db/handle.js';
import { missingMigrations } from '../db/migrations.js';
import type { TrustedIssuer } from '../identity/issuers.js';
import { refusalBehind } from './errors.js';

const REMEMBERED_MILLIS = 1_000;
const PATIENCE_MILLIS = 5_000;

/** Addresses of the probes: asked by machines every few seconds, without rights, and written down nowhere. */
export const probes: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/** `partly`: some of several issuers. Words only: who is not known here is told no address, version or sentence. */
type Finding = 'ok' | 'partly' | 'not ok';

/** What must be so for the hub to answer. */
export interface Readiness {
  readonly database: Database;
  readonly issuers: readonly Pick<TrustedIssuer, 'keys'>[];
  /** Turns false when the hub is asked to stop. */
  isServing(): boolean;
}

/**
 * `/healthz`: the process answers. `/readyz`: database, migrations and issuer keys are there and the hub is not about to
 * stop; 503 otherwise. However often it is asked, the database and the issuers are asked once a second.
 */
export function healthRoutes(app: FastifyInstance, readiness: Readiness): void {
  const findings = rememberedFor(REMEMBERED_MILLIS, () => look(readiness));
  const route = { method: 'GET' as const, logLevel: 'silent' as const };
  app.route({ ...route, url: '/healthz', handler: async (_, reply) => told(reply, { status: 'ok' }) });
  app.route({
    ...route,
    url: '/readyz',
    handler: async (_request, reply) => {
      const checks = { ...(await findings()), serving: readiness.isServing() ? 'ok' : 'not ok' } as const;
      const isReady = Object.values(checks).every((finding) => finding !== 'not ok');
      return told(reply.code(isReady ? 200 : 503), { status: isReady ? 'ok' : 'not ok', checks });
    },
  });
}

function told<Reply extends { header(name: string, value: string): unknown }, Body>(reply: Reply, body: Body): Body {
  reply.header('cache-control', 'no-store');
  return body;
}

async function look({ database, issuers }: Readiness): Promise<Record<string, Finding>> {
  const [data, issuerKeys] = await Promise.all([
    inTime(lookAtDatabase(database), { database: 'not ok', migrations: 'not ok' } as const),
    inTime(lookAtIssuers(issuers), 'not ok' as const),
  ]);
  return { ...data, issuerKeys };
}

async function lookAtDatabase(database: Database): Promise<Record<'database' | 'migrations', Finding>> {
  const snapshot = await database.snapshot();
  try {
    const missing = await missingMigrations(snapshot.handle);
    return { database: 'ok', migrations: missing === 0 ? 'ok' : 'not ok' };
  } catch (error) {
    const isAway = refusalBehind(error).code === 'DATABASE_UNAVAILABLE';
    return { database: isAway ? 'not ok' : 'ok', migrations: 'not ok' };
  } finally {
    await snapshot.close();
  }
}

/** One institution's provider that is away must not take the hub from the others. */
async function lookAtIssuers(issuers: Readiness['issuers']): Promise<Finding> {
  const found = await Promise.all(issuers.map(({ keys }) => canLoad(keys)));
  if (found.every(Boolean)) return 'ok';
  return found.some(Boolean) ? 'partly' : 'not ok';
}

/** Asks for a key without a name: which one it would be does not matter, only that the issuer's keys are at hand. */
async function canLoad(keys: TrustedIssuer['keys']): Promise<boolean> {
  if (keys.edition() !== null) return true;
  try {
    await keys.find({ alg: 'ES256' }, { payload: '', signature: '' });
    return true;
  } catch (error) {
    return refusalBehind(error).code === 'TOKEN_KEY_UNKNOWN';
  }
}

async function inTime<T>(work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), PATIENCE_MILLIS).unref();
  });
  return Promise.race([work.catch(() => otherwise), late]).finally(() => clearTimeout(timer));
}

/** Everybody who asks while a result is made, or within `millis` of it, shares that one. */
function rememberedFor<T>(millis: number, make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().finally(() => setTimeout(() => (made = null), millis).unref());
    return made;
  };
}
