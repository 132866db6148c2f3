import { wholeCourt } from './court-map.rule.js';
import { type Inquiry, isActing } from './inquiry.rule.js';
import { jobsAsLawyer } from './partner.rule.js';
import { postOf } from './post.rule.js';
import type { Alert, Constraint } from './verdict.terms.js';

const quiet = { staffPersonIds: [] } as const;

/** D45 (2011 rules art. 12): the court knew of a breach of art. 8 or 9 and did not order counsel to stop. */
export function stopNotOrdered(inquiry: Inquiry, constraints: readonly Constraint[]): Alert[] {
  if (!isActing(inquiry) || !inquiry.question.breach) return [];
  const { id, knownOn, stopOrderedOn } = inquiry.question.breach;
  const breached = constraints.filter(
    ({ headline, norms }) =>
      (headline === 'RESTRICTED_UNTIL' || headline === 'PERMANENTLY_BARRED') &&
      norms.some((norm) => norm === 'RR8' || norm === 'RR9'),
  );
  if (breached.length === 0 || knownOn > inquiry.on || (stopOrderedOn !== null && stopOrderedOn <= inquiry.on))
    return [];
  return [
    { ...quiet, code: 'STOP_NOT_ORDERED', norms: ['RR12'], facts: [id, ...breached.flatMap(({ facts }) => facts)] },
  ];
}

/** 人民陪审员法 6(2), 3.5 point 20: a lawyer cannot be an assessor. */
export function assessorIsLawyer({ career, licence }: Inquiry): Alert[] {
  if (licence.isHeld !== true) return [];
  return career.serving
    .filter((service) => postOf(service) === 'ASSESSOR')
    .map(({ id }) => ({ ...quiet, code: 'ASSESSOR_IS_LAWYER', norms: ['PA6-2'], facts: [id, ...licence.facts] }));
}

/** D41: the registers show him as a lawyer of two firms. */
export function worksInTwoFirms(inquiry: Inquiry): Alert[] {
  const jobs = jobsAsLawyer(inquiry);
  if (new Set(jobs.map(({ firmId }) => firmId)).size < 2) return [];
  return [{ ...quiet, code: 'WORKS_IN_TWO_FIRMS', norms: ['LL10'], facts: jobs.map(({ id }) => id) }];
}

/** E12 (61号 art. 5): a colleague of the same firm served at this court: no bar for counsel, worth a look. */
export function hiddenRepresentation(inquiry: Inquiry): Alert[] {
  if (!isActing(inquiry)) return [];
  const { case: asked, colleagues } = inquiry.question;
  const courts = [asked.courtId, ...(asked.earlierCourtIds ?? [])].flatMap((id) =>
    id ? [wholeCourt(inquiry.map, id)] : [],
  );
  return colleagues
    .filter(({ courtIds }) => courtIds.some((id) => courts.includes(wholeCourt(inquiry.map, id))))
    .map(({ personId }) => ({
      code: 'HIDDEN_REPRESENTATION',
      norms: ['O61-5'],
      facts: [],
      staffPersonIds: [personId],
    }));
}

/** E29: open items about the dead are closed. */
export const personDeceased = (_: Inquiry, constraints: readonly Constraint[]): Alert[] =>
  constraints
    .filter(({ code }) => code === 'DECEASED')
    .map(({ norms, facts }) => ({ ...quiet, code: 'PERSON_DECEASED', norms, facts }));
