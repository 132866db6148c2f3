import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import { OperationTypeNode } from 'graphql';
import type { Ask } from '../../operation/ask.js';
import { Compiler, JsonText } from './compiler.js';

/** Answers queries by one statement where they can be compiled; what cannot be is left to the resolvers. */
export function compiledPlugin(schema: GraphQLSchema): ApolloServerPlugin<Ask> {
  const compiler = new Compiler(schema);
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ source, document, operation, request, contextValue }) {
          if (operation?.operation !== OperationTypeNode.QUERY) return null;
          const data = await compiler.read(contextValue, source, document, operation, request.variables ?? {});
          if (!data) return null;
          return {
            http: { headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { data: data as never } },
          };
        },
      };
    },
  };
}

/** Writes an answer as text; the data of a compiled one is text already. */
export function written(value: FormattedExecutionResult): string {
  const data: unknown = value.data;
  if (!(data instanceof JsonText)) return `${JSON.stringify(value)}\n`;
  const { data: _text, ...rest } = value;
  const others = JSON.stringify(rest).slice(1, -1);
  return `{"data":${data.text}${others === '' ? '' : `,${others}`}}\n`;
}
