import type { Day } from '../../../kernel/day.js';
import { type Career, careerOn, type Leaving } from './career.rule.js';
import type { FirmRole, PersonFacts } from './facts.terms.js';
import { constrain, type Hit } from './hit.rule.js';
import { type LicenceState, licenceOn } from './licence-state.rule.js';
import type { OpenPoint } from './pack.terms.js';
import { isOfficer } from './post.rule.js';
import type { ActInCase, CourtMap, JoinFirm, Question } from './question.terms.js';
import type { Rulebook } from './rulebook.rule.js';
import type { Organ, Service } from './service.terms.js';
import { type TieState, tieOf } from './tie.rule.js';
import type { Constraint, Headline } from './verdict.terms.js';

/** One question with all that the rules ask of the facts, worked out once. */
export interface Inquiry<Q extends Question = Question> {
  readonly question: Q;
  readonly on: Day;
  readonly person: PersonFacts;
  readonly map: CourtMap;
  readonly book: Rulebook;
  readonly career: Career;
  readonly licence: LicenceState;
  /** NONE for everything but acting in a case. */
  readonly tie: TieState;
  hit(hit: Hit): Constraint[];
  /** What an open point amounts to: `strict` when the pack restricts, review by default, null when it is ignored. */
  decide(point: OpenPoint, strict: Headline): Headline | null;
}

/** One family of norms: what of it hits. */
export type Family<Q extends Question = Question> = (inquiry: Inquiry<Q>) => Constraint[];

/** The inquiry of a question; facts found by name only are another man's until somebody has looked (E27). */
export function inquire<Q extends Question>(
  question: Q,
  found: PersonFacts,
  map: CourtMap,
  book: Rulebook,
): Inquiry<Q> {
  const { on } = question;
  const person = found.match === 'NAME_ONLY' ? { ...found, ...nothing } : found;
  return {
    question,
    on,
    person,
    map,
    book,
    career: careerOn(person, on, book.switches.leavingDay),
    licence: licenceOn(person, on),
    tie: question.action === 'ACT_IN_CASE' ? tieOf(question) : 'NONE',
    hit: (hit) => constrain(book, on, hit),
    decide: (point, strict) => decided(book.switches[point], strict),
  };
}

const nothing = { services: [], departures: [], publicPosts: [], kinships: [], approvals: [], opinions: [] };

function decided(choice: string | undefined, strict: Headline): Headline | null {
  if (choice === 'IGNORE') return null;
  return choice === 'RESTRICT' ? strict : 'NEEDS_REVIEW';
}

/** Whether a question is about acting in a case. */
export const isActing = (inquiry: Inquiry): inquiry is Inquiry<ActInCase> => inquiry.question.action === 'ACT_IN_CASE';
/** Whether a question is about a firm. */
export const isJoining = (inquiry: Inquiry): inquiry is Inquiry<JoinFirm> => 'firm' in inquiry.question;

/** The roles in a firm that need a certificate. */
export const lawyersRoles: readonly FirmRole[] = ['LAWYER', 'PARTNER', 'FOUNDER'];

/** Whether he would work as a lawyer: as counsel, or with a certificate in a firm. */
export function isLawyersWork({ question }: Inquiry): boolean {
  if (question.action === 'ACT_IN_CASE') return question.capacity === 'AS_LAWYER';
  if (question.action === 'RECEIVE_LICENCE' || question.action === 'CHANGE_FIRM') return true;
  return question.action === 'TAKE_FIRM_JOB' && lawyersRoles.includes(question.role);
}

/** Whether the case is criminal: defenders and, by 刑诉法 47 and 刑诉解释 63, agents too (3.5 point 2). */
export const isCriminal = ({ question }: Inquiry<ActInCase>): boolean => question.case.procedure === 'CRIMINAL';

/** Services of a kind of organ, past and present. */
export const servedAt = ({ person, on }: Inquiry, organ: Organ): Service[] =>
  person.services.filter((service) => service.organ === organ && service.from <= on);

/** Whether he was ever judge, prosecutor or supervision officer there; null when a category is not known. */
export function wasOfficer(services: readonly Service[]): boolean | null {
  if (services.some(isOfficer)) return true;
  return services.length === 0 || services.some(({ category }) => category === null) ? null : false;
}

/** What a constraint keeps of the day it counts from. */
export const countedFrom = ({ kind, on }: Leaving): Constraint['countedFrom'] => ({ kind, on });
