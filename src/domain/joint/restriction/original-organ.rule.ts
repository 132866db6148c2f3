import type { Leaving } from './career.rule.js';
import { successorsOf, wholeCourt } from './court-map.rule.js';
import { type Family, type Inquiry, isCriminal, wasOfficer } from './inquiry.rule.js';
import type { NormCode } from './norm.terms.js';
import type { OpenPoint } from './pack.terms.js';
import { isJudge } from './post.rule.js';
import { type ActInCase, NO_ORGAN } from './question.terms.js';
import type { Organ } from './service.terms.js';
import { isBound } from './two-year-ban.rule.js';
import type { Constraint, Scope } from './verdict.terms.js';

const scopeOf: { readonly [O in Organ]: Scope['kind'] } = {
  COURT: 'COURTS',
  PROCURATORATE: 'PROCURATORATES',
  SUPERVISION: 'SUPERVISION_ORGANS',
};

/**
 * D04, D09, D21: never in the cases that an organ he ever left handles, in any capacity but guardian or near relative.
 * Every stage is handled by its own court: the appeal is free, the remand is not (E11).
 */
export const originalOrgan: Family<ActInCase> = (inquiry) =>
  inquiry.tie === 'NONE' ? inquiry.career.leavings.flatMap((leaving) => bar(inquiry, leaving)) : [];

function bar(inquiry: Inquiry<ActInCase>, leaving: Leaving): Constraint[] {
  const { hit, decide, question } = inquiry;
  const norms = normsOf(inquiry, leaving);
  const link = norms.length === 0 ? null : linkOf(inquiry, leaving);
  if (!link) return [];
  const base = { norms, facts: [...leaving.facts, ...link.steps], scope: scope(leaving.organ, link.organId) };
  if (link.organId === null) {
    return hit({ ...base, code: 'CASE_FACT_MISSING', headline: 'NEEDS_REVIEW' });
  }
  const point = pointOf(leaving, link.isSame);
  if (point) {
    const [code, openPoint] = point;
    return hit({ ...base, code, headline: decide(openPoint, 'PERMANENTLY_BARRED'), openPoint });
  }
  if (!isBound(leaving)) return hit({ ...base, code: 'POST_MISSING', headline: 'NEEDS_REVIEW' });
  return isDoubtfulStage(question, leaving)
    ? hit({
        ...base,
        code: 'ORIGINAL_ORGAN',
        headline: decide('handledNotTried', 'PERMANENTLY_BARRED'),
        openPoint: 'handledNotTried',
      })
    : hit({ ...base, code: 'ORIGINAL_ORGAN', headline: 'PERMANENTLY_BARRED' });
}

/** The organ of the case that he served, or one that may be it: `organId` null when the case does not say. */
function linkOf(
  { question, map, on }: Inquiry<ActInCase>,
  { organ, organId }: Leaving,
): { organId: string | null; isSame: boolean; steps: readonly string[] } | null {
  const asked = question.case;
  if (organ !== 'COURT') {
    const handling = organ === 'PROCURATORATE' ? asked.procuratorateId : asked.supervisionOrganId;
    if (handling === null) return { organId: null, isSame: true, steps: [] };
    return handling !== NO_ORGAN && handling === organId ? { organId: handling, isSame: true, steps: [] } : null;
  }
  if (asked.courtId === null) return null;
  const [court, served] = [wholeCourt(map, asked.courtId), wholeCourt(map, organId)];
  if (court === served) return { organId: court, isSame: true, steps: [] };
  const successor = successorsOf(map, served, on).find(({ courtId }) => courtId === court);
  return successor ? { organId: court, isSame: successor.isSameCourt, steps: successor.steps } : null;
}

function pointOf({ post }: Leaving, isSame: boolean): [Constraint['code'], OpenPoint] | null {
  if (post === 'SECONDED') return ['SECONDED_THERE', 'secondment'];
  if (post === 'REHIRED') return ['REHIRED_THERE', 'rehiring'];
  return isSame ? null : ['SUCCESSOR_COURT', 'successorCourt'];
}

/** 法官法 36(2) says 办理, the interpretations 审理: for other staff of a court it is less clear (3.5 point 18). */
function isDoubtfulStage({ case: { stage, procedure } }: ActInCase, { organ, services }: Leaving): boolean {
  if (organ !== 'COURT' || services.some(isJudge)) return false;
  return (
    procedure === 'ENFORCEMENT' || (stage !== null && ['ENFORCEMENT', 'PRESERVATION', 'RETRIAL_REVIEW'].includes(stage))
  );
}

function normsOf(inquiry: Inquiry<ActInCase>, { organ, post, services, civilServant }: Leaving): NormCode[] {
  if (post === 'CONTRACT' || post === 'ASSESSOR') return [];
  const opinion: NormCode[] = civilServant === false ? [] : ['O61-3'];
  if (organ === 'COURT') {
    const criminal: NormCode[] = isCriminal(inquiry) ? ['CP41-2'] : [];
    return [services.some(isJudge) ? 'JL36-2' : 'RR13', 'RR8', ...opinion, ...criminal];
  }
  const officer = wasOfficer(services) !== false;
  if (organ === 'SUPERVISION') return officer ? ['SL49-2'] : [];
  return officer ? ['PL37-2', ...opinion] : opinion;
}

const scope = (organ: Organ, id: string | null): Scope => ({ kind: scopeOf[organ], ids: id === null ? [] : [id] });
