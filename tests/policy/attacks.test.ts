import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { personaFirmId, rivalFirmId, selfLawyerId } from '../../seeds/persona-records.js';
import type { Snapshot } from '../../src/db/handle.js';
import { databaseKinds } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import {
  event,
  grant,
  newCertificateNo,
  newCitizenId,
  newKey,
  outcomes,
  PUSH_EVENTS,
  PUSH_FIRMS,
  PUSH_SANCTIONS,
  revocation,
  suspension,
} from '../support/pushes.js';

// what an attacker with a valid token tried; each test says what must hold against it
const hub = hubFor(databaseKinds[0] as (typeof databaseKinds)[number], { serveSubgraphs: true });
const HANGZHOU = 'justice@hangzhou';

interface Victim {
  readonly id: string;
  readonly no: string;
  readonly sealed: string;
  readonly name: string;
}
const victims = (firmId: string) =>
  hub.rows<Victim>(sql`select l.id, l.certificate_no as no, l.citizen_id_sealed as sealed, l.full_name as name
    from justice.lawyer l join justice.licence_period p on p.lawyer_id = l.id
    where p.firm_id = ${firmId}::uuid and p.until_on = 'infinity' and p.status = 'PRACTISING' and l.id <> ${selfLawyerId}::uuid
    order by l.id`);
const lawyerNow = async (id: string) =>
  (await hub.as('public').ask(`{ lawyer(id: "${id}") { fullName licenceStatus practisingFirm { id } } }`)).data.lawyer;
const lines = (count: number) =>
  hub.rows<{ kind: string; outcome: string; records: Record<string, string[]>; refusals: string[] }>(
    sql`select kind, outcome, records, refusals from audit.audit_line order by id desc limit ${count}`,
  );

it('a failing root field leaves no snapshot behind, and nothing is read on one that is closed', async () => {
  const open = new Set<Snapshot>();
  let afterClose = 0;
  const original = hub.database.snapshot;
  hub.database.snapshot = async () => {
    const real = await original();
    let isClosed = false;
    const execute: typeof real.handle.execute = (statement) => {
      if (isClosed) afterClose += 1;
      return real.handle.execute(statement);
    };
    const handle = new Proxy(real.handle, {
      get: (target, name) => (name === 'execute' ? execute : Reflect.get(target, name, target)),
    });
    const watched: Snapshot = {
      handle,
      close: async () => {
        isClosed = true;
        open.delete(watched);
        await real.close();
      },
    };
    open.add(watched);
    return watched;
  };
  try {
    const answer = await hub
      .as('public')
      .ask(
        '{ bad: lawFirms(first: 0) { totalCount } good: lawyers(first: 5) { nodes { practisingFirm { name lawyers(first: 2) { nodes { id } } } } } }',
      );
    expect(answer.codes).toEqual(['PAGE_INVALID']);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect({ open: open.size, afterClose }).toEqual({ open: 0, afterClose: 0 });
  } finally {
    hub.database.snapshot = original;
    for (const left of open) await left.close();
  }
});

it('fragments that double are counted in time that does not', async () => {
  const chain = (n: number) =>
    `{ ...F0 } ${Array.from({ length: n }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F${n} on Query { whoAmI { role } }`;
  const timed = async (n: number) => {
    const start = performance.now();
    await hub.as('public').ask(chain(n));
    return performance.now() - start;
  };
  await timed(2);
  expect(await timed(19)).toBeLessThan(300);
});

it('a bureau learns nothing about whose a citizen ID is by a grant that it may not enter', async () => {
  const [victim] = (await victims(rivalFirmId)) as [Victim];
  const probe = (citizenIdNumber: string) =>
    event('GRANTED', '2026-11-01', {
      lawyerId: victim.id,
      certificateNo: newCertificateNo(),
      category: 'FULL_TIME',
      firmId: rivalFirmId,
      person: { fullName: '某某', citizenIdNumber },
    });
  const events = [probe(newCitizenId()), probe(hub.crypto.open(victim.sealed))];
  const [wrong, right] = outcomes(await hub.as(HANGZHOU).ask(PUSH_EVENTS, { events }));
  expect(right?.split(' ')[0]).toBe(wrong?.split(' ')[0]);
});

it('the trail names the refusals of items, and the lawyers they were about', async () => {
  await hub
    .as('justice@ningbo')
    .ask(PUSH_EVENTS, { events: [event('DEREGISTERED', '2026-11-20', { lawyerId: selfLawyerId })] });
  const [disclosed] = await lines(2);
  expect(disclosed?.refusals).toContain('OUT_OF_REACH');
});

