import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { personaFirmId, rivalFirmId, selfLawyerId, suspendedLawyerId } from '../../seeds/persona-records.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';

const CONTACT = '{ mobile email homeAddress officeAddress }';

onEveryDatabase('the court reads credentials', (kind) => {
  const hub = hubFor(kind);
  let self: { certificateNo: string; fullName: string; mobile: string; citizenId: string };

  beforeAll(async () => {
    const [row] = await hub.rows<Record<string, string>>(
      sql`select certificate_no, full_name, mobile, citizen_id_sealed from justice.lawyer where id = ${selfLawyerId}::uuid`,
    );
    self = {
      certificateNo: row?.certificate_no as string,
      fullName: row?.full_name as string,
      mobile: row?.mobile as string,
      citizenId: hub.crypto.open(row?.citizen_id_sealed as string),
    };
  });

  it('one lawyer by id or by number, null when unknown', async () => {
    const { data } = await hub
      .as('filing')
      .ask(
        'query($id: ID, $no: String) { a: lawyer(id: $id) { fullName } b: lawyer(certificateNo: $no) { id licenceStatus practisingFirm { name } } c: lawyer(id: "0190a000-0000-7000-8000-000000000000") { id } d: lawyer(id: "x") { id } }',
        { id: selfLawyerId, no: self.certificateNo },
      );
    expect(data).toEqual({
      a: { fullName: self.fullName },
      b: { id: selfLawyerId, licenceStatus: 'PRACTISING', practisingFirm: { name: '浙江启枢律师事务所' } },
      c: null,
      d: null,
    });
  });

  it('up to 1,000 by number in one call, in the order asked, unknown ones null', async () => {
    const known = await hub.rows<{ certificate_no: string }>(
      sql`select certificate_no from justice.lawyer order by md5(id::text) limit 999`,
    );
    const numbers = [...known.map((row) => row.certificate_no), '13301201999999999'];
    const query = 'query($nos: [String!]!) { lawyersByCertificateNo(certificateNos: $nos) { certificateNo } }';
    const { data } = await hub.as('filing').ask(query, { nos: numbers });
    expect(data.lawyersByCertificateNo.map((l: { certificateNo: string } | null) => l?.certificateNo ?? null)).toEqual([
      ...numbers.slice(0, 999),
      null,
    ]);
    expect(
      (await hub.as('filing').ask(query, { nos: [...numbers, self.certificateNo] })).errors[0].extensions,
    ).toMatchObject({ code: 'BATCH_TOO_LARGE', at: ['certificateNos'] });
    expect((await hub.as('filing').ask(query, { nos: [self.certificateNo, '42'] })).errors[0].extensions).toMatchObject(
      { code: 'CERTIFICATE_NO_INVALID', at: ['certificateNos', 1] },
    );
  });

  it('a search pages through everything once, in order, and counts it', async () => {
    const query = `query($after: String) { lawyers(filter: { divisionCode: "330100", licenceStatus: PRACTISING, category: FULL_TIME }, first: 100, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { id } } }`;
    const seen: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const { data } = await hub.as('filing').ask(query, { after });
      seen.push(...data.lawyers.nodes.map((node: { id: string }) => node.id));
      total = data.lawyers.totalCount;
      after = data.lawyers.pageInfo.hasNextPage ? data.lawyers.pageInfo.endCursor : null;
    } while (after !== null);
    const expected = await hub.rows<{ id: string }>(
      sql`select l.id from justice.lawyer l join justice.licence_period p on p.lawyer_id = l.id and date '2026-11-21' between p.from_on and p.until_on
        left join justice.firm f on f.id = p.firm_id
        where p.status = 'PRACTISING' and p.category = 'FULL_TIME' and coalesce(f.division_code, l.division_code) like '3301%'
        order by l.pinyin collate "C", l.id`,
    );
    expect(seen).toEqual(expected.map((row) => row.id));
    expect(total).toBe(seen.length);
    expect(total).toBeGreaterThan(100);
  });

  it('a cursor of another order, or made by hand, is refused', async () => {
    const { data } = await hub.as('filing').ask('{ lawyers(first: 1) { pageInfo { endCursor } } }');
    const cursor = data.lawyers.pageInfo.endCursor;
    for (const bad of [cursor.slice(0, -4), 'x', Buffer.from('["lawyers/NAME",1,"\'"]').toString('base64url')])
      expect(
        (await hub.as('filing').ask(`{ lawyers(after: "${bad}") { totalCount } }`)).errors[0].extensions,
      ).toMatchObject({ code: 'CURSOR_INVALID', at: ['after'] });
    expect(
      (await hub.as('filing').ask(`{ lawyers(orderBy: CERTIFICATE_NO, after: "${cursor}") { totalCount } }`)).codes,
    ).toEqual(['CURSOR_INVALID']);
    expect((await hub.as('filing').ask('{ lawyers(first: 1001) { totalCount } }')).codes).toEqual(['PAGE_INVALID']);
  });

  it('contact data is full to filing, masked to a judge, and of its own lawyers only to a firm', async () => {
    const query = `query($id: ID!) { lawyer(id: $id) ${CONTACT} }`;
    const seen = async (persona: string, id = selfLawyerId) => (await hub.as(persona).ask(query, { id })).data.lawyer;
    expect(await seen('filing')).toMatchObject({ mobile: self.mobile, homeAddress: null });
    expect((await seen('judge')).mobile).toBe(`${self.mobile.slice(0, 3)}****${self.mobile.slice(-4)}`);
    expect((await seen('judge')).email).toMatch(/^.\*\*\*@/);
    expect(await seen('justice')).toMatchObject({ mobile: self.mobile, homeAddress: expect.any(String) });
    expect(await seen('bar')).toMatchObject({ mobile: self.mobile, homeAddress: null });
    expect((await seen('firm')).mobile).toBe(self.mobile);
    expect((await seen('firm@rival')).mobile).toBeNull();
    expect(await seen('self')).toMatchObject({ mobile: self.mobile, homeAddress: expect.any(String) });
    expect(await seen('self', suspendedLawyerId)).toMatchObject({
      mobile: null,
      homeAddress: null,
      officeAddress: expect.any(String),
    });
    expect(await seen('public')).toMatchObject({
      mobile: null,
      email: null,
      homeAddress: null,
      officeAddress: expect.any(String),
    });
  });

  it("a rival's phones stay closed whichever path leads there", async () => {
    const paths = [
      `{ lawFirm(id: "${personaFirmId}") { lawyers(first: 30) { nodes ${CONTACT} edges { node { mobile } } } } }`,
      `{ lawyers(filter: { firmId: "${personaFirmId}" }, first: 30) { nodes { m: mobile ...x } } } fragment x on Lawyer { email }`,
      `{ lawyer(id: "${selfLawyerId}") { practisingFirm { lawyers { nodes { mobile email } } } } }`,
    ];
    for (const query of paths) {
      const rival = await hub.as('firm@rival').ask(query);
      expect(rival.errors).toEqual([]);
      expect(rival.text).not.toContain(self.mobile);
      expect((await hub.as('firm').ask(query)).text).toContain(self.mobile);
    }
  });

  it('filtering and sorting need the same right as reading', async () => {
    const byMobile = `{ lawyers(filter: { mobile: "${self.mobile}" }) { totalCount } }`;
    expect((await hub.as('filing').ask(byMobile)).data.lawyers.totalCount).toBe(1);
    expect((await hub.as('judge').ask(byMobile)).errors[0].extensions).toMatchObject({
      code: 'ARGUMENT_FORBIDDEN',
      at: ['filter', 'mobile'],
    });
    expect((await hub.as('public').ask(byMobile)).codes).toEqual(['ARGUMENT_FORBIDDEN']);
    expect((await hub.as('firm').ask(byMobile)).data.lawyers.totalCount).toBe(1);
    expect((await hub.as('firm@rival').ask(byMobile)).data.lawyers.totalCount).toBe(0);
    const byYears = '{ lawyers(orderBy: FIRST_PRACTISED_ON, first: 1) { nodes { id } } }';
    expect((await hub.as('filing').ask(byYears)).errors).toEqual([]);
    expect((await hub.as('public').ask(byYears)).errors[0].extensions).toMatchObject({
      code: 'ARGUMENT_FORBIDDEN',
      at: ['orderBy'],
    });
  });

  it('the public sees the status of today, not of another day, and dates only while a penalty is published', async () => {
    const past = 'query($id: ID!, $on: Date) { lawyer(id: $id) { licenceStatus(on: $on) } }';
    expect((await hub.as('public').ask(past, { id: suspendedLawyerId })).data.lawyer.licenceStatus).toBe('SUSPENDED');
    const refused = await hub.as('public').ask(past, { id: suspendedLawyerId, on: '2026-01-01' });
    expect(refused.errors[0].extensions).toMatchObject({ code: 'ARGUMENT_FORBIDDEN' });
    expect(refused.data).toBeUndefined();
    const dates = `{ lawyer(id: "${suspendedLawyerId}") { suspendedFrom suspendedUntil licenceHistory { kind } sanctions { kind decisionText } } }`;
    const published = (await hub.as('public').ask(dates)).data.lawyer;
    expect(published.suspendedFrom).not.toBeNull();
    expect(published.licenceHistory).toEqual([{ kind: 'SUSPENDED' }]);
    await hub.rows(
      sql`update justice.sanction set public_until = date '2026-11-20' where lawyer_id = ${suspendedLawyerId}::uuid`,
    );
    expect((await hub.as('public').ask(dates)).data.lawyer).toEqual({
      suspendedFrom: null,
      suspendedUntil: null,
      licenceHistory: [],
      sanctions: [],
    });
    const court = (await hub.as('filing').ask(dates)).data.lawyer;
    expect(court.suspendedFrom).not.toBeNull();
    expect(court.sanctions).toEqual([{ kind: 'SUSPENSION', decisionText: null }]);
    expect((await hub.as('self@suspended').ask(dates)).data.lawyer.sanctions[0].decisionText).toEqual(
      expect.any(String),
    );
  });

  it('what was held back or masked is said once, with its basis', async () => {
    const query = `{ lawyers(first: 3) { nodes { fullName mobile homeAddress } } }`;
    expect((await hub.as('judge').ask(query)).extensions).toEqual({
      withheld: [{ coordinate: 'Lawyer.homeAddress', basis: 'LB-03', onOtherRows: false }],
      masked: [{ coordinate: 'Lawyer.mobile', basis: 'LB-03', onOtherRows: false }],
    });
    expect((await hub.as('firm').ask(query)).extensions.withheld).toContainEqual({
      coordinate: 'Lawyer.mobile',
      basis: 'LB-03',
      onOtherRows: true,
    });
    expect((await hub.as('filing').ask('{ lawyers(first: 1) { nodes { mobile } } }')).extensions).toBeUndefined();
    const skipped = await hub
      .as('public')
      .ask('query($no: Boolean!) { lawyers(first: 1) { nodes { id mobile @include(if: $no) } } }', { no: false });
    expect(skipped.extensions).toBeUndefined();
  });

  it('an identity is verified by all three facts together; nothing tells which one failed', async () => {
    const verify = `mutation($input: IdentityInput!) { verifyLawyerIdentity(input: $input) { result licenceStatus lawyer { id } court { name } } }`;
    const facts = { fullName: self.fullName, certificateNo: self.certificateNo, citizenIdNumber: self.citizenId };
    const matched = await hub.as('filing').ask(verify, { input: facts });
    expect(matched.data.verifyLawyerIdentity).toEqual({
      result: 'MATCH',
      licenceStatus: 'PRACTISING',
      lawyer: { id: selfLawyerId },
      court: { name: '杭州市西湖区人民法院' },
    });
    for (const wrong of [
      { fullName: '张三' },
      { certificateNo: '13301202000100001' },
      { citizenIdNumber: '990101198001010014' },
    ]) {
      const answer = await hub.as('filing').ask(verify, { input: { ...facts, ...wrong } });
      expect(answer.data.verifyLawyerIdentity).toEqual({
        result: 'NO_MATCH',
        licenceStatus: null,
        lawyer: null,
        court: { name: '杭州市西湖区人民法院' },
      });
    }
    const malformed = await hub
      .as('filing')
      .ask(verify, { input: { ...facts, citizenIdNumber: '990101199002290016' } });
    expect(malformed.errors[0].extensions).toMatchObject({
      code: 'CITIZEN_ID_INVALID',
      at: ['input', 'citizenIdNumber'],
    });
    expect(malformed.text).not.toContain('990101199002290016');
    expect((await hub.as('judge').ask(verify, { input: facts })).codes).toEqual(['FORBIDDEN']);
    expect((await hub.as('bar').ask(verify, { input: facts })).codes).toEqual(['FORBIDDEN']);
  });

  it('a court lists its own verifications, supervision those of its area, and another court sees none', async () => {
    const query = '{ identityVerifications { totalCount nodes { result court { code } } } }';
    const count = async (persona: string) => (await hub.as(persona).ask(query)).data.identityVerifications.totalCount;
    expect(await count('filing@xihu')).toBe(4);
    expect(await count('filing@yinzhou')).toBe(0);
    expect(await count('supervision')).toBe(4);
    expect((await hub.as('judge').ask(query)).codes).toEqual(['FORBIDDEN']);
  });

  it('the citizen ID is nowhere in clear: not in a row, a change, a line of the trail or an answer', async () => {
    const tables = await hub.rows<{ name: string }>(
      sql`select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_schema in ('audit', 'outbox', 'hub', 'justice', 'court', 'bar', 'joint') and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const [found] = await hub.rows<{ n: string | number }>(
        sql`select count(*) as n from ${sql.raw(name)} t where t::text like ${`%${self.citizenId}%`}`,
      );
      expect(Number(found?.n), name).toBe(0);
    }
    expect(tables.length).toBeGreaterThan(15);
  });

  it('the trail names role, unit, purpose, coordinates, the keys of nested records and the fields withheld', async () => {
    const answer = await hub
      .as('filing')
      .ask(
        `{ lawyer(id: "${selfLawyerId}") { fullName homeAddress practisingFirm { name } } }`,
        {},
        { 'x-lushu-matter': encodeURIComponent('(2026)浙0106民初1号') },
      );
    expect(answer.status).toBe(200);
    const [line] = await hub.trail();
    expect(line).toMatchObject({
      kind: 'DISCLOSED',
      outcome: 'ANSWERED',
      institution: 'COURT',
      role: 'filing',
      unit: '浙0106',
      purpose: 'CASE_FILING',
      matter: '(2026)浙0106民初1号',
      coordinates: ['LawFirm.name', 'Lawyer.fullName', 'Lawyer.homeAddress', 'Lawyer.practisingFirm', 'Query.lawyer'],
      records: { Lawyer: [selfLawyerId], LawFirm: [personaFirmId] },
      withheld: ['Lawyer.homeAddress'],
      correlation_id: answer.headers.get('x-correlation-id'),
    });
  });

  it('the firms of many lawyers and the lawyers of many firms come in one statement per level', async () => {
    const query = `{ lawFirms(first: 5) { nodes { name lawyers(first: 2) { totalCount nodes { fullName licenceHistory { kind } } } } } }`;
    const { data, errors } = await hub.as('filing').ask(query);
    expect(errors).toEqual([]);
    expect(data.lawFirms.nodes).toHaveLength(5);
    const rival = await hub
      .as('filing')
      .ask(
        `{ lawFirm(id: "${rivalFirmId}") { lawyers(first: 4) { totalCount pageInfo { hasNextPage endCursor } nodes { id } } } }`,
      );
    expect(rival.data.lawFirm.lawyers).toMatchObject({ totalCount: 6, pageInfo: { hasNextPage: true } });
    const rest = await hub
      .as('filing')
      .ask(
        `{ lawFirm(id: "${rivalFirmId}") { lawyers(first: 4, after: "${rival.data.lawFirm.lawyers.pageInfo.endCursor}") { nodes { id } pageInfo { hasNextPage } } } }`,
      );
    expect(rest.data.lawFirm.lawyers.nodes).toHaveLength(2);
    expect(rest.data.lawFirm.lawyers.pageInfo.hasNextPage).toBe(false);
  });

  it('no fault nobody foresaw occurred', () => {
    expect(hub.faults).toEqual([]);
  });
});
