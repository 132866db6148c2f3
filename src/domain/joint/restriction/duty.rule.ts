import { addDays, type Day } from '../../../kernel/day.js';
import type { ConstraintCode } from './constraint.terms.js';
import { type Asker, type Duty, type WorkingDayPeriod, workingDayPeriods } from './duty.terms.js';
import type { Headline, Verdict } from './verdict.terms.js';

type Column = { readonly [A in Asker]: readonly Duty[] };

/** What must happen, by headline and asker (legal-rules 3.4). An open verdict is a person's; a permission asks nothing. */
const byHeadline: { readonly [H in Headline]: Column } = {
  PERMITTED: { COURT: [], JUSTICE: [], BAR: [] },
  NEEDS_REVIEW: { COURT: ['LET_A_PERSON_DECIDE'], JUSTICE: ['LET_A_PERSON_DECIDE'], BAR: ['LET_A_PERSON_DECIDE'] },
  NEEDS_APPROVAL: {
    COURT: ['LET_A_PERSON_DECIDE'],
    JUSTICE: ['REFUSE_OR_POSTPONE', 'TELL_WHY'],
    BAR: ['ASK_FORMER_ORGAN'],
  },
  RESTRICTED_UNTIL: {
    COURT: ['ORDER_STOP', 'TELL_PARTY', 'INFORM_JUSTICE', 'NAME_AND_REASON'],
    JUSTICE: ['REFUSE_OR_POSTPONE', 'TELL_WHY', 'NAME_AND_REASON'],
    BAR: ['ASK_FORMER_ORGAN', 'REFUSE_REGISTRATION', 'NAME_AND_REASON'],
  },
  get PERMANENTLY_BARRED() {
    return this.RESTRICTED_UNTIL;
  },
};

/** What single constraints ask besides. */
const byConstraint: { readonly [C in ConstraintCode]?: readonly Duty[] } = {
  ACCUSED_CHOSE_RELATIVE: ['DECIDE_PERMISSION'],
  TIE_UNPROVEN: ['ASK_PROOF'],
  RETIREE_APPROVAL: ['ASK_APPROVAL'],
  INTERN_OPINION: ['ASK_FORMER_ORGAN'],
  FORMER_ORGAN_OPINION: ['ASK_FORMER_ORGAN'],
};

const forLicensed: readonly Duty[] = ['ORDER_DEREGISTRATION', 'END_JOB', 'PENALISE', 'NAME_AND_REASON'];

/** The duties of whoever asked; `isLicensed` when the person already holds a certificate or the job. */
export function dutiesOf({ headline, constraints }: Verdict, asker: Asker, isLicensed: boolean): Duty[] {
  const isBarred = headline === 'RESTRICTED_UNTIL' || headline === 'PERMANENTLY_BARRED';
  const own = asker === 'JUSTICE' && isBarred && isLicensed ? forLicensed : byHeadline[headline][asker];
  return [...new Set([...own, ...constraints.flatMap(({ code }) => byConstraint[code] ?? [])])];
}

/** Days off work and working weekends, as the State Council announces them (节假日、调休). */
export interface WorkCalendar {
  readonly holidays: readonly Day[];
  readonly workedWeekends: readonly Day[];
}

/** The last day of a period of working days that begins the day after (行政许可法 82, 行政处罚法 85). */
export function dueOn(since: Day, period: WorkingDayPeriod, calendar: WorkCalendar): Day {
  let day = since;
  for (let left: number = workingDayPeriods[period]; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

function isWorkingDay(day: Day, { holidays, workedWeekends }: WorkCalendar): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return !holidays.includes(day) && (workedWeekends.includes(day) || (weekday !== 0 && weekday !== 6));
}
