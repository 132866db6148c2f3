import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { personaFirmId, rivalFirmId, selfLawyerId } from '../../seeds/persona-records.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { newCitizenId, newKey, outcomes, PUSH_APPLICATIONS, PUSH_JOBS } from '../support/pushes.js';

const SELF = '13301201511000002';
const asOf = '2026-11-20T00:00:00Z';
const person = (fullName = '钱 江') => ({ fullName, citizenIdNumber: newCitizenId() });
const job = (extra: object = {}) => ({
  key: newKey(),
  person: person(),
  firmId: personaFirmId,
  role: 'LEGAL_ADVISER',
  fromOn: '2026-01-05',
  asOf,
  ...extra,
});
let made = 0;
const application = (extra: object = {}) => ({
  key: newKey(),
  applicationNo: `杭申〔2026〕${++made}号`,
  kind: 'FIRST_CERTIFICATE',
  person: person(),
  firmId: personaFirmId,
  filedOn: '2026-10-08',
  state: 'FILED',
  asOf,
  ...extra,
});
const JOBS = `{ firmJobs(first: 500) { totalCount nodes { id personName role fromOn untilOn lawyer { id } firm { id } } } }`;
const APPLICATIONS = `{ licenceApplications(first: 500) { totalCount nodes { id applicationNo personName role state decidedOn lawyer { id } } } }`;

