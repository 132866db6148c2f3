import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { personaFirmId, selfLawyerId, suspendedLawyerId } from '../../seeds/persona-records.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { member, PUSH_AREAS, PUSH_KINSHIPS, PUSH_LINEAGE, PUSH_STAFF } from '../support/personnel.js';
import {
  event,
  grant,
  newCitizenId,
  newKey,
  outcomes,
  PUSH_APPLICATIONS,
  PUSH_CASES,
  PUSH_EVENTS,
  PUSH_INTERNSHIPS,
  PUSH_JOBS,
  PUSH_REPRESENTATIONS,
} from '../support/pushes.js';
import { banAt, raised, raisedRecusal } from '../support/restriction-alerts.js';
import { never, type Secrets, shownTo } from './never-lines.js';
import { untouched } from './never-untouched.js';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** Everything that could be asked of court staff. */
const STAFF = `{ fullName standing personnelFileNo accountIssuer accountSubject dataSource services { post category rank rankBand organName }
  departures { type reason disciplineDetail decisionNo annulmentNo } laterPosts { organName } approvals { documentNo } pledges { destination }
  kinships { relativeName relation relative { fullName } } }`;
/** Everything that could be asked of a restriction alert, and of a verdict. */
const ALERT = `{ kind subject subjectId caseNo headline lastRestrictedDay staffId state decidedBy reason answerGiven answerNow toldTo explanationZh
  explanationEn lawyer { fullName mobile homeAddress } firm { personInChargeMobile } court { name } decisions { decidedBy reason }
  followUps { kind note recordedBy } concerns { statement answer answeredBy } }`;
const VERDICT = `{ headline lastRestrictedDay isRecusalCheckRequired constraints { headline scope scopeIds code countedFrom { kind on } facts norms { code zh } }
  duties { code zh } explanationZh explanationEn }`;
/** Everything that could be asked of a lawyer, along every path that leads to one. */
const LAWYER = `{ fullName formerNames mobile email homeAddress officeAddress dataSource sourceStatusCode sourceStatusText
  certificates { certificateNo } licenceHistory { kind reason decisionNo } sanctions { kind summary decisionText fineYuan }
  contactProposals { value field } courtStaff ${STAFF} practisingFirm { personInChargeMobile sanctions { summary decisionText } } }`;
const paths = (id: string) => [
  `{ lawyer(id: "${id}") ${LAWYER} }`,
  `{ x: lawyer(id: "${id}") { ...all } } fragment all on Lawyer ${LAWYER}`,
  `{ lawyer(id: "${id}") { practisingFirm { lawyers(first: 50) { nodes ${LAWYER} edges { node ${LAWYER} } } } } }`,
  `{ lawyers(filter: { firmId: "${personaFirmId}" }, first: 50) { nodes ${LAWYER} } }`,
  `{ mediatorRoster(first: 50) { nodes { removalReason lawyer ${LAWYER} } } }`,
];

