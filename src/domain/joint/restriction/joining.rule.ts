import { addMonths } from '../../../kernel/day.js';
import { isOldRetiree, placeOf } from './area-ban.rule.js';
import type { Leaving } from './career.rule.js';
import { countedFrom, type Family, type Inquiry, isLawyersWork } from './inquiry.rule.js';
import type { NormCode } from './norm.terms.js';
import { boundByOpinion, periodOf } from './opinion61.rule.js';
import type { JoinFirm } from './question.terms.js';

/** Whether the area ban still holds or may hold for this firm. */
function isWithinBan(inquiry: Inquiry<JoinFirm>, leaving: Leaving): boolean {
  return inquiry.on <= periodOf(leaving).possibleUntil && placeOf(inquiry, leaving) !== 'OUTSIDE';
}

/** D28: outside the area the place is free, with a condition: no paid service related to the original organ. */
export const conditionOutside: Family<JoinFirm> = (inquiry) =>
  isLawyersWork(inquiry)
    ? lastByWords(inquiry).flatMap((leaving) => {
        const until = periodOf(leaving).possibleUntil;
        const base = { facts: leaving.facts, countedFrom: countedFrom(leaving), until };
        return inquiry.hit({ ...base, code: 'RELATED_SERVICE', headline: 'PERMITTED', norms: ['O61-4.2'] });
      })
    : [];

/** D29 (61号 art. 4(3), 12): a retired person not barred by art. 4(2) needs an approval, his relations moved out. */
export const retireeApproval: Family<JoinFirm> = (inquiry) => {
  if (inquiry.question.role === 'INTERN') return [];
  return lastByWords(inquiry)
    .filter((leaving) => leaving.departure?.type !== 'RESIGNED')
    .filter((leaving) => isOldRetiree(inquiry, leaving) || !isWithinBan(inquiry, leaving))
    .flatMap((leaving) => {
      if (isApproved(inquiry, leaving)) return [];
      const norms: NormCode[] = isOldRetiree(inquiry, leaving) ? ['O61-12'] : ['O61-4.3'];
      return inquiry.hit({ code: 'RETIREE_APPROVAL', headline: 'NEEDS_APPROVAL', norms, facts: leaving.facts });
    });
};

function isApproved({ person, on, question }: Inquiry<JoinFirm>, leaving: Leaving): boolean {
  return person.approvals.some(
    ({ grantedOn, firmId, relationsMovedOn }) =>
      grantedOn >= leaving.on &&
      grantedOn <= on &&
      relationsMovedOn !== null &&
      relationsMovedOn <= on &&
      (firmId === null || firmId === question.firm.id),
  );
}

/** The last leaving, when it is a resignation or retirement from court or procuratorate, or may be one. */
function lastByWords(inquiry: Inquiry): Leaving[] {
  const last = boundByOpinion(inquiry).at(-1);
  const type = last?.departure?.type ?? null;
  return last && (type === null || type === 'RETIRED' || type === 'RESIGNED') ? [last] : [];
}

/**
 * D31: transferred from a court or procuratorate, later out of public office: 61号 art. 4(2) names resigning and retiring
 * from there. Counted from the last post; without a record of what came after the transfer it stays open.
 */
export const transferredThenLeft: Family<JoinFirm> = (inquiry) => {
  const last = boundByOpinion(inquiry).at(-1);
  if (last?.departure?.type !== 'TRANSFERRED') return [];
  const { hit, decide, on } = inquiry;
  const later = postsAfter(inquiry, last);
  if (later.length === 0)
    return hit({ code: 'LEFT_HOW_MISSING', headline: 'NEEDS_REVIEW', norms: [], facts: last.facts });
  const ends = later.map(({ until }) => until);
  if (ends.some((until) => until === null || until >= on) || placeOf(inquiry, last) === 'OUTSIDE') return [];
  const end = ends.reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b), null) as string;
  const openPoint = 'transferredThenLeft' as const;
  return hit({
    code: 'TRANSFERRED_THEN_LEFT',
    headline: decide(openPoint, 'RESTRICTED_UNTIL'),
    norms: ['O61-4.2', 'CS107'],
    scope: { kind: 'AREA', ids: [last.organId] },
    until: addMonths(end, 36),
    facts: [...last.facts, ...later.map(({ id }) => id)],
    openPoint,
  });
};

function postsAfter({ person, on }: Inquiry, leaving: Leaving): { id: string; until: string | null }[] {
  const beyond = (from: string, until: string | null) => from <= on && (until === null || until > leaving.on);
  return [
    ...person.publicPosts.filter(({ from, until }) => beyond(from, until)),
    ...person.services.filter(({ from, until, organId }) => organId !== leaving.organId && beyond(from, until)),
  ];
}
