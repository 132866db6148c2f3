// Random people, cases and firms for the property test: the same on every run.
import type { Random } from '../../../../seeds/random.js';
import { firmRoles, type PersonFacts } from '../../../../src/domain/joint/restriction/facts.terms.js';
import { relations } from '../../../../src/domain/joint/restriction/kinship.terms.js';
import {
  type ActInCase,
  capacities,
  type JoinFirm,
  mandates,
  procedures,
  type Question,
  stages,
} from '../../../../src/domain/joint/restriction/question.terms.js';
import {
  type Departure,
  departureTypes,
  leadingPosts,
  leavingDayKinds,
  type Organ,
  type Service,
  type StaffCategory,
} from '../../../../src/domain/joint/restriction/service.terms.js';
import { addDays } from '../../../../src/kernel/day.js';
import {
  act,
  caseAt,
  firmIn,
  job,
  join,
  kin,
  left,
  licence,
  person,
  publicPost,
  service,
  suspension,
} from './province.js';

const keys = <T extends object>(table: T) => Object.keys(table) as (keyof T)[];
const FIRST = '2016-01-01';
const day = (random: Random, from = FIRST, span = 4_500): string => addDays(from, random.int(0, span));
const perhaps = <T>(random: Random, value: T, chance = 0.5): T[] => (random.chance(chance) ? [value] : []);

/** Categories and tenures that go together: officers are tenured and in post. */
const kinds: readonly Partial<Service>[] = [
  { category: 'JUDGE' },
  { category: 'ACTING_JUDGE' },
  { category: 'ASSISTANT_JUDGE' },
  { category: 'CLERK', tenure: 'APPOINTED' },
  { category: 'CLERK', tenure: 'PUBLIC_INSTITUTION', civilServant: false },
  { category: 'CLERK', tenure: 'CONTRACT', civilServant: false, inPost: false },
  { category: 'ADMINISTRATIVE' },
  { category: 'PEOPLES_ASSESSOR', tenure: 'LAY', civilServant: false, inPost: false },
  { category: 'CLERK', tenure: 'SECONDED', civilServant: false, inPost: false },
  { category: 'CLERK', tenure: 'REHIRED', civilServant: false, inPost: false },
];
const organs: readonly (readonly [Organ, string, readonly StaffCategory[]])[] = [
  ['COURT', 'A', []],
  ['COURT', 'A-tribunal', []],
  ['COURT', 'B', []],
  ['COURT', 'M', []],
  ['PROCURATORATE', 'P', ['PROSECUTOR', 'PROSECUTOR_ASSISTANT']],
  ['SUPERVISION', 'W', ['SUPERVISION_OFFICER', 'OTHER_SUPPORT']],
];

function randomService(random: Random, at: number, from: string, until: string | null): Service {
  const [organ, organId, categories] = random.pick(organs);
  const kind = categories.length > 0 ? { category: random.pick(categories) } : random.pick(kinds);
  return service({
    ...kind,
    id: `s${at}`,
    organ,
    organId,
    leadershipMember: random.chance(0.2),
    committeeMember: random.chance(0.2),
    rank: { ladder: 'JUDGE', ordinal: random.int(4, 12) },
    leadingPost: random.pick(keys(leadingPosts)),
    triesOrEnforces: random.chance(0.5),
    from,
    until,
  });
}

function departureOf(random: Random, at: number, { organ, organId, civilServant }: Service, on: string): Departure {
  const extra = { kind: random.pick(keys(leavingDayKinds)), on: addDays(on, random.int(-40, 40)) };
  return left(on, random.pick(keys(departureTypes).filter((type) => type !== 'DIED')), {
    id: `d${at}`,
    organ,
    organId,
    civilServant: random.pick([null, civilServant]),
    days: [{ kind: 'EXIT', on }, ...perhaps(random, extra)],
  });
}

/** Up to three stints one after the other, each mostly with its departure. */
function randomCareer(random: Random): Pick<PersonFacts, 'services' | 'departures'> {
  const services: Service[] = [];
  const departures: Departure[] = [];
  let from = day(random);
  for (let at = 0; at < random.int(0, 3); at += 1) {
    const on = addDays(from, random.int(200, 1_500));
    const served = randomService(random, at, from, random.pick([null, on]));
    services.push(served);
    if (random.chance(0.85)) departures.push(departureOf(random, at, served, on));
    from = addDays(on, random.int(60, 500));
  }
  return { services, departures };
}

