import { newCitizenId, newKey } from './pushes.js';

type Part = Record<string, unknown>;

/** A judge in post at the Xihu court; `extra` says the rest. */
export const service = (from: string, extra: Part = {}): Part => ({
  court: '浙0106',
  post: '审判员',
  category: 'JUDGE',
  rank: 8,
  tenure: 'TENURED',
  isInPost: true,
  isCivilServant: true,
  from,
  ...extra,
});

/** A resignation from the Xihu court. */
export const departure = (effectiveOn: string, extra: Part = {}): Part => ({
  court: '浙0106',
  type: 'RESIGNED',
  effectiveOn,
  ...extra,
});

/** A member of court staff whom nobody knows yet. */
export const member = (extra: Part = {}): Part => ({
  key: newKey(),
  citizenIdNumber: newCitizenId(),
  fullName: '陆沉舟',
  services: [service('2010-03-01')],
  asOf: '2026-11-20T00:00:00Z',
  ...extra,
});

const RESULTS = `recorded alreadyRecorded refused results { __typename
  ... on ItemRecorded { key id } ... on ItemAlreadyRecorded { key id } ... on ItemRefused { key code path messageZh } }`;

export const PUSH_STAFF = `mutation($staff: [CourtStaffInput!]!) { push: recordCourtStaff(staff: $staff) { ${RESULTS} } }`;
export const PUSH_KINSHIPS = `mutation($kinships: [KinshipInput!]!) { push: recordKinships(kinships: $kinships) { ${RESULTS} } }`;
export const PUSH_AREAS = `mutation($areas: [CourtAreaInput!]!) { push: recordCourtAreas(areas: $areas) { ${RESULTS} } }`;
export const PUSH_LINEAGE = `mutation($steps: [CourtLineageInput!]!) { push: recordCourtLineage(steps: $steps) { ${RESULTS} } }`;

/** Everything of a member of staff that personnel may read. */
export const FILE = `id fullName standing personnelFileNo accountIssuer accountSubject lawyer { id fullName }
  services { id court { code } organKind organName post category rank rankBand from until supersedes supersededBy }
  departures { id type effectiveOn effectiveBy reason disciplineDetail supersedes supersededBy annulledOn }
  laterPosts { organName leftBy until } approvals { documentNo relationsMovedOn } pledges { kind dueOn fulfilledOn destination }
  kinships { id relativeName relation until relative { id } supersededBy }`;
