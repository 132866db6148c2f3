import { wholeCourt } from './court-map.rule.js';
import { type Family, type Inquiry, isCriminal } from './inquiry.rule.js';
import type { Kinship, Relation } from './kinship.terms.js';
import { postOf } from './post.rule.js';
import { type ActInCase, NO_ORGAN } from './question.terms.js';
import { missing } from './relative-of-accused.rule.js';
import type { Service } from './service.terms.js';
import { isDuring } from './stretch.rule.js';
import type { Constraint, Scope } from './verdict.terms.js';

/** Spouse, parent and child (配偶、父母、子女): the circle of 法官法 24 and of 2011 rules art. 9. */
export const closest: readonly (Relation | null)[] = ['SPOUSE', 'PARENT', 'CHILD'];

/** Kinships that hold on the day, each with the services that last. */
export function kinshipsOf({ person, on }: Inquiry): { kinship: Kinship; services: Service[] }[] {
  return person.kinships
    .filter((kinship) => isDuring(kinship, on))
    .map((kinship) => ({ kinship, services: kinship.services.filter((service) => isDuring(service, on)) }));
}

/**
 * D17 with 3.5 points 1 and 6: spouse, parent or child of staff in post at the court of the case is neither agent nor
 * defender there, lawyer or not; of contract staff, in criminal cases, a person decides. And 监察官法 51.
 */
export const kinOfStaff: Family<ActInCase> = (inquiry) =>
  kinshipsOf(inquiry).flatMap(({ kinship, services }) =>
    services.flatMap((service) => [...ofCourt(inquiry, kinship, service), ...ofSupervision(inquiry, kinship, service)]),
  );

function ofCourt(inquiry: Inquiry<ActInCase>, kinship: Kinship, service: Service): Constraint[] {
  const { hit, decide, map, question } = inquiry;
  const court = question.case.courtId && wholeCourt(map, question.case.courtId);
  if (service.organ !== 'COURT' || !court || wholeCourt(map, service.organId) !== court) return [];
  const base = { facts: [kinship.id, service.id], scope: { kind: 'COURTS', ids: [court] } as const };
  if (kinship.relation === null) return hit({ ...base, ...missing('KINSHIP_MISSING') });
  if (!closest.includes(kinship.relation)) return [];
  const post = postOf(service);
  if (post === 'IN_POST') return ofStaffInPost(inquiry, base);
  if (post === 'UNKNOWN') return hit({ ...base, ...missing('KINSHIP_MISSING') });
  if (!isCriminal(inquiry) || (question.mandate === 'DEFENDER' && inquiry.tie !== 'NONE')) return [];
  const openPoint = 'contractStaffInCriminal' as const;
  const headline = decide(openPoint, 'RESTRICTED_UNTIL');
  return hit({ ...base, code: 'KIN_OF_STAFF', headline, norms: ['CP41-3'], openPoint });
}

/** 刑诉解释 41(3) excepts relatives of the accused; 2011 rules art. 9 excepts nobody (3.5 point 6). */
function ofStaffInPost(inquiry: Inquiry<ActInCase>, base: { facts: string[]; scope: Scope }): Constraint[] {
  const { hit, decide, tie, question } = inquiry;
  const code = 'KIN_OF_STAFF' as const;
  const norms = isCriminal(inquiry) ? (['RR9', 'CP41-3'] as const) : (['RR9'] as const);
  if (tie === 'NONE') return hit({ ...base, code, headline: 'RESTRICTED_UNTIL', norms });
  if (isCriminal(inquiry) && question.mandate === 'DEFENDER') return [];
  const openPoint = 'kinWithoutException' as const;
  return hit({ ...base, code, headline: decide(openPoint, 'RESTRICTED_UNTIL'), norms, openPoint });
}

function ofSupervision({ hit, question }: Inquiry<ActInCase>, kinship: Kinship, service: Service): Constraint[] {
  const organ = question.case.supervisionOrganId;
  const isKin = [...closest, 'CHILD_SPOUSE', null].includes(kinship.relation);
  if (service.organ !== 'SUPERVISION' || question.capacity !== 'AS_LAWYER' || !isKin) return [];
  if (service.category !== null && service.category !== 'SUPERVISION_OFFICER') return [];
  if (organ === NO_ORGAN || (organ !== null && organ !== service.organId)) return [];
  const base = {
    facts: [kinship.id, service.id],
    scope: { kind: 'SUPERVISION_ORGANS', ids: [service.organId] } as const,
  };
  if (organ === null) return hit({ ...base, ...missing('CASE_FACT_MISSING') });
  if (kinship.relation === null || service.category === null) return hit({ ...base, ...missing('KINSHIP_MISSING') });
  return hit({ ...base, code: 'KIN_OF_STAFF', headline: 'RESTRICTED_UNTIL', norms: ['SL51'] });
}
