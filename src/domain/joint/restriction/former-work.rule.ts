import { addMonths } from '../../../kernel/day.js';
import { lastService } from './career.rule.js';
import { type Family, type Inquiry, isActing, isJoining } from './inquiry.rule.js';
import { leadsAtCountyLevel } from './post.rule.js';
import type { Constraint } from './verdict.terms.js';

/** The end of a public office by resignation or retirement, and whether the three-year class of 公务员法 107 applies. */
interface OfficeEnd {
  readonly on: string;
  /** Null when not known. */
  readonly isSenior: boolean | null;
  readonly facts: readonly string[];
  readonly countedFrom: Constraint['countedFrom'];
}

/**
 * CS107 with 3.5 point 7: a law above 61号, without any area: two years, three for leaders and leading posts of county
 * level or above, not in an organisation directly related to the former work. Whether a firm is that, a person decides.
 */
export const formerWork: Family = (inquiry) => {
  if (!isJoining(inquiry) && !actsAsInHouse(inquiry)) return [];
  const openPoint = 'workConnection' as const;
  return endsOf(inquiry).flatMap(({ on, isSenior, facts, countedFrom }) =>
    inquiry.hit({
      code: 'RELATED_TO_FORMER_WORK',
      headline: inquiry.decide(openPoint, 'RESTRICTED_UNTIL'),
      norms: ['CS107'],
      until: addMonths(on, isSenior === false ? 24 : 36),
      facts,
      countedFrom,
      openPoint,
    }),
  );
};

/** E15: in-house counsel of a company. */
const actsAsInHouse = (inquiry: Inquiry): boolean =>
  isActing(inquiry) && inquiry.question.capacity === 'AS_LAWYER' && inquiry.licence.category === 'IN_HOUSE';

const byWill = ['RESIGNED', 'RETIRED'];

function endsOf({ career, person, on }: Inquiry): OfficeEnd[] {
  const services = career.leavings
    .filter(({ departure, civilServant }) => byWill.includes(departure?.type ?? '') && civilServant !== false)
    .map((leaving) => {
      const last = lastService(leaving.services);
      const leads = leadsAtCountyLevel(last?.leadingPost ?? null);
      const isSenior =
        last?.leadershipMember || leads ? true : last?.leadershipMember === false && leads === false ? false : null;
      return { on: leaving.on, isSenior, facts: leaving.facts, countedFrom: { kind: leaving.kind, on: leaving.on } };
    });
  const posts = person.publicPosts
    .filter(
      ({ leftBy, until, civilServant }) =>
        byWill.includes(leftBy ?? '') && until !== null && until <= on && civilServant !== false,
    )
    .map(({ until, ledAtCountyLevel, id }) => ({
      on: until as string,
      isSenior: ledAtCountyLevel,
      facts: [id],
      countedFrom: null,
    }));
  return [...services, ...posts];
}
