import type { PublicPost } from './facts.terms.js';
import { type Family, type Inquiry, isActing, isLawyersWork } from './inquiry.rule.js';
import type { NormCode } from './norm.terms.js';
import { isCivilServant, isJudge, postOf } from './post.rule.js';
import { criminalBar } from './relative-of-accused.rule.js';
import type { Service } from './service.terms.js';
import { isDuring } from './stretch.rule.js';
import type { Constraint } from './verdict.terms.js';

/** D01, D01a, D24, D30: who still serves is no lawyer, no defender and in no firm, for as long as he serves. */
export const inService: Family = (inquiry) => [
  ...inquiry.career.serving.filter((service) => postOf(service) !== 'ASSESSOR').flatMap((one) => serving(inquiry, one)),
  ...inquiry.person.publicPosts
    .filter((post) => isDuring(post, inquiry.on))
    .flatMap((one) => inPublicPost(inquiry, one)),
];

function serving(inquiry: Inquiry, service: Service): Constraint[] {
  const { hit } = inquiry;
  const facts = [service.id];
  const work = incompatible(inquiry, service);
  const doubt = () => hit({ code: 'IN_SERVICE', headline: 'NEEDS_REVIEW', norms: [], facts });
  if (isActing(inquiry)) {
    const criminal = criminalBar(inquiry, { code: 'IN_SERVICE', isPermanent: false, norms: ['CP40-2'], facts });
    const asLawyer = isLawyersWork(inquiry) ? work : [];
    return criminal.length + asLawyer.length > 0 ? [...criminal, ...asLawyer] : doubt();
  }
  return work.length > 0 ? work : doubt();
}

/** What forbids a serving member of staff the work asked about; nothing for staff who are no civil servants. */
function incompatible(inquiry: Inquiry, service: Service): Constraint[] {
  const norms: NormCode[] = [];
  if (isLawyersWork(inquiry) || inquiry.question.action === 'SERVE_AS') norms.push(...officesOf(inquiry, service));
  if (isLawyersWork(inquiry) && isCivilServant(service)) norms.push('LL11-1');
  if ('firm' in inquiry.question && isCivilServant(service)) norms.push('CS59-16');
  if (norms.length === 0) return [];
  return inquiry.hit({ code: 'IN_SERVICE', headline: 'RESTRICTED_UNTIL', norms, facts: [service.id] });
}

/** 法官法 22 and 检察官法 23 name lawyers, arbitrators and notaries, not mediators. */
function officesOf({ question }: Inquiry, service: Service): NormCode[] {
  if (question.action === 'SERVE_AS' && question.post === 'MEDIATOR') return [];
  if (isJudge(service)) return ['JL22'];
  return service.category === 'PROSECUTOR' ? ['PL23'] : [];
}

/** Other civil servants (律师法 11(1)); government-employed lawyers hold a certificate of their own kind (D20). */
function inPublicPost(inquiry: Inquiry, post: PublicPost): Constraint[] {
  const facts = [post.id];
  const inCase =
    isActing(inquiry) && post.organ !== 'OTHER'
      ? criminalBar(inquiry, { code: 'IN_SERVICE', isPermanent: false, norms: ['CP40-2'], facts })
      : [];
  return [...inCase, ...notBeside(inquiry, post)];
}

function notBeside(inquiry: Inquiry, post: PublicPost): Constraint[] {
  const { hit, question, licence } = inquiry;
  const isOwnKind = isActing(inquiry) && licence.category === 'GOVERNMENT';
  if (post.civilServant === false || isOwnKind) return [];
  const norms: NormCode[] = [];
  if (isLawyersWork(inquiry)) norms.push('LL11-1');
  if ('firm' in question) norms.push('CS59-16');
  if (norms.length === 0) return [];
  return post.civilServant
    ? hit({ code: 'IN_SERVICE', headline: 'RESTRICTED_UNTIL', norms, facts: [post.id] })
    : hit({ code: 'POST_MISSING', headline: 'NEEDS_REVIEW', norms, facts: [post.id] });
}
