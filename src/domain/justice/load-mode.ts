import { Refusal } from '../../kernel/refusal.js';
import type { Act } from '../../operation/act.js';
import { isDepartment } from './authority.rule.js';
import type { LoadMode } from './enums.type.js';

/** Whole registers are loaded by the department alone; throws ARGUMENT_FORBIDDEN. */
export function checkLoad(act: Act, load: LoadMode, operation: string): void {
  const { unit } = act.grant.asker.identity;
  if (load === 'INITIAL_LOAD' && !isDepartment(unit?.divisionCode ?? ''))
    throw new Refusal('ARGUMENT_FORBIDDEN', ['load'], { coordinate: `Mutation.${operation}(load:)` });
}
