import 'reflect-metadata';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { selfLawyerId } from '../../seeds/persona-records.js';
import { servedSchema } from '../../src/api/schema.js';
import { subgraphs } from '../../src/domain/index.js';
import type { Role } from '../../src/identity/roles.js';
import { declassifications } from '../../src/policy/matrix/declassifications.js';
import type { Asker as PolicyAsker, RecordPolicy } from '../../src/policy/record-policy.js';
import { onEveryDatabase } from '../support/databases.js';
import { type Asker, askers, oneOfEachRole } from './askers.js';
import { columnsShown, hiddenFrom } from './columns.js';
import { plantedProvince } from './province.js';
import { type Question, questionsOf } from './questions.js';
import { mayAsk } from './rules.js';
import { everything } from './selection.js';
import { asText, Capture, columnsNamed, type Sent } from './statements.js';
import { type Kind, readTruth, TODAY, type Who } from './truth.js';
import { whoever } from './whoever.js';

/**
 * What rows are decided on though it is not shown: the words of the matrix in `<noun>.policy.ts`, and nothing else. By
 * hand: a penalty annulled is not published; an event corrected is not shown as if it stood; an audience admits.
 */
const decidedOn: readonly string[] = [
  'bar.journal_article.audience',
  'bar.journal_issue.audience',
  'justice.licence_event.supersedes',
  'justice.sanction.annulled_on',
];

/** The facts readers of the declassified values; what any other reads is hidden from nobody who asks. */
const declared: readonly string[] = [
  'domain/joint/availability.facts.ts',
  'domain/joint/declared-relative.facts.ts',
  'domain/joint/restriction-alert.facts.ts',
  'domain/justice/identity-verification.facts.ts',
];

/** What the door reads of a client before anybody is answered: whether its tokens still count. */
const door: readonly string[] = ['domain/hub/standing.store.ts'];

/** Where verdicts come from, and the statements by which they read the registers of staff, lawyers and interns. */
const VERDICTS: readonly string[] = [
  'Mutation.checkRepresentation',
  'Mutation.enterRepresentation',
  'Mutation.checkLicenceApplication',
  'Mutation.checkFirmJob',
  'Mutation.checkInternRegistration',
];
/** What verdicts have raised. */
const ALERTS: readonly string[] = ['Query.restrictionAlerts', 'Query.restrictionAlert'];
const OF_REGISTERS =
  /^\s*select[\s\S]*from "?(court"?\."?(court_staff|kinship_declaration)|justice"?\."?(lawyer|firm_job)|bar"?\."?former_court_opinion)\b/i;

/** Statements that a careless store could send for the public. */
const planted: readonly (readonly [fault: string, statement: string, column: string])[] = [
  ['selected', 'select l.mobile from justice.lawyer l', 'justice.lawyer.mobile'],
  ['by a star', 'select * from justice.lawyer', 'justice.lawyer.home_address'],
  ['by a whole row', 'select to_jsonb(l) from justice.lawyer l', 'justice.lawyer.email'],
  ['in a filter', "select id from justice.lawyer x where x.mobile = ''", 'justice.lawyer.mobile'],
  ['in an order', 'select id from justice.lawyer order by first_practised_on', 'justice.lawyer.first_practised_on'],
  ['in a count', 'select count(fine_yuan) from justice.sanction', 'justice.sanction.fine_yuan'],
  [
    'in a join',
    'select f.id from justice.firm f join justice.lawyer l on l.mobile = f.person_in_charge_mobile',
    'justice.firm.person_in_charge_mobile',
  ],
  [
    'below a name of its own',
    'with a as (select reason as kind from justice.licence_event) select kind from a',
    'justice.licence_event.reason',
  ],
  ['that rows may be decided on', 'select annulled_on from justice.sanction', 'justice.sanction.annulled_on'],
];

