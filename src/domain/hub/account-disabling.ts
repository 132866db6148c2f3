import { isClaimText } from '../../identity/claims.js';
import { at } from '../../kernel/at.js';
import { Refusal } from '../../kernel/refusal.js';
import { plainText } from '../../kernel/text.js';
import type { Act } from '../../operation/act.js';
import { issuerText } from './account-name.rule.js';
import { type Account, type HeldOffice, insertDisabled, markRestored, officeOf } from './account-write.store.js';
import { hasOtherSecurity } from './other-security.js';
import { isSamePerson } from './same-person.js';

/**
 * Disables an account: from the commit on it acts for no unit in charge of the asker's own; answers the id of the line.
 * Whose an account is, only its issuer knows: an administrator may name any, and decides for his own units only.
 */
export async function disableAccount(act: Act, given: Account, why: string): Promise<string> {
  const account = {
    issuer: at(['issuer'], () => issuerText(given.issuer)),
    subject: at(['subject'], () => subjectText(given.subject)),
  };
  const reason = at(['reason'], () => plainText(why, 500));
  const office = await officeOf(act, account);
  if (office?.isInCharge) await checkOffice(act, account, office);
  const id = await insertDisabled(act, account, ownUnitId(act), reason);
  if (id === null) throw new Refusal('ACCOUNT_DISABLED', ['subject']);
  act.changesRights();
  act.changed({ event: 'account.disabled', recordId: id, fields: ['reason', 'disabledBy', 'disabledAt'] });
  return id;
}

/** Gives an account back what a unit took; answers the id of the line. */
export async function restoreAccount(act: Act, id: string): Promise<string> {
  const restored = await markRestored(act, id);
  if (restored === null) throw new Refusal('NOT_FOUND', ['id']);
  act.changesRights();
  act.changed({ event: 'account.restored', recordId: restored, fields: ['restoredBy', 'restoredAt'] });
  return restored;
}

/**
 * An administrator is not disabled by himself, and not when his unit would be left without a security administrator:
 * nobody there could undo it. An office elsewhere is no matter: it stays what it is, and nobody is told of it.
 */
async function checkOffice(act: Act, account: Account, { role, unitCode }: HeldOffice): Promise<void> {
  if (isSamePerson(act.grant.asker.identity, account.subject, account.issuer))
    throw new Refusal('NOT_ONESELF', ['subject']);
  if (role === 'security' && !(await hasOtherSecurity(act, unitCode, account)))
    throw new Refusal('LAST_ADMINISTRATOR', ['subject']);
}

function ownUnitId(act: Act): string {
  const { unit } = act.grant.asker.identity;
  if (unit === null) throw new Error('An administrator acts for a unit.');
  return unit.id;
}

/** An account as tokens may name it, which is looser than what the hub itself takes for a name. Throws TEXT_INVALID. */
function subjectText(text: string): string {
  if (!isClaimText(text)) throw new Refusal('TEXT_INVALID', [], { limit: 255 });
  return text;
}
