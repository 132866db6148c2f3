import { at } from '../../kernel/at.js';
import { Refusal } from '../../kernel/refusal.js';
import { isUuid, uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import type { EventName } from '../../outbox/events.js';
import { bookedAlert, insertFollowUp, writeStep } from './alert-file-write.store.js';
import { checkFollowUp, checkStep, type FollowUp, type StandingAlert, words } from './restriction-alert.rule.js';
import type { RestrictionAlertState } from './restriction-alert.terms.js';

const eventOf: Readonly<Record<Exclude<RestrictionAlertState, 'RAISED'>, EventName>> = {
  CONFIRMED: 'restriction-alert.confirmed',
  OVERRIDDEN: 'restriction-alert.overridden',
  CORRECTED: 'restriction-alert.corrected',
  CLOSED: 'restriction-alert.closed',
};

/**
 * Takes an alert one step, by a named person with a reason; answers its id. Throws NOT_FOUND, TEXT_INVALID,
 * TEXT_TOO_SHORT and what `checkStep` throws. Legal basis: 个人信息保护法 art. 24.
 */
export async function decideAlert(
  act: Act,
  id: string,
  state: Exclude<RestrictionAlertState, 'RAISED'>,
  reason: string,
): Promise<string> {
  const said = at(['reason'], () => words(reason));
  const known = await standingAlert(act, id, ['id']);
  checkStep(known, state, act.grant.asker.identity);
  await writeStep(act, known.id, { id: uuidv7(), state, reason: said });
  act.changed({ event: eventOf[state], recordId: known.id, fields: ['state', 'decidedBy', 'decidedAt', 'reason'] });
  return known.id;
}

/** Enters what was done on a confirmed alert; answers its id. Throws NOT_FOUND and what `checkFollowUp` throws. */
export async function followUp(
  act: Act,
  { alertId, ...done }: FollowUp & { readonly alertId: string },
): Promise<string> {
  const { identity, today } = act.grant.asker;
  const known = await standingAlert(act, alertId, ['input', 'alertId']);
  const note = at(['input'], () => checkFollowUp(known, done, identity, today));
  const id = uuidv7();
  await insertFollowUp(act, known.id, { ...done, id, note });
  act.changed({ event: 'restriction-alert.followed-up', recordId: known.id, fields: ['followUps'] });
  return id;
}

/** An alert that the writer reaches, locked. Throws NOT_FOUND. */
export async function standingAlert(
  act: Act,
  id: string,
  path: readonly string[],
): Promise<StandingAlert & { readonly id: string }> {
  const known = isUuid(id) ? await bookedAlert(act, id) : null;
  if (!known) throw new Refusal('NOT_FOUND', path);
  return known;
}
