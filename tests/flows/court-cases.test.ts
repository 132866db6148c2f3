import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { personaFirmId } from '../../seeds/persona-records.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { newCitizenId, newKey, outcomes, PUSH_CASES, PUSH_REPRESENTATIONS } from '../support/pushes.js';

let made = 8_000;
const nextNo = (court = '浙0106', type = '民初') => `（2026）${court}${type}${++made}号`;
const file = (extra: object = {}) => ({
  key: newKey(),
  court: '浙0106',
  caseNo: nextNo(),
  procedure: 'CIVIL',
  stage: 'FIRST_INSTANCE',
  acceptedOn: '2026-03-02',
  asOf: '2026-11-20T00:00:00Z',
  ...extra,
});
const SELF = '13301201511000002';
const acting = (caseNo: string, extra: object = {}) => ({
  key: newKey(),
  caseNo,
  certificateNo: SELF,
  side: 'CLAIMANT',
  capacity: 'AS_LAWYER',
  category: 'AGENT',
  fromOn: '2026-03-05',
  ...extra,
});
const judge = { staffId: '0190a000-0000-7000-8000-0000000000aa', role: 'PRESIDING' };
const clerk = { staffId: '0190a000-0000-7000-8000-0000000000bb', role: 'CLERK' };
const CASE = `query($no: String) { courtCase(caseNo: $no) { id caseNo closedOn court { code } panel { staffId role fromOn untilOn }
  representations { id lawyer { fullName } firm { id } agentName relation untilOn ended endReason } } }`;

