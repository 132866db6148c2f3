import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { DoorCounter } from '../audit/door-counter.js';
import { Trail } from '../audit/trail.js';
import { unitDirectory } from '../domain/hub/index.js';
import { subgraphs } from '../domain/index.js';
import type { CredentialCheck } from '../identity/credential.js';
import { purposes } from '../identity/purposes.js';
import { Refusal } from '../kernel/refusal.js';
import { uuidv7 } from '../kernel/uuid.js';
import type { Hub } from '../operation/ask.js';
import { type ContextOf, graphqlRoute, startApollo } from './apollo.js';
import { admit, type Door } from './door.js';
import { OUTAGES, refusalBehind, requestError, shownRefusal } from './errors.js';
import { checkGateway } from './gateway.js';
import type { GraphiqlOptions } from './graphiql.js';
import { BODY_LIMIT_BYTES } from './limits.js';
import type { Log } from './log.js';
import { gatewaySchema, servedSchema } from './schema.js';

const GRACE_MILLIS = 5_000;

/** Everything a hub is started with. */
export interface ServerOptions {
  readonly hub: Hub;
  readonly credentials: CredentialCheck;
  readonly log: Log;
  readonly host: string;
  readonly port: number;
  /** Development mode only: who can be picked in GraphiQL, and their tokens. */
  readonly development?: Pick<GraphiqlOptions, 'personas' | 'tokenOf'> | undefined;
  /** Serve each subgraph to the gateway identity. */
  readonly serveSubgraphs: boolean;
}

/** A hub that answers. `close` lets answers in flight finish. */
export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the hub's server: GraphQL at /graphql, GraphiQL for browsers there, subgraphs when asked for. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { hub, log } = options;
  const trail = new Trail(hub.database, hub.clock);
  const doors = new DoorCounter(hub.database, hub.clock);
  const door: Door = { hub, credentials: options.credentials, units: unitDirectory(hub.database, hub.clock) };
  const app = Fastify({ bodyLimit: BODY_LIMIT_BYTES, logger: false, genReqId: () => uuidv7(), requestTimeout: 60_000 });
  app.addHook('onSend', async (request, reply) => void reply.header('x-correlation-id', request.id));
  app.setErrorHandler((error, request, reply) => refuseRequest(error, request, reply, doors));
  app.setNotFoundHandler((request, reply) => closed(new Refusal('ROUTE_UNKNOWN'), request, reply));

  const context = async (request: FastifyRequest) => {
    try {
      return await admit(door, request);
    } catch (error) {
      const refusal = refusalBehind(error);
      if (refusal.code === 'INTERNAL') log.fault(request.id, error);
      if (OUTAGES.some((code) => code === refusal.code)) trail.suspend();
      else doors.refused(request.ip, refusal.code);
      throw requestError(refusal);
    }
  };
  const apollo = await startApollo(app, servedSchema(), { trail, log, doors });
  await graphqlRoute(app, '/graphql', apollo, context, graphiqlOptions(options));
  if (options.serveSubgraphs) await subgraphRoutes(app, options, trail, doors, context);

  await app.listen({ host: options.host, port: options.port });
  const [address] = app.addresses();
  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${(address as AddressInfo).port}/graphql`,
    close: async () => {
      // answers in flight get their time; a connection that never asked does not keep the hub from stopping
      const grace = setTimeout(() => app.server.closeAllConnections(), GRACE_MILLIS);
      await app.close();
      clearTimeout(grace);
      trail.close();
      await doors.close();
    },
  };
}

async function subgraphRoutes(
  app: FastifyInstance,
  options: ServerOptions,
  trail: Trail,
  doors: DoorCounter,
  context: ContextOf,
): Promise<void> {
  for (const { name } of subgraphs) {
    const apollo = await startApollo(app, gatewaySchema(name), { trail, doors, log: options.log });
    const behindGateway: ContextOf = async (request) => {
      try {
        await checkGateway(request, options.credentials);
      } catch (error) {
        doors.refused(request.ip, 'GATEWAY_REFUSED');
        throw requestError(refusalBehind(error));
      }
      return context(request);
    };
    await graphqlRoute(app, `/subgraphs/${name}`, apollo, behindGateway, null);
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

/** What Fastify refuses before GraphQL sees it: a body too large, or that is not JSON. */
function refuseRequest(error: unknown, request: FastifyRequest, reply: FastifyReply, doors: DoorCounter): FastifyReply {
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  const refusal =
    status === 413
      ? new Refusal('BODY_TOO_LARGE', [], { limitBytes: BODY_LIMIT_BYTES })
      : new Refusal(status < 500 ? 'REQUEST_MALFORMED' : 'INTERNAL');
  doors.refused(request.ip, refusal.code);
  return closed(refusal, request, reply);
}

function closed(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const shown = shownRefusal(refusal);
  const error = { ...shown, extensions: { ...shown.extensions, correlationId: request.id } };
  return reply.code(refusal.status).send({ errors: [error] });
}
