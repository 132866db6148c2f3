import { AsyncLocalStorage } from 'node:async_hooks';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { DoorCounter } from '../audit/door-counter.js';
import type { Trail } from '../audit/trail.js';
import type { OperationBook } from '../identity/standing.js';
import { Refusal } from '../kernel/refusal.js';
import type { Ask } from '../operation/ask.js';
import { compiledPlugin, written } from './compiled/plugin.js';
import { formatError } from './errors.js';
import { assetRoutes, type GraphiqlOptions, sendPage, wantsPage } from './graphiql.js';
import { introspectionPlugin } from './introspection.js';
import { limitRules } from './limits/document.js';
import { DOCUMENT_LIMIT, ERROR_LIMIT, TOKEN_LIMIT } from './limits/settings.js';
import type { Log } from './log.js';
import { answerLegacyClients, keepOutOfCaches } from './over-http.js';
import { registeredPlugin } from './registered/plugin.js';
import { requestPlugin } from './request.js';
import { watchPlugin } from './watch.js';

/** Where what happens to requests is written down. */
export interface Books {
  readonly trail: Trail;
  readonly log: Log;
  readonly doors: DoorCounter;
}

/** What is asked of operations beside what the matrix says. */
export interface Terms {
  readonly limits: ApolloServerPlugin<Ask>;
  readonly introspectionForPublic: boolean;
  readonly operations: OperationBook;
  /** Answer queries by one statement where they can be compiled. */
  readonly compiled: boolean;
}

/** Makes the ask of a request, or throws what refuses it. */
export type ContextOf = (request: FastifyRequest) => Promise<Ask>;

/** One HTTP request; `isWellFormed` once there is a document to look at. */
interface Visit {
  readonly source: string;
  ask: Ask | null;
  isWellFormed: boolean;
}

/** The HTTP request behind what Apollo does, which tells its plugins of no request it refuses by itself. */
const visits = new AsyncLocalStorage<Visit>();

/** Starts an Apollo Server on a schema, with the hub's limits, errors and plugins. */
export async function startApollo(
  app: FastifyInstance,
  schema: GraphQLSchema,
  { trail, log, doors }: Books,
  { limits, introspectionForPublic, compiled, operations }: Terms,
): Promise<ApolloServer<Ask>> {
  const refusedByApollo = async () => doors.refused(visits.getStore()?.source ?? 'unknown', 'REQUEST_MALFORMED');
  const apollo = new ApolloServer<Ask>({
    schema,
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    // registered operations are asked by the same words, and are registered by administrators only
    persistedQueries: false,
    // a custom header on every GET is what it asks for; `refuseForeignPages` asks the browser instead
    csrfPrevention: false,
    status400ForVariableCoercionErrors: true,
    stopOnTerminationSignals: false,
    fieldResolver: pacedResolver,
    validationRules: limitRules,
    validationOptions: { maxErrors: ERROR_LIMIT },
    parseOptions: { maxTokens: TOKEN_LIMIT },
    formatError,
    stringifyResult: written,
    logger: silent,
    plugins: [
      // it wraps every field, and nothing here is cached by HTTP
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      // it is loaded from the site of Apollo, and sent to whoever asks for text before anybody is let in
      ApolloServerPluginLandingPageDisabled(),
      fastifyApolloDrainPlugin(app),
      registeredPlugin(operations),
      requestPlugin(trail, log),
      watchPlugin,
      limits,
      introspectionPlugin(schema, introspectionForPublic),
      ...(compiled ? [compiledPlugin(schema, log)] : []),
      {
        invalidRequestWasReceived: refusedByApollo,
        requestDidStart: async ({ contextValue }) => {
          // Apollo goes on with a copy of the ask, which will hold the snapshot
          const visit = visits.getStore();
          if (visit) visit.ask = contextValue;
          return { didResolveSource: noteWellFormed };
        },
      },
    ],
  });
  await apollo.start();
  return apollo;
}

/** Plain fields, as graphql-js reads them; their long lists slice by slice. */
function pacedResolver(record: Record<string, unknown>, _args: unknown, ask: Ask, { fieldName }: GraphQLResolveInfo) {
  const value = record?.[fieldName];
  return Array.isArray(value) ? ask.pace.list(value) : value;
}

async function noteWellFormed(): Promise<void> {
  const visit = visits.getStore();
  if (visit) visit.isWellFormed = true;
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
    method: ['GET', 'POST'],
    url,
    config: { graphql: { hasPage: page !== null } },
    handler(request, reply) {
      if (page && wantsPage(request)) return sendPage(reply, page);
      keepOutOfCaches(reply);
      refuseLongDocument(request);
      return concluded(request, reply, () => answer.call(app, request, reply));
    },
  });
}

/** A document is kept with what is read of it, blanks and remarks included. Throws BODY_TOO_LARGE. */
function refuseLongDocument({ body, query }: FastifyRequest): void {
  for (const given of [body, query] as ({ query?: unknown } | null | undefined)[])
    if (typeof given?.query === 'string' && given.query.length > DOCUMENT_LIMIT)
      throw new Refusal('BODY_TOO_LARGE', ['query'], { limitBytes: DOCUMENT_LIMIT });
}

type Handler = (this: FastifyInstance, request: FastifyRequest, reply: FastifyReply) => unknown;

/** Whatever becomes of the request, its ask keeps no snapshot: not every way through Apollo ends in the response hook. */
async function concluded(request: FastifyRequest, reply: FastifyReply, answer: () => unknown): Promise<unknown> {
  const visit: Visit = { source: request.ip, ask: null, isWellFormed: false };
  try {
    const body = await visits.run(visit, answer);
    if (visit.isWellFormed) answerLegacyClients(reply);
    return body;
  } finally {
    await visit.ask?.conclude();
  }
}
