import type { DepartureType, StaffCategory } from '../src/domain/court/staff.terms.js';
import type { PushedDeparture, PushedService, PushedStaff } from '../src/domain/court/staff-input.terms.js';
import { citizenIdCheck } from '../src/kernel/citizen-id.js';
import { addDays, addMonths, type Day } from '../src/kernel/day.js';
import { courts, type SeedCourt } from './courts.js';
import { inventName } from './names.js';
import { idsOf, Random } from './random.js';

/** A member of court staff of the seeds; `lawyer` is the number of the persona's lawyer he is. */
export interface SeedStaff extends PushedStaff {
  readonly lawyer: number | null;
}

/** Of one court: who serves and who left, from the president to the contract clerk. */
interface Seat {
  readonly category: StaffCategory;
  readonly post: string;
  readonly rank: number | null;
  readonly extra?: Partial<PushedService>;
  readonly left?: {
    readonly type: DepartureType;
    readonly monthsAgo: number;
    readonly extra?: Partial<PushedDeparture>;
  };
}

const inPost = { tenure: 'TENURED', isInPost: true, isCivilServant: true } as const;
const outside = { tenure: 'CONTRACT', isInPost: false, isCivilServant: false } as const;

// biome-ignore format: read as a table
const seats: readonly Seat[] = [
  { category: 'JUDGE', post: '院长', rank: 5, extra: { isLeadershipMember: true, leadingPost: 'COUNTY', triesOrEnforces: true } },
  { category: 'JUDGE', post: '审判委员会专职委员', rank: 6, extra: { isCommitteeMember: true, triesOrEnforces: true } },
  { category: 'JUDGE', post: '审判员', rank: 8, extra: { triesOrEnforces: true } },
  { category: 'JUDGE', post: '审判员', rank: 9, extra: { triesOrEnforces: true } },
  { category: 'ASSISTANT_JUDGE', post: '法官助理', rank: 9 },
  { category: 'CLERK', post: '书记员', rank: null },
  { category: 'EXECUTOR', post: '执行员', rank: 11, extra: { triesOrEnforces: true } },
  { category: 'JUDICIAL_POLICE', post: '法警', rank: 12 },
  { category: 'ADMINISTRATIVE', post: '政治部干部', rank: 10 },
  { category: 'PEOPLES_ASSESSOR', post: '人民陪审员', rank: null, extra: { tenure: 'LAY', isInPost: false, isCivilServant: false } },
  { category: 'JUDGE', post: '审判员', rank: 7, extra: { triesOrEnforces: true }, left: { type: 'RESIGNED', monthsAgo: 13, extra: { reason: '个人职业发展' } } },
  { category: 'JUDGE', post: '庭长', rank: 6, extra: { leadingPost: 'COUNTY' }, left: { type: 'RETIRED', monthsAgo: 30 } },
  { category: 'JUDGE', post: '审判员', rank: 9, left: { type: 'RESIGNED', monthsAgo: 20, extra: { reason: '家庭原因' } } },
  { category: 'JUDGE', post: '审判员', rank: 8, left: { type: 'DISMISSED', monthsAgo: 40, extra: { reason: '违纪', disciplineDetail: '受贿,开除公职', decisionNo: '政务处分〔2023〕7号' } } },
  { category: 'JUDGE', post: '审判员', rank: 8, left: { type: 'TRANSFERRED', monthsAgo: 9, extra: { reason: '组织调动' } } },
  { category: 'ASSISTANT_JUDGE', post: '法官助理', rank: 10, left: { type: 'RESIGNED', monthsAgo: 5, extra: { reason: '考取律师' } } },
  { category: 'CLERK', post: '书记员', rank: null, left: { type: 'DISCHARGED', monthsAgo: 16, extra: { reason: '年度考核不称职' } } },
  { category: 'CLERK', post: '聘用制书记员', rank: null, extra: outside, left: { type: 'CONTRACT_ENDED', monthsAgo: 4, extra: { wasCivilServant: false } } },
  { category: 'ACTING_JUDGE', post: '助理审判员', rank: null, left: { type: 'RESIGNED', monthsAgo: 130 } },
  { category: 'JUDGE', post: '审判员', rank: 8, left: { type: 'DIED', monthsAgo: 25 } },
];

