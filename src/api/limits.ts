import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { Refusal } from '../kernel/refusal.js';
import { requestError } from './errors.js';

export const BODY_LIMIT_BYTES = 4 * 1024 * 1024;
export const DEPTH_LIMIT = 12;
export const ALIAS_LIMIT = 50;
export const ROOT_FIELD_LIMIT = 20;
export const TOKEN_LIMIT = 5_000;
export const VARIABLE_DEPTH_LIMIT = 64;

const refuse = (refusal: Refusal) => (context: ValidationContext | null) => context?.reportError(requestError(refusal));

/** Depth and aliases are counted by graphql-armor (MIT, kept, one rule each); root fields here, as no library does. */
export const limitRules: ValidationRule[] = [
  maxDepthRule({
    n: DEPTH_LIMIT,
    propagateOnRejection: false,
    onReject: [refuse(new Refusal('TOO_DEEP', [], { limit: DEPTH_LIMIT }))],
  }) as ValidationRule,
  maxAliasesRule({
    n: ALIAS_LIMIT,
    allowList: [],
    propagateOnRejection: false,
    onReject: [refuse(new Refusal('TOO_MANY_ALIASES', [], { limit: ALIAS_LIMIT }))],
  }) as ValidationRule,
  rootFieldRule,
];

/** Refuses variables nested deeper than any input type, level by level and without stack: VARIABLES_INVALID. */
export function refuseDeepVariables(variables: object): void {
  let level: object[] = [variables];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > VARIABLE_DEPTH_LIMIT) throw requestError(new Refusal('VARIABLES_INVALID'));
    level = level.flatMap((value) => Object.values(value).filter((part) => typeof part === 'object' && part !== null));
  }
}

function rootFieldRule(context: ValidationContext): ASTVisitor {
  const counts = new Map<FragmentDefinitionNode, number>();
  return {
    OperationDefinition(operation) {
      if (countFields(operation.selectionSet, context, counts) > ROOT_FIELD_LIMIT)
        refuse(new Refusal('TOO_MANY_ROOT_FIELDS', [], { limit: ROOT_FIELD_LIMIT }))(context);
    },
  };
}

/** Counts each fragment once however often it is spread: fragments that spread one another twice double at every step. */
function countFields(
  selectionSet: SelectionSetNode,
  context: ValidationContext,
  counts: Map<FragmentDefinitionNode, number>,
): number {
  let count = 0;
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) count += 1;
    else if (selection.kind === Kind.INLINE_FRAGMENT) count += countFields(selection.selectionSet, context, counts);
    else {
      const fragment = context.getFragment(selection.name.value);
      if (!fragment) continue;
      // one that spreads itself is refused by a rule of GraphQL; here it only has to end
      if (!counts.has(fragment)) {
        counts.set(fragment, 0);
        counts.set(fragment, countFields(fragment.selectionSet, context, counts));
      }
      count += counts.get(fragment) as number;
    }
  }
  return count;
}
