import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { DoorCounter } from '../audit/door-counter.js';
import { TimedTrail } from '../audit/timed-trail.js';
import type { TlsFiles } from '../config.js';
import { operationBook, standingBook, unitDirectory } from '../domain/hub/index.js';
import { subgraphs } from '../domain/index.js';
import type { Credential, CredentialCheck } from '../identity/credential.js';
import { purposes } from '../identity/purposes.js';
import type { Limits } from '../kernel/limits.js';
import { Refusal } from '../kernel/refusal.js';
import { uuidv7 } from '../kernel/uuid.js';
import type { Hub } from '../operation/ask.js';
import { policyVersion } from '../policy/index.js';
import { announce } from './announcing.js';
import { type Books, type ContextOf, graphqlRoute, startApollo, type Terms } from './apollo.js';
import { admit, type Door, RefusedKnown } from './door.js';
import { OUTAGES, refusalBehind, requestError, retryAfterOf, shownRefusal } from './errors.js';
import { gatewayCredential } from './gateway.js';
import type { GraphiqlOptions } from './graphiql.js';
import { healthRoutes, probes, type Readiness } from './health.js';
import { Guard } from './limits/guard.js';
import { halfRequests } from './limits/half-requests.js';
import { limitsPlugin } from './limits/plugin.js';
import { BODY_LIMIT_BYTES, limitsOf } from './limits/settings.js';
import { Turns } from './limits/turns.js';
import { refuseUnknownAddresses } from './limits/unknown-addresses.js';
import type { Log } from './log.js';
import { keepForeignPagesOut } from './over-http.js';
import { documentJudge } from './registered/judge.js';
import { gatewaySchema, servedSchema } from './schema.js';
import { stopping } from './stopping.js';
import { type Systems, systemRoutes } from './systems.js';
import { tlsListener } from './tls.js';
import { noteRefusal, watchRequests } from './watch.js';

/** Everything a hub is started with. */
export interface ServerOptions {
  readonly hub: Omit<Hub, 'judgeDocument'>;
  readonly credentials: CredentialCheck;
  readonly log: Log;
  readonly host: string;
  readonly port: number;
  /** Proxies whose `X-Forwarded-For` tells sources apart; none when not said. */
  readonly trustedProxies?: readonly string[];
  /** Development mode only: who can be picked in GraphiQL, and their tokens. */
  readonly development?: Pick<GraphiqlOptions, 'personas' | 'tokenOf'> | undefined;
  /** Serve each subgraph to the gateway identity. */
  readonly serveSubgraphs: boolean;
  /** What one client may ask; what is not said is as in the settings' defaults. */
  readonly limits?: Partial<Limits>;
  /** Whether the public is told the schema; it is when not said. */
  readonly introspectionForPublic?: boolean;
  /** Whether queries are answered by one statement where they can be; they are when not said. */
  readonly compiled?: boolean;
  /** The hub's own issuer; without it there is no token endpoint. */
  readonly systems?: Systems | undefined;
  /** Listen on TLS too, where clients show certificates. */
  readonly tls?: TlsFiles | undefined;
  /** Whose keys readiness looks for. */
  readonly issuers?: Readiness['issuers'];
  /** So long the hub still answers as usual once it says that it is not ready; none when not said. */
  readonly drainSeconds?: number;
  /** So long answers in flight may take when the hub stops; 25 when not said. */
  readonly stopSeconds?: number;
}

/** A hub that answers. `close` lets answers in flight finish, and throws when some had to be cut. */
export interface RunningServer {
  readonly url: string;
  /** The mutual TLS address, when there is one. */
  readonly tlsUrl: string | undefined;
  /** Reads the files of the mutual TLS address again; throws when they do not fit, and the old ones stay. */
  reloadCertificates(): void;
  close(): Promise<void>;
}

