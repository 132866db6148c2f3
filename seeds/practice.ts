import type { WriteHandle } from '../src/db/handle.js';
import { formerCourtOpinion, internship } from '../src/domain/bar/internship.table.js';
import type { InternshipState } from '../src/domain/bar/internship.terms.js';
import type { FirmRole } from '../src/domain/justice/firm-job.terms.js';
import { type JobRow, upsertJobs } from '../src/domain/justice/firm-job-write.store.js';
import type { ApplicationKind, ApplicationState } from '../src/domain/justice/licence-application.terms.js';
import { type ApplicationRow, upsertApplications } from '../src/domain/justice/licence-application-write.store.js';
import type { PersonColumns } from '../src/domain/justice/person-desk.js';
import { addDays } from '../src/kernel/day.js';
import { courts } from './courts.js';
import { JUSTICE_SOURCE } from './event-rows.js';
import type { GeneratedLawyer } from './lawyers.js';
import { personaFirmId, personaRecords, rivalFirmId } from './persona-records.js';
import { idsOf } from './random.js';
import type { Making } from './rows.js';
import { stranger } from './strangers.js';

const jobIdOf = idsOf('lushu', 'firm-job');
const applicationIdOf = idsOf('lushu', 'licence-application');
const internshipIdOf = idsOf('lushu', 'internship');
const opinionIdOf = idsOf('lushu', 'former-court-opinion');

/** Who holds a job or applies: the n-th lawyer of the personas, or somebody else. */
type Whom = number | 'stranger';

// biome-ignore format: read as a table
const jobs: readonly (readonly [firm: string, whom: Whom, role: FirmRole, since: number, until: number | null, office: string | null])[] = [
  [personaFirmId, 0,          'FOUNDER',       4000, null, null],
  [personaFirmId, 1,          'PARTNER',       1500, null, null],
  [personaFirmId, 2,          'LAWYER',        2000, null, '330102'],
  [personaFirmId, 'stranger', 'LEGAL_ADVISER', 400,  null, null],
  [personaFirmId, 'stranger', 'ADMIN',         900,  200,  null],
  [personaFirmId, 'stranger', 'ADMIN',         200,  null, null],
  [rivalFirmId,   24,         'FOUNDER',       3500, null, null],
  [rivalFirmId,   25,         'LAWYER',        1200, null, '330203'],
  [rivalFirmId,   'stranger', 'LEGAL_ADVISER', 300,  null, null],
  [rivalFirmId,   'stranger', 'ADMIN',         700,  90,   null],
];

// biome-ignore format: read as a table
const applications: readonly (readonly [firm: string, whom: Whom, kind: ApplicationKind, role: FirmRole, filed: number, state: ApplicationState, decided: number | null])[] = [
  [personaFirmId, 'stranger', 'FIRST_CERTIFICATE',   'LAWYER',  20,  'FILED',     null],
  [personaFirmId, 'stranger', 'FIRST_CERTIFICATE',   'LAWYER',  60,  'GRANTED',   15],
  [personaFirmId, 25,         'CHANGE_OF_FIRM',      'LAWYER',  12,  'ACCEPTED',  null],
  [rivalFirmId,   1,          'CHANGE_OF_FIRM',      'PARTNER', 30,  'WITHDRAWN', 10],
  [personaFirmId, 2,          'CHANGE_OF_CATEGORY',  'LAWYER',  25,  'REFUSED',   5],
  [rivalFirmId,   'stranger', 'RENEWED_CERTIFICATE', 'LAWYER',  18,  'ACCEPTED',  null],
  [rivalFirmId,   'stranger', 'FIRST_CERTIFICATE',   'LAWYER',  9,   'FILED',     null],
];

/** An opinion asked of a court: null while it is silent, else whether it objects. */
type Asked = readonly [court: string, objects: boolean | null];

// biome-ignore format: read as a table
const internships: readonly (readonly [firm: string, division: string, mentor: number, applied: number, state: InternshipState, asked: readonly Asked[] | null, isPledged: boolean])[] = [
  [personaFirmId, '330106', 1,  12,  'APPLIED',           [],                                        false],
  [personaFirmId, '330106', 1,  30,  'OPINION_REQUESTED', [['浙0106', null]],                        true],
  [personaFirmId, '330106', 0,  50,  'OPINION_GIVEN',     [['浙0106', false], ['浙01', true]],        true],
  [personaFirmId, '330106', 0,  420, 'PASSED',            [],                                        false],
  [rivalFirmId,   '330212', 24, 90,  'REGISTERED',        [['浙0212', false]],                       true],
  [rivalFirmId,   '330212', 24, 80,  'REFUSED',           [['浙0212', true], ['浙0106', null]],       false],
  [rivalFirmId,   '330212', 25, 5,   'APPLIED',           null,                                      false],
  [personaFirmId, '330106', 3,  300, 'REGISTERED',        [],                                        true],
  [personaFirmId, '330106', 4,  240, 'REGISTERED',        [['浙01', false]],                         true],
  [rivalFirmId,   '330212', 26, 200, 'REGISTERED',        [],                                        true],
];

