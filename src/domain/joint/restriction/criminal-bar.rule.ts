import { type Family, type Inquiry, isCriminal } from './inquiry.rule.js';
import { postOf } from './post.rule.js';
import type { ActInCase } from './question.terms.js';
import { criminalBar, missing } from './relative-of-accused.rule.js';
import { isDuring, standsOn } from './stretch.rule.js';
import type { Constraint } from './verdict.terms.js';

/**
 * The bars of 刑诉解释 40(2) that do not come from leaving: items 1, 2 without any way out (3.5 point 3); items 5 to 7
 * with the court's permission for relatives; 刑诉法 34: in the investigation only lawyers defend (3.5 point 22).
 */
export const criminalBars: Family<ActInCase> = (inquiry) =>
  isCriminal(inquiry)
    ? [...absolute(inquiry), ...assessors(inquiry), ...personal(inquiry), ...lawyersOnly(inquiry)]
    : [];

function absolute({ person, on, hit }: Inquiry<ActInCase>): Constraint[] {
  const norms = ['CPL33-2', 'CP40-2'] as const;
  const headline = 'RESTRICTED_UNTIL';
  const served = person.sentences.filter((one) => isDuring(one, on) && standsOn(one.from, one.overturnedOn, on));
  return [
    ...served.flatMap(({ id, until }) => hit({ code: 'SENTENCE', headline, norms, until, facts: [id] })),
    ...person.custody
      .filter((one) => isDuring(one, on))
      .flatMap(({ id, until }) => hit({ code: 'CUSTODY', headline, norms, until, facts: [id] })),
  ];
}

/** D34: a serving assessor (人民陪审员) does not defend. */
function assessors(inquiry: Inquiry<ActInCase>): Constraint[] {
  return inquiry.career.serving
    .filter((service) => postOf(service) === 'ASSESSOR')
    .flatMap(({ id }) =>
      criminalBar(inquiry, { code: 'SERVING_ASSESSOR', isPermanent: false, norms: ['CP40-2'], facts: [id] }),
    );
}

function personal(inquiry: Inquiry<ActInCase>): Constraint[] {
  const { question, person, hit } = inquiry;
  const bar = { isPermanent: false, norms: ['CP40-2'] as const, facts: [] };
  const isForeign = question.capacity !== 'AS_LAWYER' && person.foreigner;
  return [
    ...(question.interested ? criminalBar(inquiry, { ...bar, code: 'INTERESTED' }) : []),
    ...(isForeign === true ? criminalBar(inquiry, { ...bar, code: 'FOREIGNER' }) : []),
    ...(isForeign === null ? hit({ ...missing('CASE_FACT_MISSING'), facts: [] }) : []),
  ];
}

function lawyersOnly({ question, hit }: Inquiry<ActInCase>): Constraint[] {
  const { stage, id } = question.case;
  if (question.capacity === 'AS_LAWYER' || question.mandate !== 'DEFENDER') return [];
  const scope = { kind: 'CASE', ids: [id] } as const;
  if (stage === null) return hit({ ...missing('CASE_FACT_MISSING'), scope, facts: [] });
  if (stage !== 'INVESTIGATION') return [];
  return hit({ code: 'LAWYERS_ONLY', headline: 'RESTRICTED_UNTIL', norms: ['CPL34'], scope, facts: [] });
}
