import { at } from '../../kernel/at.js';
import { parseCitizenId } from '../../kernel/citizen-id.js';
import type { Day } from '../../kernel/day.js';
import { parseDivision } from '../../kernel/division.js';
import { parsePersonName } from '../../kernel/person-name.js';
import { Refusal } from '../../kernel/refusal.js';
import { hasCreditCodeForm } from '../../kernel/social-credit-code.js';
import { plainText } from '../../kernel/text.js';
import { type LeavingDay, leavingDay } from './departure.rule.js';
import { parseRank } from './rank.rule.js';
import type {
  PushedApproval,
  PushedDeparture,
  PushedLaterPost,
  PushedPlace,
  PushedPledge,
  PushedService,
  PushedStaff,
} from './staff-input.terms.js';

const PARTS = 50;
const TEXT = 100;
const LONG = 500;

/** A member of staff found good by himself: normalised, before any record is looked at. */
export interface CheckedStaff {
  readonly fullName: string;
  readonly citizenIdNumber: string;
}

/**
 * Checks a member of staff as pushed, before any record is looked at: forms, ranks, days, and that a place is a court or
 * another organ. Throws the codes of group "input", with the path.
 */
export function checkStaff(item: PushedStaff, today: Day): CheckedStaff {
  for (const part of ['services', 'departures', 'annulments', 'laterPosts', 'approvals', 'pledges'] as const)
    if ((item[part]?.length ?? 0) > PARTS) throw new Refusal('BATCH_TOO_LARGE', [part], { limit: PARTS });
  const fullName = at(['fullName'], () => parsePersonName(item.fullName));
  const citizenIdNumber = at(['citizenIdNumber'], () => parseCitizenId(item.citizenIdNumber));
  texts(item, { personnelFileNo: TEXT, accountIssuer: 255, accountSubject: 255, source: TEXT });
  if ((item.accountIssuer == null) !== (item.accountSubject == null))
    throw new Refusal('FIELD_REQUIRED', [item.accountIssuer == null ? 'accountIssuer' : 'accountSubject']);
  each(item, 'services', checkService);
  each(item, 'departures', checkDeparture);
  each(item, 'laterPosts', checkLaterPost);
  each(item, 'approvals', (approval) => checkApproval(approval, today));
  each(item, 'pledges', (pledge) => checkPledge(pledge, today));
  each(item, 'annulments', (annulment) => {
    texts(annulment, { annulmentNo: TEXT });
    notAfter(annulment.annulledOn, today, 'annulledOn');
  });
  return { fullName, citizenIdNumber };
}

type Part = 'services' | 'departures' | 'annulments' | 'laterPosts' | 'approvals' | 'pledges';

function each<Name extends Part>(
  item: PushedStaff,
  part: Name,
  check: (one: NonNullable<PushedStaff[Name]>[number]) => void,
): void {
  (item[part] ?? []).forEach((one, index) => {
    at([part, index], () => check(one as NonNullable<PushedStaff[Name]>[number]));
  });
}

function texts<Item extends object>(item: Item, limits: Partial<Record<keyof Item, number>>): void {
  for (const [field, limit] of Object.entries(limits) as [keyof Item & string, number][]) {
    const text = item[field];
    if (text != null) at([field], () => plainText(text as string, limit));
  }
}

function notBefore(first: Day, last: Day | null | undefined, field: string): void {
  if (last != null && last < first) throw new Refusal('PERIOD_INVALID', [field]);
}

function notAfter(day: Day | null | undefined, today: Day, field: string): void {
  if (day != null && day > today) throw new Refusal('PERIOD_INVALID', [field]);
}

/** A court by its code, or another organ by kind, name and division; throws ORGAN_INVALID, DIVISION_INVALID. */
function checkPlace(place: PushedPlace): void {
  const { court, organKind, organName, organDivisionCode } = place;
  texts(place, { court: TEXT, organName: TEXT });
  const isCourt = organKind == null || organKind === 'COURT';
  if (isCourt && court == null) throw new Refusal('ORGAN_INVALID', ['court']);
  if (isCourt && (organName != null || organDivisionCode != null)) throw new Refusal('ORGAN_INVALID', ['organName']);
  if (isCourt) return;
  if (court != null) throw new Refusal('ORGAN_INVALID', ['organKind']);
  if (organName == null) throw new Refusal('ORGAN_INVALID', ['organName']);
  if (organDivisionCode == null) throw new Refusal('ORGAN_INVALID', ['organDivisionCode']);
  at(['organDivisionCode'], () => parseDivision(organDivisionCode));
}

function checkService(service: PushedService): void {
  checkPlace(service);
  texts(service, { post: TEXT });
  const { rank } = service;
  if (rank != null) at(['rank'], () => parseRank(service.category, rank));
  notBefore(service.from, service.until, 'until');
}

function checkDeparture(departure: PushedDeparture): void {
  checkPlace(departure);
  texts(departure, { reason: LONG, disciplineDetail: LONG, decisionNo: TEXT });
  dayOf(departure);
}

/** The day of leaving of a departure as pushed; throws FIELD_REQUIRED at `effectiveOn`. */
export function dayOf(departure: PushedDeparture): LeavingDay {
  const day = leavingDay(departure);
  if (day === null) throw new Refusal('FIELD_REQUIRED', ['effectiveOn']);
  return day;
}

function checkLaterPost(post: PushedLaterPost): void {
  texts(post, { organName: TEXT });
  notBefore(post.from, post.until, 'until');
  if (post.leftBy != null && post.until == null) throw new Refusal('FIELD_REQUIRED', ['until']);
  if (post.annulledOn != null && post.leftBy !== 'DISMISSED') throw new Refusal('FIELD_NOT_ALLOWED', ['annulledOn']);
  notBefore(post.until ?? post.from, post.annulledOn, 'annulledOn');
}

function checkApproval(approval: PushedApproval, today: Day): void {
  texts(approval, { documentNo: TEXT, grantedBy: TEXT });
  notAfter(approval.grantedOn, today, 'grantedOn');
  if (approval.firmCreditCode != null && !hasCreditCodeForm(approval.firmCreditCode))
    throw new Refusal('CREDIT_CODE_INVALID', ['firmCreditCode']);
}

function checkPledge(pledge: PushedPledge, today: Day): void {
  texts(pledge, { destination: LONG });
  notAfter(pledge.fulfilledOn, today, 'fulfilledOn');
  if (pledge.kind !== 'PLEDGE' && pledge.fulfilledOn != null && pledge.destination == null)
    throw new Refusal('FIELD_REQUIRED', ['destination']);
}