/** Starts the hub's server: GraphQL at /graphql, GraphiQL for browsers there, subgraphs when asked for. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { log } = options;
  const limits = limitsOf(options.limits);
  const hub: Hub = { ...options.hub, judgeDocument: documentJudge(servedSchema, limits.costLimit) };
  await announce(hub, policyVersion);
  const trail = new TimedTrail(hub.database, hub.clock);
  const doors = new DoorCounter(hub.database, hub.clock);
  const door: Door = {
    hub,
    credentials: options.credentials,
    units: unitDirectory(hub.database, hub.clock),
    standings: standingBook(hub.database, hub.clock),
  };
  const arrivals = halfRequests(limits.operationMillis, doors);
  const app = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    logger: false,
    genReqId: () => uuidv7(),
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    ...arrivals,
    return503OnClosing: false,
  });
  const tls = options.tls && tlsListener(app, options.tls, arrivals);
  const stop = stopping(app, options, tls ? [app.server, tls] : [app.server]);
  watchRequests(app, probes);
  healthRoutes(app, { database: hub.database, issuers: options.issuers ?? [], isServing: stop.isServing });
  app.addHook('onSend', async (request, reply) => void reply.header('x-correlation-id', request.id));
  refuseUnknownAddresses(app);
  app.setNotFoundHandler((request, reply) => closed(new Refusal('ROUTE_UNKNOWN'), request, reply));

  const contextBehind =
    (gatewayOf: (request: FastifyRequest) => Promise<Credential | null>): ContextOf =>
    async (request) => {
      try {
        return await admit(door, request, await gatewayOf(request));
      } catch (error) {
        const refusal = refusalBehind(error);
        if (refusal.code === 'INTERNAL') log.fault(request.id, error);
        if (OUTAGES.some((code) => code === refusal.code)) trail.suspend();
        else doors.refused(request.ip, refusal.code, error instanceof RefusedKnown ? error.who : undefined);
        throw requestError(refusal, error instanceof RefusedKnown ? error : refusal);
      }
    };
  const context = contextBehind(async () => null);
  const guard = new Guard(limits, doors, closed);
  const terms: Terms = {
    limits: limitsPlugin(guard, limits, new Turns(limits.queriesAtOnce, limits.costAtOnce)),
    introspectionForPublic: options.introspectionForPublic ?? true,
    operations: operationBook(hub.database),
    compiled: options.compiled ?? true,
  };
  app.setErrorHandler((error, request, reply) => refuseRequest(error, request, reply, { doors, guard }));
  keepForeignPagesOut(app);
  guard.stand(app);
  const apollo = await startApollo(app, servedSchema(), { trail, log, doors }, terms);
  await graphqlRoute(app, '/graphql', apollo, guard.before('/graphql', context), graphiqlOptions(options));
  const behindGateway = contextBehind((request) => gatewayCredential(request, options.credentials));
  const toSubgraph = (url: string) => guard.before(url, behindGateway, ['authorization', 'x-lushu-gateway']);
  if (options.serveSubgraphs) await subgraphRoutes(app, { trail, log, doors }, terms, toSubgraph);
  if (options.systems) systemRoutes(app, options.systems, { ...door, trail, log, doors, limits });

  await app.listen({ host: options.host, port: options.port });
  const [address] = app.addresses();
  const tlsAddress = await tls?.listen(options.host).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${(address as AddressInfo).port}/graphql`,
    tlsUrl: tlsAddress && `https://${host}:${tlsAddress.port}/graphql`,
    reloadCertificates: () => tls?.reload(),
    close: async () => {
      try {
        await stop.close();
      } finally {
        trail.close();
        await doors.close();
      }
    },
  };
}

async function subgraphRoutes(
  app: FastifyInstance,
  books: Books,
  terms: Terms,
  contextOf: (url: string) => ContextOf,
): Promise<void> {
  for (const { name } of subgraphs) {
    const url = `/subgraphs/${name}`;
    const apollo = await startApollo(app, gatewaySchema(name), books, terms);
    await graphqlRoute(app, url, apollo, contextOf(url), null);
  }
}

function graphiqlOptions({ development }: ServerOptions): GraphiqlOptions {
  return {
    development: development !== undefined,
    personas: development?.personas ?? [],
    tokenOf: development?.tokenOf,
    purposes: Object.entries(purposes).map(([code, { en, zh }]) => ({ code, label: `${zh} ${en}` })),
    endpoint: '/graphql',
  };
}

interface AtTheDoor {
  readonly doors: DoorCounter;
  readonly guard: Guard;
}

/** What is refused before GraphQL sees it: a foreign page, a body too large, or that is not JSON. */
function refuseRequest(error: unknown, request: FastifyRequest, reply: FastifyReply, { doors, guard }: AtTheDoor) {
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  const refusal =
    error instanceof Refusal
      ? error
      : status === 413
        ? new Refusal('BODY_TOO_LARGE', [], { limitBytes: BODY_LIMIT_BYTES })
        : new Refusal(status < 500 ? 'REQUEST_MALFORMED' : 'INTERNAL');
  doors.refused(request.ip, refusal.code, guard.whoOf(request));
  return closed(refusal, request, reply);
}

function closed(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  noteRefusal(refusal.code);
  const retryAfter = retryAfterOf(refusal);
  if (retryAfter !== null) reply.header('retry-after', retryAfter);
  const shown = shownRefusal(refusal);
  const error = { ...shown, extensions: { ...shown.extensions, correlationId: request.id } };
  return reply.code(refusal.status).send({ errors: [error] });
}
