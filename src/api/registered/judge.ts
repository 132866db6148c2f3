import { ApolloServerErrorCode } from '@apollo/server/errors';
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { Refusal } from '../../kernel/refusal.js';
import type { DocumentJudge } from '../../operation/ask.js';
import { refusalBehind } from '../errors.js';
import { asksForSchema } from '../introspection.js';
import { costOf } from '../limits/cost.js';
import { limitRules } from '../limits/document.js';
import { DOCUMENT_LIMIT, TOKEN_LIMIT } from '../limits/settings.js';

/**
 * Judges documents that are to be registered as they would be judged when asked, without values for their variables:
 * by the schema, by the limits of documents, by their cost. One document is one operation, and not of the schema itself.
 */
export function documentJudge(schemaOf: () => GraphQLSchema, costLimit: number): DocumentJudge {
  return (source) => {
    if (source.length > DOCUMENT_LIMIT) throw new Refusal('TEXT_INVALID', [], { limit: DOCUMENT_LIMIT });
    const schema = schemaOf();
    const document = parsed(source);
    const [fault] = validate(schema, document, [...limitRules, ...specifiedRules], { maxErrors: 1 });
    if (fault) throw refused(fault, ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED);
    const operations = document.definitions.filter(
      (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
    );
    const [operation] = operations;
    if (!operation || operations.length > 1) throw new Refusal('OPERATION_NOT_ONE');
    if (asksForSchema(document, operation) !== 'NOT') throw new Refusal('OPERATION_INTROSPECTS');
    const cost = costOf(schema, document, operation, {}, costLimit);
    if (cost > costLimit) throw new Refusal('TOO_COSTLY', [], { cost, limit: costLimit });
    return { name: operation.name?.value ?? null };
  };
}

function parsed(source: string): DocumentNode {
  try {
    return parse(source, { maxTokens: TOKEN_LIMIT });
  } catch (error) {
    throw refused(error as GraphQLError, ApolloServerErrorCode.GRAPHQL_PARSE_FAILED);
  }
}

/** The refusal behind a fault of a document, with its line and column where it has one. */
function refused(fault: GraphQLError, code: string): Refusal {
  const refusal = refusalBehind(fault, code);
  const [place] = fault.locations ?? [];
  return place ? new Refusal(refusal.code, [place.line, place.column], refusal.details) : refusal;
}
