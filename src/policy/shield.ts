import { createRequire } from 'node:module';
import util from 'node:util';
import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import { Refusal } from '../kernel/refusal.js';
import type { Grant } from './grant.js';
import { matrix as theMatrix } from './index.js';
import type { Matrix } from './matrix/columns.js';

// graphql-shield calls a function that Node removed in version 23, and its import by name fails there
(util as { isUndefined?: (value: unknown) => boolean }).isUndefined ??= (value) => value === undefined;
const load = createRequire(import.meta.url);
const { deny, rule, shield } = load('graphql-shield') as typeof import('graphql-shield');

/** What the belt needs of the GraphQL context. */
interface Asking {
  readonly grant: Pick<Grant, 'rights'>;
}

type Rule = ReturnType<ReturnType<typeof rule>>;
type RuleTree = Record<string, Record<string, Rule>>;
type RuleFunction = Parameters<ReturnType<typeof rule>>[0];
type Resolver = GraphQLFieldResolver<unknown, Asking>;
type Middleware = (resolve: Resolver, ...asked: Parameters<Resolver>) => Promise<unknown>;

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);
/** Federation's own fields answer entity by entity, each read under the asker's grant. */
const OF_FEDERATION = new Set(['Query._service', 'Query._entities']);
const withheld = new Error('withheld');

/**
 * Puts graphql-shield, built from the matrix, around every field that has a resolver; plain columns are left alone. A
 * root field that the role may not ask, or that no line opens, answers with FORBIDDEN (returned, not thrown: put the
 * operation outside); any other field is null. Errors of resolvers pass unchanged. Changes the schema given.
 */
export function shielded(schema: GraphQLSchema, matrix: Matrix = theMatrix): GraphQLSchema {
  const fields = resolvedFields(schema);
  const tree: RuleTree = {};
  for (const { parent, field, coordinate } of fields)
    if (hasLine(matrix, parent, coordinate))
      tree[parent] = { ...tree[parent], [field.name]: rule(coordinate)(mayAsk(parent, coordinate)) };
  const options = { fallbackRule: deny, fallbackError: denial, debug: true };
  const belt = shield(tree, options).generate(schema) as Record<string, Record<string, unknown>>;
  for (const { parent, field } of fields)
    field.resolve = belted(field.resolve as Resolver, belt[parent]?.[field.name]) as typeof field.resolve;
  return schema;
}

/** Coordinates of the fields that the belt guards: all that have a resolver. */
export const guardedFields = (schema: GraphQLSchema): string[] =>
  resolvedFields(schema).map(({ coordinate }) => coordinate);

interface ResolvedField {
  readonly parent: string;
  readonly coordinate: string;
  readonly field: GraphQLField<unknown, unknown>;
}

function resolvedFields(schema: GraphQLSchema): ResolvedField[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    !isObjectType(type) || type.name.startsWith('__')
      ? []
      : Object.values(type.getFields())
          .map((field) => ({ parent: type.name, coordinate: `${type.name}.${field.name}`, field }))
          .filter(({ coordinate, field }) => field.resolve !== undefined && !OF_FEDERATION.has(coordinate)),
  );
}

const hasLine = (matrix: Matrix, parent: string, coordinate: string): boolean =>
  Object.hasOwn(matrix, coordinate) || Object.hasOwn(matrix, `${parent}.*`);

function mayAsk(parent: string, coordinate: string): RuleFunction {
  if (ROOTS.has(parent)) return (_root, _args, { grant }: Asking) => grant.rights.operation(coordinate) !== '-';
  return (_root, _args, { grant }: Asking) => grant.rights.field(coordinate) !== '-';
}

function denial(_error: unknown, _root: unknown, _args: unknown, _context: unknown, info: GraphQLResolveInfo): Error {
  const { parentType, fieldName } = info;
  if (!ROOTS.has(parentType.name)) return withheld;
  return new Refusal('FORBIDDEN', [], { coordinate: `${parentType.name}.${fieldName}` });
}

/** shield hands over a function, or an object around it where the rule is its fallback. */
function belted(resolve: Resolver, made: unknown): Resolver {
  const middleware = (typeof made === 'function' ? made : (made as { resolve: unknown }).resolve) as Middleware;
  return async (root, args, context, info) => {
    const answer = await middleware(resolve, root, args, context, info);
    return answer === withheld ? null : answer;
  };
}
