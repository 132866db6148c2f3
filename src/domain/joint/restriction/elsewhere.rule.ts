import { dismissalsOf } from './dismissal.rule.js';
import type { Family } from './inquiry.rule.js';
import type { ServeElsewhere } from './question.terms.js';

/**
 * E16: arbitrators, mediators and notaries are neither agents nor defenders: leaving bars nobody (retired legal workers
 * may be invited mediators, 特邀调解规定 6). Whether a dismissed person may be one is for other statutes: a person decides.
 */
export const dismissedElsewhere: Family<ServeElsewhere> = (inquiry) =>
  dismissalsOf(inquiry).flatMap(({ facts }) =>
    inquiry.hit({ code: 'DISMISSED_FROM_OFFICE', headline: 'NEEDS_REVIEW', norms: [], facts }),
  );
