import type { Leaving } from './career.rule.js';
import { successorsOf, wholeCourt } from './court-map.rule.js';
import { countedFrom, type Family, type Inquiry } from './inquiry.rule.js';
import { boundByOpinion, periodOf } from './opinion61.rule.js';
import type { ActInCase } from './question.terms.js';
import { missing } from './relative-of-accused.rule.js';
import type { Constraint } from './verdict.terms.js';

/**
 * D28 at court: who resigned or retired gives, as a lawyer, no paid service related to the original court in the period of
 * 61号 art. 4(2). What is related is open; a case that comes from that court is looked at by a person.
 */
export const relatedService: Family<ActInCase> = (inquiry) =>
  inquiry.question.capacity === 'AS_LAWYER'
    ? boundByOpinion(inquiry)
        .filter(({ departure }) => departure?.type === 'RESIGNED' || departure?.type === 'RETIRED')
        .flatMap((leaving) => ofCase(inquiry, leaving))
    : [];

function ofCase(inquiry: Inquiry<ActInCase>, leaving: Leaving): Constraint[] {
  const { hit, decide } = inquiry;
  const { certainUntil, possibleUntil } = periodOf(leaving);
  const base = { facts: leaving.facts, countedFrom: countedFrom(leaving) };
  const isRelated = leaving.organ === 'COURT' ? comesFrom(inquiry, leaving.organId) : false;
  if (isRelated === null) return hit({ ...base, ...missing('CASE_FACT_MISSING'), until: possibleUntil });
  const openPoint = 'relatedService' as const;
  const rule = { ...base, code: 'RELATED_SERVICE', norms: ['O61-4.2'] } as const;
  if (!isRelated) return hit({ ...rule, headline: 'PERMITTED', until: possibleUntil });
  return [
    ...hit({ ...rule, headline: decide(openPoint, 'RESTRICTED_UNTIL'), until: certainUntil, openPoint }),
    ...(possibleUntil > certainUntil
      ? hit({ ...rule, code: 'RANK_CLASS_UNKNOWN', headline: 'NEEDS_REVIEW', until: possibleUntil })
      : []),
  ];
}

function comesFrom({ question, map, on }: Inquiry<ActInCase>, organId: string): boolean | null {
  const earlier = question.case.earlierCourtIds;
  if (earlier === null) return null;
  const served = wholeCourt(map, organId);
  const own = [served, ...successorsOf(map, served, on).map(({ courtId }) => courtId)];
  return earlier.some((court) => own.includes(wholeCourt(map, court)));
}
