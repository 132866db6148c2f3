import { sql } from 'drizzle-orm';
import type { RecordPolicy } from '../../policy/record-policy.js';
import { contactProposal } from './contact-proposal.table.js';

type ProposalField =
  | 'lawyer'
  | 'field'
  | 'value'
  | 'ownedBy'
  | 'proposedBy'
  | 'source'
  | 'asOf'
  | 'proposedAt'
  | 'state'
  | 'decidedAt'
  | 'decisionReason';

/** What the matrix words mean for a contact proposal. */
export const contactProposalPolicy: RecordPolicy<ProposalField> = {
  type: 'ContactProposal',
  key: contactProposal.id,
  fields: {
    lawyer: contactProposal.lawyerId,
    field: contactProposal.field,
    value: contactProposal.value,
    ownedBy: contactProposal.ownedBy,
    proposedBy: contactProposal.proposedBy,
    source: contactProposal.source,
    asOf: contactProposal.asOf,
    proposedAt: contactProposal.proposedAt,
    state: contactProposal.state,
    decidedAt: contactProposal.decidedAt,
    decisionReason: contactProposal.decisionReason,
  },
  reaches: {
    // the lawyer's own; the bar's: what it owns or proposed, never a home address, which it may not read
    own: ({ identity }) =>
      identity.role === 'self'
        ? sql`${contactProposal.lawyerId} = ${identity.lawyerId}::uuid`
        : sql`(${contactProposal.field} <> 'HOME_ADDRESS')`,
  },
};
