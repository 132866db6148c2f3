import { addMonths, type Day } from '../../../kernel/day.js';
import { type Leaving, lastService } from './career.rule.js';
import type { Inquiry } from './inquiry.rule.js';
import type { Service } from './service.terms.js';

/** The day 司发通〔2021〕61号 was issued. */
export const ISSUED = '2021-09-30';

/** Ranks from 四级高级法官 up (ordinals 1 to 7) make the three-year class (E20). */
const LINE = 7;

/** Leavings of courts and procuratorates that 61号 may bind, in order: those of civil servants, or where that is unknown. */
export function boundByOpinion({ career }: Inquiry): Leaving[] {
  return career.leavings.filter(
    ({ organ, post, civilServant }) =>
      organ !== 'SUPERVISION' && (post === 'IN_POST' || post === 'UNKNOWN') && civilServant !== false,
  );
}

/** Whether the three-year class of 61号 art. 4(2) applies; null when neither rank nor leadership tells (E21). */
export function isSeniorClass({ services }: Leaving): boolean | null {
  const last = lastService(services);
  if (!last) return null;
  if (last.leadershipMember || (last.rank !== null && last.rank.ordinal <= LINE)) return true;
  return last.leadershipMember === null || (last.rank === null && hasRankThatCounts(last)) ? null : false;
}

/** 司法行政人员 are in no ladder that art. 4(2) names: only the leadership counts for them. */
const hasRankThatCounts = ({ category }: Service): boolean => category !== 'ADMINISTRATIVE';

/** 审判委员会专职委员 stand beside the leadership (E22): whether the class hangs on that alone. */
export function hangsOnCommittee(leaving: Leaving): boolean {
  const last = lastService(leaving.services);
  return isSeniorClass(leaving) === false && last?.committeeMember !== false;
}

/** The last days of the certain period and of the longest possible one. */
export interface OpinionPeriod {
  readonly certainUntil: Day;
  readonly possibleUntil: Day;
  /** Whether the longer period hangs on 审委会专职委员 alone. */
  readonly isCommitteePoint: boolean;
}

/** Three years for the senior class, else two; in doubt two for certain and three to be looked at. */
export function periodOf(leaving: Leaving): OpinionPeriod {
  const senior = isSeniorClass(leaving);
  const isCommitteePoint = hangsOnCommittee(leaving);
  return {
    certainUntil: addMonths(leaving.on, senior ? 36 : 24),
    possibleUntil: addMonths(leaving.on, senior === false && !isCommitteePoint ? 24 : 36),
    isCommitteePoint,
  };
}
