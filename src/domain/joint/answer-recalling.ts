import { disclosuresOf } from '../../audit/disclosure.store.js';
import { dayOf } from '../../kernel/clock.js';
import { uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { ofTheHub } from '../../policy/fact.js';
import { unitPlaces } from '../hub/index.js';
import { knownHistories } from '../justice/index.js';
import type { Concerned } from './persons-concerned.js';
import type { Verdict } from './restriction/verdict.terms.js';
import type { RestrictionAlertRow } from './restriction-alert-write.store.js';
import { raiseAlertsOf } from './restriction-alerts.js';
import { answersOn } from './restriction-check.store.js';
import { verdictsOn } from './verdict.store.js';

const nothing = { firm_id: null, case_no: null, staff_id: null, headline: null, last_restricted_day: null } as const;

/** A verdict in one word and its last day, as an alert names it. */
const inShort = ({ headline, lastRestrictedDay }: Verdict): string =>
  lastRestrictedDay === null ? headline : `${headline} ${lastRestrictedDay}`;

/**
 * Recalls the verdicts given on persons that today's facts would not give for the same day: everybody who was told otherwise
 * gets an alert with the answer he was given and the answer now. Each answer is recalled once.
 */
export async function recallAnswers(act: Act, of: Concerned): Promise<void> {
  const given = await answersOn(act.handle, of);
  if (given.length === 0) return;
  const found = ofTheHub(
    await verdictsOn(
      act.handle,
      given.map(({ lawyerId, citizenIdHash, fullName, question }) => ({
        subject: { lawyerId, citizenIdHash, fullName },
        question,
      })),
    ),
  );
  const due = given.flatMap((answer, i): RestrictionAlertRow[] => {
    const now = found[i]?.verdict;
    if (!now || inShort(now) === inShort(answer.verdict)) return [];
    const { id, lawyerId, question, courtId, divisionCode, checkedAt, verdict, role, unit, actorId } = answer;
    return [
      {
        ...nothing,
        id: uuidv7(),
        kind: 'WRONG_ANSWER',
        subject: 'LAWYER',
        subject_id: lawyerId ?? id,
        lawyer_id: lawyerId,
        case_id: question.action === 'ACT_IN_CASE' ? question.case.id : null,
        court_id: courtId,
        division_code: courtId === null ? divisionCode : null,
        headline: now.headline,
        last_restricted_day: now.lastRestrictedDay,
        is_detected_late: true,
        verdict: now,
        answer_line_id: id,
        answered_at: checkedAt,
        answer_given: inShort(verdict),
        answer_now: inShort(now),
        told_to: toldTo(role, unit, actorId),
      },
    ];
  });
  await raiseAlertsOf(act, due);
}

const toldTo = (role: string, unit: string | null, actorId: string | null): string =>
  [role, unit, actorId].filter((part) => part !== null).join(' · ');

/**
 * Recalls the licence statuses shown of lawyers between the day that events recorded now take effect on and today, wherever
 * the register of that moment said otherwise than that of now (a back-dated revocation, an annulment). The trail says who
 * was shown them.
 */
export async function recallStatuses(act: Act, lawyerIds: readonly string[]): Promise<void> {
  const histories = ofTheHub(await knownHistories(act.handle, lawyerIds));
  const since = act.at.toISOString();
  const late = [...histories.firstDayRecordedSince(since)].filter(([, day]) => day < dayOf(act.at));
  if (late.length === 0) return;
  const first = late.map(([, day]) => day).reduce((a, b) => (a < b ? a : b));
  const shown = await disclosuresOf(act.handle, {
    type: 'Lawyer',
    ids: late.map(([id]) => id),
    coordinate: 'Lawyer.licenceStatus',
    since: `${first}T00:00:00+08:00`,
  });
  const wrong = shown.flatMap((line) => {
    const on = dayOf(new Date(line.at));
    const [told, now] = [beforeNow(line.at, since), null].map((at) => histories.statusOn(line.recordId, on, at));
    return told === now ? [] : [{ ...line, told, now }];
  });
  if (wrong.length === 0) return;
  const places = ofTheHub(
    await unitPlaces(
      act.handle,
      wrong.map(({ unit }) => unit),
    ),
  );
  await raiseAlertsOf(
    act,
    wrong.map(({ lineId, at, recordId, role, unit, actorId, told, now }): RestrictionAlertRow => {
      const place = places.get(unit ?? '');
      return {
        ...nothing,
        id: uuidv7(),
        kind: 'WRONG_ANSWER',
        subject: 'LAWYER',
        subject_id: recordId,
        lawyer_id: recordId,
        case_id: null,
        court_id: place?.courtId ?? null,
        division_code: place && place.courtId === null ? place.divisionCode : null,
        is_detected_late: true,
        verdict: null,
        answer_line_id: lineId,
        answered_at: at,
        answer_given: told ?? 'NONE',
        answer_now: now ?? 'NONE',
        told_to: toldTo(role, unit, actorId),
      };
    }),
  );
}

/** What was on record just before the events of now, for an answer given in the same instant. */
const beforeNow = (at: string, now: string): string =>
  Date.parse(at) < Date.parse(now) ? at : new Date(Date.parse(now) - 1).toISOString();