/** Enters jobs in the persona firms, applications for them and their interns; answers how many of each. */
export async function enterPractice(handle: WriteHandle, making: Making & { readonly at: Date }) {
  const { lawyers } = personaRecords(making.today);
  await upsertJobs(handle, jobRows(lawyers, making), making.at);
  await upsertApplications(handle, applicationRows(lawyers, making), making.at);
  await enterInternships(handle, lawyers, making);
  return { jobs: jobs.length, applications: applications.length, internships: internships.length };
}

function personOf(
  whom: Whom,
  n: number,
  kind: string,
  lawyers: readonly GeneratedLawyer[],
  { crypto }: Making,
): PersonColumns {
  const lawyer = whom === 'stranger' ? undefined : lawyers[whom];
  const { fullName, citizenIdNumber } = lawyer ?? stranger(kind, n);
  return {
    person_name: fullName,
    citizen_id_hash: crypto.match(citizenIdNumber),
    citizen_id_sealed: lawyer ? null : crypto.seal(citizenIdNumber),
    lawyer_id: lawyer?.id ?? null,
  };
}

const jobRows = (lawyers: readonly GeneratedLawyer[], making: Making): JobRow[] =>
  jobs.map(([firm_id, whom, role, since, until, office], n) => ({
    id: jobIdOf(n),
    ...personOf(whom, n, 'staff', lawyers, making),
    firm_id,
    role,
    office_division_code: office,
    from_on: addDays(making.today, -since),
    until_on: until === null ? null : addDays(making.today, -until),
    source: JUSTICE_SOURCE,
    as_of: making.asOf,
  }));

const applicationRows = (lawyers: readonly GeneratedLawyer[], making: Making): ApplicationRow[] =>
  applications.map(([firm_id, whom, kind, role, filed, state, decided], n) => ({
    id: applicationIdOf(n),
    application_no: `浙司许申〔${making.today.slice(0, 4)}〕${1001 + n}号`,
    ...personOf(whom, n, 'applicant', lawyers, making),
    kind,
    firm_id,
    role,
    office_division_code: null,
    filed_on: addDays(making.today, -filed),
    state,
    decided_on: decided === null ? null : addDays(making.today, -decided),
    source: JUSTICE_SOURCE,
    as_of: making.asOf,
  }));

const DECIDED: readonly InternshipState[] = ['REGISTERED', 'REFUSED', 'PASSED'];

async function enterInternships(
  handle: WriteHandle,
  lawyers: readonly GeneratedLawyer[],
  { crypto, today, at }: Making & { readonly at: Date },
): Promise<void> {
  const instant = at.toISOString();
  const courtIdOf = new Map(courts.map(({ code, id }) => [code, id]));
  await handle.insert(internship).values(
    internships.map(([firmId, divisionCode, mentor, applied, state, asked, isPledged], n) => {
      const { fullName, citizenIdNumber } = stranger('intern', n);
      const isRegistered = state === 'REGISTERED' || state === 'PASSED';
      const decidedOn = addDays(today, 25 - applied);
      return {
        id: internshipIdOf(n),
        fullName,
        citizenIdHash: crypto.match(citizenIdNumber),
        citizenIdSealed: crypto.seal(citizenIdNumber),
        firmId,
        divisionCode,
        mentorId: (lawyers[mentor] as GeneratedLawyer).id,
        appliedOn: addDays(today, -applied),
        declaresCourtWork: asked && asked.length > 0,
        pledgeSignedOn: isPledged ? addDays(today, 1 - applied) : null,
        state,
        fromOn: isRegistered ? decidedOn : null,
        untilOn: isRegistered ? addDays(decidedOn, 365) : null,
        decidedOn: DECIDED.includes(state) ? decidedOn : null,
        decisionReason: state === 'REFUSED' ? '原任职法院有异议' : null,
        updatedAt: instant,
      };
    }),
  );
  const requests = internships.flatMap(([, , , applied, , asked], n) =>
    (asked ?? []).map(([court, objects]) => ({ n, applied, court, objects })),
  );
  await handle.insert(formerCourtOpinion).values(
    requests.map(({ n, applied, court, objects }, i) => ({
      id: opinionIdOf(i),
      internshipId: internshipIdOf(n),
      courtId: courtIdOf.get(court) as string,
      requestedAt: `${addDays(today, -applied)}T09:00:00+08:00`,
      givenAt: objects === null ? null : `${addDays(today, 10 - applied)}T15:30:00+08:00`,
      objects,
      reason: objects === null ? null : objects ? '离任未满限制期限' : '无异议',
      givenBy: objects === null ? null : '政治部干部处负责人',
    })),
  );
}
