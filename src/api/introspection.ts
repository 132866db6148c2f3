import type { ApolloServerPlugin } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import {
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { Role } from '../identity/roles.js';
import type { Ask } from '../operation/ask.js';
import { matrix, rights } from '../policy/index.js';
import { toldSchema } from '../policy/introspect.js';

/**
 * Answers introspection from a schema of the asker's role: what is closed to it as an operation or type does not
 * exist, what is withheld as a field stays visible.
 */
export function introspectionPlugin(schema: GraphQLSchema): ApolloServerPlugin<Ask> {
  const told = new Map<Role, GraphQLSchema>();
  const toldTo = (role: Role): GraphQLSchema => {
    const known = told.get(role) ?? toldSchema(schema, matrix, rights(role), rights('public'));
    told.set(role, known);
    return known;
  };
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, operationName, request, contextValue }) {
          if (!operation || !asksForSchemaOnly(operation)) return null;
          const result = execute({
            schema: toldTo(contextValue.identity.role),
            document,
            operationName,
            variableValues: request.variables ?? {},
          }) as ExecutionResult;
          return {
            http: { headers: new HeaderMap(), status: undefined },
            body: { kind: 'single', singleResult: result as never },
          };
        },
      };
    },
  };
}

function asksForSchemaOnly({ operation, selectionSet }: OperationDefinitionNode): boolean {
  return (
    operation === OperationTypeNode.QUERY &&
    selectionSet.selections.every(
      (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
    ) &&
    selectionSet.selections.some((selection) => selection.kind === Kind.FIELD && selection.name.value !== '__typename')
  );
}
