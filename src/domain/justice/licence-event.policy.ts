import { type SQL, sql } from 'drizzle-orm';
import type { Asker, RecordPolicy } from '../../policy/record-policy.js';
import { licenceEvent, licencePeriod } from './licence-event.table.js';
import { publishedSanction } from './sanction.policy.js';
import { sanction } from './sanction.table.js';

type LicenceEventField =
  | 'kind'
  | 'effectiveOn'
  | 'suspendedFrom'
  | 'suspendedUntil'
  | 'category'
  | 'firm'
  | 'certificateNo'
  | 'decisionNo'
  | 'legalBasis'
  | 'decidedBy'
  | 'decidedByLevel'
  | 'reason'
  | 'changedFields'
  | 'sanction'
  | 'supersedes'
  | 'supersededBy'
  | 'recordedAt';

function own({ identity, today }: Asker): SQL {
  if (identity.role === 'self') return sql`${licenceEvent.lawyerId} = ${identity.lawyerId}::uuid`;
  if (identity.role !== 'firm') return sql`false`;
  return sql`exists (select 1 from ${licencePeriod} p where p.lawyer_id = ${licenceEvent.lawyerId}
    and p.firm_id = ${identity.firmId}::uuid and ${today}::date between p.from_on and p.until_on)`;
}

/**
 * The public sees the event of a penalty while the penalty is published, and no other. Its annulment is none: until the
 * day it falls on, nobody but the parties knows of it, and from then on the penalty is not published.
 */
const published = (
  asker: Asker,
): SQL => sql`${licenceEvent.kind} <> 'PENALTY_ANNULLED' and exists (select 1 from ${sanction}
  where ${sanction.id} = ${licenceEvent.sanctionId} and ${publishedSanction(asker)})
  and not exists (select 1 from ${licenceEvent} s where s.supersedes = ${licenceEvent.id})`;

/** What the matrix words mean for a licence event. */
export const licenceEventPolicy: RecordPolicy<LicenceEventField> = {
  type: 'LicenceEvent',
  key: licenceEvent.id,
  fields: {
    kind: licenceEvent.kind,
    effectiveOn: licenceEvent.effectiveOn,
    suspendedFrom: licenceEvent.suspendedFrom,
    suspendedUntil: licenceEvent.suspendedUntil,
    category: licenceEvent.category,
    firm: licenceEvent.firmId,
    certificateNo: licenceEvent.certificateNo,
    decisionNo: licenceEvent.decisionNo,
    legalBasis: licenceEvent.legalBasis,
    decidedBy: licenceEvent.decidedBy,
    decidedByLevel: licenceEvent.decidedByLevel,
    reason: licenceEvent.reason,
    changedFields: licenceEvent.changedFields,
    sanction: licenceEvent.sanctionId,
    supersedes: licenceEvent.supersedes,
    supersededBy: sql`(select s.id from ${licenceEvent} s where s.supersedes = ${licenceEvent.id})`,
    recordedAt: licenceEvent.recordedAt,
  },
  reaches: { own, published },
  related: own,
};

/** Certificate numbers and affiliations are a lawyer's own history; a firm sees those of its lawyers of today. */
const ownHistory =
  (lawyerId: SQL) =>
  ({ identity, today }: Asker): SQL =>
    identity.role === 'self'
      ? sql`${lawyerId} = ${identity.lawyerId}::uuid`
      : sql`exists (select 1 from ${licencePeriod} p where p.lawyer_id = ${lawyerId}
          and p.firm_id = ${identity.firmId}::uuid and ${today}::date between p.from_on and p.until_on)`;

export const certificatePolicy: RecordPolicy<'certificateNo' | 'form' | 'validFrom'> = {
  type: 'Certificate',
  key: sql`c.lawyer_id`,
  fields: { certificateNo: sql`c.certificate_no`, form: sql`c.form`, validFrom: sql`c.valid_from` },
  reaches: { own: ownHistory(sql`c.lawyer_id`) },
};

export const affiliationPolicy: RecordPolicy<'firm' | 'from' | 'until'> = {
  type: 'FirmAffiliation',
  key: sql`a.lawyer_id`,
  fields: { firm: sql`a.firm_id`, from: sql`a.from_on`, until: sql`nullif(a.until_on, 'infinity')` },
  reaches: { own: ownHistory(sql`a.lawyer_id`) },
};
