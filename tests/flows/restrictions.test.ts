import 'reflect-metadata';
import { sql } from 'drizzle-orm';
import { afterAll, expect, it } from 'vitest';
import { personaFirmId } from '../../seeds/persona-records.js';
import { reviewOpen } from '../../src/domain/joint/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { departure, member, PUSH_KINSHIPS, PUSH_STAFF, service } from '../support/personnel.js';
import {
  event,
  grant,
  newCitizenId,
  newKey,
  outcomes,
  PUSH_CASES,
  PUSH_EVENTS,
  PUSH_REPRESENTATIONS,
  PUSH_SANCTIONS,
  revocation,
} from '../support/pushes.js';

const VERDICT = `headline lastRestrictedDay isPermanent isOpen isRecusalCheckRequired explanationZh explanationEn registerAsOf
  packs { code version } duties { code } constraints { headline scope scopeIds lastRestrictedDay code countedFrom { on } facts norms { code level } }`;
const CHECK = `mutation($input: CounselInput!) { checkRepresentation(input: $input) { ${VERDICT} } }`;
const ENTER = `mutation($input: CounselInput!) { enterRepresentation(input: $input) { id verdict { ${VERDICT} } } }`;
const JOB = `mutation($input: FirmJobCheckInput!) { checkFirmJob(input: $input) { ${VERDICT} } }`;

let made = 90_000;
const nextNo = (court = '浙0106', type = '民初') => `（2026）${court}${type}${++made}号`;

