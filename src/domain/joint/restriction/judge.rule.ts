import { areaBan } from './area-ban.rule.js';
import { certificateBars, dismissedFromFirms } from './certificate.rule.js';
import { contractStaff, contractStaffLocally } from './contract-staff.rule.js';
import { criminalBars } from './criminal-bar.rule.js';
import { dismissal } from './dismissal.rule.js';
import { dismissedElsewhere } from './elsewhere.rule.js';
import type { PersonFacts } from './facts.terms.js';
import { formerWork } from './former-work.rule.js';
import { inForce } from './hit.rule.js';
import { inService } from './in-service.rule.js';
import { type Family, type Inquiry, inquire } from './inquiry.rule.js';
import { conditionOutside, retireeApproval, transferredThenLeft } from './joining.rule.js';
import { kinOfStaff } from './kin.rule.js';
import { congressCommittee, employersLawyer, licenceState, revokedCertificate } from './licence-bar.rule.js';
import { missingFacts } from './missing.rule.js';
import { originalOrgan } from './original-organ.rule.js';
import type { RulePack } from './pack.terms.js';
import { founder, oneFirm, partner, suspendedJoiner } from './partner.rule.js';
import { deceased, incapacity } from './person-bar.rule.js';
import type { ActInCase, CourtMap, JoinFirm, Question, ServeElsewhere } from './question.terms.js';
import { caseRecusal, postRecusal, reportDuty, tieToDisclose } from './recusal.rule.js';
import { registration } from './registration.rule.js';
import { relatedService } from './related-service.rule.js';
import { type Rulebook, rulebookOn } from './rulebook.rule.js';
import { supervisionOccupation } from './supervision.rule.js';
import { tieToParty } from './tie-bar.rule.js';
import { twoYearBan } from './two-year-ban.rule.js';
import { type Alert, type Constraint, type Headline, headlines, type Verdict } from './verdict.terms.js';
import {
  assessorIsLawyer,
  hiddenRepresentation,
  personDeceased,
  stopNotOrdered,
  worksInTwoFirms,
} from './watch.rule.js';

/** Facts in: the person, and the courts that question and person name. */
export interface RestrictionFacts extends CourtMap {
  readonly person: PersonFacts;
}

const always: readonly Family[] = [
  missingFacts,
  deceased,
  inService,
  incapacity,
  certificateBars,
  contractStaffLocally,
  formerWork,
  supervisionOccupation,
];
const acting: readonly Family<ActInCase>[] = [
  twoYearBan,
  originalOrgan,
  contractStaff,
  relatedService,
  dismissal,
  revokedCertificate,
  licenceState,
  employersLawyer,
  congressCommittee,
  kinOfStaff,
  criminalBars,
  tieToParty,
];
const joining: readonly Family<JoinFirm>[] = [
  dismissedFromFirms,
  areaBan,
  conditionOutside,
  retireeApproval,
  transferredThenLeft,
  registration,
  suspendedJoiner,
  partner,
  founder,
  oneFirm,
];
const elsewhere: readonly Family<ServeElsewhere>[] = [dismissedElsewhere];

/**
 * The verdict on one question (legal-rules 2 and 3): all constraints that hit, the strictest as headline, the alerts that
 * fall on the court, and the packs by which it was judged. Reads nothing but its arguments.
 */
export function judge(question: Question, facts: RestrictionFacts, packs: readonly RulePack[]): Verdict {
  return judgeBy(rulebookOn(packs, question.on), question, facts);
}

/** The same by a rulebook already made, for whoever judges many questions of one day. */
export function judgeBy(book: Rulebook, question: Question, facts: RestrictionFacts): Verdict {
  const inquiry = inquire(question, facts.person, facts, book);
  const constraints = [...always.flatMap((family) => family(inquiry)), ...particular(inquiry)].sort(byStrictness);
  return {
    on: question.on,
    ...summary(constraints),
    constraints,
    alerts: alertsOf(inquiry, constraints),
    packVersions: book.versions,
    registerAsOf: facts.person.registerAsOf,
  };
}

function particular(inquiry: Inquiry): Constraint[] {
  const { question } = inquiry;
  const ask = <Q extends Question>(families: readonly Family<Q>[], asked: Q) =>
    families.flatMap((family) => family({ ...inquiry, question: asked }));
  if (question.action === 'ACT_IN_CASE') return ask(acting, question);
  return question.action === 'SERVE_AS' ? ask(elsewhere, question) : ask(joining, question);
}

const ladder = Object.keys(headlines) as Headline[];

/** How strict a headline is; PERMITTED is 0. */
export const strictness = (headline: Headline): number => ladder.indexOf(headline);

const byStrictness = (a: Constraint, b: Constraint): number => strictness(b.headline) - strictness(a.headline);

function summary(constraints: readonly Constraint[]) {
  const headline = constraints[0]?.headline ?? 'PERMITTED';
  const days = constraints.filter((one) => one.headline === headline).map((one) => one.lastRestrictedDay);
  const isDated = headline === 'RESTRICTED_UNTIL' && days.every((day) => day !== null);
  return {
    headline,
    lastRestrictedDay: isDated ? days.reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b)) : null,
    isPermanent: headline === 'PERMANENTLY_BARRED',
    isOpen: headline === 'RESTRICTED_UNTIL' && !isDated,
  };
}

const warnings = [
  caseRecusal,
  postRecusal,
  reportDuty,
  tieToDisclose,
  stopNotOrdered,
  assessorIsLawyer,
  worksInTwoFirms,
  hiddenRepresentation,
  personDeceased,
] as const;

/** Alerts on the norms in force; one that rests on none of them is not given. */
function alertsOf(inquiry: Inquiry, constraints: readonly Constraint[]): Alert[] {
  return warnings
    .flatMap((warning) => warning(inquiry, constraints))
    .map((alert) => ({ ...alert, norms: inForce(inquiry.book, alert.norms) }))
    .filter(({ norms }) => norms.length > 0);
}
