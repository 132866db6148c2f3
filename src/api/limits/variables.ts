import { type OperationDefinitionNode, valueFromASTUntyped } from 'graphql';
import { Refusal } from '../../kernel/refusal.js';
import { requestError } from '../errors.js';
import { VARIABLE_DEPTH_LIMIT } from './settings.js';

/** Refuses variables nested deeper than any input type, level by level and without stack: VARIABLES_INVALID. */
export function refuseDeepVariables(variables: object): void {
  let level: object[] = [variables];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > VARIABLE_DEPTH_LIMIT) throw requestError(new Refusal('VARIABLES_INVALID'));
    level = level.flatMap((value) => Object.values(value).filter((part) => typeof part === 'object' && part !== null));
  }
}

/** The values of an operation's variables as far as they are known before the execution coerces them: given, else by default. */
export function valuesOf(
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  const given = Object.entries(variables).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...defaults, ...given]);
}
