import { type Family, isActing, isLawyersWork } from './inquiry.rule.js';
import type { NormCode } from './norm.terms.js';
import { isDuring } from './stretch.rule.js';

/** D23, 3.5 points 3 and 14: without full civil capacity nobody is licensed, agent or defender. */
export const incapacity: Family = (inquiry) => {
  const { person, on, hit, question } = inquiry;
  const norms: NormCode[] = isLawyersWork(inquiry) ? ['LL7-1', 'AL70'] : [];
  if (isActing(inquiry)) norms.push(...(inquiry.question.case.procedure === 'CRIMINAL' ? actCriminal : actOther));
  if (question.action === 'REGISTER_INTERN') norms.push('LL7-1');
  if (norms.length === 0) return [];
  return person.incapacity
    .filter((stretch) => isDuring(stretch, on))
    .flatMap(({ id, until }) => hit({ code: 'INCAPACITY', headline: 'RESTRICTED_UNTIL', norms, until, facts: [id] }));
};

const actCriminal: readonly NormCode[] = ['CPL33-2', 'CP40-2'];
const actOther: readonly NormCode[] = ['CV84'];

/** E29: whoever is dead acts no more; somebody who does acts in his name. */
export const deceased: Family = ({ person, career, on, hit }) => {
  const died = career.leavings.filter(({ departure }) => departure?.type === 'DIED').flatMap(({ facts }) => facts);
  const isDead = died.length > 0 || (person.diedOn !== null && person.diedOn <= on);
  return isDead ? hit({ code: 'DECEASED', headline: 'PERMANENTLY_BARRED', norms: ['AL70'], facts: died }) : [];
};
