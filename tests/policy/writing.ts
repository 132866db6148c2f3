import { generateKeyPairSync } from 'node:crypto';
import { creditCodeOf } from '../../seeds/firms.js';
import { personaFirmId, rivalFirmId, selfLawyerId } from '../../seeds/persona-records.js';
import { service } from '../support/personnel.js';
import { event, newCitizenId, newKey } from '../support/pushes.js';
import type { Asker } from './askers.js';
import type { Kind, Row } from './truth.js';

type Truth = Readonly<Record<string, Kind>>;

/** A mutation that its asker may ask: what it sends, and the codes of the whole answer and of refused items. */
export interface Writing {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly codes: readonly string[];
  readonly refusals: readonly string[];
}

const asOf = '2026-11-20T00:00:00Z';
let serial = 0;
const decided = new Set<string>();
const ended = new Set<string>();
const one =
  (root: string, type: string, input: (asker: Asker, truth: Truth) => object) =>
  (asker: Asker, truth: Truth, selection: string): Writing => ({
    document: `mutation($input: ${type}!) { ${root}(input: $input) ${selection} }`,
    variables: { input: { key: newKey(), ...input(asker, truth) } },
    codes: [],
    refusals: [],
  });

/** A batch of three: one that is recorded, the same again, and one that is refused with the code. */
const batch =
  (
    root: string,
    list: string,
    type: string,
    code: string,
    items: (asker: Asker, truth: Truth) => readonly [object, object],
    more: [string, string, unknown][] = [],
  ) =>
  (asker: Asker, truth: Truth, selection: string): Writing => {
    const [good, bad] = items(asker, truth);
    const first = { key: newKey(), ...good };
    const declared = more.map(([name, of]) => `, $${name}: ${of}`).join('');
    const passed = more.map(([name]) => `, ${name}: $${name}`).join('');
    return {
      document: `mutation($items: [${type}!]!${declared}) { ${root}(${list}: $items${passed}) ${selection} }`,
      variables: {
        items: [first, first, { key: newKey(), ...bad }],
        ...Object.fromEntries(more.map(([name, , value]) => [name, value])),
      },
      codes: [],
      refusals: [code],
    };
  };

/** A mutation of plain arguments. */
const by =
  (root: string, declared: string, passed: string, variables: (asker: Asker, truth: Truth) => Writing['variables']) =>
  (asker: Asker, truth: Truth, selection: string): Writing => ({
    document: `mutation(${declared}) { ${root}(${passed}) ${selection} }`,
    variables: variables(asker, truth),
    codes: [],
    refusals: [],
  });
const unitOf = (asker: Asker, truth: Truth) => truth.Unit?.rows.find(({ code }) => code === asker.claims?.unit)?.id;
const institutionOf = (asker: Asker) =>
  asker.name.endsWith('@court') ? 'COURT' : asker.name.endsWith('@bar') ? 'BAR' : 'JUSTICE';
const clientOf = (asker: Asker, truth: Truth, state: string) =>
  truth.Client?.rows.find(
    (row) => row.state === state && row.unit === unitOf(asker, truth) && row.issuer === 'https://issuer.example',
  )?.id;

/** A division in the area of a bureau. */
const divisionOf = (asker: Asker) => (asker.name === 'justice@ningbo' ? '330212' : '330106');
const number = (truth: Truth, id: string) => String(truth.Lawyer?.rows.find((row) => row.id === id)?.certificateNo);
const lawyerOf = (asker: Asker, truth: Truth) =>
  truth.Lawyer?.rows.find(
    ({ licenceStatus, divisionCode, id }) =>
      licenceStatus === 'PRACTISING' && divisionCode === divisionOf(asker) && id !== selfLawyerId,
  );
