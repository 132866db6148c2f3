import type { Family } from './inquiry.rule.js';
import type { NormCode } from './norm.terms.js';
import type { ActInCase, Procedure } from './question.terms.js';

const circle: { readonly [P in Procedure]: readonly NormCode[] } = {
  CIVIL: ['CV85'],
  CRIMINAL: ['CPL108-6'],
  ADMINISTRATIVE: ['AD14', 'CC1045'],
  ENFORCEMENT: ['CV85'],
};

/** D06, D08: the exception asks for proof; a relation in doubt is looked at by a person (E17, E18, 3.5 point 17). */
export const tieToParty: Family<ActInCase> = ({ question, tie, hit }) => {
  const facts = question.tie ? [question.tie.id] : [];
  const norms = question.capacity === 'GUARDIAN' ? (['CC28'] as const) : circle[question.case.procedure];
  if (tie === 'UNPROVEN') return hit({ code: 'TIE_UNPROVEN', headline: 'NEEDS_REVIEW', norms, facts });
  if (tie === 'DOUBTFUL') return hit({ code: 'TIE_DOUBTFUL', headline: 'NEEDS_REVIEW', norms, facts });
  return [];
};
