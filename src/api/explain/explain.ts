import { type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { subgraphs } from '../../domain/index.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Ask } from '../../operation/ask.js';
import { carriers } from '../../policy/matrix/carriers.js';
import { sightOf } from '../../policy/sight.js';
import { NotCompiled } from '../compiled/fields.js';
import { paramsOf, planOf, rooted } from '../compiled/plan.js';
import { asksForSchema } from '../introspection.js';
import { type Decisions, decisionsOf } from './decisions.js';

/** An operation of a document, with its variables coerced. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The statement of a compiled read, or why there is none. */
export type Compiled =
  | { readonly text: string; readonly params: readonly unknown[]; readonly why?: undefined }
  | { readonly why: string };

/** What an operation comes to for one asker. */
export interface Explanation {
  readonly decisions: Decisions;
  readonly compiled: Compiled;
}

const policies = subgraphs.flatMap((subgraph) => subgraph.policies);
const isCarrier = (type: string): boolean => (carriers as readonly string[]).includes(type);

/** Explains an operation: the decisions and the statement are made by what makes them when it is asked. */
export async function explain(schema: GraphQLSchema, asked: Operation, ask: Ask): Promise<Explanation> {
  const sight = sightOf(schema, asked.document, asked.operation, asked.variables, ask.grant.rights);
  const [forbidden] = sight.forbiddenArguments;
  return {
    decisions: decisionsOf(sight, ask.grant, policies, isCarrier),
    compiled: forbidden
      ? { why: refused(new Refusal('ARGUMENT_FORBIDDEN', [], { coordinate: forbidden })) }
      : await compiled(schema, asked, ask),
  };
}

async function compiled(
  schema: GraphQLSchema,
  { document, operation, variables }: Operation,
  ask: Ask,
): Promise<Compiled> {
  if (operation.operation !== OperationTypeNode.QUERY)
    return { why: 'a mutation is written by its resolver, in a transaction of its own' };
  if (asksForSchema(document, operation) !== 'NOT') return { why: 'the schema is told as the role may know it' };
  try {
    const roots = await rooted(schema, document, operation, variables, ask);
    const plan = await planOf(roots);
    return { text: plan.text, params: paramsOf(plan, roots) };
  } catch (error) {
    if (error instanceof NotCompiled) return { why: `${error.message}; the resolvers answer it, level by level` };
    if (error instanceof Refusal) return { why: refused(error) };
    throw error;
  }
}

const refused = ({ code, message, messageZh }: Refusal): string => `refused: ${code} ${message} ${messageZh}`;