onEveryDatabase('the limits of former staff are asked for where they matter', (kind) => {
  const hub = hubFor(kind);
  afterAll(() => expect(hub.faults).toEqual([]));

  const newLawyer = async () => {
    const citizenIdNumber = newCitizenId();
    const event = grant(personaFirmId, '2024-06-01', { person: { fullName: '顾远山', citizenIdNumber } });
    expect(outcomes(await hub.as('justice').ask(PUSH_EVENTS, { events: [event] }))).toEqual(['recorded']);
    return { certificateNo: event.certificateNo as string, citizenIdNumber };
  };
  const newCase = async (extra: object = {}) => {
    const caseNo = nextNo();
    const file = {
      key: newKey(),
      court: '浙0106',
      caseNo,
      procedure: 'CIVIL',
      stage: 'FIRST_INSTANCE',
      acceptedOn: '2026-03-02',
      asOf: '2026-11-20T00:00:00Z',
      ...extra,
    };
    expect(outcomes(await hub.as('filing').ask(PUSH_CASES, { cases: [file] }))).toEqual(['recorded']);
    return caseNo;
  };
  const high = { subject: 'somebody', clientId: 'lushu-trial', role: 'filing' as const, unit: '浙' };
  const newCaseAt = async (court: string) => {
    const caseNo = nextNo(court);
    const file = {
      key: newKey(),
      court,
      caseNo,
      procedure: 'CIVIL',
      stage: 'FIRST_INSTANCE',
      acceptedOn: '2026-03-02',
      earlierCaseNos: [],
      asOf: '2026-11-20T00:00:00Z',
    };
    expect(outcomes(await hub.asClaims(high, 'CASE_FILING').ask(PUSH_CASES, { cases: [file] }))).toEqual(['recorded']);
    return caseNo;
  };
  const pushStaff = async (item: object) =>
    expect(outcomes(await hub.as('personnel').ask(PUSH_STAFF, { staff: [item] }))).toEqual(['recorded']);
  const acting = (caseNo: string, certificateNo: string, extra: object = {}) => ({
    caseNo,
    certificateNo,
    side: 'CLAIMANT',
    capacity: 'AS_LAWYER',
    category: 'AGENT',
    fromOn: '2026-11-20',
    ...extra,
  });
  const check = async (input: object, persona = 'filing') => {
    const answer = await hub.as(persona).ask(CHECK, { input });
    expect(answer.errors).toEqual([]);
    return answer.data.checkRepresentation;
  };
  const alertsOn = (certificateNo: string) =>
    hub.rows<{
      kind: string;
      headline: string | null;
      late: boolean;
      given: string | null;
      now: string | null;
      told: string | null;
    }>(
      sql`select a.kind, a.headline, a.is_detected_late as late, a.answer_given as given, a.answer_now as now, a.told_to as told
        from joint.restriction_alert a join justice.certificate c on c.lawyer_id = a.lawyer_id
        where c.certificate_no = ${certificateNo} order by a.id`,
    );

  it('a lawyer who never served may act; the verdict names its packs and the day of the registers', async () => {
    const { certificateNo } = await newLawyer();
    const verdict = await check(acting(await newCase(), certificateNo));
    expect(verdict).toMatchObject({
      headline: 'PERMITTED',
      constraints: [],
      duties: [],
      isRecusalCheckRequired: false,
    });
    expect(verdict.packs.map(({ code }: { code: string }) => code)).toContain('CN-33-PROVINCE');
    expect(verdict.registerAsOf).toMatch(/^2026-/);
    expect(verdict.explanationZh[0]).toContain('2026-11-20的结论:允许');
  });

  it('a former judge is barred for good at his old court and for two years elsewhere; the window reads no file', async () => {
    const { certificateNo, citizenIdNumber } = await newLawyer();
    await pushStaff(
      member({
        citizenIdNumber,
        services: [service('2010-01-01', { rank: 9 })],
        departures: [departure('2025-05-10', { wasCivilServant: true })],
      }),
    );
    const verdict = await check(acting(await newCase(), certificateNo));
    expect(verdict).toMatchObject({ headline: 'PERMANENTLY_BARRED', isPermanent: true });
    expect(verdict.duties.map(({ code }: { code: string }) => code)).toContain('ORDER_STOP');
    for (const { code, countedFrom, facts } of verdict.constraints)
      expect([code, countedFrom, facts]).toEqual([null, null, null]);
    const ban = verdict.constraints.find(
      (one: { lastRestrictedDay: string | null }) => one.lastRestrictedDay === '2027-05-10',
    );
    expect(ban).toMatchObject({ headline: 'RESTRICTED_UNTIL', scope: 'COUNTRY' });
    expect(verdict.explanationZh.join()).toContain('西湖区人民法院');
    expect(verdict.explanationZh.join()).not.toMatch(/辞|退休|开除/);
    const justice = await hub.as('justice').ask(JOB, {
      input: { certificateNo, firmCreditCode: await creditCode(), role: 'LAWYER', on: '2026-11-20' },
    });
    expect(justice.errors).toEqual([]);
    expect(justice.data.checkFirmJob.constraints[0].code).not.toBeNull();
    expect(justice.data.checkFirmJob.constraints[0].facts).toBeNull();
  });

  const creditCode = async () => {
    const [firm] = await hub.rows<{ code: string }>(
      sql`select unified_social_credit_code as code from justice.firm where id = ${personaFirmId}::uuid`,
    );
    return firm?.code;
  };

  it('counsel is entered and checked in one transaction; a hit raises an alert and stops nothing', async () => {
    const { certificateNo, citizenIdNumber } = await newLawyer();
    await pushStaff(
      member({ citizenIdNumber, services: [service('2012-01-01')], departures: [departure('2025-08-31')] }),
    );
    const input = acting(await newCase(), certificateNo);
    const entered = await hub.as('filing').ask(ENTER, { input });
    expect(entered.errors).toEqual([]);
    expect(entered.data.enterRepresentation.verdict.headline).toBe('PERMANENTLY_BARRED');
    expect(await alertsOn(certificateNo)).toMatchObject([
      { kind: 'COUNSEL', headline: 'PERMANENTLY_BARRED', late: false },
    ]);
    const [event] = await hub.rows<{ n: number }>(
      sql`select count(*)::int as n from outbox.change where event = 'restriction-alert.raised' and record_id in
        (select id from joint.restriction_alert where subject_id = ${entered.data.enterRepresentation.id}::uuid)`,
    );
    expect(event?.n).toBe(1);
    const twice = await hub.as('filing').ask(ENTER, { input });
    expect(twice.codes).toEqual(['REPRESENTATION_EXISTS']);
    expect(await alertsOn(certificateNo)).toHaveLength(1);
  });

  it('a departure that comes late finds counsel who was entered, those persons and cases only, and recalls the answer', async () => {
    const [late, other] = [await newLawyer(), await newLawyer()];
    const caseNo = await newCase();
    for (const { certificateNo } of [late, other])
      expect((await hub.as('filing').ask(ENTER, { input: acting(caseNo, certificateNo) })).errors).toEqual([]);
    expect(await check(acting(await newCase(), late.certificateNo))).toMatchObject({ headline: 'PERMITTED' });
    await pushStaff(
      member({
        citizenIdNumber: late.citizenIdNumber,
        services: [service('2012-01-01')],
        departures: [departure('2025-08-31')],
      }),
    );
    const alerts = await alertsOn(late.certificateNo);
    expect(alerts.filter(({ kind: of }) => of === 'COUNSEL')).toMatchObject([
      { headline: 'PERMANENTLY_BARRED', late: true },
    ]);
    expect(alerts.filter(({ kind: of }) => of === 'WRONG_ANSWER')).toMatchObject([
      {
        given: 'PERMITTED',
        now: expect.stringContaining('PERMANENTLY_BARRED'),
        told: expect.stringContaining('filing'),
      },
    ]);
    expect(await alertsOn(other.certificateNo)).toEqual([]);
  });

  it('a declared relative asks for a recusal check, and the window learns nothing of whose', async () => {
    const { certificateNo, citizenIdNumber } = await newLawyer();
    const judge = member({ services: [service('2010-01-01')] });
    const answer = await hub.as('personnel').ask(PUSH_STAFF, { staff: [judge] });
    const staffId = answer.data.push.results[0].id;
    const caseNo = await newCase({ panel: [{ staffId, role: 'PRESIDING' }] });
    const input = acting(caseNo, certificateNo);
    expect((await hub.as('filing').ask(ENTER, { input })).errors).toEqual([]);
    const kinship = {
      key: newKey(),
      staff: staffId,
      relativeName: '顾远山',
      relativeCitizenIdNumber: citizenIdNumber,
      relation: 'SIBLING',
      declaredOn: '2026-01-05',
    };
    expect(outcomes(await hub.as('personnel').ask(PUSH_KINSHIPS, { kinships: [kinship] }))).toEqual(['recorded']);
    expect((await alertsOn(certificateNo)).map(({ kind: of, late }) => [of, late])).toEqual([['RECUSAL', true]]);
    const verdict = await check({ ...input, caseNo: await newCase({ panel: [{ staffId, role: 'PRESIDING' }] }) });
    expect(verdict).toMatchObject({ headline: 'PERMITTED', isRecusalCheckRequired: true });
    expect(JSON.stringify(verdict)).not.toContain(staffId);
    expect(verdict.explanationEn).toContain('Recusal check required.');
  });

  it('a back-dated revocation recalls the status that was shown in between', async () => {
    const { certificateNo } = await newLawyer();
    const shown = await hub.as('filing').ask(`{ lawyer(certificateNo: "${certificateNo}") { licenceStatus } }`);
    expect(shown.data.lawyer.licenceStatus).toBe('PRACTISING');
    hub.clock.set('2026-11-21T02:05:00Z');
    const decision = revocation(certificateNo, '2026-11-01');
    expect(outcomes(await hub.as('justice').ask(PUSH_SANCTIONS, { sanctions: [decision] }))).toEqual(['recorded']);
    const revoked = event('REVOKED', '2026-11-01', {
      certificateNo,
      decisionNo: decision.decisionNo,
      legalBasis: 'LAWYERS_LAW_49',
    });
    expect(outcomes(await hub.as('justice').ask(PUSH_EVENTS, { events: [revoked] }))).toEqual(['recorded']);
    hub.clock.set('2026-11-21T02:00:00Z');
    const wrong = (await alertsOn(certificateNo)).filter(({ kind: of }) => of === 'WRONG_ANSWER');
    expect(wrong).toMatchObject([{ given: 'PRACTISING', now: 'REVOKED', told: expect.stringContaining('filing') }]);
  });

  it('representations of an existing system are judged when they come in', async () => {
    const { certificateNo, citizenIdNumber } = await newLawyer();
    await pushStaff(
      member({ citizenIdNumber, services: [service('2012-01-01')], departures: [departure('2025-08-31')] }),
    );
    const representations = [{ key: newKey(), ...acting(await newCase(), certificateNo), fromOn: '2026-03-05' }];
    expect(outcomes(await hub.as('filing').ask(PUSH_REPRESENTATIONS, { representations }))).toEqual(['recorded']);
    expect(await alertsOn(certificateNo)).toMatchObject([{ kind: 'COUNSEL', late: false }]);
  });

  it('an approval ends a restriction no earlier than the law, and a review tells what has ended by itself', async () => {
    const { certificateNo, citizenIdNumber } = await newLawyer();
    const input = { ...acting(await newCaseAt('浙0105'), certificateNo) };
    await pushStaff(
      member({ citizenIdNumber, services: [service('2012-01-01')], departures: [departure('2024-12-01')] }),
    );
    expect(
      (
        await hub
          .asClaims(high, 'CASE_FILING')
          .ask(PUSH_REPRESENTATIONS, { representations: [{ key: newKey(), ...input }] })
      ).errors,
    ).toEqual([]);
    expect(await alertsOn(certificateNo)).toMatchObject([{ kind: 'COUNSEL', headline: 'RESTRICTED_UNTIL' }]);
    hub.clock.set('2026-12-02');
    const bars: [number, number][] = [];
    const done = await reviewOpen(hub.database, hub.clock, (...at) => bars.push(at));
    hub.clock.set('2026-11-21T02:00:00Z');
    expect(done.judged).toBeGreaterThan(0);
    expect(bars.at(-1)).toEqual([done.judged, done.judged]);
    expect((await alertsOn(certificateNo)).map(({ kind: of }) => of)).toEqual(['COUNSEL', 'RESTRICTION_ENDED']);
    expect(await reviewOpen(hub.database, hub.clock)).toMatchObject({ judged: done.judged });
  });

  it('refuses bad input with the code and the path, and keeps nothing', async () => {
    const { certificateNo } = await newLawyer();
    const caseNo = await newCase();
    const refused = async (input: object, persona = 'filing') => {
      const { errors } = await hub.as(persona).ask(CHECK, { input });
      return errors.map(({ extensions }) => `${extensions.code} ${(extensions.at ?? []).join('.')}`);
    };
    expect(await refused(acting('（2026）浙0106民初1', certificateNo))).toEqual(['CASE_NO_INVALID input.caseNo']);
    expect(await refused(acting(nextNo(), certificateNo))).toEqual(['CASE_UNKNOWN input.caseNo']);
    expect(await refused(acting(caseNo, '13301201511999992'))).toEqual(['LAWYER_UNKNOWN input.certificateNo']);
    expect(await refused(acting(caseNo, certificateNo, { capacity: 'NEAR_RELATIVE' }))).toEqual([
      'FIELD_REQUIRED input.relation',
    ]);
    expect(await refused(acting(caseNo, certificateNo), 'justice')).toEqual([expect.stringContaining('FORBIDDEN')]);
    const [kept] = await hub.rows<{ n: number }>(
      sql`select count(*)::int as n from joint.restriction_check c join justice.certificate k on k.lawyer_id = c.lawyer_id
        where k.certificate_no = ${certificateNo}`,
    );
    expect(kept?.n).toBe(0);
  });
});
