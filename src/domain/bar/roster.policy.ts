import { type SQL, sql } from 'drizzle-orm';
import type { Asker, RecordPolicy } from '../../policy/record-policy.js';
import { mediatorRosterEntry } from './roster.table.js';

type RosterField =
  | 'lawyer'
  | 'court'
  | 'specialities'
  | 'state'
  | 'listedOn'
  | 'listedUntil'
  | 'removedOn'
  | 'removalReason';

/** On the roster as the court publishes it (特邀调解规定 art. 5): in its term and not removed; a suspension is shown. */
const listed = ({ today }: Asker): SQL => sql`(${mediatorRosterEntry.state} in ('LISTED', 'SUSPENDED')
  and ${today}::date between ${mediatorRosterEntry.listedOn} and coalesce(${mediatorRosterEntry.listedUntil}, 'infinity'))`;

/** A lawyer's own entries. The bar keeps no affiliations, so that a firm has none here beyond what everybody sees. */
const own = ({ identity }: Asker): SQL =>
  identity.role === 'self' ? sql`${mediatorRosterEntry.lawyerId} = ${identity.lawyerId}::uuid` : sql`false`;

/** What the matrix words mean for a roster entry. */
export const rosterPolicy: RecordPolicy<RosterField> = {
  type: 'MediatorRosterEntry',
  key: mediatorRosterEntry.id,
  fields: {
    lawyer: mediatorRosterEntry.lawyerId,
    court: mediatorRosterEntry.courtId,
    specialities: mediatorRosterEntry.specialities,
    state: mediatorRosterEntry.state,
    listedOn: mediatorRosterEntry.listedOn,
    listedUntil: mediatorRosterEntry.listedUntil,
    removedOn: mediatorRosterEntry.removedOn,
    removalReason: mediatorRosterEntry.removalReason,
  },
  reaches: { listed, own },
  related: own,
};
