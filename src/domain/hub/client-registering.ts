import { at } from '../../kernel/at.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Act } from '../../operation/act.js';
import { checkScope, parseRegistration, type Registration } from './client-registration.rule.js';
import { clientRolesOf, purposesOfRole } from './client-roles.js';
import { insertClient, isNameInArea, unitForClient } from './client-write.store.js';

/**
 * Registers a client, which cannot be used before another administrator activates it; answers its id. It gives no right
 * yet, so the epoch stays, and takes no name: units that are no business of each other may register the same, and the one
 * that is activated has it.
 */
export async function registerClient(act: Act, given: Registration): Promise<string> {
  const registration = at(['input'], () => parseRegistration(given));
  const unit = await unitForClient(act, registration.unit);
  if (unit === null) throw new Refusal('VALUE_UNKNOWN', ['input', 'unit']);
  if (!unit.isInCharge) throw new Refusal('OUT_OF_REACH', ['input', 'unit']);
  at(['input'], () => checkScope(registration, clientRolesOf(unit.institution), purposesOfRole));
  if (await isNameInArea(act, registration)) throw new Refusal('CLIENT_EXISTS', ['input', 'clientId']);
  const id = await insertClient(act, registration, unit.id);
  if (id === null) throw new Refusal('CLIENT_EXISTS', ['input', 'clientId']);
  act.changed({ event: 'client.registered', recordId: id, fields: ['state', 'roles', 'purposes'] });
  return id;
}
