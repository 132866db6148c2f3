import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { personaFirmId, rivalFirmId } from '../../seeds/persona-records.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import {
  event,
  grant,
  newCertificateNo,
  newCitizenId,
  newKey,
  outcomes,
  PUSH_EVENTS,
  PUSH_SANCTIONS,
  revocation,
  suspension,
} from '../support/pushes.js';

const STATUS =
  'query($no: String!, $on: Date) { lawyer(certificateNo: $no) { id licenceStatus(on: $on) licenceStatusSince suspendedFrom suspendedUntil practisingFirm { id } certificateNo licenceHistory { id kind supersedes supersededBy effectiveOn } } }';

onEveryDatabase('the justice department pushes licence events', (kind) => {
  const hub = hubFor(kind);
  const push = (events: unknown[], load = 'ENTRY', as = 'justice') => hub.as(as).ask(PUSH_EVENTS, { events, load });
  const sanction = (...sanctions: unknown[]) => hub.as('justice').ask(PUSH_SANCTIONS, { sanctions });
  const lawyer = async (no: string, on?: string) => (await hub.as('filing').ask(STATUS, { no, on })).data.lawyer;
  const granted = async (on = '2020-03-01') => {
    const pushed = grant(personaFirmId, on);
    expect(outcomes(await push([pushed]))).toEqual(['recorded']);
    return pushed.certificateNo as string;
  };

  it('a grant makes a practising lawyer who is found by number, name and pinyin', async () => {
    const no = await granted();
    expect(await lawyer(no)).toMatchObject({
      licenceStatus: 'PRACTISING',
      licenceStatusSince: '2020-03-01',
      practisingFirm: { id: personaFirmId },
    });
    expect((await lawyer(no, '2020-02-29')).licenceStatus).toBeNull();
    const search =
      'query($name: String!) { lawyers(filter: { namePrefix: $name }, first: 50) { nodes { certificateNo fullName } } }';
    const { data } = await hub.as('filing').ask(search, { name: '𠮷田·阿依' });
    expect(data.lawyers.nodes).toContainEqual({ certificateNo: no, fullName: '𠮷田·阿依古丽' });
  });

  it('a batch sent again whole is answered as already recorded and writes nothing', async () => {
    const batch = [grant(personaFirmId, '2021-01-01'), grant(personaFirmId, '2021-01-02')];
    expect(outcomes(await push(batch))).toEqual(['recorded', 'recorded']);
    const count = () =>
      hub.rows(
        sql`select (select count(*) from justice.licence_event) as e, (select count(*) from outbox.change) as o`,
      );
    const before = await count();
    const again = await push(batch);
    expect(outcomes(again)).toEqual(['already', 'already']);
    expect(await count()).toEqual(before);
  });

  it('the same key with other content is refused and the first stays', async () => {
    const first = grant(personaFirmId, '2021-02-01');
    await push([first]);
    expect(outcomes(await push([{ ...first, effectiveOn: '2021-02-02' }]))).toEqual(['KEY_CONFLICT events.0.key']);
    expect((await lawyer(first.certificateNo as string)).licenceStatusSince).toBe('2021-02-01');
  });

  it('one bad item never undoes its neighbours, and its key may be used again', async () => {
    const bad = grant(personaFirmId, '2021-03-01', { certificateNo: '123' });
    const good = grant(personaFirmId, '2021-03-01');
    expect(outcomes(await push([bad, good]))).toEqual(['CERTIFICATE_NO_INVALID events.0.certificateNo', 'recorded']);
    expect(outcomes(await push([{ ...bad, certificateNo: newCertificateNo() }, good]))).toEqual([
      'recorded',
      'already',
    ]);
  });

  it('a suspension ends by itself after its last day', async () => {
    const no = await granted();
    const penalty = suspension(no, '2026-10-01', '2026-12-31');
    expect(outcomes(await sanction(penalty))).toEqual(['recorded']);
    const suspended = event('SUSPENDED', '2026-10-01', {
      certificateNo: no,
      suspendedFrom: '2026-10-01',
      suspendedUntil: '2026-12-31',
      decisionNo: penalty.decisionNo,
      legalBasis: 'LAWYERS_LAW_48',
      decidedByLevel: 'CITY',
      decidedBy: '杭州市司法局',
    });
    expect(outcomes(await push([suspended]))).toEqual(['recorded']);
    expect(await lawyer(no)).toMatchObject({
      licenceStatus: 'SUSPENDED',
      suspendedFrom: '2026-10-01',
      suspendedUntil: '2026-12-31',
    });
    for (const [on, status] of [
      ['2026-09-30', 'PRACTISING'],
      ['2026-12-31', 'SUSPENDED'],
      ['2027-01-01', 'PRACTISING'],
    ])
      expect((await lawyer(no, on)).licenceStatus).toBe(status);
    hub.clock.set('2027-01-01');
    expect(await lawyer(no)).toMatchObject({
      licenceStatus: 'PRACTISING',
      licenceStatusSince: '2027-01-01',
      suspendedFrom: null,
    });
    hub.clock.set('2026-11-21');
    expect(outcomes(await push([{ ...suspended, key: newKey() }]))).toEqual([
      'SUSPENSION_OVERLAPS events.0.suspendedFrom',
    ]);
    const [line] = await hub.trail();
    expect(line).toMatchObject({
      outcome: 'REFUSED',
      refusals: ['SUSPENSION_OVERLAPS'],
      role: 'justice',
      unit: 'zj-justice',
      purpose: 'LICENCE_ADMINISTRATION',
    });
  });

  it('an annulled revocation gives the licence back, and the days between stay revoked', async () => {
    const no = await granted();
    const penalty = revocation(no, '2026-02-01');
    await sanction(penalty);
    const revoked = event('REVOKED', '2026-02-01', {
      certificateNo: no,
      decisionNo: penalty.decisionNo,
      legalBasis: 'LAWYERS_LAW_49',
    });
    expect(outcomes(await push([revoked]))).toEqual(['recorded']);
    expect(outcomes(await push([event('PAUSED', '2026-03-01', { certificateNo: no })]))).toEqual([
      'LICENCE_REVOKED events.0.effectiveOn',
    ]);
    expect(await lawyer(no)).toMatchObject({ licenceStatus: 'REVOKED', practisingFirm: null });
    const annulled = { ...penalty, key: newKey(), annulledOn: '2026-06-01', annulmentNo: '司复决〔2026〕1号' };
    expect(outcomes(await sanction(annulled))).toEqual(['recorded']);
    expect(await lawyer(no)).toMatchObject({
      licenceStatus: 'PRACTISING',
      licenceStatusSince: '2026-06-01',
      practisingFirm: { id: personaFirmId },
    });
    expect((await lawyer(no, '2026-05-31')).licenceStatus).toBe('REVOKED');
    expect((await lawyer(no)).licenceHistory.map((e: { kind: string }) => e.kind)).toEqual([
      'GRANTED',
      'REVOKED',
      'PENALTY_ANNULLED',
    ]);
    expect(outcomes(await sanction({ ...annulled, key: newKey() }))).toEqual([
      'SANCTION_ANNULLED sanctions.0.decisionNo',
    ]);
  });

  it.each([
    [
      'a suspension over twelve months',
      (no: string) => ({ from: '2025-01-01', until: '2026-02-01', no }),
      'SUSPENSION_TOO_LONG sanctions.0.endsOn',
    ],
    [
      'a period that ends before it begins',
      (no: string) => ({ from: '2025-02-01', until: '2025-01-01', no }),
      'PERIOD_INVALID sanctions.0.endsOn',
    ],
  ])('refuses %s', async (_what, make, expected) => {
    const { no, from, until } = make(await granted());
    expect(outcomes(await sanction(suspension(no, from, until)))).toEqual([expected]);
  });

  it('refuses what the law does not allow, each with a code and the path of the field at fault', async () => {
    const no = await granted();
    const closed = await granted();
    await push([event('DEREGISTERED', '2026-01-10', { certificateNo: closed, reason: '本人申请' })]);
    const dead = await granted();
    await push([event('DECEASED', '2026-01-10', { certificateNo: dead })]);
    const penal = {
      suspendedFrom: '2026-02-01',
      suspendedUntil: '2026-05-31',
      legalBasis: 'LAWYERS_LAW_48',
      decisionNo: '无此文号',
      decidedByLevel: 'CITY',
    };
    const answers = await push([
      event('SUSPENDED', '2026-02-01', { certificateNo: no, ...penal }),
      event('SUSPENDED', '2026-02-01', { certificateNo: no, ...penal, suspendedUntil: '2027-03-01' }),
      event('REVOKED', '2026-02-01', {
        certificateNo: no,
        legalBasis: 'LAWYERS_LAW_49',
        decisionNo: 'x',
        decidedByLevel: 'CITY',
      }),
      event('SUSPENDED', '2026-02-01', { certificateNo: no, ...penal, decidedByLevel: 'COUNTY' }),
      event('SUSPENDED', '2026-02-01', { certificateNo: no }),
      event('PAUSED', '2026-02-01', { certificateNo: closed }),
      event('PAUSED', '2026-02-01', { certificateNo: dead }),
      event('RESUMED', '2026-02-01', { certificateNo: no }),
      event('FIRM_CHANGED', '2026-02-01', { certificateNo: no, firmCreditCode: '31330000E00000002F' }),
      event('FIRM_CHANGED', '2026-02-01', { certificateNo: no }),
      event('PAUSED', '2026-02-01', { certificateNo: newCertificateNo() }),
      event('PAUSED', '2026-02-01', { certificateNo: no, category: 'FULL_TIME' }),
      event('PAUSED', '2026-02-01', { certificateNo: no, supersedes: '0190a000-0000-7000-8000-000000000000' }),
      grant(personaFirmId, '2026-02-01', { certificateNo: no }),
      grant(personaFirmId, '2026-02-01', { person: { fullName: '张三', citizenIdNumber: '990101199002290016' } }),
      grant(personaFirmId, '2026-02-01', { person: { fullName: ' ', citizenIdNumber: newCitizenId() } }),
    ]);
    expect(outcomes(answers)).toEqual([
      'SANCTION_UNKNOWN events.0.decisionNo',
      'SUSPENSION_TOO_LONG events.1.suspendedUntil',
      'REVOCATION_BELOW_PROVINCE events.2.decidedByLevel',
      'SUSPENSION_BELOW_CITY events.3.decidedByLevel',
      'FIELD_REQUIRED events.4.suspendedFrom',
      'LICENCE_DEREGISTERED events.5.effectiveOn',
      'LICENCE_DECEASED events.6.effectiveOn',
      'NOT_PAUSED events.7.effectiveOn',
      'FIRM_UNKNOWN events.8.firmCreditCode',
      'FIELD_REQUIRED events.9.firmCreditCode',
      'LAWYER_UNKNOWN events.10.certificateNo',
      'FIELD_NOT_ALLOWED events.11.category',
      'EVENT_UNKNOWN events.12.supersedes',
      'CERTIFICATE_NO_TAKEN events.13.certificateNo',
      'CITIZEN_ID_INVALID events.14.person.citizenIdNumber',
      'TEXT_INVALID events.15.person.fullName',
    ]);
    expect(answers.data.push).toMatchObject({ recorded: 0, refused: 16 });
  });

  it('events that arrive late and out of order give the same history', async () => {
    const no = await granted('2019-05-01');
    await push([
      event('RESUMED', '2022-01-01', { certificateNo: no }),
      event('PAUSED', '2021-06-01', { certificateNo: no }),
    ]);
    await push([event('FIRM_CHANGED', '2020-02-01', { certificateNo: no, firmId: rivalFirmId })]);
    for (const [on, status] of [
      ['2020-01-31', 'PRACTISING'],
      ['2021-12-31', 'PAUSED'],
      ['2022-01-01', 'PRACTISING'],
    ])
      expect((await lawyer(no, on)).licenceStatus).toBe(status);
    const { data } = await hub
      .as('filing')
      .ask('query($no: String!) { lawyer(certificateNo: $no) { affiliations { firm { id } from until } } }', { no });
    expect(data.lawyer.affiliations).toEqual([
      { firm: { id: personaFirmId }, from: '2019-05-01', until: '2020-01-31' },
      { firm: { id: rivalFirmId }, from: '2020-02-01', until: null },
    ]);
  });

  it('a correction supersedes an earlier event and both stay', async () => {
    const no = await granted();
    const wrong = (await push([event('PAUSED', '2023-01-01', { certificateNo: no })])).data.push.results[0].id;
    const right = (await push([event('PAUSED', '2024-01-01', { certificateNo: no, supersedes: wrong })])).data.push
      .results[0].id;
    expect((await lawyer(no, '2023-06-01')).licenceStatus).toBe('PRACTISING');
    expect((await lawyer(no, '2024-06-01')).licenceStatus).toBe('PAUSED');
    const history = (await lawyer(no)).licenceHistory;
    expect(history).toContainEqual(expect.objectContaining({ id: wrong, supersededBy: right }));
    expect(outcomes(await push([event('PAUSED', '2024-02-01', { certificateNo: no, supersedes: wrong })]))).toEqual([
      'EVENT_SUPERSEDED events.0.supersedes',
    ]);
  });

  it('a number changes with the firm, and the old one still finds the lawyer for those who may see it', async () => {
    const no = await granted();
    const next = newCertificateNo();
    await push([
      event('FIRM_CHANGED', '2026-05-01', { certificateNo: no, firmId: rivalFirmId, newCertificateNo: next }),
    ]);
    expect((await lawyer(no)).certificateNo).toBe(next);
    expect((await hub.as('public').ask(`{ lawyer(certificateNo: "${no}") { id } }`)).data.lawyer).toBeNull();
    expect((await hub.as('public').ask(`{ lawyer(certificateNo: "${next}") { id } }`)).data.lawyer).not.toBeNull();
  });

  it('the initial load keeps legacy numbers and merges two registrations of one person', async () => {
    const citizenIdNumber = newCitizenId();
    const person = { fullName: '单雄信', citizenIdNumber };
    const legacy = grant(personaFirmId, '1998-03-01', { certificateNo: '119901101234', person });
    const twice = grant(rivalFirmId, '2001-03-01', { person: { ...person, mergedCertificateNos: ['119901109999'] } });
    expect(outcomes(await push([legacy, twice]))).toEqual([
      'recorded',
      'FIELD_NOT_ALLOWED events.1.person.mergedCertificateNos',
    ]);
    expect(outcomes(await push([twice], 'INITIAL_LOAD'))).toEqual(['recorded']);
    const ids = await Promise.all(
      ['119901101234', twice.certificateNo as string, '119901109999'].map(async (no) => (await lawyer(no)).id),
    );
    expect(new Set(ids).size).toBe(1);
    const { data } = await hub
      .as('filing')
      .ask('{ lawyers(filter: { namePrefix: "shanxiongxin" }) { nodes { fullName } } }');
    expect(data.lawyers.nodes).toEqual([{ fullName: '单雄信' }]);
  });

  it('a city bureau does not write another city', async () => {
    const inNingbo = grant(rivalFirmId, '2026-01-01');
    expect(outcomes(await push([inNingbo], 'ENTRY', 'justice@hangzhou'))).toEqual(['OUT_OF_REACH events.0.firmId']);
    expect(outcomes(await push([inNingbo], 'ENTRY', 'justice@ningbo'))).toEqual(['recorded']);
    const paused = event('PAUSED', '2026-02-01', { certificateNo: inNingbo.certificateNo });
    expect(outcomes(await push([paused], 'ENTRY', 'justice@hangzhou'))).toEqual([
      'OUT_OF_REACH events.0.certificateNo',
    ]);
    expect(outcomes(await push([paused], 'ENTRY', 'justice@ningbo'))).toEqual(['recorded']);
  });

  it('a batch holds 1 to 1,000 items', async () => {
    const many = Array.from({ length: 1_001 }, () =>
      event('PAUSED', '2026-02-01', { certificateNo: newCertificateNo() }),
    );
    const answer = await push(many);
    expect(answer.errors[0].extensions).toMatchObject({ code: 'BATCH_TOO_LARGE', at: ['events'] });
    expect((await push([])).codes).toEqual(['BATCH_EMPTY']);
    expect((await push(many.slice(0, 1_000))).data.push).toMatchObject({ recorded: 0, refused: 1_000 });
  });

  it('writes an outbox row with the changed fields and an audit line with the keys, in one transaction', async () => {
    const pushed = grant(personaFirmId, '2026-03-01');
    const answer = await push([pushed]);
    const correlation = answer.headers.get('x-correlation-id');
    const [{ id }] = (await hub.rows<{ id: string }>(
      sql`select id from justice.lawyer where certificate_no = ${pushed.certificateNo}`,
    )) as [{ id: string }];
    const changes = await hub.rows(
      sql`select event, type, record_id, fields, institution from outbox.change where correlation_id = ${correlation}`,
    );
    expect(changes).toEqual([
      expect.objectContaining({
        event: 'licence-event.recorded',
        type: 'Lawyer',
        record_id: id,
        institution: 'JUSTICE',
        fields: expect.arrayContaining(['licenceStatus']),
      }),
    ]);
    const lines = await hub.rows(
      sql`select kind, records, coordinates from audit.audit_line where correlation_id = ${correlation} order by id`,
    );
    expect(lines).toEqual([
      { kind: 'RECORDED', records: { Lawyer: [id] }, coordinates: ['Mutation.recordLicenceEvents'] },
      expect.objectContaining({ kind: 'DISCLOSED', records: {} }),
    ]);
  });

  it('no fault nobody foresaw occurred', () => {
    expect(hub.faults).toEqual([]);
  });
});
