import { readFileSync } from 'node:fs';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import {
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { DocumentFaults, readDocument, shownFault } from '../api/documents.js';
import { shownRefusal } from '../api/errors.js';
import type { Operation } from '../api/explain/explain.js';
import { costOf } from '../api/limits/cost.js';
import { type Config, ConfigError } from '../config.js';
import { Refusal } from '../kernel/refusal.js';

/** An operation that cannot be explained: a code, its sentences, and where. */
export class OperationRefused extends ConfigError {
  constructor(faults: readonly GraphQLFormattedError[]) {
    super(faults.map(sentenceOf).join('\n'));
  }
}

/** What the command line names: the file of the document, of its variables, and an operation of it. */
export interface Named {
  readonly file: string;
  readonly variables: string | undefined;
  readonly operation: string | undefined;
}

/** Reads an operation from files, as the server would take it. Throws OperationRefused, and ConfigError for the files. */
export function operationOf(schema: GraphQLSchema, { limits }: Config, given: Named): Operation {
  const document = documentIn(schema, textIn(given.file));
  const operation = getOperationAST(document, given.operation);
  if (!operation) throw new OperationRefused([shownRefusal(new Refusal('OPERATION_UNKNOWN'))]);
  const variables = variablesIn(schema, operation, given.variables);
  const cost = costOf(schema, document, operation, variables, limits.costLimit);
  if (cost > limits.costLimit)
    throw new OperationRefused([shownRefusal(new Refusal('TOO_COSTLY', [], { cost, limit: limits.costLimit }))]);
  return { document, operation, variables };
}

function documentIn(schema: GraphQLSchema, source: string): DocumentNode {
  try {
    return readDocument(schema, source);
  } catch (error) {
    if (error instanceof DocumentFaults) throw new OperationRefused(error.shown());
    throw error;
  }
}

function variablesIn(schema: GraphQLSchema, operation: OperationDefinitionNode, file: string | undefined) {
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], valuesIn(file));
  if (errors)
    throw new OperationRefused(errors.map((error) => shownFault(error, ApolloServerErrorCode.BAD_USER_INPUT)));
  return coerced;
}

function valuesIn(file: string | undefined): Record<string, unknown> {
  if (file === undefined) return {};
  const text = textIn(file);
  try {
    const values: unknown = JSON.parse(text);
    if (typeof values === 'object' && values !== null && !Array.isArray(values))
      return values as Record<string, unknown>;
  } catch {
    // what is no JSON holds no variables
  }
  throw new OperationRefused([shownRefusal(new Refusal('VARIABLES_INVALID'))]);
}

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError((error as Error).message);
  }
}

/** A code with its sentences, and where: the place in the input, or line and column. */
function sentenceOf({ message, extensions = {}, locations }: GraphQLFormattedError): string {
  const { code, messageZh, at, detail } = extensions as Record<string, string | string[] | undefined>;
  const [place] = locations ?? [];
  return [
    `${code} ${message} ${messageZh}`,
    ...(place ? [`line ${place.line}, column ${place.column}`] : []),
    ...(Array.isArray(at) ? [at.join('.')] : []),
    ...(detail ? [detail] : []),
  ].join(' · ');
}