onEveryDatabase('a court records its cases and who acts in them', (kind) => {
  const hub = hubFor(kind);
  const pushCases = (cases: object[], persona = 'filing') => hub.as(persona).ask(PUSH_CASES, { cases });
  const push = (representations: object[], persona = 'filing') =>
    hub.as(persona).ask(PUSH_REPRESENTATIONS, { representations });
  const seen = async (no: string, persona = 'filing') => (await hub.as(persona).ask(CASE, { no })).data.courtCase;
  const changes = (id: string) =>
    hub.rows<{ event: string; fields: string[] }>(
      sql`select event, fields from outbox.change where record_id = ${id}::uuid order by id`,
    );

  it('a known number is brought up to date and keeps its id; the panel that left stays on record', async () => {
    const first = file({ panel: [judge, clerk] });
    const [{ id }] = (await pushCases([first])).data.push.results;
    const again = { ...first, key: newKey(), stage: 'RETRIAL', asOf: '2026-11-21T00:00:00Z', panel: [judge] };
    expect((await pushCases([again])).data.push.results[0]).toMatchObject({ __typename: 'ItemRecorded', id });
    expect((await seen(first.caseNo)).panel).toEqual([
      { ...judge, fromOn: '2026-11-20', untilOn: null },
      { ...clerk, fromOn: '2026-11-20', untilOn: '2026-11-21' },
    ]);
    expect(outcomes(await pushCases([{ ...first, key: newKey() }]))).toEqual(['STALE_VALUE cases.0.asOf']);
    expect(outcomes(await pushCases([first]))).toEqual(['already']);
    expect(await changes(id)).toEqual([
      { event: 'case.recorded', fields: ['caseNo', 'procedure', 'stage', 'acceptedOn', 'panel'] },
      { event: 'case.recorded', fields: ['stage', 'panel'] },
    ]);
  });

  it('refuses a case at a court that did not exist on that day, and names the field', async () => {
    await hub.rows(sql`insert into court.court (id, code, name, level, division_code, parent_id, valid_from, valid_until)
      select gen_random_uuid(), '浙0190', '杭州市旧区人民法院', 'BASIC', '330190', id, '2000-01-01', '2021-04-08' from court.court where code = '浙01'`);
    const at = (acceptedOn: string) =>
      file({ court: '浙0190', caseNo: `（${acceptedOn.slice(0, 4)}）浙0190民初${++made}号`, acceptedOn });
    const high = { subject: 'somebody', clientId: 'lushu-trial', role: 'filing' as const, unit: '浙' };
    const ask = (cases: object[]) => hub.asClaims(high, 'CASE_FILING').ask(PUSH_CASES, { cases });
    expect(outcomes(await ask([at('2021-04-08'), at('2021-04-09'), at('2026-01-05')]))).toEqual([
      'recorded',
      'COURT_NOT_STANDING cases.1.court',
      'COURT_NOT_STANDING cases.2.court',
    ]);
  });

  it('refuses other courts, unknown ones, and numbers of another court, item by item', async () => {
    const good = file();
    const answers = await pushCases([
      file({ court: '浙9999', caseNo: nextNo('浙9999') }),
      file({ court: '浙0212', caseNo: nextNo('浙0212') }),
      file({ caseNo: nextNo('浙01') }),
      file({ caseNo: '2026民初1号' }),
      good,
      file({ caseNo: nextNo('浙0106', '刑初') }),
    ]);
    expect(outcomes(answers)).toEqual([
      'COURT_UNKNOWN cases.0.court',
      'OUT_OF_REACH cases.1.court',
      'CASE_NO_FOREIGN cases.2.caseNo',
      'CASE_NO_INVALID cases.3.caseNo',
      'recorded',
      'PROCEDURE_MISMATCH cases.5.procedure',
    ]);
    for (const persona of ['judge', 'personnel', 'supervision', 'justice', 'bar', 'firm', 'self', 'public'])
      expect((await pushCases([file()], persona)).codes, persona).toEqual(['FORBIDDEN']);
  });

  it('a representation has the firm of its first day, and only its court, the lawyer and that firm see it', async () => {
    const { caseNo, ...rest } = file();
    await pushCases([{ ...rest, caseNo }]);
    expect(outcomes(await push([acting(caseNo)]))).toEqual(['recorded']);
    for (const persona of ['filing', 'judge', 'supervision', 'supervision@xihu', 'firm', 'self'])
      expect((await seen(caseNo, persona)).representations, persona).toMatchObject([
        { lawyer: { fullName: '沈知微' }, firm: { id: personaFirmId }, untilOn: null, ended: false },
      ]);
    for (const persona of ['filing@yinzhou', 'firm@rival', 'self@suspended'])
      expect(await seen(caseNo, persona), persona).toBeNull();
    for (const persona of ['personnel', 'justice', 'bar', 'editor', 'public', 'system', 'audit'])
      expect((await hub.as(persona).ask(CASE, { no: caseNo })).codes, persona).toEqual(['FORBIDDEN']);
    const own = await seen(caseNo, 'self');
    expect(own.panel).toBeNull();
  });

  it('counsel without a licence is named to the court, and his citizen ID to nobody', async () => {
    const { caseNo, ...rest } = file();
    await pushCases([{ ...rest, caseNo }]);
    const citizenIdNumber = newCitizenId();
    const agent = { fullName: '钱 塘', citizenIdNumber };
    const relative = {
      certificateNo: null,
      agent,
      capacity: 'NEAR_RELATIVE',
      relation: 'SPOUSE',
      isRelationProved: true,
    };
    const answer = await push([acting(caseNo, relative), acting(caseNo)]);
    expect(outcomes(answer)).toEqual(['recorded', 'recorded']);
    expect((await seen(caseNo)).representations[0]).toMatchObject({
      agentName: '钱塘',
      lawyer: null,
      relation: 'SPOUSE',
    });
    expect((await seen(caseNo, 'self')).representations).toHaveLength(1);
    const [row] = await hub.rows<Record<string, string>>(
      sql`select citizen_id_hash, citizen_id_sealed from court.representation where id = ${answer.data.push.results[0].id}::uuid`,
    );
    expect(row?.citizen_id_hash).toBe(hub.crypto.match(citizenIdNumber));
    expect(hub.crypto.open(row?.citizen_id_sealed as string)).toBe(citizenIdNumber);
    expect(outcomes(await push([acting(caseNo, relative)]))).toEqual(['REPRESENTATION_EXISTS representations.0.agent']);
  });

  it('refuses what cannot be, with the path, and records its neighbours', async () => {
    const { caseNo, ...rest } = file();
    const closed = file({ closedOn: '2026-06-01' });
    await pushCases([{ ...rest, caseNo }, closed]);
    const elsewhere = file({ court: '浙0212', caseNo: nextNo('浙0212') });
    await pushCases([elsewhere], 'filing@yinzhou');
    const answers = await push([
      acting(nextNo()),
      acting(elsewhere.caseNo),
      acting(caseNo, { certificateNo: '13301200010999999' }),
      acting(caseNo),
      acting(caseNo),
      acting(caseNo, { side: 'RESPONDENT', category: 'DEFENDER' }),
      acting(closed.caseNo),
      acting(closed.caseNo, { fromOn: '2026-07-01', side: 'RESPONDENT' }),
    ]);
    expect(outcomes(answers)).toEqual([
      'CASE_UNKNOWN representations.0.caseNo',
      'CASE_UNKNOWN representations.1.caseNo',
      'LAWYER_UNKNOWN representations.2.certificateNo',
      'recorded',
      'REPRESENTATION_EXISTS representations.4.certificateNo',
      'CAPACITY_MISMATCH representations.5.category',
      'recorded',
      'PERIOD_INVALID representations.7.fromOn',
    ]);
    expect((await seen(closed.caseNo)).representations).toMatchObject([
      { untilOn: '2026-06-01', ended: true, endReason: 'CASE_CLOSED' },
    ]);
  });

  it('a case that is closed ends the representations in it, and one that was closed in error takes that back', async () => {
    const first = file();
    await pushCases([first]);
    const [{ id }] = (await push([acting(first.caseNo)])).data.push.results;
    const stands = async () => (await seen(first.caseNo)).representations[0];
    await pushCases([{ ...first, key: newKey(), closedOn: '2026-11-01' }]);
    expect(await stands()).toMatchObject({ id, untilOn: '2026-11-01', ended: true, endReason: 'CASE_CLOSED' });
    await pushCases([{ ...first, key: newKey(), closedOn: null, stage: 'FIRST_INSTANCE' }]);
    expect(await stands()).toMatchObject({ untilOn: null, ended: false, endReason: null });
    expect((await changes(id)).map(({ event }) => event)).toEqual([
      'representation.entered',
      'representation.ended',
      'representation.ended',
    ]);
  });

  it('the window or the judge ends a representation once, and nobody of another court', async () => {
    const first = file();
    await pushCases([first]);
    const [{ id }] = (await push([acting(first.caseNo)])).data.push.results;
    const end = (persona: string, input: object) =>
      hub
        .as(persona)
        .ask(
          'mutation($input: RepresentationEndInput!) { endRepresentation(input: $input) { id untilOn ended endReason } }',
          {
            input: { id, on: '2026-11-20', reason: 'ORDERED_TO_STOP', ...input },
          },
        );
    expect((await end('filing@yinzhou', {})).codes).toEqual(['NOT_FOUND']);
    expect((await end('self', {})).codes).toEqual(['FORBIDDEN']);
    expect((await end('judge', { on: '2026-03-04' })).codes).toEqual(['PERIOD_INVALID']);
    expect((await end('judge', { on: '2026-11-22' })).codes).toEqual(['DAY_TO_COME']);
    expect((await end('judge', {})).data.endRepresentation).toEqual({
      id,
      untilOn: '2026-11-20',
      ended: true,
      endReason: 'ORDERED_TO_STOP',
    });
    expect((await end('filing', {})).codes).toEqual(['REPRESENTATION_ENDED']);
    const open = (persona: string, value: boolean) =>
      hub.as(persona).ask(`{ representations(open: ${value}, first: 500) { totalCount nodes { id } } }`);
    for (const [value, isIn] of [
      [true, false],
      [false, true],
    ] as const) {
      const { nodes, totalCount } = (await open('self', value)).data.representations;
      expect(nodes.some((node: { id: string }) => node.id === id)).toBe(isIn);
      expect(totalCount).toBe(nodes.length);
    }
    const after = await push([acting(first.caseNo, { fromOn: '2026-11-21' })]);
    expect(outcomes(after)).toEqual(['recorded']);
    expect(hub.faults).toEqual([]);
  });

  it('ten thousand rows lose none of the good and report every bad one', async () => {
    const isBad = (n: number) => n % 97 === 0;
    const items = Array.from({ length: 10_000 }, (_, n) =>
      file({ key: `m${n}`, caseNo: isBad(n) ? `（2026）浙0106民初${n}` : `（2026）浙0106民初${50_000 + n}号` }),
    );
    let recorded = 0;
    const refusedAt: number[] = [];
    for (let start = 0; start < items.length; start += 1_000) {
      const { push: answer } = (await pushCases(items.slice(start, start + 1_000))).data;
      recorded += answer.recorded;
      answer.results.forEach((result: { __typename: string; code: string }, place: number) => {
        if (result.__typename === 'ItemRefused') refusedAt.push(start + place);
      });
    }
    expect(refusedAt).toEqual(items.flatMap((_item, n) => (isBad(n) ? [n] : [])));
    expect(recorded).toBe(10_000 - refusedAt.length);
    const [{ count }] = (await hub.rows<{ count: string }>(
      sql`select count(*) from court.court_case where case_no ~ '民初5[0-9]{4}号$'`,
    )) as [{ count: string }];
    expect(Number(count)).toBe(recorded);
  });
});
