import { addMonths } from '../../../kernel/day.js';
import type { Leaving } from './career.rule.js';
import { countedFrom, type Family, type Inquiry, isCriminal, servedAt, wasOfficer } from './inquiry.rule.js';
import type { NormCode } from './norm.terms.js';
import { isJudge } from './post.rule.js';
import type { ActInCase } from './question.terms.js';
import type { Constraint } from './verdict.terms.js';

const MONTHS = 24;

/** The last day of the two years after a leaving (两年内): never moved by a holiday or a month's end (3.5 point 24). */
export const endOfTwoYears = ({ on }: Leaving): string => addMonths(on, MONTHS);

/** D02, D03, D21: within two years not as a lawyer, before any court; as a citizen elsewhere D10, for a relative D07. */
export const twoYearBan: Family<ActInCase> = (inquiry) => inquiry.career.leavings.flatMap((one) => ban(inquiry, one));

function ban(inquiry: Inquiry<ActInCase>, leaving: Leaving): Constraint[] {
  const { question, hit, decide } = inquiry;
  const norms = normsOf(inquiry, leaving);
  if (norms.length === 0) return [];
  const isCertain = isBound(leaving);
  const base = { until: endOfTwoYears(leaving), facts: leaving.facts, countedFrom: countedFrom(leaving) };
  if (question.capacity === 'AS_LAWYER') {
    return isCertain
      ? hit({ ...base, code: 'TWO_YEAR_BAN', headline: 'RESTRICTED_UNTIL', norms })
      : hit({ ...base, code: 'POST_MISSING', headline: 'NEEDS_REVIEW', norms });
  }
  if (inquiry.tie !== 'NONE') return forRelative(inquiry, leaving, base);
  return hit({
    ...base,
    code: 'CITIZEN_IN_TWO_YEARS',
    headline: decide('citizenInTwoYears', 'RESTRICTED_UNTIL'),
    norms: [...norms, 'O61-5'],
    openPoint: 'citizenInTwoYears',
  });
}

/** 律师法 41 has neither an exception nor the words 以律师身份; it names judges and prosecutors (D07). */
function forRelative(
  { licence, hit, decide }: Inquiry<ActInCase>,
  leaving: Leaving,
  base: Pick<Constraint, 'facts' | 'countedFrom'> & { until: string },
): Constraint[] {
  if (licence.isHeld === false || leaving.organ === 'SUPERVISION' || wasOfficer(leaving.services) === false) return [];
  if (licence.isHeld === null) return hit({ ...base, code: 'LICENCE_MISSING', headline: 'NEEDS_REVIEW', norms: [] });
  return hit({
    ...base,
    facts: [...base.facts, ...licence.facts],
    code: 'RELATIVE_IN_TWO_YEARS',
    headline: decide('relativeInTwoYears', 'RESTRICTED_UNTIL'),
    norms: ['LL41', leaving.organ === 'COURT' ? 'JL36-1' : 'PL37-1'],
    openPoint: 'relativeInTwoYears',
  });
}

function normsOf(inquiry: Inquiry<ActInCase>, { organ, post, services, civilServant }: Leaving): NormCode[] {
  if (post !== 'IN_POST' && post !== 'UNKNOWN') return [];
  const opinion: NormCode[] = civilServant === false ? [] : ['O61-3'];
  if (organ === 'COURT') {
    const criminal: NormCode[] = isCriminal(inquiry) ? ['CP41-1'] : [];
    const judge: NormCode[] = servedAt(inquiry, 'COURT').some(isJudge) ? ['JL36-1', 'LL41'] : ['RR13'];
    return [...judge, 'RR8', ...opinion, ...criminal];
  }
  if (organ === 'SUPERVISION') return [];
  return wasOfficer(services) === false ? opinion : ['PL37-1', 'LL41', ...opinion];
}

/** Whether the norms bind him beyond doubt: in post at a court, prosecutor, or civil servant of a procuratorate. */
export function isBound({ organ, post, services, civilServant }: Leaving): boolean {
  if (post !== 'IN_POST') return false;
  if (organ === 'COURT') return true;
  const officer = wasOfficer(services);
  return officer === true || (officer === false && civilServant === true);
}
