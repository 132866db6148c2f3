import type { WriteHandle } from '../src/db/handle.js';
import type { CaseStage, PanelRole, Procedure } from '../src/domain/court/court-case.terms.js';
import { type CaseRow, upsertCases } from '../src/domain/court/court-case-write.store.js';
import { type MemberRow, replacePanels } from '../src/domain/court/panel-write.store.js';
import { insertRepresentations, type RepresentationRow } from '../src/domain/court/representation-write.store.js';
import type { StaffCategory } from '../src/domain/court/staff.terms.js';
import { addDays, type Day } from '../src/kernel/day.js';
import { servingIds } from './court-careers.js';
import { courts, type SeedCourt } from './courts.js';
import { personaFirmId, personaRecords, rivalFirmId } from './persona-records.js';
import { idsOf } from './random.js';
import type { Making } from './rows.js';
import { stranger } from './strangers.js';

const caseIdOf = idsOf('lushu', 'court-case');
const memberIdOf = idsOf('lushu', 'panel-member');
const representationIdOf = idsOf('lushu', 'representation');

const COURTS = ['浙0106', '浙0212', '浙0102', '浙01', '浙02', '浙'];
const OF_PERSONA_FIRM = 24;
const PANEL: readonly (readonly [PanelRole, StaffCategory])[] = [
  ['PRESIDING', 'JUDGE'],
  ['ASSESSOR', 'PEOPLES_ASSESSOR'],
  ['CLERK', 'CLERK'],
];

type Kind = readonly [procedure: Procedure, type: string, stage: CaseStage];

/** What a court of each level tries. The last one is closed. */
const tried: Readonly<Record<SeedCourt['level'], readonly Kind[]>> = {
  BASIC: [
    ['CIVIL', '民初', 'FIRST_INSTANCE'],
    ['CRIMINAL', '刑初', 'FIRST_INSTANCE'],
    ['ENFORCEMENT', '执', 'ENFORCEMENT'],
    ['ADMINISTRATIVE', '行初', 'FIRST_INSTANCE'],
    ['CIVIL', '财保', 'PRESERVATION'],
    ['CIVIL', '民初', 'FIRST_INSTANCE'],
  ],
  INTERMEDIATE: [
    ['CIVIL', '民终', 'SECOND_INSTANCE'],
    ['CRIMINAL', '刑终', 'SECOND_INSTANCE'],
    ['ENFORCEMENT', '执复', 'ENFORCEMENT'],
    ['ADMINISTRATIVE', '行终', 'SECOND_INSTANCE'],
    ['BANKRUPTCY', '破', 'SPECIAL_PROCEDURE'],
    ['CIVIL', '民终', 'SECOND_INSTANCE'],
  ],
  HIGH: [
    ['CIVIL', '民申', 'RETRIAL_REVIEW'],
    ['CRIMINAL', '刑再', 'RETRIAL'],
    ['ENFORCEMENT', '执监', 'ENFORCEMENT'],
    ['ADMINISTRATIVE', '行申', 'RETRIAL_REVIEW'],
    ['STATE_COMPENSATION', '委赔', 'SPECIAL_PROCEDURE'],
    ['CIVIL', '民再', 'RETRIAL'],
  ],
};

interface SeedCase extends CaseRow {
  readonly place: number;
  readonly courtCode: string;
}

function casesOf(seat: SeedCourt, seatPlace: number, { today, asOf }: Making): SeedCase[] {
  const kinds = tried[seat.level];
  return kinds.map(([procedure, type, stage], i) => {
    const place = seatPlace * kinds.length + i;
    const acceptedOn = addDays(today, -(40 + 23 * i + 7 * seatPlace));
    const numberOf = (court: string, kind: string) => `（${acceptedOn.slice(0, 4)}）${court}${kind}${101 + place}号`;
    const isFirst = stage === 'FIRST_INSTANCE' || stage === 'PRESERVATION';
    const isCriminal = procedure === 'CRIMINAL';
    return {
      place,
      courtCode: seat.code,
      id: caseIdOf(place),
      court_id: seat.id,
      case_no: numberOf(seat.code, type),
      procedure,
      stage,
      accepted_on: acceptedOn,
      closed_on: i === kinds.length - 1 ? addDays(today, -20) : null,
      procuratorate: isCriminal ? seat.name.replace('人民法院', '人民检察院') : null,
      supervision_organ: isCriminal && seatPlace === 0 ? `${seat.name.replace('人民法院', '')}监察委员会` : null,
      earlier_case_nos: isFirst ? [] : isCriminal ? [numberOf('浙0106', '刑初')] : null,
      source: '浙江法院办案系统',
      as_of: asOf,
    };
  });
}

