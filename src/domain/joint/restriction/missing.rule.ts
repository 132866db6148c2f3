import { type Family, type Inquiry, isActing, isCriminal, isLawyersWork } from './inquiry.rule.js';
import { missing } from './relative-of-accused.rule.js';
import type { Constraint } from './verdict.terms.js';

/** What is not known of a person who was found never ends in a permission (E26, E27). */
export const missingFacts: Family = (inquiry) => [
  ...ofRegister(inquiry),
  ...ofCareer(inquiry),
  ...ofPosts(inquiry),
  ...ofLicence(inquiry),
];

function ofRegister({ person, book, hit }: Inquiry): Constraint[] {
  return [
    ...(person.match === 'NAME_ONLY' ? hit({ ...missing('NAME_ONLY'), facts: [] }) : []),
    ...(person.registerAsOf === null ? hit({ ...missing('REGISTER_UNKNOWN'), facts: [] }) : []),
    ...(book.isComplete ? [] : hit({ ...missing('NO_RULES'), facts: [] })),
  ];
}

/** A retired or ended post outside the establishment needs no departure; all others do. */
function ofCareer({ career, hit }: Inquiry): Constraint[] {
  const recorded = ['IN_POST', 'UNKNOWN'];
  return [
    ...career.undated.flatMap(({ id }) => hit({ ...missing('LEAVING_DAY_MISSING'), facts: [id] })),
    ...career.leavings.flatMap(({ departure, post, isUncertain, facts }) => [
      ...(departure === null && recorded.includes(post) ? hit({ ...missing('DEPARTURE_MISSING'), facts }) : []),
      ...(departure !== null && departure.type === null ? hit({ ...missing('LEFT_HOW_MISSING'), facts }) : []),
      ...(isUncertain ? hit({ ...missing('LEAVING_DAY_MISSING'), facts }) : []),
    ]),
  ];
}

/** Whoever left a public post in an unknown way may have been dismissed. */
function ofPosts({ person, on, hit }: Inquiry): Constraint[] {
  return person.publicPosts
    .filter(({ until, leftBy }) => leftBy === null && until !== null && until <= on)
    .flatMap(({ id }) => hit({ ...missing('LEFT_HOW_MISSING'), facts: [id] }));
}

/** A licence that may have been revoked: not for relatives in civil and administrative cases, who need none (律师法 53(2)). */
function ofLicence(inquiry: Inquiry): Constraint[] {
  const { licence, question, tie, hit } = inquiry;
  const matters =
    isLawyersWork(inquiry) ||
    question.action === 'REGISTER_INTERN' ||
    (isActing(inquiry) && (tie === 'NONE' || isCriminal(inquiry)));
  return licence.status === 'UNKNOWN' && matters ? hit({ ...missing('LICENCE_MISSING'), facts: [] }) : [];
}