onEveryDatabase('what is hidden from a role is not in the statements sent for it', (kind) => {
  // the rights are the same statements on both: everybody asks the one, one of each role the other
  const asking = kind.name === 'PGlite' ? askers : oneOfEachRole;
  const { hub, planted: ids } = plantedProvince(kind);
  const queries = servedSchema().getQueryType()?.getFields() ?? {};
  let truth: Readonly<Record<string, Kind>>;
  let who: ReadonlyMap<Asker, Who>;
  let questions: readonly Question[];
  let capture: Capture;
  let hidden: ReadonlyMap<Role, ReadonlySet<string>>;
  let columns: ReadonlyMap<string, readonly string[] | null>;
  const known = new Map<string, readonly string[]>();
  const facts = new Map<string, Set<string>>();
  const deciding = new Set<string>();
  let statements = 0;
  let columnsLookedAt = 0;

  beforeAll(async () => {
    truth = await readTruth(hub);
    who = await whoever(hub, asking);
    questions = questionsOf(truth, ids);
    columns = await columnsShown(hub);
    hidden = hiddenFrom(columns);
    capture = new Capture(hub.database);
  });
  afterAll(() => capture.end());

  const ask = (asker: Asker, document: string, variables = {}) =>
    hub.asClaims(asker.claims, asker.claims === null ? undefined : asker.purpose).ask(document, variables);
  const named = async (text: string) => {
    // values change nothing of what is named
    const form = text.replace(/'(?:[^']|'')*'/g, "''");
    const columnsOf = known.get(form) ?? (await columnsNamed(hub, text));
    known.set(form, columnsOf);
    return columnsOf;
  };
  const isFacts = ({ by }: Sent) =>
    by.some((file) => file.endsWith('.facts.ts')) && !by.includes('operation/reading.ts');

  it('every column of the institutions has coordinates that show it, holds rows together, or is for nobody', () => {
    const forNobody = [...columns].filter(([, shown]) => shown?.length === 0).map(([column]) => column);
    console.log(
      `columns: ${columns.size}, of them ${forNobody.length} for nobody; hidden from: ${[...hidden].map(([role, set]) => `${role} ${set.size}`).join(', ')}`,
    );
    expect(forNobody).toContain('justice.lawyer.citizen_id_hash');
    expect(forNobody).toContain('justice.lawyer.citizen_id_sealed');
    for (const set of hidden.values()) for (const column of forNobody) expect(set).toContain(column);
    expect(hidden.get('public')?.size).toBeGreaterThan(hidden.get('justice')?.size ?? 0);
  });

  it.each(asking.map((asker) => [asker.name, asker] as const))('asked by %s', async (_name, asker) => {
    const predicates = predicatesOf(asker, who.get(asker) as Who);
    const found: string[] = [];
    for (const [root, field] of Object.entries(queries)) {
      if (!mayAsk(asker.role, `Query.${root}`)) continue;
      for (const { args } of questions.filter((question) => question.root === root).slice(0, 3)) {
        capture.take();
        const answer = await ask(asker, `{ ${root}${args} ${everything(field.type, 1).text} }`);
        expect(answer.errors).toEqual([]);
        const sent = capture.take().filter(({ isRead }) => isRead);
        for (const one of sent)
          found.push(
            ...(await hiddenIn(one, asker.role, predicates)).map(
              (column) => `${root}: ${column} in ${one.text.slice(0, 300)}`,
            ),
          );
      }
    }
    for (const document of searches(asker.role)) {
      capture.take();
      await ask(asker, document);
      for (const one of capture.take().filter(({ isRead }) => isRead))
        found.push(...(await hiddenIn(one, asker.role, predicates)).map((column) => `${document}: ${column}`));
    }
    expect(found).toEqual([]);
  });

  /** The hidden columns a statement names, beside the predicates of its rows. What predicates name is held to the list above. */
  async function hiddenIn(one: Sent, role: Role, predicates: readonly string[]): Promise<string[]> {
    statements += 1;
    expect(one.by, `made nowhere: ${one.text.slice(0, 120)}`).not.toEqual([]);
    if (one.by.some((file) => door.includes(file))) return [];
    const isHidden = (column: string) => hidden.get(role)?.has(column) === true;
    const all = await named(one.text);
    columnsLookedAt += all.length;
    if (isFacts(one)) {
      const file = one.by.find((name) => name.endsWith('.facts.ts')) as string;
      facts.set(file, new Set([...(facts.get(file) ?? []), ...all]));
      return declared.includes(file) ? [] : all.filter(isHidden);
    }
    if (!all.some(isHidden)) return [];
    const beside = await named(predicates.reduce((text, predicate) => text.replaceAll(predicate, 'true'), one.text));
    for (const column of all) if (isHidden(column) && !beside.includes(column)) deciding.add(column);
    return beside.filter(isHidden);
  }

  it.each(planted)('a hidden column %s is found', async (_fault, text, column) => {
    const predicates = predicatesOf(
      asking.find(({ name }) => name === 'public') as Asker,
      who.get(asking[0] as Asker) as Who,
    );
    expect(
      await hiddenIn({ text, isRead: true, by: ['domain/justice/lawyer.store.ts'] }, 'public', predicates),
    ).toContain(column);
    expect(await hiddenIn({ text, isRead: true, by: ['domain/court/court.facts.ts'] }, 'public', predicates)).toContain(
      column,
    );
  });

  it('rows are decided on nothing else that is hidden', () => {
    expect([...deciding].toSorted()).toEqual(decidedOn);
  });

  it('a declassified value depends on the columns it names, and on no other', async () => {
    await ask(asking.find(({ name }) => name === 'public') as Asker, '{ mediatorRoster { nodes { available } } }');
    for (const one of capture.take().filter(isFacts)) await hiddenIn(one, 'public', []);
    const self = truth.Lawyer?.rows.find(({ id }) => id === selfLawyerId);
    const [sealed] = await hub.rows<{ sealed: string }>(
      sql`select citizen_id_sealed as sealed from justice.lawyer where id = ${selfLawyerId}::uuid`,
    );
    capture.take();
    const input = {
      fullName: self?.fullName,
      certificateNo: self?.certificateNo,
      citizenIdNumber: hub.crypto.open(sealed?.sealed as string),
    };
    await ask(
      asking.find(({ name }) => name === 'filing') as Asker,
      'mutation($input: IdentityInput!) { verifyLawyerIdentity(input: $input) { result } }',
      { input },
    );
    const [verifying] = capture.take().filter(({ text }) => text.includes('citizen_id_hash'));
    facts.set('domain/justice/identity-verification.facts.ts', new Set(await named(verifying?.text as string)));
    const dependsOn = (coordinate: string) =>
      declassifications.find((line) => line.coordinate === coordinate)?.dependsOn.toSorted();
    expect(factsIn('domain/justice/identity-verification.facts.ts')).toEqual(
      dependsOn('Mutation.verifyLawyerIdentity'),
    );
    expect(factsIn('domain/joint/availability.facts.ts')).toEqual(dependsOn('MediatorRosterEntry.available'));
    for (const coordinate of ['RestrictionAlert.explanationZh', 'RestrictionAlert.explanationEn'])
      expect(factsIn('domain/joint/restriction-alert.facts.ts')).toEqual(dependsOn(coordinate));
    expect(factsIn('domain/joint/declared-relative.facts.ts')).toEqual(dependsOn('Lawyer.isDeclaredRelative'));
    expect(declassifications).toHaveLength(5 + VERDICTS.length + ALERTS.length);
  });

  it('verdicts depend on the columns of the registers that they name, and on no other', async () => {
    const [found] = await hub.rows<{
      caseNo: string;
      certificateNo: string;
      application: string;
      intern: string;
      firm: string;
    }>(
      sql`select (select case_no from court.court_case k join court.court c on c.id = k.court_id where c.code = '浙0106' limit 1) as "caseNo",
        (select certificate_no from justice.lawyer l where not exists (select 1 from court.representation r where r.lawyer_id = l.id)
          and exists (select 1 from court.court_staff s where s.lawyer_id = l.id) limit 1) as "certificateNo",
        (select a.id from justice.licence_application a join justice.firm f on f.id = a.firm_id where a.state in ('FILED', 'ACCEPTED')
          and f.division_code like '3301%' limit 1) as application,
        (select id from bar.internship where state in ('APPLIED', 'OPINION_REQUESTED', 'OPINION_GIVEN') limit 1) as intern,
        (select unified_social_credit_code from justice.firm where division_code like '3301%' limit 1) as firm`,
    );
    const counsel = {
      caseNo: found?.caseNo,
      certificateNo: found?.certificateNo,
      side: 'CLAIMANT',
      capacity: 'AS_LAWYER',
      category: 'AGENT',
      fromOn: '2026-11-20',
    };
    const asked: [role: string, document: string, variables: object][] = [
      ['filing', 'mutation($i: CounselInput!) { checkRepresentation(input: $i) { headline } }', { i: counsel }],
      ['filing', 'mutation($i: CounselInput!) { enterRepresentation(input: $i) { id } }', { i: counsel }],
      ['justice', 'mutation($i: ID!) { checkLicenceApplication(id: $i) { headline } }', { i: found?.application }],
      [
        'justice',
        'mutation($i: FirmJobCheckInput!) { checkFirmJob(input: $i) { headline } }',
        { i: { certificateNo: found?.certificateNo, firmCreditCode: found?.firm, role: 'LAWYER' } },
      ],
      ['bar', 'mutation($i: ID!) { checkInternRegistration(id: $i) { headline } }', { i: found?.intern }],
    ];
    const columnsRead = new Set<string>();
    for (const [role, document, variables] of asked) {
      const asker = asking.find((one) => one.role === role) as Asker;
      capture.take();
      const answer = await ask(asker, document, variables);
      expect([document, ...answer.errors]).toEqual([document]);
      for (const { text } of capture
        .take()
        .filter(({ text: sent }) => OF_REGISTERS.test(sent) && !/ for update/.test(sent)))
        for (const column of await named(text)) if (!/\.(id|\w+_id)$/.test(column)) columnsRead.add(column);
    }
    for (const coordinate of [...VERDICTS, ...ALERTS])
      expect([...columnsRead].toSorted()).toEqual(
        declassifications.find((line) => line.coordinate === coordinate)?.dependsOn.toSorted(),
      );
  });

  /** What a facts reader names, but for the ids by which rows are found and joined. */
  const factsIn = (file: string) =>
    [...(facts.get(file) ?? [])].filter((column) => !/\.(id|\w+_id)$/.test(column)).toSorted();

  it('says how much it looked at', () => {
    console.log(
      `statements: ${statements} reads of ${asking.length} asking looked at, ${known.size} different, ${columnsLookedAt} columns named; facts: ${[...facts.keys()].join(', ')}`,
    );
    expect(statements).toBeGreaterThan(1_500);
    expect(columnsLookedAt).toBeGreaterThan(10_000);
    expect(hub.faults).toEqual([]);
  });
});

