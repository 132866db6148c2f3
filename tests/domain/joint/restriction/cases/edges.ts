import type { CourtMap } from '../../../../../src/domain/joint/restriction/question.terms.js';
import { type Case, row } from '../case.js';
import {
  act,
  apply,
  caseAt,
  citizen,
  clerk,
  criminal,
  defend,
  firmIn,
  former,
  formerly,
  forParent,
  forWard,
  join,
  kin,
  known,
  left,
  licence,
  person,
  province,
  publicPost,
  service,
} from '../province.js';

const ON = '2026-11-20';
const fresh = { licences: [] } as const;
const BAN = 'TWO_YEAR_BAN RESTRICTED_UNTIL 2027-03-01';
const BARRED = 'ORIGINAL_ORGAN PERMANENTLY_BARRED';
const related = (until: string) => `RELATED_SERVICE PERMITTED ${until}`;
const work = (until: string) => `RELATED_TO_FORMER_WORK NEEDS_REVIEW ${until}`;
const areaBan = (until: string) => `AREA_BAN RESTRICTED_UNTIL ${until}`;

/** Judge of C until 2015, then of A until 2025. */
const ofTwoCourts = (type: 'RESIGNED' | 'TRANSFERRED' = 'RESIGNED', rest = {}) =>
  person({
    services: [service({ organId: 'C', until: '2015-03-01' }), service({ from: '2015-03-02' })],
    departures: [left('2015-03-01', 'TRANSFERRED', { organId: 'C' }), left('2025-03-01', type)],
    ...rest,
  });

/** Judge of A, seconded to C in 2020. */
const seconded = person({
  services: [service(), service({ organId: 'C', tenure: 'SECONDED', from: '2020-01-01', until: '2020-12-31' })],
  departures: [left('2021-03-01', 'RESIGNED')],
});

const step = (kind: CourtMap['lineage'][number]['kind'], on = '2023-01-01') => ({
  lineage: [{ id: `A to B: ${kind}`, fromCourtId: 'A', toCourtId: 'B', kind, on }],
});

/** The area of A grows by 990107 and loses 990106 on a day between the leaving and today. */
const grown: CourtMap = {
  ...province,
  courts: province.courts.map((court) =>
    court.id === 'A'
      ? {
          ...court,
          area: [
            { divisionCode: '990106', from: '2000-01-01', until: '2025-12-31' },
            { divisionCode: '990107', from: '2026-01-01', until: null },
          ],
        }
      : court,
  ),
};

/** The office that stood in 990106 until that division became part of 990107. */
const renamedOffice = firmIn('990107', {
  office: [
    { divisionCode: '990106', from: '2000-01-01', until: '2025-12-31' },
    { divisionCode: '990107', from: '2026-01-01', until: null },
  ],
});

const unproven = { id: 'tie', kind: 'GUARDIAN', from: '2000-01-01', until: null, proven: null } as const;

const officeJob = (organId: string, firm: string) => ({
  question: join(ON, 'ADMIN', firmIn(firm)),
  facts: known(formerly({ organId }, '2025-03-01', 'RESIGNED', fresh)),
});
const inside = (id: string, holds: string, organId: string, firm: string) => {
  const { question, facts } = officeJob(organId, firm);
  return row(id, holds, question, facts, 'RESTRICTED_UNTIL 2027-03-01', [areaBan('2027-03-01'), work('2027-03-01')]);
};
const beyond = (id: string, holds: string, organId: string, firm: string) => {
  const { question, facts } = officeJob(organId, firm);
  return row(id, holds, question, facts, 'NEEDS_REVIEW', [work('2027-03-01')]);
};