/** Courts that have staff in every seeded hub: those of the personas, then the others whose cases are seeded. */
const STAFFED = ['浙', '浙01', '浙0106', '浙0212', '浙0102', '浙02'];
const staffedCourts = STAFFED.map((code) => courts.find((court) => court.code === code) as SeedCourt);
const FIRST_YEAR = 2003;

/** The lawyers of the personas who served in a court before: which lawyer, where, as what, until when. */
// biome-ignore format: read as a table
const lawyers: readonly { readonly lawyer: number; readonly court: string; readonly seat: Partial<PushedService> & Pick<PushedService, 'post' | 'category'>; readonly from: Day; readonly left: Day; readonly extra?: Partial<PushedStaff> }[] = [
  { lawyer: 1, court: '浙0106', seat: { post: '书记员', category: 'CLERK' }, from: '2010-07-01', left: '2013-05-31', extra: { personnelFileNo: '浙0106-2010-031' } },
  { lawyer: 5, court: '浙01', seat: { post: '法官助理', category: 'ASSISTANT_JUDGE', rank: 11 }, from: '2001-08-01', left: '2003-10-31' },
  { lawyer: 19, court: '浙01', seat: { post: '审判员', category: 'JUDGE', rank: 9 }, from: '2009-08-01', left: '2017-10-31' },
  { lawyer: 26, court: '浙0212', seat: { post: '审判员', category: 'JUDGE', rank: 10 }, from: '2000-03-01', left: '2002-12-31' },
];

/** Everybody of the staffed courts, the same for every seed and size; `numberOf` tells a persona lawyer's citizen ID. */
export function courtStaffOf(
  today: Day,
  numberOf: (lawyer: number) => { fullName: string; citizenIdNumber: string },
): SeedStaff[] {
  const asOf = `${addDays(today, -1)}T00:00:00Z`;
  const seated = staffedCourts.flatMap((court, place) =>
    seats.map((seat, i) => member(court, seat, place * seats.length + i, today, asOf)),
  );
  const known = lawyers.map(
    ({ lawyer, court, seat, from, left, extra }): SeedStaff => ({
      ...numberOf(lawyer),
      lawyer,
      services: [{ court, from, ...inPost, ...seat }],
      departures: [
        { court, type: 'RESIGNED', effectiveOn: left, exitedOn: left, wasCivilServant: true, reason: '从事律师职业' },
      ],
      pledges: [
        { kind: 'PLEDGE', dueOn: left, fulfilledOn: left },
        { kind: 'DESTINATION', dueOn: addMonths(left, 6), fulfilledOn: addMonths(left, 2), destination: '律师事务所' },
      ],
      source: '法院组织人事部门',
      asOf,
      ...extra,
    }),
  );
  return [...known, ...seated, prosecutor(today, asOf)];
}

/** The id of the n-th of the staff of the seeds. */
export const staffIdOf = idsOf('lushu', 'court-staff');

/** Ids of those who serve at a court in a category, in the order of their seats. */
export const servingIds = (code: string, category: StaffCategory): string[] =>
  seats.flatMap((seat, i) =>
    seat.category === category && !seat.left
      ? [staffIdOf(lawyers.length + STAFFED.indexOf(code) * seats.length + i)]
      : [],
  );

