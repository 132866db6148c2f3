import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import {
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { AuditEntry } from '../audit/audit-line.js';
import type { Trail } from '../audit/trail.js';
import { Refusal } from '../kernel/refusal.js';
import type { Ask } from '../operation/ask.js';
import { type Sight, sightOf } from '../policy/sight.js';
import { refusalBehind, requestError, shownRefusal } from './errors.js';
import type { Log } from './log.js';
import { refuseUnstorable } from './storable.js';

const NOTHING: Sight = { coordinates: [], withheld: [], masked: [], forbiddenArguments: [] };
const AWAY = ['DATABASE_UNAVAILABLE', 'TRAIL_UNAVAILABLE'] as const;

/**
 * The request: what an operation sees is worked out before it runs; its disclosure line is durable after all nested
 * fields and before the first byte of the answer. Without the line there is no answer (TRAIL_UNAVAILABLE, 503).
 */
export function requestPlugin(trail: Trail, log: Log): ApolloServerPlugin<Ask> {
  return {
    async requestDidStart() {
      let sight = NOTHING;
      return {
        async didResolveOperation({ schema, document, operation, request, source, contextValue }) {
          if (!operation) return;
          refusing(() => refuseUnstorable(document, source, request.variables ?? {}));
          sight = seen(schema, document, operation, request.variables ?? {}, contextValue);
          const [forbidden] = sight.forbiddenArguments;
          if (forbidden) throw requestError(new Refusal('ARGUMENT_FORBIDDEN', [], { coordinate: forbidden }));
        },
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) {
            const { code } = refusalBehind(error, error.extensions?.code);
            if (code === 'INTERNAL') log.fault(contextValue.correlationId, error.originalError ?? error);
          }
        },
        async willSendResponse(context) {
          await context.contextValue.conclude();
          await concluded(context, sight, trail, log);
        },
      };
    },
  };
}

function refusing(check: () => void): void {
  try {
    check();
  } catch (error) {
    throw requestError(refusalBehind(error));
  }
}

function seen(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  ask: Ask,
): Sight {
  // variables that cannot be coerced are refused by the execution, with their path
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  return sightOf(schema, document, operation, coerced ?? {}, ask.grant.rights);
}

async function concluded(
  context: GraphQLRequestContextWillSendResponse<Ask>,
  sight: Sight,
  trail: Trail,
  log: Log,
): Promise<void> {
  const { response, contextValue: ask } = context;
  if (response.body.kind !== 'single') throw new Error('Incremental delivery is not offered.');
  const result = response.body.singleResult;
  const refusals = [
    ...(result.errors ?? []).map((error) => String(error.extensions?.code)),
    ...ask.committed.flatMap((act) => act.refusals),
  ];
  const away = AWAY.find((code) => refusals.includes(code));
  if (away) {
    trail.suspend();
    return closed(context, new Refusal(away));
  }
  const hasData = result.data != null;
  // what was recorded stands, even when a later field of the operation took the whole answer with it
  const hasOutcome = ask.committed.length > 0 ? ask.committed.some((act) => act.outcome !== 'REFUSED') : hasData;
  const entry: AuditEntry = {
    kind: 'DISCLOSED',
    outcome: refusals.length === 0 ? 'ANSWERED' : hasOutcome ? 'PARTLY_REFUSED' : 'REFUSED',
    correlationId: ask.correlationId,
    identity: ask.identity,
    operation: context.operation?.operation,
    coordinates: sight.coordinates,
    records: ask.ledger.records(),
    withheld: sight.withheld.map(({ coordinate }) => coordinate),
    masked: sight.masked.map(({ coordinate }) => coordinate),
    refusals: [...new Set(refusals)],
  };
  try {
    await trail.write(entry);
  } catch {
    return closed(context, new Refusal('TRAIL_UNAVAILABLE'));
  }
  if (hasData && sight.withheld.length + sight.masked.length > 0)
    result.extensions = { ...result.extensions, ...said('withheld', sight.withheld), ...said('masked', sight.masked) };
  if (result.errors) result.errors = result.errors.map((error) => withCorrelation(error, ask));
  log.answered(ask, entry);
}

const said = (name: string, list: readonly unknown[]) => (list.length > 0 ? { [name]: list } : {});

/** Replaces the whole answer: nothing is disclosed. */
function closed({ response, contextValue }: GraphQLRequestContextWillSendResponse<Ask>, refusal: Refusal): void {
  response.body = { kind: 'single', singleResult: { errors: [withCorrelation(shownRefusal(refusal), contextValue)] } };
  response.http.status = refusal.status;
  response.http.headers.set('retry-after', '2');
}

function withCorrelation(error: GraphQLFormattedError, ask: Ask): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, correlationId: ask.correlationId } };
}
