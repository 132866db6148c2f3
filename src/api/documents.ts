import { ApolloServerErrorCode } from '@apollo/server/errors';
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { formatError } from './errors.js';
import { limitRules } from './limits/document.js';
import { ERROR_LIMIT, TOKEN_LIMIT } from './limits/settings.js';

/** What is wrong with a document, as the server would find it; `apolloCode` says at which step. */
export class DocumentFaults extends Error {
  constructor(
    readonly faults: readonly [GraphQLError, ...GraphQLError[]],
    readonly apolloCode: ApolloServerErrorCode,
  ) {
    super(faults[0].message);
  }

  /** As they would be answered. */
  shown(): GraphQLFormattedError[] {
    return this.faults.map((fault) => shownFault(fault, this.apolloCode));
  }
}

/** A fault that graphql-js found, as it would be answered. */
export const shownFault = (fault: GraphQLError, apolloCode: ApolloServerErrorCode): GraphQLFormattedError =>
  formatError({ ...fault.toJSON(), extensions: { ...fault.extensions, code: apolloCode } }, fault);

/** Reads a document outside of a request, by the rules it would be asked under. Throws DocumentFaults. */
export function readDocument(schema: GraphQLSchema, source: string): DocumentNode {
  const document = parsed(source);
  const [fault, ...others] = validate(schema, document, [...limitRules, ...specifiedRules], { maxErrors: ERROR_LIMIT });
  if (fault) throw new DocumentFaults([fault, ...others], ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED);
  return document;
}

function parsed(source: string): DocumentNode {
  try {
    return parse(source, { maxTokens: TOKEN_LIMIT });
  } catch (error) {
    throw new DocumentFaults([error as GraphQLError], ApolloServerErrorCode.GRAPHQL_PARSE_FAILED);
  }
}
