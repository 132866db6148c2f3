import type { Day } from '../../kernel/day.js';
import type { CaseFact, RepresentationFact } from '../court/index.js';
import { organIdNamed } from './person-of-registers.js';
import type { TieToParty } from './restriction/kinship.terms.js';
import type { ActInCase, CaseFacts, CaseOfficer, Procedure, Stage } from './restriction/question.terms.js';

/** What is asked of counsel: how he acts, whether he is entered or not. */
export type Acting = Pick<
  RepresentationFact,
  'capacity' | 'category' | 'relation' | 'isRelationProved' | 'isChosenByParty' | 'isInterested' | 'isPartyEmployer'
> & { readonly id: string };

/** Former staff of counsel's firm and the courts they served (E12). */
export type Colleagues = ActInCase['colleagues'];

/** Kinds of case the rules do not name, as the nearest they do: by whose procedure it is heard. */
const procedures: { readonly [P in CaseFact['procedure']]: Procedure } = {
  CIVIL: 'CIVIL',
  CRIMINAL: 'CRIMINAL',
  ADMINISTRATIVE: 'ADMINISTRATIVE',
  // heard by the compensation committee on what organs of state did (国家赔偿法)
  STATE_COMPENSATION: 'ADMINISTRATIVE',
  // 企业破产法 art. 4: civil procedure where it says nothing
  BANKRUPTCY: 'CIVIL',
  ENFORCEMENT: 'ENFORCEMENT',
};
const stages: { readonly [S in CaseFact['stage']]: Stage } = {
  PRESERVATION: 'PRESERVATION',
  FIRST_INSTANCE: 'FIRST_INSTANCE',
  SECOND_INSTANCE: 'SECOND_INSTANCE',
  RETRIAL_REVIEW: 'RETRIAL_REVIEW',
  RETRIAL: 'RETRIAL',
  // a panel judges what was judged before
  DEATH_PENALTY_REVIEW: 'RETRIAL',
  SPECIAL_PROCEDURE: 'FIRST_INSTANCE',
  ENFORCEMENT: 'ENFORCEMENT',
};
const roles: { readonly [R in CaseFact['panel'][number]['role']]: CaseOfficer['role'] } = {
  PRESIDING: 'JUDGE',
  JUDGE: 'JUDGE',
  ASSESSOR: 'ASSESSOR',
  ASSISTANT: 'ASSISTANT',
  CLERK: 'CLERK',
  EXECUTOR: 'EXECUTOR',
};

/** The question whether somebody may act in a case on a day. */
export const actIn = (known: CaseFact, acting: Acting, colleagues: Colleagues, on: Day): ActInCase => ({
  action: 'ACT_IN_CASE',
  on,
  case: caseOf(known),
  mandate: acting.category,
  capacity: acting.capacity,
  tie: tieOf(acting),
  chosenByParty: acting.isChosenByParty,
  interested: acting.isInterested === true,
  partyIsEmployer: acting.isPartyEmployer,
  colleagues,
  breach: null,
});

function caseOf(known: CaseFact): CaseFacts {
  const areEarlierKnown = known.earlierCaseNos !== null && known.earlierCaseNos.length === known.earlierCourtIds.length;
  return {
    id: known.id,
    courtId: known.courtId,
    procuratorateId: known.procuratorate && organIdNamed('PROCURATORATE', known.procuratorate),
    supervisionOrganId: known.supervisionOrgan && organIdNamed('SUPERVISION', known.supervisionOrgan),
    procedure: procedures[known.procedure],
    stage: stages[known.stage],
    officers: known.panel.map(({ staffId, role }) => ({ personId: staffId, role: roles[role] })),
    earlierCourtIds: areEarlierKnown ? known.earlierCourtIds : null,
  };
}

function tieOf({ id, capacity, relation, isRelationProved }: Acting): TieToParty | null {
  if (capacity !== 'GUARDIAN' && capacity !== 'NEAR_RELATIVE') return null;
  const kind = capacity === 'GUARDIAN' ? 'GUARDIAN' : relation;
  return { id, kind, from: '1900-01-01', until: null, proven: isRelationProved };
}
