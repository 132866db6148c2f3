import type { AlertCode } from './constraint.terms.js';
import { areaOn, divisionOn, isInArea, wholeCourt } from './court-map.rule.js';
import { type Inquiry, isActing, isJoining, isLawyersWork } from './inquiry.rule.js';
import { closest, kinshipsOf } from './kin.rule.js';
import type { Relation } from './kinship.terms.js';
import type { NormCode } from './norm.terms.js';
import { jobsAsLawyer } from './partner.rule.js';
import { isJudge } from './post.rule.js';
import type { ActInCase, CaseOfficer } from './question.terms.js';
import type { Service } from './service.terms.js';
import { nearness } from './tie.rule.js';
import type { Alert } from './verdict.terms.js';

const warn = (
  code: AlertCode,
  norms: readonly NormCode[],
  facts: readonly string[],
  staffPersonIds: readonly string[] = [],
): Alert => ({ code, norms, facts, staffPersonIds });

/**
 * D18 with 3.5 point 10: somebody who works on the case is a near relative of counsel. The circles differ: 2011 rules
 * art. 1(4) names spouse, parents, children, siblings; the interpretations say 近亲属. A doubtful one is looked at too.
 */
export function caseRecusal(inquiry: Inquiry): Alert[] {
  if (!isActing(inquiry)) return [];
  return kinshipsOf(inquiry).flatMap(({ kinship }) =>
    inquiry.question.case.officers
      .filter(({ personId }) => personId === kinship.staffPersonId)
      .filter(() => kinship.relation === null || nearness(kinship.relation, inquiry.question.case.procedure) !== 'NOT')
      .map((officer) =>
        warn('CASE_RECUSAL', recusalNorms(inquiry, officer, kinship.relation), [kinship.id], [officer.personId]),
      ),
  );
}

const oldCircle: readonly (Relation | null)[] = [...closest, 'SIBLING'];
const isCriminalCase = ({ question }: Inquiry<ActInCase>) => question.case.procedure === 'CRIMINAL';

function recusalNorms(inquiry: Inquiry<ActInCase>, { role }: CaseOfficer, relation: Relation | null): NormCode[] {
  const criminal = isCriminalCase(inquiry);
  const norms: NormCode[] = criminal ? ['CP27'] : ['CVL47', 'CV43'];
  if (role !== 'JUDGE') norms.push(criminal ? 'CP37' : 'CV48');
  if (role === 'ASSESSOR') norms.push('PA18');
  return oldCircle.includes(relation) ? [...norms, 'RR1'] : norms;
}

/**
 * D42, D43: spouse, parent or child of a judge, leader or member of trial or enforcement staff is partner or founder of a
 * firm in the area, or acts as a lawyer there: the post is to be recused (任职回避), not the lawyer.
 */
export function postRecusal(inquiry: Inquiry): Alert[] {
  return kinshipsOf(inquiry)
    .filter(({ kinship }) => closest.includes(kinship.relation))
    .flatMap(({ kinship, services }) =>
      services.flatMap((service) => {
        const bound = boundToRecuse(service);
        if (bound.length === 0) return [];
        const facts = [kinship.id, service.id];
        const ofFirm = ownsFirmIn(inquiry, service) ? [...bound, ...ofOffice(service, 'JL24-1')] : null;
        const ofActing = actsIn(inquiry, service) ? [...bound, ...ofOffice(service, 'JL24-2')] : null;
        return [ofFirm, ofActing].flatMap((norms) =>
          norms ? [warn('POST_RECUSAL', norms, facts, [kinship.staffPersonId])] : [],
        );
      }),
    );
}

/** 法发〔2020〕13号 art. 2 adds leaders and trial and enforcement staff of courts; unknown duties are looked at. */
function boundToRecuse(service: Service): NormCode[] {
  if (service.organ === 'PROCURATORATE') return service.category === 'PROSECUTOR' ? ['PL25'] : [];
  if (service.organ !== 'COURT') return [];
  const isMeant = isJudge(service) || service.leadershipMember || service.triesOrEnforces !== false;
  return isMeant ? ['F13-2'] : [];
}

const ofOffice = (service: Service, norm: NormCode): NormCode[] => (isJudge(service) ? [norm] : []);

function ownsFirmIn(inquiry: Inquiry, { organId }: Service): boolean {
  const { map, on, question } = inquiry;
  const target =
    isJoining(inquiry) && ['PARTNER', 'FOUNDER'].includes(inquiry.question.role) ? [inquiry.question.firm.office] : [];
  const held = question.action === 'ACT_IN_CASE' ? jobsAsLawyer(inquiry).filter(({ role }) => role !== 'LAWYER') : [];
  return [...target, ...held.map(({ office }) => office)].some((office) => {
    const division = divisionOn(office, on, on);
    return isInArea(map, organId, division === null ? null : [division], on) !== false;
  });
}

/** Acting before the court itself or before one whose whole area lies in its area. */
function actsIn(inquiry: Inquiry, { organId, organ }: Service): boolean {
  if (!isActing(inquiry) || !isLawyersWork(inquiry)) return false;
  const { map, on, question } = inquiry;
  if (question.case.courtId === null) return false;
  const court = wholeCourt(map, question.case.courtId);
  if (organ === 'COURT' && court === wholeCourt(map, organId)) return true;
  const area = areaOn(map, court, on);
  return area !== null && area !== 'COUNTRY' && isInArea(map, organId, [...area], on) === true;
}

const toReport: readonly (Relation | null)[] = [
  ...closest,
  'SIBLING',
  'SPOUSE_PARENT',
  'SPOUSE_SIBLING',
  'CHILD_SPOUSE',
  'CHILD_SPOUSE_PARENT',
];

/** D44 (法发〔2020〕13号 art. 1): a relative of court staff is a lawyer, and the member of staff did not declare it. */
export function reportDuty(inquiry: Inquiry): Alert[] {
  if (!isLawyersWork(inquiry) && inquiry.licence.isHeld !== true) return [];
  return kinshipsOf(inquiry)
    .filter(({ kinship, services }) => kinship.declaredOn === null && services.some(({ organ }) => organ === 'COURT'))
    .filter(({ kinship }) => toReport.includes(kinship.relation))
    .map(({ kinship }) => warn('REPORT_DUTY', ['F13-1'], [kinship.id], [kinship.staffPersonId]));
}

/** 004 art. 4 and 8 while they lasted: counsel discloses a special relation to those who handle the case. */
export function tieToDisclose(inquiry: Inquiry): Alert[] {
  if (!isActing(inquiry) || !isLawyersWork(inquiry)) return [];
  const handling = new Set(inquiry.question.case.officers.map(({ personId }) => personId));
  return kinshipsOf(inquiry)
    .filter(({ kinship }) => handling.has(kinship.staffPersonId) && special.includes(kinship.relation))
    .map(({ kinship }) => warn('TIE_TO_DISCLOSE', ['BZ8'], [kinship.id], [kinship.staffPersonId]));
}

const special: readonly (Relation | null)[] = [...closest, 'CHILD_SPOUSE', 'SIBLING'];
