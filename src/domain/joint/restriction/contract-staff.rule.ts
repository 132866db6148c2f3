import type { Leaving } from './career.rule.js';
import { wholeCourt } from './court-map.rule.js';
import { countedFrom, type Family, type Inquiry, isCriminal, isLawyersWork } from './inquiry.rule.js';
import type { ActInCase } from './question.terms.js';
import { endOfTwoYears } from './two-year-ban.rule.js';
import type { Constraint } from './verdict.terms.js';

/**
 * D33, D34 as corrected by 3.5 point 1: staff outside the establishment and assessors are free nationally (2011 rules
 * art. 13, 14), but 刑诉解释 41 has no 在编 words: in criminal cases a person decides.
 */
export const contractStaff: Family<ActInCase> = (inquiry) =>
  inquiry.career.leavings
    .filter(({ organ, post }) => organ === 'COURT' && ['CONTRACT', 'ASSESSOR', 'UNKNOWN'].includes(post))
    .flatMap((leaving) => inCriminalCase(inquiry, leaving));

function inCriminalCase(inquiry: Inquiry<ActInCase>, leaving: Leaving): Constraint[] {
  const { question, hit, decide, map, tie } = inquiry;
  if (!isCriminal(inquiry) || tie !== 'NONE') return [];
  const openPoint = 'contractStaffInCriminal' as const;
  const base = { code: 'CONTRACT_STAFF' as const, facts: leaving.facts, openPoint };
  const court = question.case.courtId;
  const isOwnCourt = court !== null && wholeCourt(map, court) === wholeCourt(map, leaving.organId);
  return [
    ...(question.capacity === 'AS_LAWYER'
      ? hit({
          ...base,
          headline: decide(openPoint, 'RESTRICTED_UNTIL'),
          norms: ['CP41-1'],
          until: endOfTwoYears(leaving),
          countedFrom: countedFrom(leaving),
        })
      : []),
    ...(isOwnCourt
      ? hit({
          ...base,
          headline: decide(openPoint, 'PERMANENTLY_BARRED'),
          norms: ['CP41-2'],
          scope: { kind: 'COURTS', ids: [wholeCourt(map, leaving.organId)] },
        })
      : []),
  ];
}

/** D33: a province may bind contract staff as lawyers for two years; without its norm nothing hits. */
export const contractStaffLocally: Family = (inquiry) =>
  isLawyersWork(inquiry)
    ? inquiry.career.leavings
        .filter(({ organ, post }) => organ === 'COURT' && (post === 'CONTRACT' || post === 'UNKNOWN'))
        .flatMap((leaving) =>
          inquiry.hit({
            code: 'CONTRACT_STAFF_LOCAL',
            headline: inquiry.decide('contractStaffLocal', 'RESTRICTED_UNTIL'),
            norms: ['LOCAL'],
            until: endOfTwoYears(leaving),
            facts: leaving.facts,
            countedFrom: countedFrom(leaving),
            openPoint: 'contractStaffLocal',
          }),
        )
    : [];
