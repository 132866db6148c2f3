import { dismissalsOf } from './dismissal.rule.js';
import type { Family, Inquiry } from './inquiry.rule.js';
import { isLawyersWork } from './inquiry.rule.js';
import { revocationsOf } from './licence-bar.rule.js';
import { missing } from './relative-of-accused.rule.js';
import { standsOn } from './stretch.rule.js';
import type { Constraint, Headline } from './verdict.terms.js';

/**
 * D22 (律师法 7(2)(3)): dismissed from public office, a lawyer's or notary's certificate once revoked, or punished for a
 * crime not of negligence: no certificate, ever. For interns, who hold none yet, a person decides.
 */
export const certificateBars: Family = (inquiry) => {
  const headline = headlineOf(inquiry);
  if (!headline) return [];
  const { hit } = inquiry;
  const code = 'CERTIFICATE_NEVER' as const;
  return [
    ...[...dismissalsOf(inquiry), ...revocationsOf(inquiry)].flatMap(({ facts }) =>
      hit({ code, headline, norms: ['LL7-3'], facts }),
    ),
    ...crimes(inquiry, headline),
  ];
};

function headlineOf(inquiry: Inquiry): Headline | null {
  if (isLawyersWork(inquiry)) return 'PERMANENTLY_BARRED';
  return inquiry.question.action === 'REGISTER_INTERN' ? 'NEEDS_REVIEW' : null;
}

function crimes({ person, on, hit }: Inquiry, headline: Headline): Constraint[] {
  return person.sentences
    .filter(({ from, overturnedOn, negligent }) => negligent !== true && standsOn(from, overturnedOn, on))
    .flatMap(({ id, negligent }) =>
      negligent === null
        ? hit({ ...missing('SENTENCE_KIND_MISSING'), facts: [id] })
        : hit({ code: 'CERTIFICATE_NEVER', headline, norms: ['LL7-2'], facts: [id] }),
    );
}

/**
 * D25 with 3.5 point 5 (61号 art. 4(1)): dismissed as staff of a court or procuratorate, no work of any kind in a firm.
 * A dismissal by another organ is not meant; of an earlier judge or prosecutor it is an open point.
 */
export const dismissedFromFirms: Family = (inquiry) =>
  dismissalsOf(inquiry).flatMap(({ organ, civilServant, wasOfficer, facts }) => {
    const { hit, decide } = inquiry;
    const rule = { code: 'DISMISSED_NO_FIRM', norms: ['O61-4.1'], facts } as const;
    if (organ === 'COURT' || organ === 'PROCURATORATE') {
      if (civilServant === false) return [];
      return hit({ ...rule, headline: civilServant ? 'PERMANENTLY_BARRED' : 'NEEDS_REVIEW' });
    }
    if (wasOfficer === false) return [];
    if (wasOfficer === null) return hit({ ...rule, code: 'POST_MISSING', headline: 'NEEDS_REVIEW' });
    const openPoint = 'dismissedElsewhere' as const;
    return hit({ ...rule, headline: decide(openPoint, 'PERMANENTLY_BARRED'), openPoint });
  });