const stretch = (random: Random, id: string) => {
  const from = day(random);
  return { id, from, until: random.pick([null, addDays(from, random.int(1, 1_000))]) };
};

/** Somebody with a random career, licence, penalties and relatives. */
export function randomPerson(random: Random): PersonFacts {
  const from = day(random);
  const ended = addDays(from, random.int(30, 900));
  const leftBy = random.pick(['RESIGNED', 'RETIRED', 'DISMISSED', 'DISCHARGED'] as const);
  return person({
    ...randomCareer(random),
    publicPosts: perhaps(
      random,
      publicPost({ from, until: ended, leftBy, organ: random.pick(['OTHER', 'POLICE'] as const) }),
      0.2,
    ),
    licences: random.chance(0.2)
      ? []
      : [
          licence(random.pick(['PRACTISING', 'PRACTISING', 'PRACTISING', 'PAUSED', 'REVOKED'] as const), '2012-01-01', {
            category: random.pick(['FULL_TIME', 'FULL_TIME', 'IN_HOUSE', 'GOVERNMENT']),
          }),
        ],
    suspensions: perhaps(random, suspension(from, addDays(from, random.int(20, 300))), 0.2),
    revocations: perhaps(
      random,
      { id: 'r', certificate: random.pick(['LAWYER', 'NOTARY'] as const), decidedOn: day(random), annulledOn: null },
      0.1,
    ),
    sentences: perhaps(random, { ...stretch(random, 'c'), negligent: random.chance(0.5), overturnedOn: null }, 0.1),
    congressCommittee: perhaps(random, stretch(random, 'm'), 0.1),
    kinships: perhaps(
      random,
      kin({ relation: random.pick(keys(relations)) }, randomService(random, 9, FIRST, null)),
      0.3,
    ),
    jobs: perhaps(random, job(random.pick(keys(firmRoles)), random.pick(['F', 'G'])), 0.2),
    approvals: perhaps(random, { id: 'a', grantedOn: day(random), firmId: null, relationsMovedOn: day(random) }, 0.3),
    foreigner: random.chance(0.05),
  });
}

function randomAct(random: Random, on: string): ActInCase {
  const capacity = random.pick(keys(capacities));
  const tie = {
    id: 't',
    kind: capacity === 'GUARDIAN' ? ('GUARDIAN' as const) : random.pick(keys(relations)),
    from: FIRST,
    until: null,
    proven: random.chance(0.8),
  };
  const asked = caseAt(random.pick(['A', 'A', 'B', 'C', 'M', 'H', null]), {
    procedure: random.pick(keys(procedures)),
    stage: random.pick(keys(stages)),
    procuratorateId: random.pick(['P', 'NONE']),
    supervisionOrganId: random.pick(['W', 'NONE']),
    earlierCourtIds: random.pick([[], ['A'], ['B', 'M']]),
  });
  return act(on, asked, {
    capacity,
    mandate: random.pick(keys(mandates)),
    tie,
    chosenByParty: random.chance(0.7),
    interested: random.chance(0.05),
    partyIsEmployer: random.chance(0.5),
  });
}

function randomJoin(random: Random, on: string): JoinFirm {
  const action = random.pick([
    'RECEIVE_LICENCE',
    'CHANGE_FIRM',
    'TAKE_FIRM_JOB',
    'TAKE_FIRM_JOB',
    'REGISTER_INTERN',
  ] as const);
  const roles = keys(firmRoles).filter((role) => role !== 'INTERN');
  const role = action === 'REGISTER_INTERN' ? 'INTERN' : action === 'TAKE_FIRM_JOB' ? random.pick(roles) : 'LAWYER';
  const firm = firmIn(random.pick(['990106', '990105', '990203', '970101']), {
    form: random.pick(['PARTNERSHIP', 'INDIVIDUAL'] as const),
  });
  return join(on, role, firm, { action });
}

/** A question of any kind, mostly in the years after a departure. */
export function randomQuestion(random: Random, { departures }: PersonFacts): Question {
  const since = departures.length > 0 && random.chance(0.8) ? random.pick(departures).days[0]?.on : undefined;
  const on = day(random, since ?? '2022-01-02', since ? 1_100 : 2_500);
  const draw = random.int(0, 9);
  if (draw === 0) return { action: 'SERVE_AS', on, post: random.pick(['ARBITRATOR', 'MEDIATOR', 'NOTARY'] as const) };
  return draw < 6 ? randomAct(random, on) : randomJoin(random, on);
}
