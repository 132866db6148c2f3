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
