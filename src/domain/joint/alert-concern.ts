import { at } from '../../kernel/at.js';
import { Refusal } from '../../kernel/refusal.js';
import { isUuid, uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { standingAlert } from './alert-deciding.js';
import { bookedConcern, insertConcern, isConcernOpen, markConcernAnswered } from './alert-file-write.store.js';
import { checkPerson, words } from './restriction-alert.rule.js';
import type { ConcernKind } from './restriction-alert.terms.js';

/**
 * The person concerned asks for an explanation or a correction; answers the id of the request. Throws NOT_FOUND,
 * CONCERN_PENDING, TEXT_INVALID, TEXT_TOO_SHORT. Legal basis: 个人信息保护法 art. 24, 46, 48.
 */
export async function raiseConcern(act: Act, alertId: string, kind: ConcernKind, statement: string): Promise<string> {
  const said = at(['statement'], () => words(statement));
  const known = await standingAlert(act, alertId, ['alertId']);
  if (await isConcernOpen(act, known.id, kind)) throw new Refusal('CONCERN_PENDING', ['alertId']);
  const id = uuidv7();
  await insertConcern(act, known.id, { id, kind, statement: said });
  act.changed({ event: 'restriction-alert.concern-raised', recordId: known.id, fields: ['concerns'] });
  return id;
}

/**
 * Answers what the person concerned asked for, by name; answers its id. Throws NOT_FOUND, PERSON_REQUIRED,
 * CONCERN_ANSWERED, TEXT_INVALID, TEXT_TOO_SHORT.
 */
export async function answerConcern(act: Act, id: string, answer: string): Promise<string> {
  const said = at(['answer'], () => words(answer));
  const known = isUuid(id) ? await bookedConcern(act, id) : null;
  if (!known) throw new Refusal('NOT_FOUND', ['id']);
  checkPerson(act.grant.asker.identity);
  if (known.isAnswered) throw new Refusal('CONCERN_ANSWERED', ['id']);
  await markConcernAnswered(act, known.id, said);
  act.changed({ event: 'restriction-alert.concern-answered', recordId: known.alertId, fields: ['concerns'] });
  return known.id;
}