it('an initial load does not rewrite the lawyer of another city', async () => {
  const [, victim] = (await victims(rivalFirmId)) as [Victim, Victim];
  const push = event('GRANTED', '2026-11-01', {
    certificateNo: newCertificateNo(),
    category: 'FULL_TIME',
    firmId: personaFirmId,
    person: {
      fullName: '冒名者',
      citizenIdNumber: hub.crypto.open(victim.sealed),
      contact: { homeAddress: '某路1号' },
    },
  });
  expect(outcomes(await hub.as(HANGZHOU).ask(PUSH_EVENTS, { events: [push], load: 'INITIAL_LOAD' }))).not.toEqual([
    'recorded',
  ]);
  expect((await lawyerNow(victim.id)).fullName).toBe(victim.name);
});

it('a change of firm does not supersede the revocation by the province', async () => {
  const victim = (await victims(rivalFirmId))[2] as Victim;
  const penalty = revocation(victim.no, '2026-10-01');
  await hub.as('justice').ask(PUSH_SANCTIONS, { sanctions: [penalty] });
  const revoked = event('REVOKED', '2026-10-01', {
    certificateNo: victim.no,
    decisionNo: penalty.decisionNo,
    legalBasis: 'LAWYERS_LAW_49',
  });
  expect(outcomes(await hub.as('justice').ask(PUSH_EVENTS, { events: [revoked] }))).toEqual(['recorded']);
  const [{ id }] = (await hub.rows<{ id: string }>(
    sql`select id from justice.licence_event where lawyer_id = ${victim.id}::uuid and kind = 'REVOKED'`,
  )) as [{ id: string }];
  const theft = event('FIRM_CHANGED', '2026-10-02', {
    certificateNo: victim.no,
    firmId: personaFirmId,
    supersedes: id,
  });
  await hub.as(HANGZHOU).ask(PUSH_EVENTS, { events: [theft] });
  expect((await lawyerNow(victim.id)).licenceStatus).toBe('REVOKED');
});

it('a city bureau neither annuls a decision of the province nor decides in its name', async () => {
  const [first, second] = (await victims(personaFirmId)) as [Victim, Victim];
  const penalty = revocation(first.no, '2026-10-01');
  await hub.as('justice').ask(PUSH_SANCTIONS, { sanctions: [penalty] });
  const annulment = { ...penalty, key: newKey(), annulledOn: '2026-10-05' };
  expect(outcomes(await hub.as(HANGZHOU).ask(PUSH_SANCTIONS, { sanctions: [annulment] }))).not.toEqual(['recorded']);
  const own = revocation(second.no, '2026-11-01');
  expect(outcomes(await hub.as(HANGZHOU).ask(PUSH_SANCTIONS, { sanctions: [own] }))).not.toEqual(['recorded']);
});

it('a bureau does not take a firm of another city by naming a division of its own', async () => {
  const [firm] = (await hub.rows<{ code: string; name: string }>(
    sql`select unified_social_credit_code as code, name from justice.firm where id = ${rivalFirmId}::uuid`,
  )) as [{ code: string; name: string }];
  const taken = {
    key: newKey(),
    name: '被夺所',
    unifiedSocialCreditCode: firm.code,
    divisionCode: '330106',
    openedOn: '1999-03-15',
    asOf: '2026-11-20T00:00:00Z',
  };
  await hub.as(HANGZHOU).ask(PUSH_FIRMS, { firms: [taken] });
  const [after] = await hub.rows<{ name: string }>(
    sql`select name, division_code from justice.firm where id = ${rivalFirmId}::uuid`,
  );
  expect(after).toEqual({ name: firm.name, division_code: '330212' });
});

it('a future change of firm does not take a lawyer without a firm today', async () => {
  const own = grant('', '2020-01-01', { firmId: undefined, divisionCode: '330212', category: 'GOVERNMENT' });
  expect(outcomes(await hub.as('justice@ningbo').ask(PUSH_EVENTS, { events: [own] }))).toEqual(['recorded']);
  const far = event('FIRM_CHANGED', '2099-01-01', { certificateNo: own.certificateNo, firmId: personaFirmId });
  const end = event('DEREGISTERED', '2026-11-01', { certificateNo: own.certificateNo });
  await hub.as(HANGZHOU).ask(PUSH_EVENTS, { events: [far] });
  expect(outcomes(await hub.as(HANGZHOU).ask(PUSH_EVENTS, { events: [end] }))).toEqual([
    'OUT_OF_REACH events.0.certificateNo',
  ]);
});