onEveryDatabase('what nobody may read who is not named', (kind) => {
  const hub = hubFor(kind);
  let secrets: Secrets;
  let dead: string;
  let asked = 0;
  let looked = 0;
  const answers = new Map<string, Promise<readonly string[]>>();

  beforeAll(async () => {
    const [self] = await hub.rows<Record<string, string>>(
      sql`select mobile, email, home_address, citizen_id_sealed from justice.lawyer where id = ${selfLawyerId}::uuid`,
    );
    const granted = grant(personaFirmId, '2020-01-01');
    const reason = '因健康原因本人申请注销';
    const pushed = await hub.as('justice').ask(PUSH_EVENTS, {
      events: [granted, event('DEREGISTERED', '2026-05-01', { certificateNo: granted.certificateNo, reason })],
    });
    expect(outcomes(pushed)).toEqual(['recorded', 'recorded']);
    dead = (await hub.as('justice').ask(`{ lawyer(certificateNo: "${granted.certificateNo}") { id } }`)).data.lawyer.id;
    const proposal = '19912345678';
    await hub.as('justice').ask('mutation($i: ContactChangeInput!) { proposeContactChange(input: $i) { id } }', {
      i: {
        key: newKey(),
        certificateNo: (await hub.as('justice').ask(`{ lawyer(id: "${selfLawyerId}") { certificateNo } }`)).data.lawyer
          .certificateNo,
        field: 'MOBILE',
        value: proposal,
        asOf: '2026-11-20',
      },
    });
    const decisionText = '决定书全文-不应被他人看到';
    await hub.rows(
      sql`update justice.sanction set decision_text = ${decisionText}, public_until = date '2026-11-01' where lawyer_id = ${suspendedLawyerId}::uuid`,
    );
    const penalty = (summary: string, ends: string | null, from: string | null, until: string | null) =>
      hub.rows(sql`insert into justice.sanction (id, lawyer_id, kind, authority, authority_level, decision_no, legal_basis, decided_on, effective_on,
        ends_on, public_from, public_until, summary, source, as_of, recorded_at)
        values (gen_random_uuid(), ${suspendedLawyerId}::uuid, 'WARNING', '杭州市司法局', 'CITY', ${summary}, '律师法第四十七条', '2026-01-01', '2026-01-01',
        ${ends}, ${from}, ${until}, ${summary}, '省司法厅', now(), now())`);
    const [unpublished, expired, over] = ['未公示之警告摘要', '公示期满之处罚摘要', '期限届满之处罚摘要'] as const;
    await penalty(unpublished, null, null, null);
    await penalty(expired, '2026-06-01', '2026-01-01', '2026-06-30');
    await penalty(over, '2026-06-01', null, null);
    const verifiedAt = '1995-05-05T05:05:05.000Z';
    await hub.rows(sql`insert into justice.identity_verification (id, unit_code, court_id, lawyer_id, result, licence_status, verified_at)
      select gen_random_uuid(), code, id, ${selfLawyerId}::uuid, 'MATCH', 'PRACTISING', ${verifiedAt}::timestamptz from court.court where code = '浙0106'`);
    const act = 'somebody-of-the-department';
    await hub.rows(sql`insert into audit.audit_line (id, at, kind, outcome, correlation_id, institution, unit, role, actor_id, client_id, coordinates, records, withheld, masked, refusals, count)
      values (gen_random_uuid(), now(), 'RECORDED', 'ANSWERED', 'x', 'JUSTICE', 'zj-justice', 'system', ${act}, 'x', '{Mutation.registerClient}', '{}', '{}', '{}', '{}', 1)`);
    const courtTitle = '仅供法院阅览之文';
    await hub.as('editor@court').ask('mutation($i: JournalIssueInput!) { publishJournalIssue(input: $i) { id } }', {
      i: {
        key: newKey(),
        journal: '浙江审判',
        year: 2026,
        number: 9,
        publishedOn: '2026-09-20',
        audience: ['COURT'],
        articles: [{ title: courtTitle, authors: ['某'], body: courtTitle, disclosure: 'SHARED' }],
      },
    });
    const [{ mobile: listedMobile }] = (await hub.rows<{ mobile: string }>(
      sql`select mobile from justice.lawyer where id = ${suspendedLawyerId}::uuid`,
    )) as [{ mobile: string }];
    const [{ mobile: headMobile }] = (await hub.rows<{ mobile: string }>(
      sql`update justice.firm set person_in_charge_mobile = '13755556666' where id = ${personaFirmId}::uuid returning person_in_charge_mobile as mobile`,
    )) as [{ mobile: string }];
    const removalReason = '因投诉移出名册';
    await hub.rows(sql`update bar.mediator_roster_entry set state = 'REMOVED', removed_on = date '2026-11-01', removal_reason = ${removalReason}
      where id = (select id from bar.mediator_roster_entry limit 1)`);
    const withheldTitle = '不宜交流之文';
    const restrictedTitle = '仅供法院律协之文';
    const article = (title: string, disclosure: string, extra: object) => ({
      title,
      body: title,
      disclosure,
      ...extra,
    });
    const published = await hub
      .as('editor')
      .ask('mutation($i: JournalIssueInput!) { publishJournalIssue(input: $i) { id articles { id } } }', {
        i: {
          key: newKey(),
          journal: '浙江律师',
          year: 2026,
          number: 10,
          publishedOn: '2026-10-20',
          audience: ['PUBLIC', 'COURT', 'JUSTICE', 'BAR', 'MEMBERS'],
          articles: [
            article(withheldTitle, 'WITHHELD', { withheldBasis: '依法依规不予公开' }),
            article(restrictedTitle, 'RESTRICTED', { audience: ['COURT', 'BAR'] }),
          ],
        },
      });
    articleIds = published.data.publishJournalIssue.articles.map((a: { id: string }) => a.id);
    const practice = await enterPractice();
    const personnel = {
      staffName: '档案上的姓名',
      staffPost: '不公开之职务',
      staffFile: '人事档案第七七号',
      staffReason: '不公开之离任事由',
      staffDiscipline: '不公开之处分情况',
      relativeName: '被申报之亲属',
      relation: 'OTHER_NEAR_IN_LAW',
    };
    const [{ id: staffId, sealed: staffSealed }] = (await hub.rows<{ id: string; sealed: string }>(
      sql`update court.court_staff set full_name = ${personnel.staffName}, personnel_file_no = ${personnel.staffFile}
        where lawyer_id = ${selfLawyerId}::uuid returning id, citizen_id_sealed as sealed`,
    )) as [{ id: string; sealed: string }];
    await hub.rows(sql`update court.court_service set post = ${personnel.staffPost} where staff_id = ${staffId}::uuid`);
    await hub.rows(
      sql`update court.departure set reason = ${personnel.staffReason}, discipline_detail = ${personnel.staffDiscipline} where staff_id = ${staffId}::uuid`,
    );
    const relativeId = newCitizenId();
    await hub.rows(sql`insert into court.kinship_declaration (id, staff_id, relative_name, relative_id_hash, relative_id_sealed, relation, declared_on, recorded_at)
      values (gen_random_uuid(), ${staffId}::uuid, ${personnel.relativeName}, ${hub.crypto.match(relativeId)}, ${hub.crypto.seal(relativeId)}, ${personnel.relation}, '2026-01-01', now())`);
    staffOfSelf = staffId;
    const alerts = await enterAlerts();
    secrets = {
      ...alerts,
      ...practice,
      ...personnel,
      staffId: hub.crypto.open(staffSealed),
      relativeId,
      mobile: self?.mobile as string,
      email: self?.email as string,
      homeAddress: self?.home_address as string,
      citizenId: hub.crypto.open(self?.citizen_id_sealed as string),
      reason,
      decisionText,
      removalReason,
      proposal,
      withheldTitle,
      restrictedTitle,
      listedMobile,
      headMobile,
      unpublished,
      expired,
      over,
      verifiedAt,
      act,
      courtTitle,
    };
  });
  let articleIds: string[] = [];
  let staffOfSelf = '';
  let [caseId, internshipId] = ['', ''];
  let alertIds: string[] = [];

  /** An alert nobody has decided on, one of a recusal, and one that the court confirmed, did something on, and was asked about. */
  async function enterAlerts() {
    const said = {
      alertCase: '（2026）浙0106民初99771号',
      alertDay: '2031-07-19',
      alertFile: '1987-03-04',
      alertStaff: '0190a000-0000-7000-8000-00000000a57a',
      alertReason: '确认预警之理由甲',
      alertNote: '仅承办方可见之备注',
      alertStatement: '当事人请求之原文',
    };
    const ban = banAt([]);
    const countedFrom = { kind: 'EXIT', on: said.alertFile } as const;
    const verdict = { ...ban, constraints: ban.constraints.map((one) => ({ ...one, countedFrom })) };
    const open = await raised(hub, { case_no: said.alertCase, last_restricted_day: said.alertDay, verdict });
    const confirmed = await raised(hub, { verdict });
    alertIds = [open, confirmed, await raisedRecusal(hub, said.alertStaff, { verdict })];
    const done = async (persona: string, mutation: string) =>
      expect((await hub.as(persona).ask(`mutation { ${mutation} { id } }`)).codes).toEqual([]);
    await done('judge', `confirmRestrictionAlert(id: "${confirmed}", reason: "${said.alertReason}")`);
    await done(
      'judge',
      `recordAlertFollowUp(input: { alertId: "${confirmed}", kind: OTHER, doneOn: "2026-11-20", note: "${said.alertNote}" })`,
    );
    await done('self', `requestAlertExplanation(alertId: "${confirmed}", statement: "${said.alertStatement}")`);
    return said;
  }

  /** A case with its panel and counsel, a job, an application and an internship on which the former court objects. */
  async function enterPractice() {
    const asOf = '2026-11-20T00:00:00Z';
    const caseNo = '（2026）浙0106刑初771号';
    const sitting = '0190a000-0000-7000-8000-0000000007ab';
    const said = {
      caseNo,
      sitting,
      agentName: '仅法院可见之亲属',
      agentId: newCitizenId(),
      jobName: '仅司法行政可见之顾问',
      jobId: newCitizenId(),
      applicant: '仅司法行政可见之申请人',
      applicantId: newCitizenId(),
      intern: '仅律协可见之实习人',
      internId: newCitizenId(),
      opinionReason: '离任原因仅政治部可见',
      opinionBy: '政治部答复人甲',
    };
    const pushed = async (persona: string, push: string, variables: Record<string, unknown>) => {
      const answer = await hub.as(persona).ask(push, variables);
      expect(new Set(outcomes(answer))).toEqual(new Set(['recorded']));
      return answer.data.push.results[0].id as string;
    };
    const filed = { procedure: 'CRIMINAL', stage: 'FIRST_INSTANCE', acceptedOn: '2026-05-06', asOf };
    const panel = [{ staffId: sitting, role: 'PRESIDING' }];
    caseId = await pushed('filing', PUSH_CASES, {
      cases: [{ key: newKey(), court: '浙0106', caseNo, panel, ...filed }],
    });
    const acting = { caseNo, side: 'ACCUSED', category: 'DEFENDER', fromOn: '2026-05-07' };
    await pushed('filing', PUSH_REPRESENTATIONS, {
      representations: [
        { key: newKey(), certificateNo: '13301201511000002', capacity: 'AS_LAWYER', ...acting },
        {
          key: newKey(),
          agent: { fullName: said.agentName, citizenIdNumber: said.agentId },
          capacity: 'NEAR_RELATIVE',
          relation: 'PARENT',
          ...acting,
        },
      ],
    });
    const person = { fullName: said.jobName, citizenIdNumber: said.jobId };
    await pushed('justice', PUSH_JOBS, {
      jobs: [{ key: newKey(), person, firmId: personaFirmId, role: 'LEGAL_ADVISER', fromOn: '2026-01-01', asOf }],
    });
    const application = {
      kind: 'FIRST_CERTIFICATE',
      firmId: personaFirmId,
      filedOn: '2026-10-01',
      state: 'FILED',
      asOf,
    };
    const applying = { fullName: said.applicant, citizenIdNumber: said.applicantId };
    await pushed('justice', PUSH_APPLICATIONS, {
      applications: [{ key: newKey(), applicationNo: '密申1号', person: applying, ...application }],
    });
    internshipId = await pushed('bar', PUSH_INTERNSHIPS, {
      internships: [
        {
          key: newKey(),
          fullName: said.intern,
          citizenIdNumber: said.internId,
          firmId: personaFirmId,
          mentorCertificateNo: '13301201511000002',
          appliedOn: '2026-10-01',
          formerCourts: ['浙0106'],
        },
      ],
    });
    const { data } = await hub.as('bar').ask(`{ internship(id: "${internshipId}") { opinions { id } } }`);
    const opinion = {
      id: data.internship.opinions[0].id,
      objects: true,
      reason: said.opinionReason,
      givenBy: said.opinionBy,
    };
    const given = await hub
      .as('personnel')
      .ask('mutation($i: FormerCourtOpinionInput!) { giveFormerCourtOpinion(input: $i) { id } }', { i: opinion });
    expect(given.codes).toEqual([]);
    return said;
  }

  const questions = () => [
    ...[selfLawyerId, suspendedLawyerId, dead].flatMap(paths),
    '{ journalIssues(first: 50) { nodes { articleCount articles { title body abstract authors disclosure withheldBasis audience } } } }',
    ...articleIds.map((id) => `{ journalArticle(id: "${id}") { title body issue { articles { title } } } }`),
    '{ contactProposals(first: 50) { nodes { value } } }',
    '{ identityVerifications(first: 50) { nodes { verifiedAt licenceStatus lawyer { mobile homeAddress } } } }',
    '{ administrationActs(first: 50) { nodes { actor client operations records } } }',
    `{ lawFirm(id: "${personaFirmId}") { personInChargeMobile sanctions { summary decisionText } } }`,
    ...[`courtCase(id: "${caseId}")`, 'courtCases(first: 50) { nodes'].map(
      (
        root,
      ) => `{ ${root} { caseNo procuratorate earlierCaseNos panel { staffId role } representations { agentName relation
        lawyer { mobile homeAddress } case { caseNo panel { staffId } } } } ${root.endsWith('nodes') ? '}' : ''} }`,
    ),
    '{ representations(first: 50) { nodes { agentName relation lawyer { homeAddress } case { caseNo panel { staffId } representations { agentName } } } } }',
    '{ firmJobs(first: 50) { nodes { personName firm { personInChargeMobile } lawyer { mobile homeAddress } } } }',
    '{ licenceApplications(first: 50) { nodes { personName applicationNo firm { name } lawyer { homeAddress } } } }',
    ...[`internship(id: "${internshipId}")`, 'internships(first: 50) { nodes'].map(
      (
        root,
      ) => `{ ${root} { fullName decisionReason mentor { mobile homeAddress } opinions { objects reason givenBy court { name } } }
        ${root.endsWith('nodes') ? '}' : ''} }`,
    ),
    '{ rulePacks { code issuer switches { name value } } }',
    '{ licenceAlerts(first: 50) { nodes { lawyer { mobile homeAddress } } } }',
    `{ restrictionAlerts(first: 50) { nodes ${ALERT} edges { node ${ALERT} } } }`,
    ...alertIds.map((id) => `{ restrictionAlert(id: "${id}") ${ALERT} }`),
    `mutation { checkRepresentation(input: { caseNo: "（2026）浙0106刑初771号", certificateNo: "13301201511000002", side: ACCUSED,
      capacity: AS_LAWYER, category: DEFENDER, fromOn: "2026-11-21" }) ${VERDICT} }`,
    `{ courtStaff(id: "${staffOfSelf}") ${STAFF} }`,
    `{ courtStaffMembers(first: 100) { nodes ${STAFF} } }`,
    `{ courtStaffMembers(filter: { namePrefix: "档案上" }) { totalCount edges { cursor node ${STAFF} } } }`,
    `{ ownCourtStaff ${STAFF} }`,
    `{ courts(first: 20) { nodes { name lineage { documentNo } areaHistory { divisionCode } } } }`,
    '{ whoAmI { lawyer { fullName } firm { personInChargeMobile } } }',
  ];

  const answersTo = (persona: string) => {
    const known = answers.get(persona) ?? ask(persona);
    answers.set(persona, known);
    return known;
  };
  const ask = async (persona: string) => {
    const texts: string[] = [];
    for (const question of questions()) texts.push((await hub.as(persona).ask(question)).text);
    asked += texts.length;
    return texts;
  };

  it.each(never)('%s (%s): %s', async (_id, _row, _words, _quote, personas, secret) => {
    for (const persona of personas)
      for (const [i, text] of (await answersTo(persona)).entries()) {
        expect(text.includes(secrets[secret]), `${persona} asks ${questions()[i]?.slice(0, 60)}`).toBe(false);
        looked += 1;
      }
  });

  it.each(shownTo)('the same questions do show %s to those who may read it', async (secret, personas) => {
    for (const persona of personas)
      expect(
        (await answersTo(persona)).some((text) => text.includes(secrets[secret])),
        persona,
      ).toBe(true);
  });

  it('C02 (C02): nobody but JUSTICE may write licence events', async () => {
    for (const persona of [
      'filing',
      'judge',
      'personnel',
      'supervision',
      'bar',
      'editor',
      'firm',
      'self',
      'public',
      'system',
      'security',
      'audit',
    ]) {
      const answer = await hub
        .as(persona)
        .ask(PUSH_EVENTS, { events: [event('PAUSED', '2026-11-01', { lawyerId: selfLawyerId })] });
      expect(answer.codes, persona).toEqual(['FORBIDDEN']);
    }
  });

  it('C05, N07 (section 7): nobody but court personnel may write staff, kinship, areas and lineage', async () => {
    const pushes: [string, object][] = [
      [PUSH_STAFF, { staff: [member()] }],
      [
        PUSH_KINSHIPS,
        {
          kinships: [{ key: 'k', staff: staffOfSelf, relativeName: '某', relation: 'CHILD', declaredOn: '2026-01-01' }],
        },
      ],
      [PUSH_AREAS, { areas: [{ key: 'k', court: '浙0106', lists: [] }] }],
      [PUSH_LINEAGE, { steps: [{ key: 'k', fromCourt: '浙0106', kind: 'ABOLISHED', on: '2026-01-01' }] }],
    ];
    for (const persona of [
      'filing',
      'judge',
      'supervision',
      'justice',
      'bar',
      'editor',
      'firm',
      'self',
      'public',
      'system',
      'security',
      'audit',
    ])
      for (const [document, variables] of pushes)
        expect((await hub.as(persona).ask(document, { ...variables })).codes, persona).toEqual(['FORBIDDEN']);
  });

  it('C15 (C15): the trail holds no masked or withheld value in clear', async () => {
    const kept = Object.entries(secrets).filter(([secret]) => secret !== 'act');
    for (const [secret, value] of kept)
      expect(
        await hub.rows(sql`select 1 from audit.audit_line l where to_jsonb(l)::text like ${`%${value}%`}`),
        secret,
      ).toEqual([]);
    const [{ lines }] = (await hub.rows<{ lines: string }>(sql`select count(*) as lines from audit.audit_line`)) as [
      { lines: string },
    ];
    expect(Number(lines)).toBeGreaterThan(100);
  });

  it('says how much it looked at', () => {
    console.log(
      `never: ${never.length} lines on ${new Set(never.map(([, row]) => row)).size} rows, ${asked} answers, ${looked} looks; ${untouched.length} lines not touched by the schema`,
    );
    expect(looked).toBeGreaterThan(3_000);
    expect(hub.faults).toEqual([]);
  });
});

