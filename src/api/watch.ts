import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';
import type { Ask } from '../operation/ask.js';
import { told, type Visit, visits } from '../telemetry/signals.js';
import { refusalBehind } from './errors.js';

type Response = GraphQLRequestContextWillSendResponse<Ask>['response'];

/** What is only needed until the answer is made. */
const underWay = new WeakMap<FastifyRequest, Visit>();
const responses = new WeakMap<Visit, Response>();

/** Tells of every request but the probes, when somebody listens. Statements and lines find it as `visits`. */
export function watchRequests(app: FastifyInstance, quiet: ReadonlySet<string>): void {
  app.addHook('onRequest', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    if (!told.requestEnded.hasSubscribers || quiet.has(route)) return done();
    const visit: Visit = {
      method: request.method,
      route,
      correlationId: request.id,
      startedAt: performance.now(),
      operation: null,
      outcome: 'ANSWERED',
      codes: [],
      status: 200,
    };
    underWay.set(request, visit);
    told.requestStarted.publish(visit);
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) visit.outcome = 'CUT';
      visit.status = reply.raw.statusCode;
      told.requestEnded.publish(visit);
    });
    visits.run(visit, done);
  });
  app.addHook('onSend', async (request, reply) => {
    const visit = underWay.get(request);
    if (!visit) return;
    conclude(visit, reply.statusCode);
    told.answerMade.publish(visit);
  });
}

/** Notes a refusal that is answered without GraphQL. */
export function noteRefusal(code: string): void {
  const visit = visits.getStore();
  if (visit) visit.codes = [...visit.codes, code];
}

/** Tells when the operation is known; keeps hold of its answer, which other plugins may still replace. */
export const watchPlugin: ApolloServerPlugin<Ask> = {
  async contextCreationDidFail({ error }) {
    noteError(error);
  },
  async invalidRequestWasReceived({ error }) {
    noteError(error);
  },
  async requestDidStart() {
    const visit = visits.getStore();
    if (!visit) return;
    return {
      async didResolveOperation({ document, operation }) {
        if (!operation) return;
        const roots = new Set(rootsOf(operation.selectionSet, document));
        visit.operation = { kind: operation.operation, roots: [...roots] };
        told.operationStarted.publish(visit);
      },
      async willSendResponse({ response }) {
        responses.set(visit, response);
      },
    };
  },
};

function noteError(error: Error & { extensions?: { code?: unknown } }): void {
  noteRefusal(refusalBehind(error, error.extensions?.code).code);
}

/** Reads outcome and codes off the answer as it leaves. */
function conclude(visit: Visit, status: number): void {
  const body = responses.get(visit)?.body;
  const result = body?.kind === 'single' ? body.singleResult : undefined;
  const codes = (result?.errors ?? []).map(({ extensions }) => String(extensions?.code));
  visit.codes = [...new Set([...visit.codes, ...codes])];
  if (visit.codes.length > 0) visit.outcome = result?.data == null ? 'REFUSED' : 'PARTLY_REFUSED';
  else if (status >= 400) visit.outcome = 'REFUSED';
}

/** The root fields of an operation, through its fragments; the document is valid, so these are names of the schema. */
function rootsOf({ selections }: SelectionSetNode, document: DocumentNode): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootsOf(selection.selectionSet, document);
    const fragment = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootsOf(fragment.selectionSet, document) : [];
  });
}
