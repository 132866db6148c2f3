import type { PersonnelRow } from './personnel-write.store.js';
import { bandOf } from './rank.rule.js';
import { dayOf } from './staff-input.rule.js';
import type {
  PushedApproval,
  PushedDeparture,
  PushedLaterPost,
  PushedPledge,
  PushedService,
} from './staff-input.terms.js';

/** Where a record belongs, in column names. */
export interface Place {
  readonly organ_kind: string;
  readonly court_id: string | null;
  readonly organ_name: string | null;
  readonly organ_division_code: string | null;
}

/** What every record of a person begins with. */
export interface Base {
  readonly id: string;
  readonly staff_id: string;
  readonly recorded_at: string;
}

/** The organ of a record as one text. */
export const organOf = (row: PersonnelRow): string => JSON.stringify([row.organ_kind, row.court_id, row.organ_name]);

const line = (text: string | null | undefined): string | null => (text == null ? null : text.normalize('NFC').trim());

/** A service in column names. */
export const serviceRow = (base: Base, place: Place, service: PushedService): PersonnelRow => ({
  ...base,
  ...place,
  post: line(service.post),
  category: service.category,
  rank: service.rank ?? null,
  rank_band: bandOf(service.rank ?? null),
  tenure: service.tenure ?? null,
  is_in_post: service.isInPost ?? null,
  is_civil_servant: service.isCivilServant ?? null,
  is_leadership_member: service.isLeadershipMember ?? null,
  is_committee_member: service.isCommitteeMember ?? null,
  leading_post: service.leadingPost ?? null,
  tries_or_enforces: service.triesOrEnforces ?? null,
  from_on: service.from,
  until_on: service.until ?? null,
  supersedes: service.supersedes?.toLowerCase() ?? null,
});

/** A departure in column names, with the day that counts. */
export function departureRow(base: Base, place: Place, departure: PushedDeparture): PersonnelRow {
  const { on, by } = dayOf(departure);
  return {
    ...base,
    ...place,
    type: departure.type,
    effective_on: on,
    effective_by: by,
    resignation_approved_on: departure.resignationApprovedOn ?? null,
    retirement_ordered_on: departure.retirementOrderedOn ?? null,
    removed_from_office_on: departure.removedFromOfficeOn ?? null,
    civil_servant_until: departure.civilServantUntil ?? null,
    exited_on: departure.exitedOn ?? null,
    post_ended_on: departure.postEndedOn ?? null,
    was_civil_servant: departure.wasCivilServant ?? null,
    reason: line(departure.reason),
    discipline_detail: line(departure.disciplineDetail),
    decision_no: line(departure.decisionNo),
    supersedes: departure.supersedes?.toLowerCase() ?? null,
  };
}

/** A later public post in column names. */
export const laterPostRow = (base: Base, post: PushedLaterPost): PersonnelRow => ({
  ...base,
  organ_name: line(post.organName),
  organ: post.organ,
  is_civil_servant: post.isCivilServant ?? null,
  led_at_county_level: post.ledAtCountyLevel ?? null,
  from_on: post.from,
  until_on: post.until ?? null,
  left_by: post.leftBy ?? null,
  annulled_on: post.annulledOn ?? null,
});

/** An approval in column names. */
export const approvalRow = (base: Base, approval: PushedApproval): PersonnelRow => ({
  ...base,
  kind: approval.kind,
  granted_on: approval.grantedOn,
  document_no: line(approval.documentNo),
  granted_by: line(approval.grantedBy),
  firm_credit_code: approval.firmCreditCode ?? null,
  relations_moved_on: approval.relationsMovedOn ?? null,
});

/** A pledge or report in column names. */
export const pledgeRow = (base: Base, pledge: PushedPledge): PersonnelRow => ({
  ...base,
  kind: pledge.kind,
  due_on: pledge.dueOn,
  fulfilled_on: pledge.fulfilledOn ?? null,
  destination: line(pledge.destination),
});
