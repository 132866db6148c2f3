import { AsyncLocalStorage } from 'node:async_hooks';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { DoorCounter } from '../audit/door-counter.js';
import type { Trail } from '../audit/trail.js';
import type { Ask } from '../operation/ask.js';
import { formatError } from './errors.js';
import { assetRoutes, type GraphiqlOptions, sendPage, wantsPage } from './graphiql.js';
import { introspectionPlugin } from './introspection.js';
import { limitRules, TOKEN_LIMIT } from './limits.js';
import type { Log } from './log.js';
import { requestPlugin } from './request.js';

/** Where what happens to requests is written down. */
export interface Books {
  readonly trail: Trail;
  readonly log: Log;
  readonly doors: DoorCounter;
}

/** Makes the ask of a request, or throws what refuses it. */
export type ContextOf = (request: FastifyRequest) => Promise<Ask>;

/** The HTTP request behind what Apollo does, which tells its plugins of no request it refuses by itself. */
const visits = new AsyncLocalStorage<{ readonly source: string; ask: Ask | null }>();

/** Starts an Apollo Server on a schema, with the hub's limits, errors and plugins. */
export async function startApollo(
  app: FastifyInstance,
  schema: GraphQLSchema,
  { trail, log, doors }: Books,
): Promise<ApolloServer<Ask>> {
  const refusedByApollo = async () => doors.refused(visits.getStore()?.source ?? 'unknown', 'REQUEST_MALFORMED');
  const apollo = new ApolloServer<Ask>({
    schema,
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    status400ForVariableCoercionErrors: true,
    stopOnTerminationSignals: false,
    validationRules: limitRules,
    parseOptions: { maxTokens: TOKEN_LIMIT },
    formatError,
    logger: silent,
    plugins: [
      // it wraps every field, and nothing here is cached by HTTP
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      fastifyApolloDrainPlugin(app),
      requestPlugin(trail, log),
      introspectionPlugin(schema),
      { invalidRequestWasReceived: refusedByApollo },
    ],
  });
  await apollo.start();
  return apollo;
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Answers GraphQL at an address; browsers get the page, when there is one. */
export async function graphqlRoute(
  app: FastifyInstance,
  url: string,
  apollo: ApolloServer<Ask>,
  context: ContextOf,
  page: GraphiqlOptions | null,
): Promise<void> {
  const remembered: ContextOf = async (request) => {
    const ask = await context(request);
    const visit = visits.getStore();
    if (visit) visit.ask = ask;
    return ask;
  };
  const answer = fastifyApolloHandler(apollo, { context: remembered }) as Handler;
  if (page) await assetRoutes(app, page);
  app.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url,
    handler(request, reply) {
      if (page && wantsPage(request)) return sendPage(reply, page);
      return concluded(request, () => answer.call(app, request, reply));
    },
  });
}

type Handler = (this: FastifyInstance, request: FastifyRequest, reply: FastifyReply) => unknown;

/** Whatever becomes of the request, its ask keeps no snapshot: not every way through Apollo ends in the response hook. */
async function concluded(request: FastifyRequest, answer: () => unknown): Promise<unknown> {
  const visit = { source: request.ip, ask: null as Ask | null };
  try {
    return await visits.run(visit, answer);
  } finally {
    await visit.ask?.conclude();
  }
}
