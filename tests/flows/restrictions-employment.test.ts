import 'reflect-metadata';
import { sql } from 'drizzle-orm';
import { afterAll, expect, it } from 'vitest';
import { personaFirmId } from '../../seeds/persona-records.js';
import { reviewOpen } from '../../src/domain/joint/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { departure, member, PUSH_AREAS, PUSH_KINSHIPS, PUSH_STAFF, service } from '../support/personnel.js';
import {
  grant,
  newCitizenId,
  newKey,
  outcomes,
  PUSH_APPLICATIONS,
  PUSH_EVENTS,
  PUSH_INTERNSHIPS,
  PUSH_JOBS,
} from '../support/pushes.js';

const VERDICT =
  'headline lastRestrictedDay duties { code } constraints { headline code lastRestrictedDay facts norms { code } }';
const asOf = '2026-11-20T00:00:00Z';

onEveryDatabase('whoever leaves a court is checked where he applies and works', (kind) => {
  const hub = hubFor(kind);
  afterAll(() => expect(hub.faults).toEqual([]));
  /** Somebody who left the Xihu court on a day; without a licence. */
  const formerJudge = async (leftOn: string, type = 'RESIGNED') => {
    const citizenIdNumber = newCitizenId();
    const staff = [
      member({
        citizenIdNumber,
        fullName: '林停云',
        services: [service('2010-01-01')],
        departures: [departure(leftOn, { type, wasCivilServant: true })],
      }),
    ];
    expect(outcomes(await hub.as('personnel').ask(PUSH_STAFF, { staff }))).toEqual(['recorded']);
    return { fullName: '林停云', citizenIdNumber };
  };
  const alertsOn = (subjectId: string) =>
    hub.rows<{ kind: string; headline: string; late: boolean }>(
      sql`select kind, headline, is_detected_late as late from joint.restriction_alert where subject_id = ${subjectId}::uuid order by id`,
    );
  const applied = async (person: object) => {
    const applications = [
      {
        key: newKey(),
        applicationNo: `杭申〔2026〕${newKey()}号`,
        kind: 'FIRST_CERTIFICATE',
        person,
        firmId: personaFirmId,
        filedOn: '2026-10-08',
        state: 'FILED',
        asOf,
      },
    ];
    const answer = await hub.as('justice').ask(PUSH_APPLICATIONS, { applications });
    expect(outcomes(answer)).toEqual(['recorded']);
    return answer.data.push.results[0].id as string;
  };

  it('an application of a former judge warns the department as it comes in, and the check names what to do', async () => {
    const id = await applied(await formerJudge('2025-06-30'));
    expect(await alertsOn(id)).toMatchObject([{ kind: 'EMPLOYMENT', late: false }]);
    const { data, errors } = await hub
      .as('justice')
      .ask(`mutation($id: ID!) { checkLicenceApplication(id: $id) { ${VERDICT} } }`, { id });
    expect(errors).toEqual([]);
    const verdict = data.checkLicenceApplication;
    expect(verdict.headline).toBe('RESTRICTED_UNTIL');
    expect(verdict.lastRestrictedDay > '2026-11-21').toBe(true);
    expect(verdict.duties.map(({ code }: { code: string }) => code)).toContain('REFUSE_OR_POSTPONE');
    expect(verdict.constraints[0].code).toBe('AREA_BAN');
    expect(verdict.constraints[0].facts).toBeNull();
    expect(
      (
        await hub
          .as('justice@ningbo')
          .ask(`mutation($id: ID!) { checkLicenceApplication(id: $id) { headline } }`, { id })
      ).codes,
    ).toEqual(['NOT_FOUND']);
  });

  it('a departure that comes late is found in an application that is open', async () => {
    const citizenIdNumber = newCitizenId();
    const id = await applied({ fullName: '林停云', citizenIdNumber });
    expect(await alertsOn(id)).toEqual([]);
    const staff = [
      member({ citizenIdNumber, services: [service('2010-01-01')], departures: [departure('2025-06-30')] }),
    ];
    expect(outcomes(await hub.as('personnel').ask(PUSH_STAFF, { staff }))).toEqual(['recorded']);
    expect(await alertsOn(id)).toMatchObject([{ kind: 'EMPLOYMENT', headline: 'RESTRICTED_UNTIL', late: true }]);
  });

  it('the bar learns the verdict on an intern, and nothing of the file', async () => {
    const person = await formerJudge('2025-06-30');
    const internships = [
      {
        key: newKey(),
        ...person,
        firmId: personaFirmId,
        mentorCertificateNo: '13301201511000002',
        appliedOn: '2026-11-02',
      },
    ];
    const answer = await hub.as('bar').ask(PUSH_INTERNSHIPS, { internships });
    const id = answer.data.push.results[0].id;
    const { data, errors } = await hub
      .as('bar')
      .ask(`mutation($id: ID!) { checkInternRegistration(id: $id) { ${VERDICT} } }`, { id });
    expect(errors).toEqual([]);
    expect(data.checkInternRegistration.headline).not.toBe('PERMITTED');
    for (const { code, facts } of data.checkInternRegistration.constraints) expect([code, facts]).toEqual([null, null]);
    expect(await alertsOn(id)).toMatchObject([{ kind: 'EMPLOYMENT', late: false }]);
  });

  it('an area that grows finds those who work in it now', async () => {
    const citizenIdNumber = newCitizenId();
    const staff = [
      member({
        citizenIdNumber,
        services: [service('2010-01-01', { court: '浙0102' })],
        departures: [departure('2025-06-30', { court: '浙0102', wasCivilServant: true })],
      }),
    ];
    expect(outcomes(await hub.as('personnel').ask(PUSH_STAFF, { staff }))).toEqual(['recorded']);
    const [firm] = await hub.rows<{ division: string }>(
      sql`select division_code as division from justice.firm where id = ${personaFirmId}::uuid`,
    );
    const jobs = [
      {
        key: newKey(),
        person: { fullName: '林停云', citizenIdNumber },
        firmId: personaFirmId,
        role: 'ADMIN',
        fromOn: '2026-01-05',
        asOf,
      },
    ];
    const pushed = await hub.as('justice').ask(PUSH_JOBS, { jobs });
    const id = pushed.data.push.results[0].id;
    const before = await alertsOn(id);
    const areas = [
      { key: newKey(), court: '浙0102', lists: [{ from: '2021-04-09', divisions: ['330102', firm?.division] }] },
    ];
    expect(outcomes(await hub.as('personnel').ask(PUSH_AREAS, { areas }))).toEqual(['recorded']);
    const after = await alertsOn(id);
    expect(after.length).toBe(before.length + 1);
    expect(after.at(-1)).toMatchObject({ kind: 'EMPLOYMENT', headline: 'RESTRICTED_UNTIL', late: true });
  });

  it('a bureau sees that a lawyer is a declared relative, and nobody else does', async () => {
    const citizenIdNumber = newCitizenId();
    const event = grant(personaFirmId, '2024-06-01', { person: { fullName: '林停云', citizenIdNumber } });
    expect(outcomes(await hub.as('justice').ask(PUSH_EVENTS, { events: [event] }))).toEqual(['recorded']);
    const seen = async (persona: string) => {
      const asked = `{ lawyer(certificateNo: "${event.certificateNo}") { isDeclaredRelative } }`;
      return (await hub.as(persona).ask(asked)).data.lawyer.isDeclaredRelative;
    };
    expect(await seen('justice')).toBe(false);
    const staff = await hub.as('personnel').ask(PUSH_STAFF, { staff: [member()] });
    const kinships = [
      {
        key: newKey(),
        staff: staff.data.push.results[0].id,
        relativeName: '林停云',
        relativeCitizenIdNumber: citizenIdNumber,
        relation: 'CHILD',
        declaredOn: '2026-01-05',
      },
    ];
    expect(outcomes(await hub.as('personnel').ask(PUSH_KINSHIPS, { kinships }))).toEqual(['recorded']);
    expect(await seen('justice')).toBe(true);
    for (const persona of ['filing', 'judge', 'bar', 'firm', 'self', 'public']) expect(await seen(persona)).toBeNull();
  });

  it('a new pack decides what is open, once it is reviewed', async () => {
    const person = await formerJudge('2025-06-30', 'DISCHARGED');
    const jobs = [{ key: newKey(), person, firmId: personaFirmId, role: 'ADMIN', fromOn: '2026-01-05', asOf }];
    const pushed = await hub.as('justice').ask(PUSH_JOBS, { jobs });
    const id = pushed.data.push.results[0].id;
    const [first] = await alertsOn(id);
    expect(first).toMatchObject({ kind: 'EMPLOYMENT', headline: 'NEEDS_REVIEW' });
    const input = {
      code: 'ZJ-DISCHARGED',
      title: '辞退人员任职口径',
      issuer: '浙江省高级人民法院',
      version: '1',
      effectiveFrom: '2026-11-01',
      switches: [{ name: 'discharged', kind: 'CHOICE', value: 'RESTRICT' }],
    };
    expect(
      (
        await hub
          .as('security')
          .ask('mutation($input: RulePackInput!) { announceRulePack(input: $input) { id } }', { input })
      ).errors,
    ).toEqual([]);
    await reviewOpen(hub.database, hub.clock);
    expect((await alertsOn(id)).map(({ headline }) => headline)).toEqual(['NEEDS_REVIEW', 'RESTRICTED_UNTIL']);
  });
});