/** Who acts in a case: lawyers of the persona firms, and in a criminal one a relative of the victim. */
function counselOf(of: SeedCase, making: Making, lawyerIds: readonly string[]): RepresentationRow[] {
  const isCriminal = of.procedure === 'CRIMINAL';
  const sides = SIDES[of.place % SIDES.length] as (typeof SIDES)[number];
  const places = [
    { side: isCriminal ? 'ACCUSED' : 'CLAIMANT', category: isCriminal ? 'DEFENDER' : 'AGENT' },
    { side: isCriminal ? 'INCIDENTAL_CIVIL_PARTY' : 'RESPONDENT', category: 'AGENT' },
  ];
  const rows = places.flatMap((counsel, i) => {
    const n = sides[i];
    return n == null ? [] : [{ ...entered(of, i, making.today), ...lawyerFor(n, lawyerIds), ...counsel }];
  });
  if (!isCriminal) return rows;
  const { fullName, citizenIdNumber } = stranger('relative', of.place);
  const relative: RepresentationRow = {
    ...entered(of, 2, making.today),
    lawyer_id: null,
    firm_id: null,
    agent_name: fullName,
    citizen_id_hash: making.crypto.match(citizenIdNumber),
    citizen_id_sealed: making.crypto.seal(citizenIdNumber),
    side: 'VICTIM',
    capacity: 'NEAR_RELATIVE',
    category: 'AGENT',
    relation: 'CHILD',
    is_relation_proved: true,
    is_chosen_by_party: true,
  };
  return [...rows, relative];
}

/** From the case's acceptance on, to its end; every fifth was withdrawn some days ago. */
function entered(of: SeedCase, i: number, today: Day): RepresentationRow {
  const ordinal = of.place * 3 + i;
  const isWithdrawn = of.closed_on === null && ordinal % 5 === 4;
  return {
    id: representationIdOf(ordinal),
    case_id: of.id,
    court_id: of.court_id,
    lawyer_id: null,
    firm_id: null,
    agent_name: null,
    citizen_id_hash: null,
    citizen_id_sealed: null,
    side: 'CLAIMANT',
    capacity: 'AS_LAWYER',
    category: 'AGENT',
    relation: null,
    is_relation_proved: null,
    is_chosen_by_party: i === 0 ? true : null,
    is_interested: null,
    is_party_employer: null,
    from_on: addDays(of.accepted_on, 3 + i),
    until_on: isWithdrawn ? addDays(today, -12) : of.closed_on,
    end_reason: isWithdrawn ? 'WITHDRAWN' : of.closed_on === null ? null : 'CASE_CLOSED',
  };
}

/** Counsel of the two sides, in turn: lawyers of the two persona firms, or nobody. Some cases are known to one firm only. */
const SIDES: readonly (readonly [first: number | null, second: number | null])[] = [
  [1, 24],
  [2, null],
  [0, 25],
  [null, 26],
  [4, 28],
  [5, null],
];

function lawyerFor(n: number, lawyerIds: readonly string[]): Pick<RepresentationRow, 'lawyer_id' | 'firm_id'> {
  return { lawyer_id: lawyerIds[n] as string, firm_id: n < OF_PERSONA_FIRM ? personaFirmId : rivalFirmId };
}

/** Judges preside in turn; assessor and clerk are those of the court. */
const membersOf = (of: SeedCase): MemberRow[] =>
  PANEL.map(([role, category], i) => {
    const serving = servingIds(of.courtCode, category);
    return {
      id: memberIdOf(of.place * PANEL.length + i),
      case_id: of.id,
      staff_id: serving[of.place % serving.length] as string,
      role,
      from_on: of.accepted_on,
    };
  });

/** Enters some cases of some courts, who sits in them and who acts in them; answers how many of each. */
export async function enterCases(handle: WriteHandle, making: Making & { readonly at: Date }) {
  const lawyerIds = personaRecords(making.today).lawyers.map(({ id }) => id);
  const seats = COURTS.map((code) => courts.find((seat) => seat.code === code) as SeedCourt);
  const cases = seats.flatMap((seat, i) => casesOf(seat, i, making));
  const representations = cases.flatMap((of) => counselOf(of, making, lawyerIds));
  await upsertCases(
    handle,
    cases.map(({ place: _place, courtCode: _court, ...row }) => row),
    making.at,
  );
  await replacePanels(
    handle,
    cases.map(({ id, accepted_on }) => ({ case_id: id, on: accepted_on })),
    cases.flatMap(membersOf),
  );
  await insertRepresentations(handle, representations, making.at);
  return { cases: cases.length, representations: representations.length };
}
