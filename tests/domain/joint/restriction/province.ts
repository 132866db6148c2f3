// A small invented province and builders of facts for the tests of the restriction rules.
import type {
  FirmJob,
  LicencePeriod,
  PersonFacts,
  PublicPost,
  Suspension,
} from '../../../../src/domain/joint/restriction/facts.terms.js';
import type { RestrictionFacts } from '../../../../src/domain/joint/restriction/judge.rule.js';
import type { Kinship, TieToParty } from '../../../../src/domain/joint/restriction/kinship.terms.js';
import type {
  ActInCase,
  CaseFacts,
  CourtFacts,
  CourtMap,
  FirmFacts,
  JoinFirm,
} from '../../../../src/domain/joint/restriction/question.terms.js';
import type { Departure, DepartureType, Service } from '../../../../src/domain/joint/restriction/service.terms.js';

const SINCE = '2000-01-01';
const court = (id: string, divisions: readonly string[], extras: Partial<CourtFacts> = {}): CourtFacts => ({
  id,
  isNationwide: false,
  bodyOf: null,
  area: divisions.map((divisionCode) => ({ divisionCode, from: SINCE, until: null })),
  ...extras,
});

/** Basic courts A, B in one city with intermediate court M; C in the other city; high court H; supreme court S; railway R. */
export const province: CourtMap = {
  courts: [
    court('A', ['990106']),
    court('A-tribunal', [], { bodyOf: 'A' }),
    court('B', ['990105']),
    court('C', ['990203']),
    court('M', ['990100', '990105', '990106']),
    court('H', ['990000', '990100', '990105', '990106', '990200', '990203']),
    court('S', [], { isNationwide: true }),
    court('R', ['990106', '990203']),
    court('P', ['990106']),
  ],
  lineage: [],
};

/** A judge of court A, of the third grade, no leader, since 2010. */
export const service = (extras: Partial<Service> = {}): Service => ({
  id: `service ${extras.organId ?? 'A'}`,
  organ: 'COURT',
  organId: 'A',
  category: 'JUDGE',
  tenure: 'TENURED',
  inPost: true,
  civilServant: true,
  leadershipMember: false,
  committeeMember: false,
  rank: { ladder: 'JUDGE', ordinal: 10 },
  leadingPost: 'NONE',
  triesOrEnforces: true,
  from: '2010-01-01',
  until: null,
  ...extras,
});

/** What is special about services that are not a judge's. */
export const clerk = { category: 'CLERK', rank: { ladder: 'SUPPORT', ordinal: 12 } } as const;
export const contractClerk = { ...clerk, tenure: 'CONTRACT', inPost: false, civilServant: false } as const;
export const assessor = { ...contractClerk, category: 'PEOPLES_ASSESSOR', tenure: 'LAY' } as const;
export const prosecutor = { organ: 'PROCURATORATE', organId: 'P', category: 'PROSECUTOR' } as const;
export const supervisor = { organ: 'SUPERVISION', organId: 'W', category: 'SUPERVISION_OFFICER' } as const;

/** A departure from court A by exit on a day, with pledge and report. */
export const left = (on: string, type: DepartureType | null, extras: Partial<Departure> = {}): Departure => ({
  id: `departure ${extras.organId ?? 'A'} ${on}`,
  organ: 'COURT',
  organId: 'A',
  type,
  days: [{ kind: 'EXIT', on }],
  civilServant: true,
  annulledOn: null,
  pledgeSignedOn: on,
  destinationDeclaredOn: on,
  ...extras,
});

export const licence = (
  status: LicencePeriod['status'],
  from = '2012-01-01',
  extras: Partial<LicencePeriod> = {},
): LicencePeriod => ({
  id: `licence ${status}`,
  status,
  category: 'FULL_TIME',
  firmId: 'F',
  from,
  until: null,
  ...extras,
});

export const suspension = (from: string, until: string, extras: Partial<Suspension> = {}): Suspension => ({
  id: `suspension ${from}`,
  decidedOn: from,
  from,
  until,
  appealedOn: null,
  annulledOn: null,
  ...extras,
});

export const publicPost = (extras: Partial<PublicPost> = {}): PublicPost => ({
  id: 'public post',
  organ: 'OTHER',
  from: '2020-01-02',
  until: null,
  civilServant: true,
  leftBy: null,
  ledAtCountyLevel: false,
  annulledOn: null,
  ...extras,
});