describe.skipIf(!existsSync(shared))('the lines of what nobody may read (skipped where ../shared is absent)', () => {
  const flat = (text: string) => text.replace(/\s/g, '');
  const isThere = existsSync(shared);
  const systems = isThere ? readFileSync(`${shared}domain/systems.md`, 'utf8') : '';
  const sources = (isThere ? readdirSync(`${shared}sources`) : []).map((name) =>
    flat(readFileSync(`${shared}sources/${name}`, 'utf8')),
  );
  const rows =
    systems
      .split('### 3.3')[0]
      ?.split('**Table B')
      .slice(1)
      .flatMap((table) => [...table.matchAll(/^\| ([CN]\d\d) \|/gm)].map(([, row]) => row as string)) ?? [];

  it('leave out no row of table B', () => {
    const named = new Set([...never.map(([, row]) => row), ...untouched.map(([row]) => row)]);
    expect(rows.filter((row) => !named.has(row))).toEqual([]);
    expect(new Set(rows).size).toBe(65);
  });

  it('stand in systems.md and in the sources, word for word', () => {
    for (const [id, , words, quote] of never) {
      expect(systems.includes(words), `${id}: ${words}`).toBe(true);
      expect(
        sources.some((source) => source.includes(flat(quote))),
        `${id}: ${quote}`,
      ).toBe(true);
    }
    for (const [row, words] of untouched) expect(systems.includes(words), `${row}: ${words}`).toBe(true);
    console.log(`never: ${never.length} quotes and ${untouched.length} untouched lines held to the documents`);
  });
});
