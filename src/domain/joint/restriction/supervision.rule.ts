import { addMonths } from '../../../kernel/day.js';
import { countedFrom, type Family, isJoining, isLawyersWork, wasOfficer } from './inquiry.rule.js';

/**
 * 监察官法 49(1), 3.5 point 8: for three years after leaving, a supervision officer takes no occupation linked with
 * supervision or justice that may conflict. That a lawyer's is one is the pack's default reading.
 */
export const supervisionOccupation: Family = (inquiry) => {
  if (!isLawyersWork(inquiry) && !isJoining(inquiry)) return [];
  const { hit, decide } = inquiry;
  return inquiry.career.leavings
    .filter(({ organ, services }) => organ === 'SUPERVISION' && wasOfficer(services) !== false)
    .flatMap((leaving) => {
      const base = { until: addMonths(leaving.on, 36), facts: leaving.facts, countedFrom: countedFrom(leaving) };
      const norms = ['SL49-1'] as const;
      if (wasOfficer(leaving.services) === null) {
        return hit({ ...base, norms, code: 'POST_MISSING', headline: 'NEEDS_REVIEW' });
      }
      const openPoint = 'supervisionOccupation' as const;
      const headline = decide(openPoint, 'RESTRICTED_UNTIL');
      return hit({ ...base, norms, code: 'SUPERVISION_OCCUPATION', headline, openPoint });
    });
};
