import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type {
  DocumentNode,
  FormattedExecutionResult,
  GraphQLFormattedError,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { AuditEntry } from '../audit/audit-line.js';
import type { Trail } from '../audit/trail.js';
import { Refusal } from '../kernel/refusal.js';
import type { Ask } from '../operation/ask.js';
import { type Sight, sightOf } from '../policy/sight.js';
import { OUTAGES, refusalBehind, requestError, retryAfterOf, shownRefusal } from './errors.js';
import { refuseDeepVariables, valuesOf } from './limits/variables.js';
import type { Log } from './log.js';

const TRIES = 5;
const NOTHING: Sight = { coordinates: [], withheld: [], masked: [], argumentsUsed: [], forbiddenArguments: [] };

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

const SIGHTS_OF_AN_OPERATION = 64;
const sights = new WeakMap<OperationDefinitionNode, Map<string, Sight>>();

/** The sight of an operation, which is remembered with it: only whether a variable is given and Booleans are read for it. */
function seen(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  ask: Ask,
): Sight {
  const known = sights.get(operation) ?? new Map<string, Sight>();
  sights.set(operation, known);
  const given = (operation.variableDefinitions ?? []).map(({ variable }) => givenAs(variables[variable.name.value]));
  const key = `${ask.grant.rights.role} ${given.join()}`;
  const sight =
    known.get(key) ?? sightOf(schema, document, operation, valuesOf(operation, variables), ask.grant.rights);
  if (known.size < SIGHTS_OF_AN_OPERATION) known.set(key, sight);
  return sight;
}

const givenAs = (value: unknown): string =>
  value === undefined || value === null || typeof value === 'boolean' ? String(value) : 'given';

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
  // others were at it, the time was over, or it was too much: the answer is closed, and the line says so
  const cut = (['TOO_SLOW', 'BUSY', 'READ_REFUSED'] as const).find((code) => refusals.includes(code));
  const hasData = result.data != null && !cut;
  // what was recorded stands, even when a later field of the operation took the whole answer with it
  const hasOutcome =
    ask.committed.length > 0 ? ask.committed.some((act) => act.outcome !== 'REFUSED') : hasData && hasAnswer(result);
  const entry: AuditEntry = {
    kind: 'DISCLOSED',
    outcome: refusals.length === 0 ? 'ANSWERED' : hasOutcome ? 'PARTLY_REFUSED' : 'REFUSED',
    correlationId: ask.correlationId,
    identity: ask.identity,
    operation: context.operation?.operation,
    coordinates: sight.coordinates,
    records: cut ? {} : ask.ledger.records(),
    withheld: sight.withheld.map(({ coordinate }) => coordinate),
    masked: sight.masked.map(({ coordinate }) => coordinate),
    refusals: [...new Set(refusals)],
  };
  const refused = await given(entry, ask, trail);
  if (refused) return closed(context, refused);
  if (hasData && sight.withheld.length + sight.masked.length > 0)
    result.extensions = { ...result.extensions, ...said('withheld', sight.withheld), ...said('masked', sight.masked) };
  if (cut) closed(context, new Refusal(cut, [], { limitMillis: ask.deadline?.millis ?? 0 }));
  else if (result.errors) result.errors = result.errors.map((error) => withCorrelation(error, ask));
  log.answered(ask, entry);
}

/**
 * Makes the line of an answer durable under the rights of now; when they have changed since the asker was let in, the hub
 * decides again. Gives the refusal to answer with instead, whose line is written too.
 */
async function given(entry: AuditEntry, ask: Ask, trail: Trail): Promise<Refusal | null> {
  try {
    for (let tries = 1; tries <= TRIES; tries++) {
      if (await trail.disclose(entry, ask.epoch)) return null;
      await ask.decideAgain();
    }
    throw new Refusal('RIGHTS_CHANGED');
  } catch (error) {
    const refusal = refusalBehind(error);
    if (OUTAGES.some((code) => code === refusal.code)) return refusal;
    const refusals = [...(entry.refusals ?? []), refusal.code];
    const outcome = ask.committed.length > 0 ? 'PARTLY_REFUSED' : 'REFUSED';
    const line: AuditEntry = { ...entry, outcome, records: {}, refusals };
    return trail.write(line).then(
      () => refusal,
      () => new Refusal('TRAIL_UNAVAILABLE'),
    );
  }
}

/** Whether a root field was answered. One that may be null leaves data behind when it was refused. */
function hasAnswer({ data, errors = [] }: FormattedExecutionResult): boolean {
  const refused = new Set(errors.filter(({ path }) => path?.length === 1).map(({ path }) => path?.[0]));
  return Object.keys(data ?? {}).some((field) => !refused.has(field));
}

const said = (name: string, list: readonly unknown[]) => (list.length > 0 ? { [name]: list } : {});

/** Replaces the whole answer: nothing is disclosed. */
function closed({ response, contextValue }: GraphQLRequestContextWillSendResponse<Ask>, refusal: Refusal): void {
  response.body = { kind: 'single', singleResult: { errors: [withCorrelation(shownRefusal(refusal), contextValue)] } };
  response.http.status = refusal.status;
  const retryAfter = retryAfterOf(refusal);
  if (retryAfter !== null) response.http.headers.set('retry-after', retryAfter);
}

function withCorrelation(error: GraphQLFormattedError, ask: Ask): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, correlationId: ask.correlationId } };
}