/** Searches, sorts and counts that somebody may ask, and those he is refused: neither names what he is not shown. */
const searches = (role: Role): readonly string[] => [
  '{ lawyers(filter: { namePrefix: "zw" }) { totalCount nodes { id } } }',
  '{ lawyers(filter: { mobile: "13911112222" }) { totalCount nodes { id } } }',
  '{ lawyers(filter: { licenceStatus: PRACTISING, category: FULL_TIME, divisionCode: "330100" }) { totalCount nodes { id } } }',
  '{ lawyers(orderBy: FIRST_PRACTISED_ON) { nodes { id } } }',
  '{ lawyers(orderBy: CERTIFICATE_NO, first: 2) { nodes { id } } }',
  ...(mayAsk(role, 'Query.contactProposals')
    ? ['{ contactProposals(state: PENDING) { totalCount nodes { id } } }']
    : []),
  '{ mediatorRoster(court: "浙0106") { totalCount nodes { id available } } }',
];

/** The predicates of rows and of related rows for an asker, as they stand in his statements; longest first. */
function predicatesOf(asker: Asker, who: Who): string[] {
  const identity = {
    institution: who.institution,
    role: asker.role,
    issuer: null,
    actorId: '',
    clientId: '',
    purpose: asker.purpose,
    matter: null,
    firmId: who.firm,
    lawyerId: who.lawyer,
    unit:
      who.unit === null
        ? null
        : {
            id: '',
            code: who.unit,
            institution: who.institution,
            name: '',
            divisionCode: '',
            courtId: who.courtId,
            area: [],
            areaCourtIds: [],
          },
  };
  const askerOf = (role: Role) => ({ identity: { ...identity, role }, today: TODAY }) as unknown as PolicyAsker;
  const all: RecordPolicy[] = subgraphs.flatMap(({ policies }) => policies);
  const texts = all.flatMap(({ reaches = {}, related }) =>
    [asker.role, 'public' as Role].flatMap((role) =>
      [...Object.values(reaches), ...(related ? [related] : [])].map((predicate) => asText(predicate(askerOf(role)))),
    ),
  );
  return [...new Set(texts)].filter((text) => text.length > 12).toSorted((a, b) => b.length - a.length);
}
