import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { recordset, rows } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import type { Act } from '../../operation/act.js';
import type { ContactField } from './contact.terms.js';
import { contactProposalPolicy } from './contact-proposal.policy.js';
import { contactProposal } from './contact-proposal.table.js';
import { lawyerPolicy, lawyersOn } from './lawyer.policy.js';
import { lawyer } from './lawyer.table.js';

/** A proposal to be entered, in column names. */
export interface ProposalRow {
  readonly id: string;
  readonly lawyer_id: string;
  readonly field: ContactField;
  readonly value: string | null;
  readonly owned_by: string;
  readonly proposed_by: string;
  readonly proposed_unit: string | null;
  readonly source: string;
  readonly as_of: string;
}

/** Enters proposals, one statement. */
export async function insertProposals(handle: WriteHandle, proposals: readonly ProposalRow[], at: Date): Promise<void> {
  if (proposals.length === 0) return;
  await rows(
    handle,
    sql`insert into ${contactProposal} (id, lawyer_id, field, value, owned_by, proposed_by, proposed_unit, source, as_of, proposed_at, state)
      select r.*, ${at.toISOString()}::timestamptz, 'PENDING' from ${recordset(
        proposals,
        'r',
        'id uuid, lawyer_id uuid, field text, value text, owned_by text, proposed_by text, proposed_unit text, source text, as_of date',
      )}`,
  );
}

const columnOf: Readonly<Record<ContactField, string>> = {
  MOBILE: 'mobile',
  EMAIL: 'email',
  OFFICE_ADDRESS: 'office_address',
  HOME_ADDRESS: 'home_address',
};

/** A contact value to be written, with the day it is of. */
export interface ContactWrite {
  readonly id: string;
  readonly field: ContactField;
  readonly value: string | null;
  readonly day: Day;
}

/** Writes contact values, one statement per field; a value of an earlier day than the one on record does not replace it. */
export async function updateContacts(handle: WriteHandle, writes: readonly ContactWrite[], at: Date): Promise<void> {
  for (const field of Object.keys(columnOf) as ContactField[]) {
    const latest = new Map<string, ContactWrite>();
    for (const write of writes)
      if (write.field === field && (latest.get(write.id)?.day ?? '') <= write.day) latest.set(write.id, write);
    if (latest.size === 0) continue;
    await rows(
      handle,
      sql`update ${lawyer} l set ${sql.identifier(columnOf[field])} = r.value, updated_at = ${at.toISOString()}::timestamptz,
          contact_days = l.contact_days || jsonb_build_object(${field}::text, r.day)
        from ${recordset([...latest.values()], 'r', 'id uuid, value text, day text')}
        where l.id = r.id and coalesce(l.contact_days ->> ${field}, '') <= r.day`,
    );
  }
}

/** A proposal as its owner's decision needs to know it; null when out of reach. */
export interface OpenProposal {
  readonly lawyerId: string;
  readonly field: ContactField;
  readonly value: string | null;
  readonly ownedBy: string;
  readonly state: string;
  readonly writable: boolean;
}

/** Reads a proposal within reach, for its decision. */
export async function openProposal(act: Act, id: string): Promise<OpenProposal | null> {
  const [found] = await rows<OpenProposal>(
    act.handle,
    sql`select ${contactProposal.lawyerId} as "lawyerId", ${contactProposal.field} as field, ${contactProposal.value} as value,
        ${contactProposal.ownedBy} as "ownedBy", ${contactProposal.state} as state,
        coalesce(${act.grant.rowsOf(lawyerPolicy, act.reach)}, false) as writable
      from ${contactProposal} join (${lawyersOn(act.grant.asker.today)}) on ${lawyer.id} = ${contactProposal.lawyerId}
      where ${contactProposal.id} = ${id}::uuid and ${act.grant.rows(contactProposalPolicy)}`,
  );
  return found ?? null;
}

/** Writes the owner's decision. */
export async function decideProposal(act: Act, id: string, state: string, reason: string | null): Promise<void> {
  await rows(
    act.handle,
    sql`update ${contactProposal} set state = ${state}, decided_at = ${act.at.toISOString()}::timestamptz,
        decided_unit = ${act.grant.asker.identity.unit?.code ?? null}, decision_reason = ${reason}
      where ${contactProposal.id} = ${id}::uuid`,
  );
}
