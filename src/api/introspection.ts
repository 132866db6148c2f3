import type { ApolloServerPlugin } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import type { Role } from '../identity/roles.js';
import { Refusal } from '../kernel/refusal.js';
import type { Ask } from '../operation/ask.js';
import { matrix, rights } from '../policy/index.js';
import { toldSchema } from '../policy/introspect.js';
import { formatError, requestError } from './errors.js';

/**
 * Answers introspection from a schema of the asker's role: what is closed to it as an operation or type does not
 * exist, what is withheld as a field stays visible. Refuses an operation that asks for records as well (DOCUMENT_INVALID),
 * and the public where it may not ask (FORBIDDEN); there it learns no names from its mistakes either.
 */
export function introspectionPlugin(schema: GraphQLSchema, isForPublic: boolean): ApolloServerPlugin<Ask> {
  const told = new Map<Role, GraphQLSchema>();
  const toldTo = (role: Role): GraphQLSchema => {
    const known = told.get(role) ?? toldSchema(schema, matrix, rights(role), rights('public'));
    told.set(role, known);
    return known;
  };
  const isTold = ({ identity }: Ask) => isForPublic || identity.role !== 'public';
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, contextValue }) {
          const asks = operation ? asksForSchema(document, operation) : 'NOT';
          if (asks !== 'NOT' && !isTold(contextValue))
            throw requestError(new Refusal('FORBIDDEN', [], { coordinate: 'Query.__schema' }));
          if (asks === 'BESIDES_RECORDS') throw mixed();
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind === 'single' && !isTold(contextValue)) withoutNames(response.body.singleResult);
        },
        async responseForOperation({ document, operation, operationName, request, contextValue }) {
          if (!operation || asksForSchema(document, operation) !== 'ONLY') return null;
          const result = execute({
            schema: toldTo(contextValue.identity.role),
            document,
            operationName,
            variableValues: request.variables ?? {},
          }) as ExecutionResult;
          return {
            http: { headers: new HeaderMap(), status: result.data ? undefined : 400 },
            body: { kind: 'single', singleResult: shown(result) },
          };
        },
      };
    },
  };
}

/** graphql-js says which type has no such field. */
function withoutNames(result: FormattedExecutionResult): void {
  for (const { extensions } of result.errors ?? [])
    if (extensions?.code === 'DOCUMENT_INVALID') delete extensions.detail;
}

/** The schema is told to a role, and records are read from the schema as it is: one operation cannot be both. */
function mixed(): GraphQLError {
  return new GraphQLError(
    'Introspection is an operation of its own: __schema and __type stand beside no other field.',
    {
      extensions: { code: ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED, http: { status: 400 } },
    },
  );
}

/** Nothing but a variable can be wrong in the execution of a valid introspection. */
function shown({ data, errors }: ExecutionResult): FormattedExecutionResult {
  const coded = errors?.map((error) => {
    const { message, locations, path } = error.toJSON();
    const told = { message, extensions: { code: ApolloServerErrorCode.BAD_USER_INPUT } };
    return formatError({ ...told, ...(locations && { locations }), ...(path && { path }) }, error);
  });
  return { ...(data === undefined ? {} : { data }), ...(coded ? { errors: coded } : {}) };
}

/** Whether an operation asks for the schema at its root, through whatever fragments, and for it alone. */
export function asksForSchema(document: DocumentNode, { operation, selectionSet }: OperationDefinitionNode) {
  if (operation !== OperationTypeNode.QUERY) return 'NOT';
  const names = rootFields(document, selectionSet);
  if (!names.has('__schema') && !names.has('__type')) return 'NOT';
  return [...names].every((name) => name.startsWith('__')) ? 'ONLY' : 'BESIDES_RECORDS';
}

function rootFields(document: DocumentNode, selectionSet: SelectionSetNode): Set<string> {
  const names = new Set<string>();
  const entered = new Set<string>();
  const enter = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) enter(selection.selectionSet);
      else if (!entered.has(selection.name.value)) {
        entered.add(selection.name.value);
        for (const fragment of document.definitions)
          if (fragment.kind === Kind.FRAGMENT_DEFINITION && fragment.name.value === selection.name.value)
            enter(fragment.selectionSet);
      }
    }
  };
  enter(selectionSet);
  return names;
}