it.each([
  '{ __schema { types { name } mutationType { fields { name } } } whoAmI { role } }',
  '{ ...F } fragment F on Query { __schema { types { name } mutationType { fields { name } } } }',
  '{ ... { __schema { types { name } mutationType { fields { name } } } } }',
])('introspection by any path tells a role its own schema only: %s', async (document) => {
  const answer = await hub.as('public').ask(document);
  expect(answer.text).not.toMatch(/"LicenceAlert"|"recordLicenceEvents"/);
});

it('a header that cannot be stored is refused at the door and makes no outage', async () => {
  const answer = await hub.as('public').ask('{ whoAmI { role } }', {}, { 'x-lushu-matter': '%00' });
  expect(answer.status).toBe(400);
  expect(await hub.rows(sql`select 1 from audit.audit_line where kind = 'OUTAGE'`)).toHaveLength(0);
});

it('a fine too large for its column is refused by itself', async () => {
  const victim = (await victims(personaFirmId))[5] as Victim;
  const fine = suspension(victim.no, '2026-01-01', '2026-01-01', { kind: 'FINE', endsOn: null, fineYuan: 1e15 });
  const warning = suspension(victim.no, '2026-01-01', '2026-01-01', { kind: 'WARNING', endsOn: null });
  const [bad, good] = outcomes(await hub.as('justice').ask(PUSH_SANCTIONS, { sanctions: [fine, warning] }));
  expect([bad?.includes('INTERNAL'), good]).toEqual([false, 'recorded']);
});

it('a verification leaves the key of the lawyer it is about in the trail', async () => {
  const [self] = (await hub.rows<Victim>(
    sql`select full_name as name, certificate_no as no, citizen_id_sealed as sealed from justice.lawyer where id = ${selfLawyerId}::uuid`,
  )) as [Victim];
  const input = { fullName: self.name, certificateNo: self.no, citizenIdNumber: hub.crypto.open(self.sealed) };
  await hub
    .as('filing')
    .ask('mutation($input: IdentityInput!) { verifyLawyerIdentity(input: $input) { result } }', { input });
  expect((await lines(2)).map(({ records }) => records.Lawyer)).toContainEqual([selfLawyerId]);
});

it('an issue is read from its day of publication on, not before', async () => {
  const articles = [{ title: '题', authors: ['某'], body: '文', disclosure: 'PUBLIC' }];
  const input = { key: newKey(), journal: '浙江律师', year: 2026, number: 12, publishedOn: '2026-12-30', articles };
  await hub.as('editor').ask('mutation($input: JournalIssueInput!) { publishJournalIssue(input: $input) { id } }', {
    input: { ...input, audience: ['PUBLIC'] },
  });
  const { data } = await hub.as('public').ask('{ journalIssues(year: 2026) { nodes { publishedOn } } }');
  expect(data.journalIssues.nodes).not.toContainEqual({ publishedOn: '2026-12-30' });
});

it('the public does not learn of an annulment that is to come from the history', async () => {
  const victim = (await victims(personaFirmId))[7] as Victim;
  const penalty = suspension(victim.no, '2026-10-01', '2027-03-31', { publicFrom: '2026-10-01' });
  const suspended = event('SUSPENDED', '2026-10-01', {
    certificateNo: victim.no,
    suspendedFrom: '2026-10-01',
    suspendedUntil: '2027-03-31',
    decisionNo: penalty.decisionNo,
    legalBasis: 'LAWYERS_LAW_48',
  });
  await hub.as('justice').ask(PUSH_SANCTIONS, { sanctions: [penalty] });
  await hub.as('justice').ask(PUSH_EVENTS, { events: [suspended] });
  const annulment = { ...penalty, key: newKey(), annulledOn: '2026-12-24', annulmentNo: '撤〔2026〕1号' };
  expect(outcomes(await hub.as('justice').ask(PUSH_SANCTIONS, { sanctions: [annulment] }))).toEqual(['recorded']);
  const { text } = await hub.as('public').ask(`{ lawyer(id: "${victim.id}") { licenceHistory { kind decisionNo } } }`);
  expect(text).not.toContain('PENALTY_ANNULLED');
});

it('a representation of a type that is no entity is refused, not a fault', async () => {
  const gateway = await hub.issuer.token({ subject: 'gateway', clientId: 'gateway', role: 'gateway' });
  const query = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Lawyer { id } } }';
  const body = JSON.stringify({ query, variables: { r: [{ __typename: 'Nope' }] } });
  const answer = await hub.post(body, { 'x-lushu-gateway': gateway }, '/subgraphs/bar');
  expect(answer.codes).not.toContain('INTERNAL');
});
