import { placeOf } from './area-ban.rule.js';
import type { Leaving } from './career.rule.js';
import { countedFrom, type Family, type Inquiry } from './inquiry.rule.js';
import { boundByOpinion, ISSUED, periodOf } from './opinion61.rule.js';
import type { JoinFirm } from './question.terms.js';
import type { Constraint, Headline } from './verdict.terms.js';

/** Interns and first certificates: the former organ is asked (61号 art. 7), pledge and report are on file (art. 6). */
export const registration: Family<JoinFirm> = (inquiry) => {
  const { action } = inquiry.question;
  const last = boundByOpinion(inquiry).at(-1);
  if (!last || (action !== 'REGISTER_INTERN' && action !== 'RECEIVE_LICENCE')) return [];
  return [...opinion(inquiry, last), ...pledge(inquiry, last)];
};

/** D35, D36: an objection refuses; no objection answers both; without an answer it is a review, then an approval. */
function opinion(inquiry: Inquiry<JoinFirm>, last: Leaving): Constraint[] {
  const { hit, decide, book } = inquiry;
  const answer = answerOf(inquiry, last);
  const base = { facts: [...last.facts, ...(answer ? [answer.id] : [])], norms: ['O61-7'] as const };
  if (answer) return answer.objects ? hit({ ...base, code: 'FORMER_ORGAN_OBJECTS', headline: 'RESTRICTED_UNTIL' }) : [];
  const until = periodOf(last).possibleUntil;
  if (inquiry.question.action === 'REGISTER_INTERN' && inquiry.on <= until && placeOf(inquiry, last) !== 'OUTSIDE') {
    const openPoint = 'intern' as const;
    const headline = decide(openPoint, 'RESTRICTED_UNTIL');
    return hit({ ...base, code: 'INTERN_OPINION', headline, until, openPoint, countedFrom: countedFrom(last) });
  }
  const openPoint = 'opinionAfterPeriod' as const;
  return hit({
    ...base,
    code: 'FORMER_ORGAN_OPINION',
    headline: afterPeriod[book.switches[openPoint] ?? 'REVIEW'],
    openPoint,
  });
}

const afterPeriod: { readonly [choice in 'APPROVAL' | 'REVIEW' | 'IGNORE']: Headline | null } = {
  APPROVAL: 'NEEDS_APPROVAL',
  REVIEW: 'NEEDS_REVIEW',
  IGNORE: null,
};

/** The last answer of the organ he left, given since he left. */
const answerOf = ({ person, on }: Inquiry, { organId, on: leftOn }: Leaving) =>
  person.opinions
    .filter((one) => one.organId === organId && one.givenOn >= leftOn && one.givenOn <= on)
    .sort((a, b) => (a.givenOn < b.givenOn ? -1 : 1))
    .at(-1);

/** D37: who left since 61号 was issued has signed a pledge and reported where he goes. */
function pledge({ hit }: Inquiry, { on, departure, facts }: Leaving): Constraint[] {
  const isComplete = departure?.pledgeSignedOn && departure.destinationDeclaredOn;
  if (on < ISSUED || isComplete) return [];
  return hit({ code: 'PLEDGE_MISSING', headline: 'NEEDS_REVIEW', norms: ['O61-6'], facts });
}
