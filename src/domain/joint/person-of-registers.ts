import type { Day } from '../../kernel/day.js';
import type { OpinionFact } from '../bar/index.js';
import type { DepartureFact, KinshipFact, LaterPostFact, ServiceFact, StaffFacts } from '../court/index.js';
import type { CounselFacts, FirmJobFact, LicencePenaltyFact } from '../justice/index.js';
import type { FirmJob, PersonFacts, PublicPost } from './restriction/facts.terms.js';
import type { Kinship } from './restriction/kinship.terms.js';
import type { CourtFacts } from './restriction/question.terms.js';
import type { Departure, RankLadder, Service } from './restriction/service.terms.js';

/** A declaration, and what the one asked about is to the member of staff as far as it is known. */
export type DeclaredKinship = Omit<KinshipFact, 'relation'> & { readonly relation: KinshipFact['relation'] | null };

/** What the registers of all institutions hold of one person. */
export interface RegisterEntries {
  /** His record in the personnel registers, found by keyed hash of the citizen ID. */
  readonly staff: StaffFacts | null;
  /** Somebody of his name is in them, and nothing tells that it is another. */
  readonly hasNamesake: boolean;
  readonly counsel: CounselFacts | null;
  readonly jobs: readonly FirmJobFact[];
  /** Declarations of him; of one matched by name only the relation is null. */
  readonly kinships: readonly DeclaredKinship[];
  /** The staff who declared him, by id. */
  readonly relatives: ReadonlyMap<string, StaffFacts>;
  readonly opinions: readonly OpinionFact[];
  /** Firms that approvals name, by credit code. */
  readonly firmIds: ReadonlyMap<string, string>;
  /** The day as of which the personnel registers are complete; null when nothing was ever entered. */
  readonly registerAsOf: Day | null;
}

/** An organ by one name everywhere: a court by its id, others by kind and name. */
export const organIdOf = (organ: {
  readonly organKind: string;
  readonly courtId: string | null;
  readonly organName: string | null;
}): string => organ.courtId ?? organIdNamed(organ.organKind, organ.organName ?? '');

/** The id of an organ other than a court. */
export const organIdNamed = (kind: string, name: string): string => `${kind} ${name}`;

/** The name in the id of an organ other than a court. */
export const organNameOf = (id: string): string => id.slice(id.indexOf(' ') + 1);

/**
 * One person for the rules. No register of sentences, custody, capacity or congresses is joined to the hub: whoever holds
 * a certificate was found fit when he was licensed (律师法 art. 7), and for others the window looks at the person.
 */
export function personOf(entries: RegisterEntries): PersonFacts {
  const { staff, counsel } = entries;
  return {
    match: staff ? 'ID_HASH' : entries.hasNamesake ? 'NAME_ONLY' : 'NOT_FOUND',
    registerAsOf: entries.registerAsOf,
    services: staff?.services.map(serviceOf) ?? [],
    departures: staff?.departures.map((one) => departureOf(one, staff)) ?? [],
    publicPosts: staff?.laterPosts.map(postOf) ?? [],
    licences: licencesOf(counsel),
    suspensions: counsel?.penalties.filter(({ kind }) => kind === 'SUSPENSION').flatMap(suspensionOf) ?? [],
    revocations: counsel?.penalties.filter(({ kind }) => kind === 'REVOCATION').map(revocationOf) ?? [],
    jobs: entries.jobs.map(jobOf),
    kinships: entries.kinships.map((one) => kinshipOf(one, entries.relatives)),
    sentences: [],
    custody: [],
    incapacity: [],
    congressCommittee: [],
    // a citizen ID number is a Chinese citizen's
    foreigner: (counsel?.citizenIdHash ?? staff) ? false : null,
    approvals:
      staff?.approvals.map(({ id, grantedOn, firmCreditCode, relationsMovedOn }) => ({
        id,
        grantedOn,
        firmId: firmCreditCode === null ? null : (entries.firmIds.get(firmCreditCode) ?? firmCreditCode),
        relationsMovedOn,
      })) ?? [],
    opinions: entries.opinions.map(({ id, courtId, objects, givenOn }) => ({ id, organId: courtId, objects, givenOn })),
    diedOn: diedOn(entries),
  };
}

const ladders: { readonly [category: string]: RankLadder } = {
  JUDGE: 'JUDGE',
  ACTING_JUDGE: 'JUDGE',
  ASSISTANT_JUDGE: 'ASSISTANT_JUDGE',
  PROSECUTOR: 'PROSECUTOR',
  PROSECUTOR_ASSISTANT: 'PROSECUTOR_ASSISTANT',
};