const decision = (asker: Asker, lawyerCertificateNo: string) => {
  const isBar = asker.role === 'bar';
  const isCity = asker.name.startsWith('justice@');
  return {
    lawyerCertificateNo,
    kind: isBar ? 'BAR_WARNING' : 'WARNING',
    authority: isBar ? '浙江省律师协会' : '司法局',
    authorityLevel: isCity ? 'CITY' : 'PROVINCE',
    decisionNo: `写〔2026〕${++serial}号`,
    legalBasis: isBar ? '处分规则' : '律师法第四十七条',
    decidedOn: '2026-10-01',
    effectiveOn: '2026-10-01',
    summary: '警告',
    asOf,
  };
};

/** A firm in the area of a bureau. */
const firmOf = (asker: Asker) => (asker.name === 'justice@ningbo' ? rivalFirmId : personaFirmId);
const internIn = (truth: Truth, state: string, declares: boolean | null) =>
  truth.Internship?.rows.find((row) => row.state === state && row.declaresCourtWork === declares)?.id;

/** An open case of the asker's court, and a practising lawyer, another each time. */
function counselOf(asker: Asker, truth: Truth): object {
  const court = truth.Court?.rows.find(({ code }) => code === asker.claims?.unit)?.id;
  const open = truth.CourtCase?.rows.find((row) => row.court === court && row.closedOn === null);
  const lawyers =
    truth.Lawyer?.rows.filter((row) => row.licenceStatus === 'PRACTISING' && row.id !== selfLawyerId) ?? [];
  const certificateNo = lawyers[serial++ % lawyers.length]?.certificateNo;
  const acting = { side: 'THIRD_PARTY', capacity: 'AS_LAWYER', category: 'AGENT', fromOn: '2026-11-20' };
  return { caseNo: open?.caseNo, certificateNo, ...acting };
}

const taken = new Set<string>();
const courtDecides = ['COUNSEL', 'RECUSAL', 'WRONG_ANSWER'];

/** Is an alert one that the asker decides on: of his court, the high court those at Yinzhou; of his bureau. */
function decides(asker: Asker, truth: Truth, alert: Row): boolean {
  if (asker.role === 'justice') return alert.kind === 'EMPLOYMENT' && alert.division === divisionOf(asker);
  const code = asker.claims?.unit === '浙' ? '浙0212' : asker.claims?.unit;
  const court = truth.Court?.rows.find((row) => row.code === code)?.id;
  return courtDecides.includes(String(alert.kind)) && alert.court === court;
}

/** An alert in a state that the asker decides on and nobody else here. */
function alertOf(asker: Asker, truth: Truth, state: string): string | undefined {
  const free = truth.RestrictionAlert?.rows.find(
    (row) => row.state === state && !taken.has(row.id) && decides(asker, truth, row),
  );
  taken.add(String(free?.id));
  return free?.id;
}

const stepOf = (root: string, state: string) =>
  by(root, '$id: ID!', 'id: $id, reason: "经核实属实"', (asker, truth) => ({ id: alertOf(asker, truth, state) }));
const concernBy = (root: string) =>
  by(root, '$id: ID!', 'alertId: $id, statement: "请予以说明"', (asker, truth) => ({
    id: truth.RestrictionAlert?.rows.find(
      ({ kind, state, lawyer }) => kind === 'COUNSEL' && state === 'CLOSED' && lawyer === asker.claims?.lawyer,
    )?.id,
  }));

