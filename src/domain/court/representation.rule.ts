import { at } from '../../kernel/at.js';
import { parseCaseNumber } from '../../kernel/case-number.js';
import { parseCitizenId } from '../../kernel/citizen-id.js';
import { type Day, isBefore } from '../../kernel/day.js';
import { parsePersonName } from '../../kernel/person-name.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Procedure } from './court-case.terms.js';
import type { AgentCategory, Capacity, PartyRelation, PartySide } from './representation.terms.js';

/** Counsel without a licence, as the window takes him down. */
export interface PushedAgent {
  readonly fullName: string;
  /** Absent when he has none: he is then matched by name, which is for a person to judge. */
  readonly citizenIdNumber?: string | null;
}

/** A representation as it comes in. */
export interface PushedRepresentation {
  readonly key: string;
  readonly caseNo: string;
  readonly certificateNo?: string | null;
  readonly agent?: PushedAgent | null;
  readonly side: PartySide;
  readonly capacity: Capacity;
  readonly category: AgentCategory;
  readonly relation?: PartyRelation | null;
  readonly isRelationProved?: boolean | null;
  readonly isChosenByParty?: boolean | null;
  readonly isInterested?: boolean | null;
  readonly isPartyEmployer?: boolean | null;
  readonly fromOn: Day;
  readonly untilOn?: Day | null;
}

/** A representation found good by itself: the number of its case, and who acts, in the forms that are stored. */
export interface CheckedRepresentation {
  readonly caseNo: string;
  readonly agent: { readonly fullName: string; readonly citizenIdNumber: string | null } | null;
}

/** What a representation needs to know of its case. */
export interface RepresentedCase {
  readonly procedure: Procedure;
  readonly closedOn: Day | null;
}

const criminalSides: readonly PartySide[] = ['ACCUSED', 'VICTIM', 'PRIVATE_PROSECUTOR', 'INCIDENTAL_CIVIL_PARTY'];
const ofRelatives: readonly Capacity[] = ['GUARDIAN', 'NEAR_RELATIVE'];

/**
 * Checks one representation by itself. A lawyer is named by his certificate number, anybody else by himself; who acts as a
 * lawyer has a number, and a relation belongs to guardians and near relatives, the latter state it. Throws CASE_NO_INVALID,
 * FIELD_REQUIRED, FIELD_NOT_ALLOWED, TEXT_INVALID, CITIZEN_ID_INVALID, PERIOD_INVALID, DAY_TO_COME.
 */
export function checkRepresentation(item: PushedRepresentation, today: Day): CheckedRepresentation {
  const caseNo = at(['caseNo'], () => parseCaseNumber(item.caseNo).text);
  if (item.certificateNo != null && item.agent != null) throw new Refusal('FIELD_NOT_ALLOWED', ['agent']);
  if (item.certificateNo == null && (item.agent == null || item.capacity === 'AS_LAWYER'))
    throw new Refusal('FIELD_REQUIRED', ['certificateNo']);
  if (item.capacity === 'NEAR_RELATIVE' && item.relation == null) throw new Refusal('FIELD_REQUIRED', ['relation']);
  const isRelative = ofRelatives.includes(item.capacity);
  for (const field of ['relation', 'isRelationProved'] as const)
    if (item[field] != null && !isRelative) throw new Refusal('FIELD_NOT_ALLOWED', [field]);
  if (isBefore(today, item.fromOn)) throw new Refusal('DAY_TO_COME', ['fromOn']);
  if (item.untilOn != null && isBefore(item.untilOn, item.fromOn)) throw new Refusal('PERIOD_INVALID', ['untilOn']);
  return { caseNo, agent: item.agent == null ? null : at(['agent'], () => checkAgent(item.agent as PushedAgent)) };
}

function checkAgent({ fullName, citizenIdNumber }: PushedAgent) {
  return {
    fullName: at(['fullName'], () => parsePersonName(fullName)),
    citizenIdNumber: citizenIdNumber == null ? null : at(['citizenIdNumber'], () => parseCitizenId(citizenIdNumber)),
  };
}

/**
 * Checks a representation against its case; answers its last day. A defender stands by the accused of a criminal case
 * (刑诉法 art. 33), and the sides of criminal procedure are in no other. Throws CAPACITY_MISMATCH, PERIOD_INVALID.
 */
export function checkAgainstCase(item: PushedRepresentation, { procedure, closedOn }: RepresentedCase): Day | null {
  if (criminalSides.includes(item.side) && procedure !== 'CRIMINAL') throw new Refusal('CAPACITY_MISMATCH', ['side']);
  if (item.category === 'DEFENDER' && item.side !== 'ACCUSED') throw new Refusal('CAPACITY_MISMATCH', ['category']);
  if (closedOn !== null && isBefore(closedOn, item.fromOn)) throw new Refusal('PERIOD_INVALID', ['fromOn']);
  if (closedOn === null) return item.untilOn ?? null;
  return item.untilOn != null && isBefore(item.untilOn, closedOn) ? item.untilOn : closedOn;
}
