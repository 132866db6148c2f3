import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { type FormattedExecutionResult, GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Ask } from '../../operation/ask.js';
import { refusalBehind, shownRefusal } from '../errors.js';
import type { Log } from '../log.js';
import { Compiler, JsonText } from './compiler.js';

/**
 * Answers queries by one statement where they can be compiled; what cannot be is left to the resolvers, and so is what
 * fails in a way that nobody foresaw, which the log is told of.
 */
export function compiledPlugin(schema: GraphQLSchema, log: Log): ApolloServerPlugin<Ask> {
  const compiler = new Compiler(schema);
  const answer = async (ask: Ask, read: Promise<JsonText | null>): Promise<FormattedExecutionResult | null> => {
    try {
      const data: unknown = await read;
      return data === null ? null : { data: data as Record<string, unknown> };
    } catch (error) {
      // what graphql-js finds wrong it finds again when the resolvers are asked, and says so
      if (error instanceof GraphQLError && !error.originalError) return null;
      const refusal = refusalBehind(error);
      if (refusal.code !== 'INTERNAL') return { data: null, errors: [shownRefusal(refusal)] };
      log.fault(ask.correlationId, error);
      return null;
    }
  };
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ queryHash, document, operation, request, contextValue: ask }) {
          if (operation?.operation !== OperationTypeNode.QUERY || queryHash === undefined) return null;
          const singleResult = await answer(
            ask,
            compiler.read(ask, queryHash, document, operation, request.variables ?? {}),
          );
          return singleResult && { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
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