/** One writing for every mutation, by whom it is open to. */
export const openDoors: Readonly<Record<string, (asker: Asker, truth: Truth, selection: string) => Writing>> = {
  recordFirms: batch('recordFirms', 'firms', 'FirmInput', 'CREDIT_CODE_INVALID', (asker) => {
    const firm = { name: `新所${++serial}`, divisionCode: divisionOf(asker), openedOn: '2026-01-01', asOf };
    return [
      { ...firm, unifiedSocialCreditCode: creditCodeOf(divisionOf(asker), `MW${String(++serial).padStart(6, '0')}`) },
      { ...firm, unifiedSocialCreditCode: 'x' },
    ];
  }),
  recordLicenceEvents: batch('recordLicenceEvents', 'events', 'LicenceEventInput', 'LAWYER_UNKNOWN', (asker, truth) => {
    const { key: _key, ...paused } = event('PAUSED', '2026-11-20', {
      lawyerId: truth.Lawyer?.rows
        .filter(
          ({ id, licenceStatus, divisionCode }) =>
            licenceStatus === 'PRACTISING' && divisionCode === divisionOf(asker) && id !== selfLawyerId,
        )
        .at(-1 - (serial++ % 3))?.id,
      reason: '休假',
      ...(asker.name.startsWith('justice@') ? { decidedBy: '司法局', decidedByLevel: 'CITY' } : {}),
    });
    return [paused, { ...paused, lawyerId: '0190a000-0000-7000-8000-000000000000' }];
  }),
  recordSanctions: batch('recordSanctions', 'sanctions', 'SanctionInput', 'LAWYER_UNKNOWN', (asker, truth) => [
    decision(asker, String(lawyerOf(asker, truth)?.certificateNo)),
    decision(asker, '13301200010999999'),
  ]),
  recordContacts: batch('recordContacts', 'contacts', 'ContactInput', 'LAWYER_UNKNOWN', (asker, truth) => {
    const value = asker.role === 'bar' ? { email: `w${++serial}@example.cn` } : { officeAddress: `某路${++serial}号` };
    return [
      { ...value, certificateNo: lawyerOf(asker, truth)?.certificateNo, asOf },
      { ...value, certificateNo: '13301200010999999', asOf },
    ];
  }),
  proposeContactChange: one('proposeContactChange', 'ContactChangeInput', (asker, truth) => ({
    ...(asker.role === 'bar'
      ? { field: 'OFFICE_ADDRESS', value: `某街${++serial}号` }
      : { field: 'MOBILE', value: `139${String(10_000_000 + ++serial)}` }),
    ...(asker.role === 'self' ? {} : { certificateNo: lawyerOf(asker, truth)?.certificateNo }),
    asOf: '2026-11-20',
  })),
  decideContactProposal: (asker, truth, selection) => {
    const owner = asker.role === 'bar' ? 'BAR' : 'JUSTICE';
    const isInArea = (row: Row) =>
      truth.Lawyer?.rows.find(({ id }) => id === row.lawyer)?.divisionCode === divisionOf(asker);
    const open = truth.ContactProposal?.rows.find(
      (row) => row.state === 'PENDING' && row.ownedBy === owner && !decided.has(row.id) && isInArea(row),
    );
    decided.add(String(open?.id));
    const input = { id: open?.id, accept: false, reason: '与登记不符' };
    return {
      document: `mutation($input: ContactDecisionInput!) { decideContactProposal(input: $input) ${selection} }`,
      variables: { input },
      codes: [],
      refusals: [],
    };
  },
  recordCases: batch('recordCases', 'cases', 'CourtCaseInput', 'COURT_UNKNOWN', (asker) => {
    const of = (court: unknown) => ({
      court,
      caseNo: `（2026）${court}民初${70_000 + ++serial}号`,
      procedure: 'CIVIL',
      stage: 'FIRST_INSTANCE',
      acceptedOn: '2026-10-01',
      panel: [{ staffId: '0190a000-0000-7000-8000-0000000000cc', role: 'JUDGE' }],
      asOf,
    });
    return [of(asker.claims?.unit), of('浙9999')];
  }),
  recordRepresentations: batch(
    'recordRepresentations',
    'representations',
    'RepresentationInput',
    'CASE_UNKNOWN',
    (asker, truth) => {
      const court = truth.Court?.rows.find(({ code }) => code === asker.claims?.unit)?.id;
      const open = truth.CourtCase?.rows.find((row) => row.court === court && row.closedOn === null);
      const acting = {
        certificateNo: number(truth, selfLawyerId),
        side: 'THIRD_PARTY',
        capacity: 'AS_LAWYER',
        category: 'AGENT',
        fromOn: '2026-11-20',
      };
      return [
        { ...acting, caseNo: open?.caseNo },
        { ...acting, caseNo: '（2026）浙0106民初99999999号' },
      ];
    },
  ),
  endRepresentation: (asker, truth, selection) => {
    const court = truth.Court?.rows.find(({ code }) => code === asker.claims?.unit)?.id;
    const cases = truth.CourtCase?.rows.filter((row) => row.court === court).map(({ id }) => id) ?? [];
    const running = truth.Representation?.rows.find(
      (row) => cases.includes(String(row.case)) && row.untilOn === null && !ended.has(row.id),
    );
    ended.add(String(running?.id));
    return {
      document: `mutation($input: RepresentationEndInput!) { endRepresentation(input: $input) ${selection} }`,
      variables: { input: { id: running?.id, on: '2026-11-20', reason: 'DISMISSED_BY_PARTY' } },
      codes: [],
      refusals: [],
    };
  },
  checkRepresentation: by('checkRepresentation', '$input: CounselInput!', 'input: $input', (asker, truth) => ({
    input: counselOf(asker, truth),
  })),
  enterRepresentation: by('enterRepresentation', '$input: CounselInput!', 'input: $input', (asker, truth) => ({
    input: counselOf(asker, truth),
  })),
  checkLicenceApplication: by('checkLicenceApplication', '$id: ID!', 'id: $id', (asker, truth) => ({
    id: truth.LicenceApplication?.rows.find(
      (row) =>
        row.decidedOn === null &&
        truth.LawFirm?.rows.find(({ id }) => id === row.firm)?.divisionCode === divisionOf(asker),
    )?.id,
  })),
  checkFirmJob: by('checkFirmJob', '$input: FirmJobCheckInput!', 'input: $input', (asker, truth) => ({
    input: {
      certificateNo: lawyerOf(asker, truth)?.certificateNo,
      firmCreditCode: truth.LawFirm?.rows.find(({ id }) => id === firmOf(asker))?.unifiedSocialCreditCode,
      role: 'LEGAL_ADVISER',
    },
  })),
  checkInternRegistration: by('checkInternRegistration', '$id: ID!', 'id: $id', (_asker, truth) => ({
    id: internIn(truth, 'APPLIED', null),
  })),
  confirmRestrictionAlert: stepOf('confirmRestrictionAlert', 'RAISED'),
  overrideRestrictionAlert: stepOf('overrideRestrictionAlert', 'RAISED'),
  correctRestrictionAlert: stepOf('correctRestrictionAlert', 'CONFIRMED'),
  closeRestrictionAlert: stepOf('closeRestrictionAlert', 'CONFIRMED'),
  recordAlertFollowUp: by('recordAlertFollowUp', '$input: AlertFollowUpInput!', 'input: $input', (asker, truth) => ({
    input: { alertId: alertOf(asker, truth, 'CONFIRMED'), kind: 'REMINDED', doneOn: '2026-11-20', note: '已催办' },
  })),
  requestAlertExplanation: concernBy('requestAlertExplanation'),
  requestAlertCorrection: concernBy('requestAlertCorrection'),
  answerAlertConcern: by('answerAlertConcern', '$id: ID!', 'id: $id, answer: "已核实并答复"', (asker, truth) => {
    const open = truth.AlertConcern?.rows.find(({ id, answer, alert }) => {
      const on = truth.RestrictionAlert?.rows.find((row) => row.id === alert);
      return answer === null && !taken.has(id) && on !== undefined && decides(asker, truth, on);
    });
    taken.add(String(open?.id));
    return { id: open?.id };
  }),
  recordFirmJobs: batch('recordFirmJobs', 'jobs', 'FirmJobInput', 'FIRM_UNKNOWN', (asker) => {
    const job = {
      person: { fullName: '某人', citizenIdNumber: newCitizenId() },
      role: 'ADMIN',
      fromOn: '2026-10-01',
      asOf,
    };
    return [
      { ...job, firmId: firmOf(asker) },
      { ...job, firmId: '0190a000-0000-7000-8000-000000000000' },
    ];
  }),
  recordLicenceApplications: batch(
    'recordLicenceApplications',
    'applications',
    'LicenceApplicationInput',
    'FIRM_UNKNOWN',
    (asker) => {
      const application = {
        applicationNo: `写申${++serial}`,
        kind: 'FIRST_CERTIFICATE',
        person: { fullName: '某人', citizenIdNumber: newCitizenId() },
        filedOn: '2026-10-01',
        state: 'FILED',
        asOf,
      };
      return [
        { ...application, firmId: firmOf(asker) },
        { ...application, firmId: '0190a000-0000-7000-8000-000000000000' },
      ];
    },
  ),
  recordInternships: batch('recordInternships', 'internships', 'InternshipInput', 'FIRM_UNKNOWN', (_asker, truth) => {
    const intern = (firmId: string) => ({
      fullName: '某人',
      citizenIdNumber: newCitizenId(),
      mentorCertificateNo: number(truth, selfLawyerId),
      appliedOn: '2026-11-01',
      formerCourts: ['浙0106'],
      firmId,
    });
    return [intern(personaFirmId), intern('0190a000-0000-7000-8000-000000000000')];
  }),
  requestFormerCourtOpinion: by(
    'requestFormerCourtOpinion',
    '$internship: ID!, $court: String!',
    'internship: $internship, court: $court',
    (_asker, truth) => ({ internship: internIn(truth, 'APPLIED', null), court: '浙0102' }),
  ),
  giveFormerCourtOpinion: by(
    'giveFormerCourtOpinion',
    '$input: FormerCourtOpinionInput!',
    'input: $input',
    (_asker, truth) => ({
      input: {
        id: truth.FormerCourtOpinion?.rows.find(({ givenAt }) => givenAt === null)?.id,
        objects: true,
        reason: '离任未满二年',
        givenBy: '某人',
      },
    }),
  ),
  decideInternship: by('decideInternship', '$input: InternshipDecisionInput!', 'input: $input', (_asker, truth) => ({
    input: { id: internIn(truth, 'APPLIED', false), register: true, fromOn: '2026-12-01', untilOn: '2027-11-30' },
  })),
  endInternship: by('endInternship', '$input: InternshipEndInput!', 'input: $input', (_asker, truth) => ({
    input: { id: internIn(truth, 'REGISTERED', true), on: '2026-11-20', outcome: 'ENDED' },
  })),
  announceRulePack: by('announceRulePack', '$input: RulePackInput!', 'input: $input', () => ({
    input: {
      code: `WRITTEN-${++serial}`,
      title: '试行规则',
      issuer: '省高级人民法院',
      version: '1',
      effectiveFrom: '2027-01-01',
      switches: [{ name: 'intern', kind: 'CHOICE', value: 'REVIEW' }],
    },
  })),
  registerClient: (asker, _truth, selection) => {
    const roles = { COURT: ['judge', 'TRIAL'], JUSTICE: ['justice', 'DISCIPLINE'], BAR: ['bar', 'MEMBERSHIP'] }[
      institutionOf(asker)
    ] as [string, string];
    const input = {
      issuer: 'https://issuer.example',
      clientId: `written-${++serial}`,
      unit: asker.claims?.unit,
      name: '新系统',
      responsiblePerson: '某人',
      roles: [roles[0]],
      purposes: [roles[1]],
      isCertificateBound: true,
    };
    return {
      document: `mutation($input: ClientInput!) { registerClient(input: $input) ${selection} }`,
      variables: { input },
      codes: [],
      refusals: [],
    };
  },
  rotateClientKey: (asker, truth, selection) => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = JSON.stringify({
      ...publicKey.export({ format: 'jwk' }),
      kid: `written-${++serial}`,
      alg: 'ES256',
      use: 'sig',
    });
    const input = { client: clientOf(asker, truth, 'ACTIVE'), jwk, overlapHours: 1 };
    return {
      document: `mutation($input: KeyRotationInput!) { rotateClientKey(input: $input) ${selection} }`,
      variables: { input },
      codes: [],
      refusals: [],
    };
  },
  withdrawClientKey: by(
    'withdrawClientKey',
    '$client: ID!, $kid: String!',
    'client: $client, kid: $kid',
    (asker, truth) => ({ client: clientOf(asker, truth, 'DISABLED'), kid: 'new' }),
  ),
  confirmClientKey: by(
    'confirmClientKey',
    '$client: ID!, $kid: String!',
    'client: $client, kid: $kid',
    (asker, truth) => ({ client: clientOf(asker, truth, 'ACTIVE'), kid: 'new' }),
  ),
  activateClient: by('activateClient', '$id: ID!', 'id: $id', (asker, truth) => ({
    id: clientOf(asker, truth, 'REGISTERED'),
  })),
  disableClient: by('disableClient', '$id: ID!', 'id: $id, reason: "停用"', (asker, truth) => ({
    id: clientOf(asker, truth, 'ACTIVE'),
  })),
  liftClientLock: by('liftClientLock', '$id: ID!', 'id: $id', (asker, truth) => ({
    id: truth.ClientLock?.rows.find(
      ({ client, holds }) => holds === true && client === clientOf(asker, truth, 'ACTIVE'),
    )?.id,
  })),
  registerClientOperations: batch(
    'registerClientOperations',
    'operations',
    'ClientOperationInput',
    'DOCUMENT_INVALID',
    (asker, truth) => [
      { client: clientOf(asker, truth, 'ACTIVE'), document: `query Written${++serial} { whoAmI { role } }` },
      { client: clientOf(asker, truth, 'ACTIVE'), document: '{ nothing }' },
    ],
  ),
  retireClientOperations: batch(
    'retireClientOperations',
    'operations',
    'OperationRetirementInput',
    'NOT_FOUND',
    (asker, truth) => {
      const client = clientOf(asker, truth, 'ACTIVE');
      const open = truth.ClientOperation?.rows.find((row) => row.client === client && row.retiredAt === null);
      return [{ operation: open?.id }, { operation: '0190a000-0000-7000-8000-000000000000' }];
    },
  ),
  limitClient: by('limitClient', '$id: ID!', 'id: $id, reason: "试点"', (asker, truth) => ({
    id: clientOf(asker, truth, 'REGISTERED'),
  })),
  limitUnit: by('limitUnit', '$unit: String!', 'unit: $unit, reason: "试点"', (asker) => ({
    unit: { COURT: '浙02', JUSTICE: 'ningbo-bureau', BAR: 'zj-bar' }[institutionOf(asker)],
  })),
  liftOperationLimit: by('liftOperationLimit', '$id: ID!', 'id: $id', (asker, truth) => ({
    id: truth.OperationLimit?.rows.find(
      ({ client, liftedAt }) => liftedAt === null && client === clientOf(asker, truth, 'ACTIVE'),
    )?.id,
  })),
  disableAccount: by(
    'disableAccount',
    '$subject: String!',
    'issuer: "https://issuer.example", subject: $subject, reason: "离职"',
    () => ({ subject: `gone-${++serial}` }),
  ),
  restoreAccount: by('restoreAccount', '$id: ID!', 'id: $id', (asker, truth) => ({
    id: truth.DisabledAccount?.rows.find(({ unit, restoredAt }) => restoredAt === null && unit === unitOf(asker, truth))
      ?.id,
  })),
  verifyLawyerIdentity: (_asker, truth, selection) => {
    const input = {
      fullName: String(truth.Lawyer?.rows.find(({ id }) => id === selfLawyerId)?.fullName),
      certificateNo: number(truth, selfLawyerId),
      citizenIdNumber: newCitizenId(),
    };
    return {
      document: `mutation($input: IdentityInput!) { verifyLawyerIdentity(input: $input) ${selection} }`,
      variables: { input },
      codes: [],
      refusals: [],
    };
  },
  publishJournalIssue: one('publishJournalIssue', 'JournalIssueInput', (asker) => ({
    journal: asker.name === 'editor@court' ? '浙江审判' : '浙江律师',
    year: 2020,
    number: ++serial,
    publishedOn: '2020-01-01',
    audience: ['PUBLIC'],
    articles: [{ title: `题${serial}`, authors: ['某'], body: '文', disclosure: 'PUBLIC' }],
  })),
  recordCourtStaff: batch('recordCourtStaff', 'staff', 'CourtStaffInput', 'COURT_UNKNOWN', () => {
    const person = { citizenIdNumber: newCitizenId(), fullName: '陆沉舟', asOf };
    return [
      { ...person, services: [service('2010-01-01')] },
      { ...person, services: [service('2010-01-01', { court: '浙9999' })] },
    ];
  }),
  recordKinships: batch('recordKinships', 'kinships', 'KinshipInput', 'STAFF_UNKNOWN', (_asker, truth) => {
    const relative = { relativeName: '顾晚舟', relation: 'COUSIN', declaredOn: '2026-01-01' };
    return [
      { ...relative, staff: truth.CourtStaff?.rows[0]?.id },
      { ...relative, staff: '0190a000-0000-7000-8000-000000000000' },
    ];
  }),
  recordCourtAreas: batch('recordCourtAreas', 'areas', 'CourtAreaInput', 'AREA_GAP', () => [
    { court: '浙0327', lists: [{ from: '2026-01-01', divisions: ['330327', '330328'] }] },
    { court: '浙0327', lists: [{ from: '2026-01-01', until: '2026-02-01', divisions: ['330327'] }] },
  ]),
  recordCourtLineage: batch('recordCourtLineage', 'steps', 'CourtLineageInput', 'LINEAGE_CYCLE', () => [
    { fromCourt: '浙0326', toCourt: '浙0327', kind: 'SPLIT', on: '2026-01-01' },
    { fromCourt: '浙0326', toCourt: '浙0326', kind: 'SPLIT', on: '2026-01-01' },
  ]),
  publishMediatorRoster: batch(
    'publishMediatorRoster',
    'entries',
    'RosterListingInput',
    'LAWYER_UNKNOWN',
    (_asker, truth) => [
      {
        lawyerId: truth.Lawyer?.rows.find(
          ({ licenceStatus, practisingFirm, id }) =>
            licenceStatus === 'PRACTISING' && practisingFirm === personaFirmId && id !== selfLawyerId,
        )?.id,
      },
      { lawyerId: '0190a000-0000-7000-8000-000000000000' },
    ],
    [['court', 'String!', '浙0205']],
  ),
  adjustMediatorRoster: batch(
    'adjustMediatorRoster',
    'adjustments',
    'RosterAdjustmentInput',
    'ROSTER_ENTRY_UNKNOWN',
    (_asker, truth) => [
      {
        entryId: truth.MediatorRosterEntry?.rows.filter(
          ({ state, id }) => state === 'LISTED' && !id.startsWith('0190c0de'),
        )[0]?.id,
        step: 'REMOVE',
        on: '2026-11-01',
        reason: '本人申请',
      },
      { entryId: '0190a000-0000-7000-8000-000000000000', step: 'REMOVE', on: '2026-11-01', reason: '本人申请' },
    ],
  ),
};
