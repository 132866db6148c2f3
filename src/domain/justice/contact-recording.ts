import { uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { contactOwners } from './contact.terms.js';
import { type ContactWrite, insertProposals, type ProposalRow, updateContacts } from './contact-write.store.js';
import type { Admitted } from './licence-judgement.js';

/**
 * Applies the contact values of licence events: fields that the justice department owns are written, the others become
 * proposals to their owner. Answers, by place in the batch, the inputs that became proposals.
 */
export async function applyContacts(act: Act, admitted: readonly Admitted[]): Promise<Map<number, readonly string[]>> {
  const proposed = new Map<number, readonly string[]>();
  const rows: ProposalRow[] = [];
  const writes: ContactWrite[] = [];
  for (const entry of admitted) {
    const given = entry.isNewPerson
      ? entry.check.contacts
      : new Map([...entry.check.personContacts, ...entry.check.contacts]);
    const foreign = [...given].filter(([field]) => contactOwners[field].owner !== 'JUSTICE');
    for (const [field, value] of given)
      if (contactOwners[field].owner === 'JUSTICE')
        writes.push({ id: entry.lawyer.id, field, value, day: entry.event.effectiveOn });
    for (const [field, value] of foreign)
      rows.push({
        id: uuidv7(),
        lawyer_id: entry.lawyer.id,
        field,
        value,
        owned_by: contactOwners[field].owner,
        proposed_by: 'JUSTICE',
        proposed_unit: act.grant.asker.identity.unit?.code ?? null,
        source: entry.event.source ?? 'justice-department',
        as_of: entry.event.effectiveOn,
      });
    if (foreign.length > 0)
      proposed.set(
        entry.index,
        foreign.map(([field]) => contactOwners[field].input),
      );
  }
  await updateContacts(act.handle, writes, act.at);
  await insertProposals(act.handle, rows, act.at);
  for (const row of rows) act.changed({ event: 'contact-proposal.made', recordId: row.id, fields: ['state', 'value'] });
  return proposed;
}