function member(
  court: SeedCourt,
  { category, post, rank, extra, left }: Seat,
  n: number,
  today: Day,
  asOf: string,
): SeedStaff {
  const random = new Random('lushu', 'court-staff', n);
  const from = `${random.int(FIRST_YEAR, 2012)}-07-01`;
  const promoted = `${random.int(2016, 2019)}-01-01`;
  const place = { court: court.code };
  const now: PushedService = { ...place, post, category, rank, ...inPost, ...extra, from: promoted };
  const before: PushedService = {
    ...now,
    post: '书记员',
    category: 'CLERK',
    rank: null,
    isLeadershipMember: false,
    isCommitteeMember: false,
    leadingPost: 'NONE',
    from,
    until: addDays(promoted, -1),
  };
  const isPromoted = category !== 'CLERK' && category !== 'PEOPLES_ASSESSOR' && category !== 'ACTING_JUDGE';
  return {
    fullName: inventName(random).fullName,
    citizenIdNumber: numberFor(n, court.divisionCode),
    lawyer: null,
    personnelFileNo: `${court.code}-${from.slice(0, 4)}-${String(n + 1).padStart(3, '0')}`,
    ...(left ? leaving(court, left, n, today) : account(n)),
    services: isPromoted ? [before, now] : [{ ...now, from }],
    source: '法院组织人事部门',
    asOf,
  };
}

const account = (n: number) => ({ accountIssuer: 'https://id.court.invalid', accountSubject: `staff-${n + 1}` });

/** How somebody left, and what he owes since: every third has not reported where he went. */
function leaving(
  { code }: SeedCourt,
  { type, monthsAgo, extra }: NonNullable<Seat['left']>,
  n: number,
  today: Day,
): Partial<PushedStaff> {
  const on = addDays(addMonths(today, -monthsAgo), -(n % 27));
  const isOwing = type !== 'DIED' && type !== 'DISMISSED';
  const reported = n % 3 === 0 ? {} : { fulfilledOn: addDays(on, 1 + (n % 4)), destination: '待定' };
  return {
    departures: [
      {
        court: code,
        type,
        exitedOn: on,
        postEndedOn: addDays(on, -10),
        civilServantUntil: on,
        wasCivilServant: true,
        ...extra,
      },
    ],
    ...(isOwing && {
      pledges: [
        { kind: 'PLEDGE', dueOn: on, fulfilledOn: addDays(on, -3) },
        { kind: 'DESTINATION', dueOn: addMonths(on, 1), ...reported },
      ],
    }),
    ...(type === 'TRANSFERRED' && {
      laterPosts: [
        { organName: '某市政府办公室', organ: 'OTHER', isCivilServant: true, ledAtCountyLevel: false, from: on },
      ],
    }),
    ...(type === 'RETIRED' && {
      approvals: [
        {
          kind: 'RETIREE_IN_FIRM',
          grantedOn: addMonths(on, 26),
          documentNo: `浙组〔${on.slice(0, 4)}〕${n + 1}号`,
          grantedBy: '省委组织部',
          relationsMovedOn: addMonths(on, 27),
        },
      ],
    }),
  };
}

/** Somebody of the organ that the law mirrors: a prosecutor who resigned. */
function prosecutor(today: Day, asOf: string): SeedStaff {
  const place = {
    organKind: 'PROCURATORATE',
    organName: '杭州市西湖区人民检察院',
    organDivisionCode: '330106',
  } as const;
  return {
    fullName: '靳长明',
    citizenIdNumber: numberFor(900, '330106'),
    lawyer: null,
    services: [{ ...place, post: '检察官', category: 'PROSECUTOR', rank: 9, ...inPost, from: '2008-07-01' }],
    departures: [{ ...place, type: 'RESIGNED', effectiveOn: addMonths(today, -18), wasCivilServant: true }],
    source: '法院组织人事部门',
    asOf,
  };
}

/** Born on a 31 December like the personas, with sequences they do not have. */
function numberFor(n: number, divisionCode: string): string {
  const first17 = `${divisionCode}${1966 + (n % 24)}1231${String(501 + Math.floor(n / 24)).padStart(3, '0')}`;
  return first17 + citizenIdCheck(first17);
}
