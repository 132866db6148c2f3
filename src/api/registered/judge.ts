import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import { Refusal } from '../../kernel/refusal.js';
import type { DocumentJudge } from '../../operation/ask.js';
import { DocumentFaults, readDocument } from '../documents.js';
import { refusalBehind } from '../errors.js';
import { asksForSchema } from '../introspection.js';
import { costOf } from '../limits/cost.js';
import { DOCUMENT_LIMIT } from '../limits/settings.js';

/**
 * Judges documents that are to be registered as they would be judged when asked, without values for their variables:
 * by the schema, by the limits of documents, by their cost. One document is one operation, and not of the schema itself.
 */
export function documentJudge(schemaOf: () => GraphQLSchema, costLimit: number): DocumentJudge {
  return (source) => {
    if (source.length > DOCUMENT_LIMIT) throw new Refusal('TEXT_INVALID', [], { limit: DOCUMENT_LIMIT });
    const schema = schemaOf();
    const document = readable(schema, source);
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

/** Throws the refusal behind the first fault, with its line and column where it has one. */
function readable(schema: GraphQLSchema, source: string): DocumentNode {
  try {
    return readDocument(schema, source);
  } catch (error) {
    if (!(error instanceof DocumentFaults)) throw error;
    const [fault] = error.faults;
    const refusal = refusalBehind(fault, error.apolloCode);
    const [place] = fault.locations ?? [];
    throw place ? new Refusal(refusal.code, [place.line, place.column], refusal.details) : refusal;
  }
}
