import { citizenIdCheck } from '../../src/kernel/citizen-id.js';
import type { Answer } from './hub.js';

let serial = 0;

/** A certificate number of Hangzhou of a kind (9) that the seeds never give. */
export const newCertificateNo = (): string => `1330120209${String(++serial).padStart(7, '0')}`;

/** A synthetic citizen ID of a division that does not exist, valid by its check character. */
export function newCitizenId(): string {
  const born = new Date(Date.UTC(1970, 0, 1 + (++serial % 9_000)));
  const first17 = `990101${born.toISOString().slice(0, 10).replaceAll('-', '')}${999 - Math.floor(serial / 9_000)}`;
  return first17 + citizenIdCheck(first17);
}

type Event = Record<string, unknown>;
const origin = { decidedBy: '浙江省司法厅', decidedByLevel: 'PROVINCE', asOf: '2026-11-20T00:00:00Z' };
let key = 0;

/** A key nobody used before. */
export const newKey = (): string => `k-${++key}`;

/** A licence event with everything that every event needs; `extra` says the rest. */
export const event = (kind: string, effectiveOn: string, extra: Event = {}): Event => ({
  key: newKey(),
  kind,
  effectiveOn,
  ...origin,
  ...extra,
});

/** A grant of a licence to a new person in the firm. */
export const grant = (firmId: string, effectiveOn: string, extra: Event = {}): Event =>
  event('GRANTED', effectiveOn, {
    certificateNo: newCertificateNo(),
    category: 'FULL_TIME',
    firmId,
    person: { fullName: '𠮷田·阿依古丽', citizenIdNumber: newCitizenId() },
    ...extra,
  });

/** A suspension penalty of a lawyer by the city bureau. */
export const suspension = (lawyerCertificateNo: string, from: string, until: string, extra: Event = {}): Event => ({
  key: newKey(),
  lawyerCertificateNo,
  kind: 'SUSPENSION',
  authority: '杭州市司法局',
  authorityLevel: 'CITY',
  decisionNo: `杭司罚决〔2026〕${++key}号`,
  legalBasis: '律师法第四十八条',
  decidedOn: from,
  effectiveOn: from,
  endsOn: until,
  summary: '停止执业',
  asOf: '2026-11-20T00:00:00Z',
  ...extra,
});

/** A revocation by the province. */
export const revocation = (lawyerCertificateNo: string, on: string, extra: Event = {}): Event => ({
  ...suspension(lawyerCertificateNo, on, on),
  kind: 'REVOCATION',
  authority: '浙江省司法厅',
  authorityLevel: 'PROVINCE',
  legalBasis: '律师法第四十九条',
  endsOn: null,
  summary: '吊销执业证书',
  ...extra,
});

const RESULTS = `recorded alreadyRecorded refused results { __typename
  ... on ItemRecorded { key id proposed } ... on ItemAlreadyRecorded { key id } ... on ItemRefused { key code path messageZh } }`;

export const PUSH_EVENTS = `mutation($events: [LicenceEventInput!]!, $load: LoadMode! = ENTRY) { push: recordLicenceEvents(events: $events, load: $load) { ${RESULTS} } }`;
export const PUSH_SANCTIONS = `mutation($sanctions: [SanctionInput!]!) { push: recordSanctions(sanctions: $sanctions) { ${RESULTS} } }`;
export const PUSH_FIRMS = `mutation($firms: [FirmInput!]!, $load: LoadMode! = ENTRY) { push: recordFirms(firms: $firms, load: $load) { ${RESULTS} } }`;
export const PUSH_CONTACTS = `mutation($contacts: [ContactInput!]!) { push: recordContacts(contacts: $contacts) { ${RESULTS} } }`;
export const PUSH_CASES = `mutation($cases: [CourtCaseInput!]!) { push: recordCases(cases: $cases) { ${RESULTS} } }`;
export const PUSH_REPRESENTATIONS = `mutation($representations: [RepresentationInput!]!) { push: recordRepresentations(representations: $representations) { ${RESULTS} } }`;
export const PUSH_JOBS = `mutation($jobs: [FirmJobInput!]!) { push: recordFirmJobs(jobs: $jobs) { ${RESULTS} } }`;
export const PUSH_APPLICATIONS = `mutation($applications: [LicenceApplicationInput!]!) { push: recordLicenceApplications(applications: $applications) { ${RESULTS} } }`;
export const PUSH_INTERNSHIPS = `mutation($internships: [InternshipInput!]!) { push: recordInternships(internships: $internships) { ${RESULTS} } }`;

/** How the items of a push were answered: `recorded`, `already`, or the code and path of a refusal. */
export function outcomes(answer: Answer): string[] {
  if (answer.errors.length > 0) return answer.codes;
  return answer.data.push.results.map((result: { __typename: string; code: string; path: string[] }) =>
    result.__typename === 'ItemRefused'
      ? `${result.code} ${result.path.join('.')}`
      : result.__typename === 'ItemRecorded'
        ? 'recorded'
        : 'already',
  );
}
