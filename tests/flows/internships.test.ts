import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { personaFirmId, rivalFirmId, suspendedLawyerId } from '../../seeds/persona-records.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { newCitizenId, newKey, outcomes, PUSH_INTERNSHIPS } from '../support/pushes.js';

const SELF = '13301201511000002';
const intern = (extra: object = {}) => ({
  key: newKey(),
  fullName: '苏 堤',
  citizenIdNumber: newCitizenId(),
  firmId: personaFirmId,
  mentorCertificateNo: SELF,
  appliedOn: '2026-11-02',
  ...extra,
});
const FIELDS = `id fullName divisionCode appliedOn declaresCourtWork pledgeSignedOn state fromOn untilOn decidedOn decisionReason firm { id } mentor { fullName }
  opinions { id court { code } requestedAt givenAt objects reason givenBy }`;
const personnelAt = (unit: string) => ({
  subject: `personnel:${unit}`,
  clientId: 'lushu-trial',
  role: 'personnel' as const,
  unit,
});

onEveryDatabase('the bar registers interns, and hears the courts they served', (kind) => {
  const hub = hubFor(kind);
  const push = (internships: object[], persona = 'bar') => hub.as(persona).ask(PUSH_INTERNSHIPS, { internships });
  const enter = async (extra: object = {}) => (await push([intern(extra)])).data.push.results[0].id as string;
  const seen = async (id: string, persona = 'bar') =>
    (await hub.as(persona).ask(`{ internship(id: "${id}") { ${FIELDS} } }`)).data.internship;
  const decide = (id: string, input: object, persona = 'bar') =>
    hub
      .as(persona)
      .ask(`mutation($input: InternshipDecisionInput!) { decideInternship(input: $input) { ${FIELDS} } }`, {
        input: { id, ...input },
      });
  const registered = { register: true, fromOn: '2026-12-01', untilOn: '2027-11-30' };
  const GIVE = `mutation($input: FormerCourtOpinionInput!) { giveFormerCourtOpinion(input: $input) { id objects reason givenBy givenAt court { code } } }`;
  const give = (id: string, input: object = {}, unit = '浙0106') =>
    hub
      .asClaims(personnelAt(unit), 'COURT_PERSONNEL')
      .ask(GIVE, { input: { id, objects: false, givenBy: '王主任', ...input } });
  const requestOf = async (id: string, place = 0) => (await seen(id)).opinions[place].id as string;
  const events = (id: string) =>
    hub.rows<{ event: string }>(sql`select event from outbox.change where record_id = ${id}::uuid order by id`);

  it('who declares no court work is registered without an opinion, and ends once', async () => {
    const id = await enter({ formerCourts: [], pledgeSignedOn: '2026-11-01' });
    expect(await seen(id)).toMatchObject({
      fullName: '苏堤',
      divisionCode: '330106',
      declaresCourtWork: false,
      pledgeSignedOn: '2026-11-01',
      state: 'APPLIED',
      mentor: { fullName: '沈知微' },
      opinions: [],
    });
    expect((await decide(id, registered)).data.decideInternship).toMatchObject({
      state: 'REGISTERED',
      fromOn: '2026-12-01',
      decidedOn: '2026-11-21',
    });
    const end = (input: object) =>
      hub.as('bar').ask('mutation($input: InternshipEndInput!) { endInternship(input: $input) { state untilOn } }', {
        input: { id, on: '2026-11-21', outcome: 'ENDED', ...input },
      });
    expect((await end({})).codes).toEqual(['PERIOD_INVALID']);
    await hub.rows(sql`update bar.internship set from_on = '2025-11-01' where id = ${id}::uuid`);
    expect((await end({ on: '2026-11-20', outcome: 'PASSED' })).data.endInternship).toEqual({
      state: 'PASSED',
      untilOn: '2026-11-20',
    });
    expect((await end({})).codes).toEqual(['INTERNSHIP_STATE_INVALID']);
    expect((await events(id)).map(({ event }) => event)).toEqual([
      'internship.applied',
      'internship.decided',
      'internship.ended',
    ]);
  });

  it('a registration that needs an opinion cannot be made before it came, nor against an objection', async () => {
    const id = await enter({ formerCourts: ['浙0106', '浙0102'] });
    expect((await seen(id)).state).toBe('OPINION_REQUESTED');
    expect((await decide(id, registered)).codes).toEqual(['OPINION_MISSING']);
    expect((await give(await requestOf(id))).data.giveFormerCourtOpinion).toMatchObject({
      objects: false,
      givenBy: '王主任',
      court: { code: '浙0106' },
    });
    expect((await seen(id)).state).toBe('OPINION_REQUESTED');
    expect((await decide(id, registered)).codes).toEqual(['OPINION_MISSING']);
    const objection = { objects: true, reason: '离任未满二年' };
    expect((await give(await requestOf(id, 1), objection, '浙0102')).codes).toEqual([]);
    expect((await seen(id)).state).toBe('OPINION_GIVEN');
    expect((await decide(id, registered)).codes).toEqual(['OPINION_OBJECTS']);
    expect((await decide(id, { register: false, reason: '原任职法院有异议' })).data.decideInternship.state).toBe(
      'REFUSED',
    );
    expect((await give(await requestOf(id))).codes).toEqual(['OPINION_ON_FILE']);
  });

  it('a court is asked once, also when the intern declared nothing', async () => {
    const id = await enter();
    const ask = (court: string, persona = 'bar') =>
      hub
        .as(persona)
        .ask(
          `mutation($id: ID!, $court: String!) { requestFormerCourtOpinion(internship: $id, court: $court) { state declaresCourtWork } }`,
          { id, court },
        );
    expect((await ask('浙0106')).data.requestFormerCourtOpinion).toEqual({
      state: 'OPINION_REQUESTED',
      declaresCourtWork: null,
    });
    expect((await ask('浙0106')).codes).toEqual(['OPINION_REQUESTED']);
    expect((await ask('浙9999')).codes).toEqual(['COURT_UNKNOWN']);
    expect((await ask('浙0102', 'personnel')).codes).toEqual(['FORBIDDEN']);
    await give(await requestOf(id));
    expect((await decide(id, registered)).data.decideInternship.state).toBe('REGISTERED');
    expect((await ask('浙0102')).codes).toEqual(['INTERNSHIP_STATE_INVALID']);
  });

  it('the reason and the name stay with the court; bar and bureau are told that it objects', async () => {
    const id = await enter({ formerCourts: ['浙0106'] });
    await give(await requestOf(id), { objects: true, reason: '曾受处分', givenBy: '政治部李某' });
    expect((await seen(id, 'personnel')).opinions[0]).toMatchObject({ reason: '曾受处分', givenBy: '政治部李某' });
    for (const persona of ['bar', 'justice', 'justice@hangzhou']) {
      const [opinion] = (await seen(id, persona)).opinions;
      expect(opinion, persona).toMatchObject({ objects: true, reason: null, givenBy: null });
    }
    expect(await seen(id, 'personnel')).toMatchObject({ fullName: '苏堤', state: null, mentor: null, fromOn: null });
    expect(await seen(id, 'justice@ningbo')).toBeNull();
    for (const persona of ['filing', 'judge', 'supervision', 'editor', 'firm', 'self', 'public', 'system'])
      expect((await hub.as(persona).ask(`{ internship(id: "${id}") { id } }`)).codes, persona).toEqual(['FORBIDDEN']);
  });

  it('a court sees and answers what is asked of its area, and nothing else', async () => {
    const id = await enter({ formerCourts: ['浙0106'] });
    const request = await requestOf(id);
    const asPersonnel = (unit: string) =>
      hub
        .asClaims(personnelAt(unit), 'COURT_PERSONNEL')
        .ask(`{ internship(id: "${id}") { id } internships(first: 500) { nodes { id } } }`);
    for (const [unit, isSeen] of [
      ['浙0106', true],
      ['浙01', true],
      ['浙', true],
      ['浙0212', false],
      ['浙0102', false],
    ] as const) {
      const { data } = await asPersonnel(unit);
      expect(data.internship !== null, unit).toBe(isSeen);
      expect(
        data.internships.nodes.some((one: { id: string }) => one.id === id),
        unit,
      ).toBe(isSeen);
    }
    const both = await enter({ formerCourts: ['浙0106', '浙0212'] });
    const opinions = (unit: string) =>
      hub
        .asClaims(personnelAt(unit), 'COURT_PERSONNEL')
        .ask(`{ internship(id: "${both}") { opinions { court { code } } } }`);
    expect((await opinions('浙0106')).data.internship.opinions).toEqual([{ court: { code: '浙0106' } }]);
    expect((await opinions('浙')).data.internship.opinions).toHaveLength(2);
    expect((await give(request, {}, '浙0212')).codes).toEqual(['NOT_FOUND']);
    expect((await give(request, {}, '浙01')).codes).toEqual([]);
    expect((await hub.as('bar').ask(GIVE, { input: { id: request, objects: false, givenBy: '某' } })).codes).toEqual([
      'FORBIDDEN',
    ]);
    expect((await events(request)).map(({ event }) => event)).toEqual([
      'former-court-opinion.requested',
      'former-court-opinion.given',
    ]);
  });

  it('refuses what cannot be, with the path, and records its neighbours', async () => {
    const [{ suspended }] = (await hub.rows<{ suspended: string }>(
      sql`select certificate_no as suspended from justice.lawyer where id = ${suspendedLawyerId}::uuid`,
    )) as [{ suspended: string }];
    const twice = intern();
    const answers = await push([
      intern({ firmId: '0190a000-0000-7000-8000-000000000000' }),
      intern({ firmId: rivalFirmId }),
      intern({ mentorCertificateNo: '13301200010999999' }),
      intern({ mentorCertificateNo: suspended }),
      intern({ formerCourts: ['浙0106', '浙9999'] }),
      intern({ citizenIdNumber: '1' }),
      twice,
      { ...twice, key: newKey() },
    ]);
    expect(outcomes(answers)).toEqual([
      'FIRM_UNKNOWN internships.0.firmId',
      'MENTOR_ELSEWHERE internships.1.mentorCertificateNo',
      'LAWYER_UNKNOWN internships.2.mentorCertificateNo',
      'LAWYER_NOT_PRACTISING internships.3.mentorCertificateNo',
      'COURT_UNKNOWN internships.4.formerCourts.1',
      'CITIZEN_ID_INVALID internships.5.citizenIdNumber',
      'recorded',
      'INTERNSHIP_EXISTS internships.7.citizenIdNumber',
    ]);
    expect(outcomes(await push([{ ...twice, key: newKey() }]))).toEqual([
      'INTERNSHIP_EXISTS internships.0.citizenIdNumber',
    ]);
    expect(outcomes(await push([twice]))).toEqual(['already']);
    const [row] = await hub.rows<Record<string, string>>(
      sql`select citizen_id_hash, citizen_id_sealed from bar.internship where id = ${answers.data.push.results[6].id}::uuid`,
    );
    expect(row?.citizen_id_hash).toBe(hub.crypto.match(twice.citizenIdNumber));
    expect(hub.crypto.open(row?.citizen_id_sealed as string)).toBe(twice.citizenIdNumber);
    for (const persona of ['justice', 'personnel', 'firm', 'public'])
      expect((await push([intern()], persona)).codes, persona).toEqual(['FORBIDDEN']);
    expect(hub.faults).toEqual([]);
  });
});