function serviceOf(of: ServiceFact): Service {
  return {
    id: of.id,
    organ: of.organKind,
    organId: organIdOf(of),
    category: of.category,
    tenure: of.tenure,
    inPost: of.isInPost,
    civilServant: of.isCivilServant,
    leadershipMember: of.isLeadershipMember,
    committeeMember: of.isCommitteeMember,
    rank: of.rank === null ? null : { ladder: ladders[of.category] ?? 'SUPPORT', ordinal: of.rank },
    leadingPost: of.leadingPost,
    triesOrEnforces: of.triesOrEnforces,
    from: of.from,
    until: of.until,
  };
}

function departureOf(of: DepartureFact, { pledges }: StaffFacts): Departure {
  const exitedOn = of.exitedOn ?? (of.effectiveBy === 'STATED' || of.effectiveBy === 'EXIT' ? of.effectiveOn : null);
  const days = [
    ['EXIT', exitedOn],
    ['POST_END', of.postEndedOn ?? (of.effectiveBy === 'POST_END' ? of.effectiveOn : null)],
    ['RESIGNATION_APPROVED', of.resignationApprovedOn],
    ['RETIREMENT_ORDERED', of.retirementOrderedOn],
    ['REMOVED_FROM_OFFICE', of.removedFromOfficeOn],
    ['CIVIL_SERVANT_STATUS_LOST', of.civilServantUntil],
  ] as const;
  const fulfilled = (kind: string) => pledges.find((pledge) => pledge.kind === kind)?.fulfilledOn ?? null;
  return {
    id: of.id,
    organ: of.organKind,
    organId: organIdOf(of),
    type: of.type,
    days: days.flatMap(([kind, on]) => (on === null ? [] : [{ kind, on }])),
    civilServant: of.wasCivilServant,
    annulledOn: of.annulledOn,
    pledgeSignedOn: fulfilled('PLEDGE'),
    destinationDeclaredOn: fulfilled('DESTINATION'),
  };
}

const postOf = ({ isCivilServant, ...of }: LaterPostFact): PublicPost => ({ ...of, civilServant: isCivilServant });

/** Somebody the justice register does not know as a lawyer was never licensed here; a lawyer's history is known. */
function licencesOf(counsel: CounselFacts | null): PersonFacts['licences'] {
  return (
    counsel?.periods.map(({ eventId, status, category, firmId, from, until }) => ({
      id: eventId,
      status,
      category,
      firmId,
      from,
      until,
    })) ?? []
  );
}

const suspensionOf = ({ id, decidedOn, from, until, annulledOn }: LicencePenaltyFact) =>
  until === null ? [] : [{ id, decidedOn, from, until, appealedOn: null, annulledOn }];

const revocationOf = ({ id, decidedOn, annulledOn }: LicencePenaltyFact) => ({
  id,
  certificate: 'LAWYER' as const,
  decidedOn,
  annulledOn,
});

const EVER = '1900-01-01';

const jobOf = ({ id, firmId, role, officeDivisionCode, from, until }: FirmJobFact): FirmJob => ({
  id,
  firmId,
  role,
  office: [{ divisionCode: officeDivisionCode, from: EVER, until: null }],
  from,
  until,
});

const kinshipOf = (of: DeclaredKinship, relatives: RegisterEntries['relatives']): Kinship => ({
  id: of.id,
  staffPersonId: of.staffId,
  relation: of.relation,
  from: of.from ?? EVER,
  until: of.until,
  declaredOn: of.declaredOn,
  services: relatives.get(of.staffId)?.services.map(serviceOf) ?? [],
});

const diedOn = ({ staff, counsel }: RegisterEntries): Day | null =>
  counsel?.periods.find(({ status }) => status === 'DECEASED')?.from ??
  staff?.departures.find(({ type, annulledOn }) => type === 'DIED' && annulledOn === null)?.effectiveOn ??
  null;

/** The procuratorates of a person's services, with the area that is known of them: the division they are in. */
export function otherOrgansOf(staff: readonly StaffFacts[]): CourtFacts[] {
  const places = staff.flatMap(({ services, departures }) => [...services, ...departures]);
  return places
    .filter(({ courtId }) => courtId === null)
    .map((organ) => ({
      id: organIdOf(organ),
      isNationwide: false,
      bodyOf: null,
      area:
        organ.organDivisionCode === null ? [] : [{ divisionCode: organ.organDivisionCode, from: EVER, until: null }],
    }));
}
