import type { Leaving } from './career.rule.js';
import type { ConstraintCode } from './constraint.terms.js';
import { divisionOn, isInArea } from './court-map.rule.js';
import type { Hit } from './hit.rule.js';
import { countedFrom, type Family, type Inquiry } from './inquiry.rule.js';
import { boundByOpinion, ISSUED, type OpinionPeriod, periodOf } from './opinion61.rule.js';
import type { OpenPoint } from './pack.terms.js';
import type { JoinFirm } from './question.terms.js';
import { missing } from './relative-of-accused.rule.js';
import type { Constraint, Headline } from './verdict.terms.js';

/** Where a firm lies as to an original organ: by its area at the leaving and today (E7). */
export type Place = 'INSIDE' | 'CHANGED' | 'OUTSIDE' | 'UNKNOWN';

/** What a leaving means for joining a firm: which rule, under which open point. */
interface Ground {
  readonly code: ConstraintCode;
  readonly openPoint: OpenPoint | null;
}

/**
 * D26, D27, D31, D32 (61号 art. 4(2)): in the period no job in a firm in the area of the original organ. The last organ
 * for certain, earlier ones by the pack (E1); resigned and retired by its words, other ways of leaving by the pack.
 */
export const areaBan: Family<JoinFirm> = (inquiry) => {
  const leavings = boundByOpinion(inquiry);
  const last = leavings.at(-1);
  if (!last || inquiry.question.role === 'INTERN') return [];
  const ground = groundOf(inquiry, last);
  if (!ground) return [];
  const period = periodOf(last);
  const earlier = leavings.slice(0, -1).filter((one) => one.organId !== last.organId);
  return [
    ...forOrgan(inquiry, last, last, period, ground),
    ...earlier.flatMap((one) =>
      forOrgan(inquiry, one, last, period, { code: 'AREA_OF_EARLIER_COURT', openPoint: 'areaOfEarlierCourt' }),
    ),
  ];
};

/** Retired before 61号 and already in the firm then: art. 12, not art. 4(2) (E23). */
export const isOldRetiree = ({ question }: Inquiry<JoinFirm>, { departure }: Leaving): boolean =>
  departure?.type === 'RETIRED' && question.heldSince !== null && question.heldSince < ISSUED;

function groundOf(inquiry: Inquiry<JoinFirm>, leaving: Leaving): Ground | null {
  switch (leaving.departure?.type ?? null) {
    case 'RETIRED':
    case 'RESIGNED':
    case null:
      return isOldRetiree(inquiry, leaving) ? null : { code: 'AREA_BAN', openPoint: null };
    case 'DISCHARGED':
    case 'CONTRACT_ENDED':
      return { code: 'DISCHARGED', openPoint: 'discharged' };
    default:
      return null;
  }
}

function forOrgan(
  inquiry: Inquiry<JoinFirm>,
  organ: Leaving,
  last: Leaving,
  period: OpinionPeriod,
  { code, openPoint }: Ground,
): Constraint[] {
  const place = placeOf(inquiry, organ);
  if (place === 'OUTSIDE') return deskInside(inquiry, organ, last, period);
  const base = baseOf(organ, last);
  if (place === 'UNKNOWN') return inquiry.hit({ ...base, ...missing('AREA_MISSING'), until: period.possibleUntil });
  const point = place === 'CHANGED' ? ('areaChanged' as const) : openPoint;
  const rule = { ...base, code: place === 'CHANGED' ? ('AREA_CHANGED' as const) : code, norms: ['O61-4.2'] as const };
  const headline = point ? inquiry.decide(point, 'RESTRICTED_UNTIL') : certainly(last);
  return [
    ...inquiry.hit({ ...rule, headline, until: period.certainUntil, openPoint: point }),
    ...(headline === null ? [] : perhapsLonger(inquiry, rule, period)),
  ];
}

/** A way of leaving or a status that is not known leaves the bar to a person. */
const certainly = ({ departure, civilServant, post }: Leaving): Headline =>
  departure?.type && civilServant && post === 'IN_POST' ? 'RESTRICTED_UNTIL' : 'NEEDS_REVIEW';

function perhapsLonger(
  { hit, decide }: Inquiry<JoinFirm>,
  rule: Pick<Hit, 'norms' | 'facts' | 'scope' | 'countedFrom'>,
  { certainUntil, possibleUntil, isCommitteePoint }: OpinionPeriod,
): Constraint[] {
  if (possibleUntil === certainUntil) return [];
  const openPoint = isCommitteePoint ? ('committeeMember' as const) : null;
  const headline = openPoint ? decide(openPoint, 'RESTRICTED_UNTIL') : 'NEEDS_REVIEW';
  return hit({ ...rule, code: 'RANK_CLASS_UNKNOWN', headline, until: possibleUntil, openPoint });
}

/** E13: registered outside, working inside. */
function deskInside(
  { hit, map, on, question: { firm } }: Inquiry<JoinFirm>,
  organ: Leaving,
  last: Leaving,
  { possibleUntil }: OpinionPeriod,
): Constraint[] {
  const desk = firm.deskDivisionCode === null ? null : [firm.deskDivisionCode];
  if (desk === null || isInArea(map, organ.organId, desk, on) === false) return [];
  const norms = ['O61-4.2', 'O61-5'] as const;
  return hit({
    ...baseOf(organ, last),
    code: 'DESK_INSIDE_AREA',
    headline: 'NEEDS_REVIEW',
    norms,
    until: possibleUntil,
  });
}

const baseOf = (organ: Leaving, last: Leaving) => ({
  facts: [...organ.facts, ...last.facts],
  scope: { kind: 'AREA', ids: [organ.organId] } as const,
  countedFrom: countedFrom(last),
});

/** Where the firm's office lies: inside both areas, inside one, inside none; the registered office decides (E13). */
export function placeOf({ map, on, question: { firm } }: Inquiry<JoinFirm>, { organId, on: leftOn }: Leaving): Place {
  const office = (day: string) => {
    const code = divisionOn(firm.office, day, on);
    return code === null ? null : [code];
  };
  const then = isInArea(map, organId, office(leftOn), leftOn);
  const now = isInArea(map, organId, office(on), on);
  if (then === null || now === null) return 'UNKNOWN';
  if (then === now) return now ? 'INSIDE' : 'OUTSIDE';
  return 'CHANGED';
}
