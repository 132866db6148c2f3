import { type SQL, sql } from 'drizzle-orm';
import { textArray } from '../../db/rows.js';
import type { Asker, RecordPolicy } from '../../policy/record-policy.js';
import { licencePeriod } from './licence-event.table.js';
import { sanction } from './sanction.table.js';
import { penaltyKinds } from './sanction.terms.js';

type SanctionField =
  | 'subjectLawyer'
  | 'subjectFirm'
  | 'kind'
  | 'family'
  | 'authority'
  | 'authorityLevel'
  | 'decisionNo'
  | 'legalBasis'
  | 'fineYuan'
  | 'decidedOn'
  | 'effectiveOn'
  | 'endsOn'
  | 'publicFrom'
  | 'publicUntil'
  | 'annulledOn'
  | 'summary'
  | 'decisionText';

const notAnnulled = ({ today }: Asker): SQL =>
  sql`(${sanction.annulledOn} is null or ${sanction.annulledOn} > ${today}::date)`;

/** Lawfully published on this day: in its publication period and not annulled (行政处罚法 art. 48). */
export const publishedSanction = (asker: Asker): SQL => sql`(${asker.today}::date between ${sanction.publicFrom}
  and coalesce(${sanction.publicUntil}, 'infinity') and ${notAnnulled(asker)})`;

/** In force on this day: in effect, not over, not annulled. What has no end stays in force. */
const inForce = (asker: Asker): SQL => sql`(${asker.today}::date between ${sanction.effectiveOn}
  and coalesce(${sanction.endsOn}, 'infinity') and ${notAnnulled(asker)})`;

function own({ identity, today }: Asker): SQL {
  if (identity.role === 'self') return sql`${sanction.lawyerId} = ${identity.lawyerId}::uuid`;
  return sql`(${sanction.firmId} = ${identity.firmId}::uuid or exists (select 1 from ${licencePeriod} p
    where p.lawyer_id = ${sanction.lawyerId} and p.firm_id = ${identity.firmId}::uuid
    and ${today}::date between p.from_on and p.until_on))`;
}

/** What the matrix words mean for a penalty or discipline. */
export const sanctionPolicy: RecordPolicy<SanctionField> = {
  type: 'Sanction',
  key: sanction.id,
  fields: {
    subjectLawyer: sanction.lawyerId,
    subjectFirm: sanction.firmId,
    kind: sanction.kind,
    family: sql`case when ${sanction.kind} = any(${textArray(penaltyKinds)}) then 'PENALTY' else 'DISCIPLINE' end`,
    authority: sanction.authority,
    authorityLevel: sanction.authorityLevel,
    decisionNo: sanction.decisionNo,
    legalBasis: sanction.legalBasis,
    fineYuan: sanction.fineYuan,
    decidedOn: sanction.decidedOn,
    effectiveOn: sanction.effectiveOn,
    endsOn: sanction.endsOn,
    publicFrom: sanction.publicFrom,
    publicUntil: sanction.publicUntil,
    annulledOn: sanction.annulledOn,
    summary: sanction.summary,
    decisionText: sanction.decisionText,
  },
  reaches: {
    inForce,
    published: publishedSanction,
    own,
  },
  related: (asker) =>
    asker.identity.role === 'firm' || asker.identity.role === 'self' ? own(asker) : publishedSanction(asker),
};