onEveryDatabase('the justice department records who works in a firm, and who applies', (kind) => {
  const hub = hubFor(kind);
  const push = (jobs: object[], persona = 'justice') => hub.as(persona).ask(PUSH_JOBS, { jobs });
  const apply = (applications: object[], persona = 'justice') =>
    hub.as(persona).ask(PUSH_APPLICATIONS, { applications });
  const jobs = async (persona: string) => (await hub.as(persona).ask(JOBS)).data.firmJobs.nodes as { id: string }[];
  const changes = (id: string) =>
    hub.rows<{ fields: string[] }>(sql`select fields from outbox.change where record_id = ${id}::uuid order by id`);

  it('a job keeps its id when it ends, and tells what changed', async () => {
    const first = job();
    const [{ id }] = (await push([first])).data.push.results;
    const ended = { ...first, key: newKey(), untilOn: '2026-10-31', asOf: '2026-11-21T00:00:00Z' };
    expect((await push([ended])).data.push.results[0]).toMatchObject({ __typename: 'ItemRecorded', id });
    expect((await jobs('firm')).find((one) => one.id === id)).toMatchObject({
      personName: '钱江',
      role: 'LEGAL_ADVISER',
      untilOn: '2026-10-31',
      lawyer: null,
    });
    expect((await changes(id)).map(({ fields }) => fields)).toEqual([
      ['personName', 'firm', 'role', 'fromOn'],
      ['untilOn'],
    ]);
    expect(outcomes(await push([{ ...first, key: newKey() }]))).toEqual(['STALE_VALUE jobs.0.asOf']);
    expect(outcomes(await push([first]))).toEqual(['already']);
  });

  it('knows a lawyer by his number or his citizen ID, and answers the ID to nobody', async () => {
    const [sealed] = await hub.rows<{ sealed: string; name: string }>(
      sql`select citizen_id_sealed as sealed, full_name as name from justice.lawyer where id = ${selfLawyerId}::uuid`,
    );
    const citizenIdNumber = hub.crypto.open(sealed?.sealed as string);
    const byNumber = job({ person: null, certificateNo: SELF, role: 'PARTNER' });
    const byId = job({ person: { fullName: '别名', citizenIdNumber }, role: 'FOUNDER' });
    const answer = await push([byNumber, byId]);
    expect(outcomes(answer)).toEqual(['recorded', 'recorded']);
    const own = (await hub.as('self').ask(JOBS)).data.firmJobs;
    expect(own.nodes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ personName: '沈知微', role: 'PARTNER', lawyer: { id: selfLawyerId } }),
        expect.objectContaining({ personName: '沈知微', role: 'FOUNDER', lawyer: { id: selfLawyerId } }),
      ]),
    );
    const rows = await hub.rows<Record<string, string | null>>(
      sql`select citizen_id_hash, citizen_id_sealed from justice.firm_job where lawyer_id = ${selfLawyerId}::uuid and role in ('PARTNER', 'FOUNDER')
        and as_of = ${asOf}::timestamptz`,
    );
    for (const row of rows)
      expect(row).toEqual({ citizen_id_hash: hub.crypto.match(citizenIdNumber), citizen_id_sealed: null });
    const stranger = job();
    await push([stranger]);
    const [kept] = await hub.rows<{ sealed: string }>(
      sql`select citizen_id_sealed as sealed from justice.firm_job where citizen_id_hash = ${hub.crypto.match(stranger.person.citizenIdNumber)}`,
    );
    expect(hub.crypto.open(kept?.sealed as string)).toBe(stranger.person.citizenIdNumber);
  });

  it('refuses what cannot be, with the path, and records its neighbours', async () => {
    const answers = await push([
      job({ certificateNo: SELF }),
      job({ person: null }),
      job({ firmId: null }),
      job({ firmId: '0190a000-0000-7000-8000-000000000000' }),
      job({ firmId: 'x' }),
      job({ role: 'PARTNER' }),
      job({ person: null, certificateNo: '13301200010999999', role: 'LAWYER' }),
      job({ fromOn: '1990-01-01' }),
      job({ untilOn: '2026-01-04' }),
      job({ person: { fullName: '某', citizenIdNumber: '1' } }),
      job({ officeDivisionCode: '000000' }),
      job(),
    ]);
    expect(outcomes(answers)).toEqual([
      'FIELD_NOT_ALLOWED jobs.0.person',
      'FIELD_REQUIRED jobs.1.person',
      'FIELD_REQUIRED jobs.2.firmCreditCode',
      'FIRM_UNKNOWN jobs.3.firmId',
      'FIRM_UNKNOWN jobs.4.firmId',
      'LAWYER_UNKNOWN jobs.5.person',
      'LAWYER_UNKNOWN jobs.6.certificateNo',
      'FIRM_CLOSED jobs.7.firmId',
      'PERIOD_INVALID jobs.8.untilOn',
      'CITIZEN_ID_INVALID jobs.9.person.citizenIdNumber',
      'DIVISION_INVALID jobs.10.officeDivisionCode',
      'recorded',
    ]);
  });

  it('a bureau writes and reads the jobs of its own area, a firm its own, and nobody else any', async () => {
    const [{ id }] = (await push([job()], 'justice@hangzhou')).data.push.results;
    expect(outcomes(await push([job()], 'justice@ningbo'))).toEqual(['OUT_OF_REACH jobs.0.firmId']);
    for (const [persona, isSeen] of [
      ['justice', true],
      ['justice@hangzhou', true],
      ['justice@ningbo', false],
      ['firm', true],
      ['firm@rival', false],
      ['self', false],
    ] as const)
      expect(
        (await jobs(persona)).some((one) => one.id === id),
        persona,
      ).toBe(isSeen);
    const ofRival = await hub
      .as('justice')
      .ask(`{ firmJobs(firmId: "${rivalFirmId}", first: 500) { nodes { firm { id } } } }`);
    expect(ofRival.data.firmJobs.nodes.every((one: { firm: { id: string } }) => one.firm.id === rivalFirmId)).toBe(
      true,
    );
    for (const persona of [
      'filing',
      'judge',
      'personnel',
      'supervision',
      'bar',
      'editor',
      'public',
      'system',
      'audit',
    ]) {
      expect((await hub.as(persona).ask(JOBS)).codes, persona).toEqual(['FORBIDDEN']);
      expect((await push([job()], persona)).codes, persona).toEqual(['FORBIDDEN']);
    }
  });

  it('an application is brought up to date until it is decided, and stays what it was about', async () => {
    const first = application();
    const [{ id }] = (await apply([first])).data.push.results;
    const again = (extra: object) => apply([{ ...first, key: newKey(), ...extra }]);
    expect((await again({ state: 'ACCEPTED' })).data.push.results[0]).toMatchObject({ id });
    expect(outcomes(await again({ state: 'GRANTED' }))).toEqual(['FIELD_REQUIRED applications.0.decidedOn']);
    expect(outcomes(await again({ state: 'ACCEPTED', decidedOn: '2026-11-01' }))).toEqual([
      'FIELD_NOT_ALLOWED applications.0.decidedOn',
    ]);
    expect(outcomes(await again({ state: 'GRANTED', decidedOn: '2026-10-01' }))).toEqual([
      'PERIOD_INVALID applications.0.decidedOn',
    ]);
    expect(outcomes(await again({ state: 'REFUSED', decidedOn: '2026-11-02' }))).toEqual(['recorded']);
    expect(outcomes(await again({ state: 'GRANTED', decidedOn: '2026-11-03' }))).toEqual([
      'APPLICATION_DECIDED applications.0.state',
    ]);
    expect(outcomes(await again({ person: person() }))).toEqual(['APPLICATION_MISMATCH applications.0.applicationNo']);
    expect(outcomes(await again({ kind: 'RENEWED_CERTIFICATE' }))).toEqual([
      'APPLICATION_MISMATCH applications.0.kind',
    ]);
    expect((await changes(id)).map(({ fields }) => fields)).toEqual([
      ['applicationNo', 'personName', 'kind', 'firm', 'role', 'filedOn', 'state'],
      ['state'],
      ['state', 'decidedOn'],
    ]);
  });

  it('an application is seen by the department and its bureau, by the lawyer himself, and by no firm and no court', async () => {
    const change = application({ kind: 'CHANGE_OF_FIRM', person: null, certificateNo: SELF, firmId: rivalFirmId });
    const [{ id }] = (await apply([change], 'justice@ningbo')).data.push.results;
    expect(outcomes(await apply([application()], 'justice@ningbo'))).toEqual(['OUT_OF_REACH applications.0.firmId']);
    const seen = async (persona: string) =>
      (await hub.as(persona).ask(APPLICATIONS)).data.licenceApplications.nodes as { id: string }[];
    for (const [persona, isSeen] of [
      ['justice', true],
      ['justice@ningbo', true],
      ['justice@hangzhou', false],
      ['self', true],
      ['self@suspended', false],
    ] as const)
      expect(
        (await seen(persona)).some((one) => one.id === id),
        persona,
      ).toBe(isSeen);
    for (const persona of [
      'filing',
      'judge',
      'personnel',
      'supervision',
      'bar',
      'editor',
      'firm',
      'firm@rival',
      'public',
      'security',
    ])
      expect((await hub.as(persona).ask(APPLICATIONS)).codes, persona).toEqual(['FORBIDDEN']);
    const filed = await hub
      .as('justice')
      .ask('{ licenceApplications(state: FILED, first: 500) { totalCount nodes { state } } }');
    expect(new Set(filed.data.licenceApplications.nodes.map(({ state }: { state: string }) => state))).toEqual(
      new Set(['FILED']),
    );
    expect(
      outcomes(
        await apply([
          application({ kind: 'CHANGE_OF_FIRM' }),
          application({ role: 'ADMIN' }),
          application({ filedOn: '2026-11-22' }),
        ]),
      ),
    ).toEqual([
      'FIELD_REQUIRED applications.0.certificateNo',
      'VALUE_UNKNOWN applications.1.role',
      'DAY_TO_COME applications.2.filedOn',
    ]);
    expect(hub.faults).toEqual([]);
  });
});
