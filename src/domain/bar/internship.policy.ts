import { type SQL, sql } from 'drizzle-orm';
import { courtInArea, divisionInArea } from '../../policy/area.js';
import type { Asker, RecordPolicy } from '../../policy/record-policy.js';
import { formerCourtOpinion, internship } from './internship.table.js';

type InternshipField =
  | 'fullName'
  | 'firm'
  | 'divisionCode'
  | 'mentor'
  | 'appliedOn'
  | 'declaresCourtWork'
  | 'pledgeSignedOn'
  | 'state'
  | 'fromOn'
  | 'untilOn'
  | 'decidedOn'
  | 'decisionReason';

/** A court reaches the internships on which one of its area is asked; a bureau those in firms of its area. */
const inArea = (asker: Asker): SQL =>
  asker.identity.institution === 'COURT'
    ? sql`exists (select 1 from ${formerCourtOpinion} o where o.internship_id = ${internship.id}
        and ${courtInArea(asker, sql`o.court_id`)})`
    : divisionInArea(asker, internship.divisionCode);

/** What the matrix words mean for an internship. */
export const internshipPolicy: RecordPolicy<InternshipField> = {
  type: 'Internship',
  key: internship.id,
  fields: {
    fullName: internship.fullName,
    firm: internship.firmId,
    divisionCode: internship.divisionCode,
    mentor: internship.mentorId,
    appliedOn: internship.appliedOn,
    declaresCourtWork: internship.declaresCourtWork,
    pledgeSignedOn: internship.pledgeSignedOn,
    state: internship.state,
    fromOn: internship.fromOn,
    untilOn: internship.untilOn,
    decidedOn: internship.decidedOn,
    decisionReason: internship.decisionReason,
  },
  reaches: { area: inArea },
};

type OpinionField = 'internship' | 'court' | 'requestedAt' | 'givenAt' | 'objects' | 'reason' | 'givenBy';

/** What the matrix words mean for an opinion: a court reaches those asked of its area, a bureau those on its internships. */
export const formerCourtOpinionPolicy: RecordPolicy<OpinionField> = {
  type: 'FormerCourtOpinion',
  key: formerCourtOpinion.id,
  fields: {
    internship: formerCourtOpinion.internshipId,
    court: formerCourtOpinion.courtId,
    requestedAt: formerCourtOpinion.requestedAt,
    givenAt: formerCourtOpinion.givenAt,
    objects: formerCourtOpinion.objects,
    reason: formerCourtOpinion.reason,
    givenBy: formerCourtOpinion.givenBy,
  },
  reaches: {
    area: (asker) =>
      asker.identity.institution === 'COURT'
        ? courtInArea(asker, formerCourtOpinion.courtId)
        : sql`exists (select 1 from ${internship} i where i.id = ${formerCourtOpinion.internshipId}
            and ${divisionInArea(asker, sql`i.division_code`)})`,
  },
};
