import { addDays, addMonths, type Day } from '../../../kernel/day.js';
import type { LicencePeriod, Suspension } from './facts.terms.js';
import { type Family, type Inquiry, isLawyersWork, lawyersRoles } from './inquiry.rule.js';
import { suspendedUntil } from './licence-bar.rule.js';
import type { JoinFirm } from './question.terms.js';
import { isDuring, standsOn } from './stretch.rule.js';
import type { Constraint } from './verdict.terms.js';

/** D38: no change of firm and no lawyer's job while suspended. */
export const suspendedJoiner: Family<JoinFirm> = (inquiry) => (isLawyersWork(inquiry) ? suspendedUntil(inquiry) : []);

/** D39 with 3.5 point 12: a suspension of six months or more bars from partnership while it runs and three years after. */
export const partner: Family<JoinFirm> = ({ question, person, on, hit }) =>
  question.role !== 'PARTNER' && question.role !== 'FOUNDER'
    ? []
    : person.suspensions
        .filter((one) => standsOn(one.from, one.annulledOn, on) && isSixMonths(one))
        .flatMap(({ id, until }) =>
          hit({
            code: 'PARTNER_AFTER_SUSPENSION',
            headline: 'RESTRICTED_UNTIL',
            norms: ['LL53-1', 'MO122'],
            until: addMonths(until, 36),
            facts: [id],
          }),
        );

/** Six months by either way of counting the first day: the doubt goes against the partner. */
const isSixMonths = ({ from, until }: Suspension): boolean => until >= addDays(addMonths(from, 6), -1);

/** D40 (律师法 14(3), 15, 16; 3.5 point 13): no suspension within three years, and three or five years of practice. */
export const founder: Family<JoinFirm> = (inquiry) =>
  inquiry.question.role === 'FOUNDER' ? [...unblemished(inquiry), ...experienced(inquiry)] : [];

function unblemished({ person, on, hit, book }: Inquiry<JoinFirm>): Constraint[] {
  const fromEnd = book.switches.suspensionCount !== 'FROM_PENALTY';
  return person.suspensions
    .filter(({ decidedOn, annulledOn }) => standsOn(decidedOn, annulledOn, on))
    .flatMap(({ id, until, decidedOn }) =>
      hit({
        code: 'FOUNDER_AFTER_SUSPENSION',
        headline: 'RESTRICTED_UNTIL',
        norms: ['LL14-3'],
        until: addMonths(fromEnd ? until : decidedOn, 36),
        facts: [id],
        openPoint: 'suspensionCount',
      }),
    );
}

/** Three years for a partnership, five for an individual firm; the form not known, a person decides between them. */
function experienced({ person: { licences }, on, question, hit }: Inquiry<JoinFirm>): Constraint[] {
  if (licences === null) return [];
  const practised = (years: number) => hasPractised(licences, years, on);
  const facts = licences.map(({ id }) => id);
  const code = 'FOUNDER_EXPERIENCE' as const;
  if (!practised(3)) return hit({ code, headline: 'RESTRICTED_UNTIL', norms: ['LL15', 'LL16'], facts });
  if (question.firm.form === 'PARTNERSHIP' || practised(5)) return [];
  const headline = question.firm.form === null ? 'NEEDS_REVIEW' : 'RESTRICTED_UNTIL';
  return hit({ code, headline, norms: ['LL16'], facts });
}

/** Whether the days in practice make so many years, counted back from the day. */
function hasPractised(licences: readonly LicencePeriod[], years: number, on: Day): boolean {
  const days = licences
    .filter(({ status, from }) => status === 'PRACTISING' && from <= on)
    .reduce(
      (sum, { from, until }) => sum + daysBetween(from, until !== null && until < on ? addDays(until, 1) : on),
      0,
    );
  return days >= daysBetween(addMonths(on, -12 * years), on);
}

const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** D41 (律师法 10): a lawyer practises in one firm; changing firm leaves the old one. */
export const oneFirm: Family<JoinFirm> = (inquiry) => {
  const { question, hit } = inquiry;
  if (question.action !== 'TAKE_FIRM_JOB' || !isLawyersWork(inquiry)) return [];
  const facts = jobsAsLawyer(inquiry).filter(({ firmId }) => firmId !== question.firm.id);
  if (facts.length === 0) return [];
  return hit({
    code: 'TWO_FIRMS',
    headline: 'RESTRICTED_UNTIL',
    norms: ['LL10'],
    scope: { kind: 'FIRMS', ids: [...new Set(facts.map(({ firmId }) => firmId))] },
    facts: facts.map(({ id }) => id),
  });
};

/** The jobs as a lawyer that last on the day. */
export const jobsAsLawyer = ({ person, on }: Inquiry) =>
  person.jobs.filter((job) => lawyersRoles.includes(job.role) && isDuring(job, on));