export const job = (role: FirmJob['role'], firmId = 'F', extras: Partial<FirmJob> = {}): FirmJob => ({
  id: `job ${firmId} ${role}`,
  firmId,
  role,
  office: [{ divisionCode: '990106', from: SINCE, until: null }],
  from: '2015-01-01',
  until: null,
  ...extras,
});

/** A spouse on the bench of court A, declared, for whom nothing else is said. */
export const kin = (extras: Partial<Kinship> = {}, staff: Partial<Service> = {}): Kinship => ({
  id: 'kinship',
  staffPersonId: 'staff',
  relation: 'SPOUSE',
  from: SINCE,
  until: null,
  declaredOn: '2020-06-01',
  services: [service({ id: 'service of kin', ...staff })],
  ...extras,
});

/** A person found by the hash of his number, with a full-time licence. */
export const person = (extras: Partial<PersonFacts> = {}): PersonFacts => ({
  match: 'ID_HASH',
  registerAsOf: '2026-11-19',
  services: [],
  departures: [],
  publicPosts: [],
  licences: [licence('PRACTISING')],
  suspensions: [],
  revocations: [],
  jobs: [],
  kinships: [],
  sentences: [],
  custody: [],
  incapacity: [],
  congressCommittee: [],
  foreigner: false,
  approvals: [],
  opinions: [],
  diedOn: null,
  ...extras,
});

/** A former judge of A. */
export const former = (on: string, type: DepartureType | null, extras: Partial<PersonFacts> = {}): PersonFacts =>
  person({ services: [service()], departures: [left(on, type)], ...extras });

/** A former member of staff of another kind. */
export const formerly = (
  kind: Partial<Service>,
  on: string,
  type: DepartureType | null,
  extras: Partial<PersonFacts> = {},
): PersonFacts => {
  const served = service(kind);
  const { organ, organId } = served;
  return person({
    services: [served],
    departures: [left(on, type, { organ, organId, civilServant: served.civilServant })],
    ...extras,
  });
};

export const known = (found: PersonFacts, map: Partial<CourtMap> = {}): RestrictionFacts => ({
  person: found,
  ...province,
  ...map,
});

export const caseAt = (courtId: string | null, extras: Partial<CaseFacts> = {}): CaseFacts => ({
  id: 'case',
  courtId,
  procuratorateId: 'NONE',
  supervisionOrganId: 'NONE',
  procedure: 'CIVIL',
  stage: 'FIRST_INSTANCE',
  officers: [],
  earlierCourtIds: [],
  ...extras,
});

/** Acting as a lawyer in a civil case of first instance. */
export const act = (on: string, asked: CaseFacts, extras: Partial<ActInCase> = {}): ActInCase => ({
  action: 'ACT_IN_CASE',
  on,
  case: asked,
  mandate: 'AGENT',
  capacity: 'AS_LAWYER',
  tie: null,
  chosenByParty: true,
  interested: false,
  partyIsEmployer: null,
  colleagues: [],
  breach: null,
  ...extras,
});

export const criminal = { procedure: 'CRIMINAL' } as const;
export const defend = { mandate: 'DEFENDER' } as const;
export const citizen = { capacity: 'RECOMMENDED_CITIZEN' } as const;

/** Acting for one's own parent, proven. */
export const forParent = (extras: Partial<TieToParty> = {}): Partial<ActInCase> => ({
  capacity: 'NEAR_RELATIVE',
  tie: { id: 'tie', kind: 'CHILD', from: SINCE, until: null, proven: true, ...extras },
});
export const forWard: Partial<ActInCase> = {
  capacity: 'GUARDIAN',
  tie: { id: 'tie', kind: 'GUARDIAN', from: SINCE, until: null, proven: true },
};

export const firmIn = (divisionCode: string, extras: Partial<FirmFacts> = {}): FirmFacts => ({
  id: 'F',
  office: [{ divisionCode, from: SINCE, until: null }],
  deskDivisionCode: null,
  form: 'PARTNERSHIP',
  ...extras,
});

/** Taking a job in a firm of A's area. */
export const join = (
  on: string,
  role: JoinFirm['role'],
  firm: FirmFacts = firmIn('990106'),
  extras: Partial<JoinFirm> = {},
): JoinFirm => ({ action: 'TAKE_FIRM_JOB', on, firm, role, heldSince: null, ...extras });
export const apply = (on: string, firm = firmIn('990106')) => join(on, 'LAWYER', firm, { action: 'RECEIVE_LICENCE' });
export const intern = (on: string, firm = firmIn('990106')) => join(on, 'INTERN', firm, { action: 'REGISTER_INTERN' });