/** Section 5: edge cases. */
export const edges: readonly Case[] = [
  row(
    'E1',
    'every court ever served bars, not the last one only',
    act('2030-01-01', caseAt('C')),
    known(ofTwoCourts()),
    'PERMANENTLY_BARRED',
    [BARRED],
    { scopes: { ORIGINAL_ORGAN: 'COURTS C' } },
  ),
  row(
    'E1',
    'the two years run from the last court',
    act(ON, caseAt('B')),
    known(ofTwoCourts('TRANSFERRED')),
    'RESTRICTED_UNTIL 2027-03-01',
    [BAN],
  ),
  row(
    'E1',
    'a firm in the area of an earlier court is looked at',
    join(ON, 'ADMIN', firmIn('990203')),
    known(ofTwoCourts('RESIGNED', fresh)),
    'NEEDS_REVIEW',
    ['AREA_OF_EARLIER_COURT NEEDS_REVIEW 2027-03-01', work('2027-03-01')],
    { scopes: { AREA_OF_EARLIER_COURT: 'AREA C' }, openPoints: ['areaOfEarlierCourt', 'workConnection'] },
  ),
  row(
    'E2',
    'transferred to another court: barred from the first, and in service',
    act(ON, caseAt('C')),
    known(
      person({
        services: [service({ organId: 'C', until: '2015-03-01' }), service({ from: '2015-03-02' })],
        departures: [left('2015-03-01', 'TRANSFERRED', { organId: 'C' })],
      }),
    ),
    'PERMANENTLY_BARRED',
    [BARRED, 'IN_SERVICE RESTRICTED_UNTIL'],
  ),
  row(
    'E3',
    'whether a secondment is service is a point for a person',
    act(ON, caseAt('C')),
    known(seconded),
    'NEEDS_REVIEW',
    ['SECONDED_THERE NEEDS_REVIEW'],
    { openPoints: ['secondment'] },
  ),
  row(
    'E4',
    'back in service and gone again: a new day, old courts stay',
    act(ON, caseAt('C')),
    known(
      person({
        services: [service({ organId: 'C', until: '2015-03-01' }), service({ from: '2020-01-01' })],
        departures: [left('2015-03-01', 'RESIGNED', { organId: 'C' }), left('2025-03-01', 'RESIGNED')],
      }),
    ),
    'PERMANENTLY_BARRED',
    [BARRED, BAN, related('2027-03-01')],
  ),
  row(
    'E4',
    'back in the same court and gone again: the second day counts',
    act(ON, caseAt('B')),
    known(
      person({
        services: [service({ id: 's1', until: '2015-03-01' }), service({ id: 's2', from: '2020-01-01' })],
        departures: [left('2015-03-01', 'TRANSFERRED'), left('2025-03-01', 'TRANSFERRED')],
      }),
    ),
    'RESTRICTED_UNTIL 2027-03-01',
    [BAN],
  ),
  row(
    'E5',
    're-employed after retirement: the day stays, the bar there is looked at',
    act(ON, caseAt('C')),
    known(
      person({
        services: [
          service({ until: '2021-03-01' }),
          service({ organId: 'C', tenure: 'REHIRED', inPost: false, from: '2021-06-01', until: '2026-06-30' }),
        ],
        departures: [left('2021-03-01', 'RETIRED')],
      }),
    ),
    'NEEDS_REVIEW',
    ['REHIRED_THERE NEEDS_REVIEW'],
    { openPoints: ['rehiring'] },
  ),
  row(
    'E5',
    're-employed in his own court: the two years still run from the retirement',
    act(ON, caseAt('B')),
    known(
      person({
        services: [
          service({ id: 's1', until: '2021-03-01' }),
          service({ id: 's2', tenure: 'REHIRED', inPost: false, from: '2021-06-01', until: '2026-06-30' }),
        ],
        departures: [left('2021-03-01', 'RETIRED')],
      }),
    ),
    'PERMITTED',
    [],
  ),
  row(
    'E6',
    'the court that took his court in counts as his, by the default of an open point',
    act(ON, caseAt('B')),
    known(former('2020-03-01', 'RESIGNED'), step('MERGED')),
    'PERMANENTLY_BARRED',
    ['SUCCESSOR_COURT PERMANENTLY_BARRED'],
    { openPoints: ['successorCourt'], scopes: { SUCCESSOR_COURT: 'COURTS B' } },
  ),
  row(
    'E6',
    'a renamed court is the same court',
    act(ON, caseAt('B')),
    known(former('2020-03-01', 'RESIGNED'), step('RENAMED')),
    'PERMANENTLY_BARRED',
    [BARRED],
    { openPoints: [] },
  ),
  row(
    'E6',
    'before the merger it is another court',
    act(ON, caseAt('B')),
    known(former('2020-03-01', 'RESIGNED'), step('MERGED', '2026-11-21')),
    'PERMITTED',
    [],
  ),
  row(
    'E7',
    'a firm inside the area of today only is looked at',
    join(ON, 'ADMIN', firmIn('990107')),
    known(former('2025-03-01', 'RESIGNED', fresh), grown),
    'NEEDS_REVIEW',
    ['AREA_CHANGED NEEDS_REVIEW 2027-03-01', work('2027-03-01')],
  ),
  row(
    'E7',
    'a firm inside the area at the leaving only is looked at',
    join(ON, 'ADMIN', firmIn('990106')),
    known(former('2025-03-01', 'RESIGNED', fresh), grown),
    'NEEDS_REVIEW',
    ['AREA_CHANGED NEEDS_REVIEW 2027-03-01', work('2027-03-01')],
  ),
  row(
    'E7',
    'an office whose division got another code is inside both',
    join(ON, 'ADMIN', renamedOffice),
    known(former('2025-03-01', 'RESIGNED', fresh), grown),
    'RESTRICTED_UNTIL 2027-03-01',
    [areaBan('2027-03-01'), work('2027-03-01')],
  ),
  beyond('E8', 'a judge of a basic court joins a firm in the next district', 'A', '990105'),
  inside('E8', 'a judge of the intermediate court joins no firm in a district of the city', 'M', '990105'),
  beyond('E8', 'but one in the next city', 'M', '990203'),
  inside('E8', 'a judge of the high court joins no firm in the province', 'H', '990203'),
  inside('E8', 'a judge of the supreme court joins no firm in the country', 'S', '970101'),
  inside('E9', 'the area of a railway court crosses cities by its list', 'R', '990203'),
  beyond('E9', 'and ends with its list', 'R', '990105'),
  beyond('E10', 'a division that shares the prefix of an area is not in it', 'M', '990107'),
  row(
    'E11',
    'the appeal above his court is free',
    act(ON, caseAt('M', { stage: 'SECOND_INSTANCE', earlierCourtIds: ['A'] })),
    known(former('2020-03-01', 'RESIGNED')),
    'PERMITTED',
    [],
  ),
  row(
    'E11',
    'on remand to his court he is barred again',
    act(ON, caseAt('A', { earlierCourtIds: ['A', 'M'] })),
    known(former('2020-03-01', 'RESIGNED')),
    'PERMANENTLY_BARRED',
    [BARRED],
  ),
  row(
    'E12',
    'a colleague of a former judge is free; hidden representation is watched',
    act(ON, caseAt('M', { stage: 'SECOND_INSTANCE', earlierCourtIds: ['A'] }), {
      colleagues: [{ personId: 'judge', courtIds: ['A'] }],
    }),
    known(person()),
    'PERMITTED',
    [],
    { alerts: ['HIDDEN_REPRESENTATION O61-5'] },
  ),
  row(
    'E13',
    'registered outside and working inside is looked at',
    join(ON, 'ADMIN', firmIn('990105', { deskDivisionCode: '990106' })),
    known(former('2025-03-01', 'RESIGNED', fresh)),
    'NEEDS_REVIEW',
    ['DESK_INSIDE_AREA NEEDS_REVIEW 2027-03-01', work('2027-03-01')],
    { norms: { DESK_INSIDE_AREA: 'O61-4.2 O61-5' } },
  ),
  ...(['LEGAL_ADVISER', 'ADMIN'] as const).map((role) =>
    row(
      'E14',
      `${role} of a firm is covered without any licence`,
      join(ON, role),
      known(former('2025-03-01', 'RESIGNED', fresh)),
      'RESTRICTED_UNTIL 2027-03-01',
      [areaBan('2027-03-01'), work('2027-03-01')],
    ),
  ),
  row(
    'E15',
    'in-house counsel in court is bound for two years; 公务员法 107 is looked at',
    act(ON, caseAt('C'), { partyIsEmployer: true }),
    known(
      former('2025-03-01', 'RESIGNED', {
        licences: [licence('PRACTISING', '2026-01-01', { category: 'IN_HOUSE' })],
      }),
    ),
    'RESTRICTED_UNTIL 2027-03-01',
    [BAN, related('2027-03-01'), work('2027-03-01')],
  ),
  ...(['ARBITRATOR', 'MEDIATOR', 'NOTARY'] as const).map((post) =>
    row(
      'E16',
      `a former judge may be ${post} at once`,
      { action: 'SERVE_AS', on: ON, post },
      known(former('2026-03-01', 'RETIRED')),
      'PERMITTED',
      [],
    ),
  ),
  row(
    'E16',
    'a serving judge may not be arbitrator',
    { action: 'SERVE_AS', on: ON, post: 'ARBITRATOR' },
    known(person({ services: [service()] })),
    'RESTRICTED_UNTIL open',
    ['IN_SERVICE RESTRICTED_UNTIL'],
    { norms: { IN_SERVICE: 'JL22' } },
  ),
  row(
    'E17',
    'a cousin is a near relative in a civil case',
    act(ON, caseAt('A'), forParent({ kind: 'COUSIN' })),
    known(former('2020-03-01', 'RESIGNED', fresh)),
    'PERMITTED',
    [],
  ),
  row(
    'E17',
    'not in a criminal one',
    act(ON, caseAt('A', criminal), { ...defend, ...forParent({ kind: 'COUSIN' }) }),
    known(former('2020-03-01', 'RESIGNED', fresh)),
    'PERMANENTLY_BARRED',
    [BARRED],
  ),
  row(
    'E17',
    'a grandchild is one in an administrative case',
    act(ON, caseAt('A', { procedure: 'ADMINISTRATIVE' }), forParent({ kind: 'GRANDCHILD' })),
    known(former('2020-03-01', 'RESIGNED', fresh)),
    'PERMITTED',
    [],
  ),
  row(
    'E18',
    'a guardian shows the proof of his guardianship',
    act(ON, caseAt('A'), { ...forWard, tie: unproven }),
    known(former('2020-03-01', 'RESIGNED', fresh)),
    'NEEDS_REVIEW',
    ['TIE_UNPROVEN NEEDS_REVIEW'],
    { norms: { TIE_UNPROVEN: 'CC28' } },
  ),
  row(
    'E19',
    'a divorced spouse is no spouse',
    act(ON, caseAt('A')),
    known(person({ kinships: [kin({ until: '2026-11-19' })] })),
    'PERMITTED',
    [],
  ),
  row(
    'E19',
    'on the last day of the marriage he still is',
    act(ON, caseAt('A')),
    known(person({ kinships: [kin({ until: ON })] })),
    'RESTRICTED_UNTIL open',
    ['KIN_OF_STAFF RESTRICTED_UNTIL'],
  ),
  ...[1, 2, 3, 4, 5, 6, 7].map((ordinal) =>
    row(
      'E20',
      `rank ${ordinal} is above the line`,
      join(ON, 'ADMIN'),
      known(formerly({ rank: { ladder: 'JUDGE', ordinal } }, '2024-03-01', 'RESIGNED', fresh)),
      'RESTRICTED_UNTIL 2027-03-01',
      [areaBan('2027-03-01')],
    ),
  ),
  ...[8, 9, 10, 11, 12].map((ordinal) =>
    row(
      'E20',
      `rank ${ordinal} is below the line`,
      join(ON, 'ADMIN'),
      known(formerly({ rank: { ladder: 'JUDGE', ordinal } }, '2024-03-01', 'RESIGNED', fresh)),
      'PERMITTED',
      [],
    ),
  ),
  row(
    'E21',
    'without a rank the third year is looked at, whatever the administrative level',
    join(ON, 'ADMIN'),
    known(formerly({ rank: null, leadingPost: 'TOWNSHIP' }, '2024-03-01', 'RESIGNED', fresh)),
    'NEEDS_REVIEW',
    ['RANK_CLASS_UNKNOWN NEEDS_REVIEW 2027-03-01'],
  ),
  row(
    'E22',
    'a full-time committee member stands beside the leadership: the third year is looked at',
    join(ON, 'ADMIN'),
    known(formerly({ committeeMember: true }, '2024-03-01', 'RESIGNED', fresh)),
    'NEEDS_REVIEW',
    ['RANK_CLASS_UNKNOWN NEEDS_REVIEW 2027-03-01'],
    { openPoints: ['committeeMember'] },
  ),
  row(
    'E23',
    'in 2018 only the rules of 2011 and 律师法 bound a former judge',
    act('2018-06-01', caseAt('C')),
    known(former('2017-03-01', 'RESIGNED')),
    'RESTRICTED_UNTIL 2019-03-01',
    ['TWO_YEAR_BAN RESTRICTED_UNTIL 2019-03-01'],
    { norms: { TWO_YEAR_BAN: 'LL41 RR8' } },
  ),
  row(
    'E23',
    'on the day 法官法 came into force it is cited',
    act('2019-10-01', caseAt('C')),
    known(former('2018-03-01', 'TRANSFERRED')),
    'RESTRICTED_UNTIL 2020-03-01',
    ['TWO_YEAR_BAN RESTRICTED_UNTIL 2020-03-01'],
    { norms: { TWO_YEAR_BAN: 'JL36-1 LL41 RR8' } },
  ),
  row(
    'E23',
    'the area ban begins with 61号',
    join('2021-09-29', 'ADMIN'),
    known(former('2020-03-01', 'RESIGNED', fresh)),
    'NEEDS_REVIEW',
    [work('2022-03-01')],
  ),
  row(
    'E23',
    'a job held before is barred from that day',
    join('2021-09-30', 'ADMIN', firmIn('990106'), { heldSince: '2020-06-01' }),
    known(former('2020-03-01', 'RESIGNED', fresh)),
    'RESTRICTED_UNTIL 2022-03-01',
    [areaBan('2022-03-01'), work('2022-03-01')],
  ),
  row(
    'E23',
    'a retiree already in the firm needs an approval instead',
    join('2021-10-01', 'ADMIN', firmIn('990106'), { heldSince: '2020-06-01' }),
    known(former('2020-03-01', 'RETIRED', fresh)),
    'NEEDS_APPROVAL',
    ['RETIREE_APPROVAL NEEDS_APPROVAL', work('2022-03-01')],
    { norms: { RETIREE_APPROVAL: 'O61-12' } },
  ),
  row(
    'E24',
    'the verdict flips on the day after the period, in the middle of a case',
    act('2027-03-02', caseAt('C')),
    known(former('2025-03-01', 'TRANSFERRED')),
    'PERMITTED',
    [],
  ),
  row(
    'E24',
    'for an act before that day it stays a breach',
    act('2027-03-01', caseAt('C')),
    known(former('2025-03-01', 'TRANSFERRED')),
    'RESTRICTED_UNTIL 2027-03-01',
    [BAN],
  ),
  row(
    'E25',
    'a departure recorded late is judged as of the day of the act',
    act('2025-04-01', caseAt('C')),
    known(former('2025-03-01', 'TRANSFERRED')),
    'RESTRICTED_UNTIL 2027-03-01',
    [BAN],
  ),
  row(
    'E26',
    'whom no staff register knows is an ordinary lawyer',
    act(ON, caseAt('A')),
    known(person({ match: 'NOT_FOUND' })),
    'PERMITTED',
    [],
  ),
  row(
    'E26',
    'unless nobody knows how fresh the registers are',
    act(ON, caseAt('A')),
    known(person({ match: 'NOT_FOUND', registerAsOf: null })),
    'NEEDS_REVIEW',
    ['REGISTER_UNKNOWN NEEDS_REVIEW'],
  ),
  row(
    'E26',
    'a missing departure of somebody found is looked at',
    act('2030-01-01', caseAt('C')),
    known(person({ services: [service({ until: '2020-01-01' })] })),
    'NEEDS_REVIEW',
    ['DEPARTURE_MISSING NEEDS_REVIEW'],
  ),
  row(
    'E26',
    'whether he was in post is not known: the two years and the bar are looked at',
    act(ON, caseAt('A')),
    known(formerly({ ...clerk, tenure: null, inPost: null, civilServant: null }, '2025-03-01', 'TRANSFERRED')),
    'NEEDS_REVIEW',
    ['POST_MISSING NEEDS_REVIEW 2027-03-01', 'POST_MISSING NEEDS_REVIEW'],
    { norms: { POST_MISSING: 'RR13 RR8 O61-3 RR13 RR8 O61-3' } },
  ),
  row(
    'E26',
    'a departure without its way too',
    act('2030-01-01', caseAt('C')),
    known(former('2020-01-01', null)),
    'NEEDS_REVIEW',
    ['LEFT_HOW_MISSING NEEDS_REVIEW'],
  ),
  row(
    'E26',
    'and one of which only the approval is dated',
    act('2030-01-01', caseAt('C')),
    known(
      person({
        services: [service()],
        departures: [left('2020-01-01', 'RESIGNED', { days: [{ kind: 'RESIGNATION_APPROVED', on: '2020-01-01' }] })],
      }),
    ),
    'NEEDS_REVIEW',
    ['LEAVING_DAY_MISSING NEEDS_REVIEW'],
  ),
  row(
    'E27',
    'a namesake is looked at, and no fact of the other is used',
    act(ON, caseAt('A')),
    known({ ...former('2025-03-01', 'DISMISSED'), match: 'NAME_ONLY' }),
    'NEEDS_REVIEW',
    ['NAME_ONLY NEEDS_REVIEW'],
  ),
  row(
    'E28',
    'before it is annulled, a dismissal bars',
    act('2026-10-31', caseAt('C'), citizen),
    known(annulledDismissal()),
    'PERMANENTLY_BARRED',
    [
      'DISMISSED_JUDGE PERMANENTLY_BARRED',
      'DISMISSED_FROM_OFFICE NEEDS_REVIEW',
      'CITIZEN_IN_TWO_YEARS NEEDS_REVIEW 2027-03-01',
    ],
  ),
  row(
    'E28',
    'annulled, it does not, and he is in service again',
    act('2026-11-01', caseAt('C')),
    known(annulledDismissal()),
    'RESTRICTED_UNTIL open',
    ['IN_SERVICE RESTRICTED_UNTIL', 'NOT_LICENSED RESTRICTED_UNTIL'],
  ),
  row(
    'E29',
    'the dead act no more, and what is open is closed',
    act(ON, caseAt('C')),
    known(person({ diedOn: '2026-11-01' })),
    'PERMANENTLY_BARRED',
    ['DECEASED PERMANENTLY_BARRED'],
    { alerts: ['PERSON_DECEASED AL70'] },
  ),
  row(
    'E30',
    'a retired judge later found to deserve dismissal is not dismissed',
    act(ON, caseAt('C'), citizen),
    known(former('2020-03-01', 'RETIRED', fresh)),
    'PERMITTED',
    [],
  ),
  row(
    'E10',
    'an unknown area is looked at',
    apply(ON, firmIn('990203')),
    known(
      person({
        services: [service({ organId: 'X' })],
        departures: [left('2025-03-01', 'RESIGNED', { organId: 'X' })],
        opinions: [{ id: 'opinion', organId: 'X', objects: false, givenOn: '2026-01-01' }],
        publicPosts: [publicPost({ civilServant: false })],
        ...fresh,
      }),
    ),
    'NEEDS_REVIEW',
    ['AREA_MISSING NEEDS_REVIEW 2027-03-01', related('2027-03-01'), work('2027-03-01')],
  ),
];

function annulledDismissal() {
  return person({
    services: [service()],
    departures: [left('2025-03-01', 'DISMISSED', { annulledOn: '2026-11-01' })],
    ...fresh,
  });
}
