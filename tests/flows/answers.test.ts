import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { personaFirmId, selfLawyerId } from '../../seeds/persona-records.js';
import { TRIAL_CLIENT } from '../../seeds/personas.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { grant, newKey, outcomes, PUSH_EVENTS } from '../support/pushes.js';

interface Line {
  readonly kind: string;
  readonly outcome: string;
  readonly records: Record<string, string[]>;
  readonly refusals: string[];
}

onEveryDatabase('an operation, however it ends', (kind) => {
  const hub = hubFor(kind);
  const lines = (count: number) =>
    hub.rows<Line>(sql`select kind, outcome, records, refusals from audit.audit_line order by id desc limit ${count}`);
  const tree = `nodes { practisingFirm { name lawyers(first: 2) { totalCount nodes { practisingFirm { name }
    licenceHistory { kind firm { name } } } } } }`;
  /** One fails before its sibling has read anything, the other after. */
  const failing = [
    `{ bad: lawFirms(first: 0) { totalCount } good: lawyers(first: 5) { totalCount ${tree} } }`,
    `{ good: lawyers(first: 5) { ${tree} } bad: mediatorRoster(court: "无此院") { totalCount } }`,
  ];

  it('keeps no connection when a field fails and its siblings are late', async () => {
    const failed = await Promise.all(
      Array.from({ length: 60 }, (_, n) => hub.as('public').ask(failing[n % 2] as string)),
    );
    expect(new Set(failed.map(({ codes }) => codes.join()))).toEqual(new Set(['PAGE_INVALID', 'COURT_UNKNOWN']));
    const asked = Array.from({ length: 30 }, () => hub.as('filing').ask('{ lawyers(first: 1) { totalCount } }'));
    for (const { codes } of await Promise.all(asked)) expect(codes).toEqual([]);
    expect(
      outcomes(await hub.as('justice').ask(PUSH_EVENTS, { events: [grant(personaFirmId, '2020-01-01')] })),
    ).toEqual(['recorded']);
    expect(hub.faults).toEqual([]);
  });

  it('keeps no connection when its client has gone', async () => {
    const body = JSON.stringify({ query: '{ lawyers(first: 100) { nodes { practisingFirm { name } } } }' });
    const headers = { 'content-type': 'application/json' };
    for (let n = 0; n < 15; n++) {
      const asked = request(hub.server.url, { method: 'POST', headers, agent: false }).on('error', () => undefined);
      asked.end(body);
      await sleep(2 + n);
      asked.destroy();
    }
    expect((await hub.as('filing').ask('{ lawyers(first: 1) { totalCount } }')).codes).toEqual([]);
  });

  it('reads nothing on a snapshot that is closed', async () => {
    const snapshot = await hub.database.snapshot();
    const [asked, behind] = [snapshot.handle.execute(sql`select 1`), snapshot.handle.execute(sql`select 2`)].map(
      (one) =>
        Promise.resolve(one).then(
          () => 'read',
          () => 'refused',
        ),
    );
    await snapshot.close();
    const later = Promise.resolve(snapshot.handle.execute(sql`select 3`));
    await expect(later).rejects.toThrow();
    expect([await asked, await behind]).toContain('refused');
    await snapshot.close();
  });

  it('is partly refused when its first mutation stands and its second fails', async () => {
    const twice = `mutation($events: [LicenceEventInput!]!) { one: recordLicenceEvents(events: $events) { recorded }
      two: recordLicenceEvents(events: []) { recorded } }`;
    const answer = await hub.as('justice').ask(twice, { events: [grant(personaFirmId, '2020-01-01')] });
    expect([answer.data, answer.codes]).toEqual([null, ['BATCH_EMPTY']]);
    const [disclosed, recorded] = await lines(2);
    expect(disclosed).toMatchObject({ kind: 'DISCLOSED', outcome: 'PARTLY_REFUSED', refusals: ['BATCH_EMPTY'] });
    expect(recorded).toMatchObject({ kind: 'RECORDED', outcome: 'ANSWERED', refusals: [] });
  });

  it('names in its lines the refusals of its items, and the items already recorded', async () => {
    const good = grant(personaFirmId, '2020-01-01');
    const bad = grant(personaFirmId, '2020-01-01', { certificateNo: '99' });
    const push = (...events: object[]) => hub.as('justice').ask(PUSH_EVENTS, { events });
    expect(outcomes(await push(good, bad))).toEqual(['recorded', 'CERTIFICATE_NO_INVALID events.1.certificateNo']);
    const some = { outcome: 'PARTLY_REFUSED', refusals: ['CERTIFICATE_NO_INVALID'] };
    expect(await lines(2)).toMatchObject([
      { kind: 'DISCLOSED', ...some },
      { kind: 'RECORDED', ...some },
    ]);
    await push(bad);
    const all = { outcome: 'REFUSED', refusals: ['CERTIFICATE_NO_INVALID'] };
    expect(await lines(2)).toMatchObject([
      { kind: 'DISCLOSED', ...all },
      { kind: 'RECORDED', ...all },
    ]);
    const again = await push(good);
    expect(outcomes(again)).toEqual(['already']);
    const [disclosed, recorded] = await lines(2);
    expect([disclosed?.outcome, recorded?.outcome]).toEqual(['ANSWERED', 'ANSWERED']);
    expect(recorded?.records).toMatchObject({ ItemAlreadyRecorded: [again.data.push.results[0].id] });
  });

  it('names the lawyer whose licence an availability tells', async () => {
    const [entry] = await hub.rows<{ id: string; lawyer: string }>(
      sql`select id, lawyer_id as lawyer from bar.mediator_roster_entry order by id limit 1`,
    );
    const { data } = await hub.as('public').ask(`{ mediatorRosterEntry(id: "${entry?.id}") { available } }`);
    expect(data.mediatorRosterEntry.available).toEqual(expect.any(Boolean));
    const [line] = await lines(1);
    expect(line?.records).toEqual({ MediatorRosterEntry: [entry?.id], Lawyer: [entry?.lawyer] });
  });

  it('holds at most a hundred under each record', async () => {
    const under = (list: string, edge: string) => hub.as('filing').ask(`{ ${list}(first: 1) { nodes { ${edge} } } }`);
    for (const [list, edge] of [
      ['lawFirms', 'lawyers'],
      ['courts', 'mediators'],
    ] as const) {
      expect((await under(list, `${edge}(first: 100) { totalCount }`)).codes).toEqual([]);
      const over = await under(list, `${edge}(first: 101) { totalCount }`);
      expect([over.codes, over.errors[0].message]).toEqual([['PAGE_INVALID'], 'A page holds 1 to 100 items.']);
    }
  });

  it('does not find the receipts of a unit by a subject that is spelt like it', async () => {
    const [{ certificateNo }] = (await hub.rows<{ certificateNo: string }>(
      sql`select certificate_no as "certificateNo" from justice.lawyer where id = ${selfLawyerId}::uuid`,
    )) as [{ certificateNo: string }];
    const propose = 'mutation($input: ContactChangeInput!) { made: proposeContactChange(input: $input) { id } }';
    const input = { key: newKey(), certificateNo, field: 'OFFICE_ADDRESS', value: '一号', asOf: '2026-11-19' };
    const ofUnit = await hub.as('bar').ask(propose, { input });
    const claims = { subject: 'zj-bar', clientId: TRIAL_CLIENT, role: 'self', lawyer: selfLawyerId };
    const ofSelf = await hub.asClaims(claims, 'OWN_DATA').ask(propose, { input: { ...input, value: '二号' } });
    expect([ofUnit.codes, ofSelf.codes]).toEqual([[], []]);
    expect(ofSelf.data.made.id).not.toBe(ofUnit.data.made.id);
  });
});
