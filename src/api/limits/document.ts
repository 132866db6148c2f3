import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
  visit,
} from 'graphql';
import { Refusal } from '../../kernel/refusal.js';
import { requestError } from '../errors.js';
import { ALIAS_LIMIT, DEPTH_LIMIT, DIRECTIVE_LIMIT, INTROSPECTION_DEPTH_LIMIT, ROOT_FIELD_LIMIT } from './settings.js';

const refuse = (refusal: Refusal) => (context: ValidationContext | null) => context?.reportError(requestError(refusal));

const depthRule = maxDepthRule({
  n: DEPTH_LIMIT,
  propagateOnRejection: false,
  onReject: [refuse(new Refusal('TOO_DEEP', [], { limit: DEPTH_LIMIT }))],
}) as ValidationRule;

/** The rule above does not look below `__schema`. */
const introspectionDepthRule = maxDepthRule({
  n: INTROSPECTION_DEPTH_LIMIT,
  ignoreIntrospection: false,
  propagateOnRejection: false,
  onReject: [refuse(new Refusal('TOO_DEEP', [], { limit: INTROSPECTION_DEPTH_LIMIT }))],
}) as ValidationRule;

const aliasRule = maxAliasesRule({
  n: ALIAS_LIMIT,
  allowList: [],
  propagateOnRejection: false,
  onReject: [refuse(new Refusal('TOO_MANY_ALIASES', [], { limit: ALIAS_LIMIT }))],
}) as ValidationRule;

/**
 * What a document may hold: TOO_DEEP, TOO_MANY_ALIASES (both counted by graphql-armor), TOO_MANY_ROOT_FIELDS,
 * TOO_MANY_DIRECTIVES. Looked at before all else: a document full of faults would end the check before it comes to them.
 */
export const limitRules: ValidationRule[] = [
  (context) => ({
    Document: (document) =>
      [directiveRule, depthRule, introspectionDepthRule, aliasRule, rootFieldRule].forEach((rule) => {
        visit(document, rule(context));
      }),
  }),
];

/**
 * Counts the directives as they are written. graphql-armor counts them as they are spread, and leaves out those on the
 * second and every later spread of a fragment.
 */
function directiveRule(context: ValidationContext): ASTVisitor {
  let count = 0;
  return {
    Directive() {
      if (++count === DIRECTIVE_LIMIT + 1)
        refuse(new Refusal('TOO_MANY_DIRECTIVES', [], { limit: DIRECTIVE_LIMIT }))(context);
    },
  };
}

/** No library counts root fields. */
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
