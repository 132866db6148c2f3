import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import {
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';
import type { AuditEntry } from '../audit/audit-line.js';
import type { Trail } from '../audit/trail.js';
import { Refusal } from '../kernel/refusal.js';
import type { Ask } from '../operation/ask.js';
import { type Sight, sightOf } from '../policy/sight.js';
import { OUTAGES, RETRY_AFTER_SECONDS, refusalBehind, requestError, shownRefusal } from './errors.js';
import { refuseDeepVariables } from './limits.js';
import type { Log } from './log.js';

const NOTHING: Sight = { coordinates: [], withheld: [], masked: [], forbiddenArguments: [] };

/**
 * The request: what an operation sees is worked out before it runs; its disclosure line is durable after all nested
 * fields and before the first byte of the answer. Without the line there is no answer (TRAIL_UNAVAILABLE, 503).
 */
export function requestPlugin(trail: Trail, log: Log): ApolloServerPlugin<Ask> {
  return {
    async requestDidStart() {
      let sight = NOTHING;
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          if (!operation) return;
          refuseDeepVariables(request.variables ?? {});
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

function seen(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  ask: Ask,
): Sight {
  // only whether a variable is given, and what `@skip` and `@include` hang on, is read here: the execution coerces
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  const given = Object.entries(variables).filter(([, value]) => value !== undefined);
  return sightOf(schema, document, operation, Object.fromEntries([...defaults, ...given]), ask.grant.rights);
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
  const away = OUTAGES.find((code) => refusals.includes(code));
  if (away) {
    trail.suspend();
    return closed(context, new Refusal(away));
  }
  // others were at it: the answer is closed, and the line says so
  const isBusy = refusals.includes('BUSY');
  const hasData = result.data != null && !isBusy;
  // what was recorded stands, even when a later field of the operation took the whole answer with it
  const hasOutcome = ask.committed.length > 0 ? ask.committed.some((act) => act.outcome !== 'REFUSED') : hasData;
  const entry: AuditEntry = {
    kind: 'DISCLOSED',
    outcome: refusals.length === 0 ? 'ANSWERED' : hasOutcome ? 'PARTLY_REFUSED' : 'REFUSED',
    correlationId: ask.correlationId,
    identity: ask.identity,
    operation: context.operation?.operation,
    coordinates: sight.coordinates,
    records: isBusy ? {} : ask.ledger.records(),
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
  if (isBusy) closed(context, new Refusal('BUSY'));
  else if (result.errors) result.errors = result.errors.map((error) => withCorrelation(error, ask));
  log.answered(ask, entry);
}

const said = (name: string, list: readonly unknown[]) => (list.length > 0 ? { [name]: list } : {});

/** Replaces the whole answer: nothing is disclosed. */
function closed({ response, contextValue }: GraphQLRequestContextWillSendResponse<Ask>, refusal: Refusal): void {
  response.body = { kind: 'single', singleResult: { errors: [withCorrelation(shownRefusal(refusal), contextValue)] } };
  response.http.status = refusal.status;
  response.http.headers.set('retry-after', RETRY_AFTER_SECONDS);
}

function withCorrelation(error: GraphQLFormattedError, ask: Ask): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, correlationId: ask.correlationId } };
}
