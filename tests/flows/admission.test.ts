import { sql } from 'drizzle-orm';
import { afterAll, expect, it } from 'vitest';
import { personaFirmId, selfLawyerId } from '../../seeds/persona-records.js';
import { personas, TRIAL_CLIENT } from '../../seeds/personas.js';
import { DEVELOPMENT_ISSUER, type PersonaClaims } from '../../src/identity/development-issuer.js';
import { type Purpose, purposes } from '../../src/identity/purposes.js';
import { type Role, roles } from '../../src/identity/roles.js';
import { refusalCodes } from '../../src/kernel/refusal-codes.js';
import { purposesByRole } from '../../src/policy/matrix/purposes.js';
import {
  ACTIVATE,
  activated,
  DISABLE,
  disableAccount,
  RESTORE_ACCOUNT,
  registered,
} from '../support/administration.js';
import { onEveryDatabase } from '../support/databases.js';
import { type Answer, hubFor } from '../support/hub.js';

const WHO = '{ whoAmI { role purpose actorId } }';
const clerk = (changes: Partial<PersonaClaims> = {}): PersonaClaims => ({
  subject: 'zhou',
  clientId: TRIAL_CLIENT,
  role: 'filing',
  unit: '浙0106',
  ...changes,
});

/** A refusal of the door: nothing but one error, with its status and both sentences. */
function refused(answer: Answer, code: keyof typeof refusalCodes): void {
  const { status, en, zh } = refusalCodes[code];
  expect([answer.codes, answer.status, answer.data]).toEqual([[code], status, undefined]);
  expect([answer.errors[0].message, answer.errors[0].extensions.messageZh]).toEqual([en, zh]);
}

onEveryDatabase('what administrators decide holds at the door', (kind) => {
  const hub = hubFor(kind);
  const by = (clientId: string, changes: Partial<PersonaClaims> = {}, purpose: Purpose = 'CASE_FILING') =>
    hub.asClaims(clerk({ clientId, ...changes }), purpose).ask(WHO);

  afterAll(() => {
    console.log(`admission [${kind.name}]: ${roles.length} roles × ${Object.keys(purposes).length} purposes`);
  });

  it('a client is nobody until it is activated, whether it is registered or not', async () => {
    const { id, clientId } = await registered(hub);
    refused(await by(clientId), 'CLIENT_UNKNOWN');
    refused(await by('never-heard-of'), 'CLIENT_UNKNOWN');
    await hub.as('security@court').ask(ACTIVATE, { id });
    expect((await by(clientId)).data.whoAmI.role).toBe('filing');
  });

  it('a client that is disabled is refused at once, and answered at once when it is activated again', async () => {
    const [one, other] = [await activated(hub), await activated(hub)];
    expect((await by(one.clientId)).codes).toEqual([]);
    await hub.as('security@court').ask(DISABLE, { id: one.id, reason: '密钥泄露' });
    // the first by the line that is not written any more, the next at the door
    for (const _time of [1, 2]) refused(await by(one.clientId), 'CLIENT_DISABLED');
    expect((await by(other.clientId)).codes).toEqual([]);
    await hub.as('security@court').ask(ACTIVATE, { id: one.id });
    expect((await by(one.clientId)).codes).toEqual([]);
  });

  it('a client lends nobody a role or a purpose that it does not have itself', async () => {
    const { clientId } = await activated(hub, { roles: ['filing', 'judge'], purposes: ['CASE_FILING', 'TRIAL'] });
    expect((await by(clientId)).codes).toEqual([]);
    refused(await by(clientId, {}, 'ROSTER'), 'PURPOSE_NOT_ALLOWED');
    refused(await by(clientId, { role: 'personnel' }, 'COURT_PERSONNEL'), 'ROLE_NOT_HELD');
    expect((await by(clientId, { role: 'judge' }, 'TRIAL')).data.whoAmI.role).toBe('judge');
  });

  it('a client whose tokens are bound to certificates takes none that is not', async () => {
    const { clientId } = await activated(hub, { isCertificateBound: true });
    refused(await by(clientId), 'CERTIFICATE_MISSING');
  });

  it('a person who is disabled is refused at once, by every client, and answered at once when restored', async () => {
    const other = await activated(hub);
    expect((await hub.as('filing@xihu').ask(WHO)).codes).toEqual([]);
    const { data } = await disableAccount(hub, 'security@court', 'zhou');
    expect(data.made).toMatchObject({
      subject: 'zhou',
      reason: '离岗',
      disabledBy: 'persona:security@court',
      unit: { code: '浙' },
    });
    refused(await by(TRIAL_CLIENT), 'PERSON_DISABLED');
    refused(await by(other.clientId), 'PERSON_DISABLED');
    const publicly = await hub.asClaims(clerk(), 'PUBLIC_INQUIRY').ask(WHO, {}, { 'x-lushu-role': 'public' });
    refused(publicly, 'PERSON_DISABLED');
    expect((await by(TRIAL_CLIENT, { subject: 'wu' })).codes).toEqual([]);
    const listed = await hub.as('audit@court').ask('{ disabledAccounts { totalCount nodes { subject issuer } } }');
    expect(listed.data.disabledAccounts).toEqual({
      totalCount: 1,
      nodes: [{ subject: 'zhou', issuer: DEVELOPMENT_ISSUER }],
    });
    expect((await disableAccount(hub, 'security@court', 'zhou')).codes).toEqual(['ACCOUNT_DISABLED']);
    const elsewhere = await hub.as('security').ask(RESTORE_ACCOUNT, { id: data.made.id });
    expect([elsewhere.codes, elsewhere.errors[0].extensions.at]).toEqual([['NOT_FOUND'], ['id']]);
    const restored = await hub.as('security@court').ask(RESTORE_ACCOUNT, { id: data.made.id });
    expect(restored.data.made.restoredBy).toBe('persona:security@court');
    expect((await by(TRIAL_CLIENT)).codes).toEqual([]);
    expect((await hub.as('security@court').ask(RESTORE_ACCOUNT, { id: data.made.id })).codes).toEqual(['NOT_FOUND']);
  });

  it('a unit disables for itself and those below it; firms and lawyers are the bar’s; nobody else is touched', async () => {
    const acting: Record<string, () => Promise<Answer>> = {
      court: () => by(TRIAL_CLIENT, { subject: 'x' }),
      justice: () =>
        by(TRIAL_CLIENT, { subject: 'x', role: 'justice', unit: 'hangzhou-bureau' }, 'LICENCE_ADMINISTRATION'),
      bar: () => by(TRIAL_CLIENT, { subject: 'x', role: 'bar', unit: 'zj-bar' }, 'MEMBERSHIP'),
      firm: () => by(TRIAL_CLIENT, { subject: 'x', role: 'firm', firm: personaFirmId }, 'OWN_DATA'),
      self: () => by(TRIAL_CLIENT, { subject: 'x', role: 'self', lawyer: selfLawyerId }, 'OWN_DATA'),
    };
    const stopped = async () => {
      const names: string[] = [];
      for (const [name, ask] of Object.entries(acting))
        if ((await ask()).codes[0] === 'PERSON_DISABLED') names.push(name);
      return names;
    };
    expect(await stopped()).toEqual([]);
    const lines: Record<string, string> = {};
    for (const [who, whom] of [
      ['security', ['justice']],
      ['security@bar', ['justice', 'bar', 'firm', 'self']],
      ['security@court', ['court', 'justice', 'bar', 'firm', 'self']],
    ] as const) {
      lines[who] = (await disableAccount(hub, who, 'x')).data.made.id;
      expect(await stopped(), who).toEqual(whom);
    }
    await hub.as('security@bar').ask(RESTORE_ACCOUNT, { id: lines['security@bar'] });
    expect(await stopped()).toEqual(['court', 'justice']);
    expect((await disableAccount(hub, 'security@court', 'x', 'https://other.example')).codes).toEqual([]);
    const xihu = await hub.rows<{ id: string }>(sql`insert into hub.disabled_account
        (id, issuer, subject, unit_id, reason, disabled_by, disabled_at)
      select gen_random_uuid(), ${DEVELOPMENT_ISSUER}, 'y', id, 'left', 'test', now() from hub.unit where code = '浙0106' returning id`);
    await hub.rows(sql`select audit.move_epoch()`);
    refused(await by(TRIAL_CLIENT, { subject: 'y' }), 'PERSON_DISABLED');
    expect((await by(TRIAL_CLIENT, { subject: 'y', unit: '浙0212' })).codes).toEqual([]);
    const above = await hub.as('security@court').ask(RESTORE_ACCOUNT, { id: xihu[0]?.id });
    expect(above.codes).toEqual([]);
  });

  it('nobody disables himself or the client he asks by, or a unit’s last security administrator', async () => {
    const code = async (answer: Promise<Answer>) => {
      const { codes, errors } = await answer;
      return [codes[0], errors[0]?.extensions.at];
    };
    expect(await code(disableAccount(hub, 'security@court', 'persona:security@court'))).toEqual([
      'NOT_ONESELF',
      ['subject'],
    ]);
    const trial = (
      await hub.as('security').ask('{ clients(first: 100) { nodes { id clientId } } }')
    ).data.clients.nodes.find(({ clientId }: { clientId: string }) => clientId === TRIAL_CLIENT);
    expect(await code(hub.as('security').ask(DISABLE, { id: trial.id, reason: '停用' }))).toEqual([
      'NOT_ONESELF',
      ['id'],
    ]);
    const appoint = (subject: string, unit: string) =>
      hub.rows(sql`insert into hub.administrator (id, issuer, subject, role, unit_id, appointed_by, appointed_at)
        select gen_random_uuid(), ${DEVELOPMENT_ISSUER}, ${subject}, 'security', id, 'test', now() from hub.unit where code = ${unit}`);
    await appoint('bureau-1', 'hangzhou-bureau');
    expect(await code(disableAccount(hub, 'security', 'bureau-1'))).toEqual(['LAST_ADMINISTRATOR', ['subject']]);
    await appoint('bureau-2', 'hangzhou-bureau');
    expect((await disableAccount(hub, 'security', 'bureau-1')).codes).toEqual([]);
    expect(await code(disableAccount(hub, 'security', 'bureau-2'))).toEqual(['LAST_ADMINISTRATOR', ['subject']]);
    const disabled = clerk({ subject: 'bureau-1', role: 'security', unit: 'hangzhou-bureau' });
    refused(await hub.asClaims(disabled, 'SECURITY_ADMINISTRATION').ask(WHO), 'PERSON_DISABLED');
    expect((await disableAccount(hub, 'security@court', 'persona:system@court')).codes).toEqual([]);
  });

  it('two security administrators do not disable each other', async () => {
    const pair = ['pair-1', 'pair-2'];
    for (const subject of pair)
      await hub.rows(sql`insert into hub.administrator (id, issuer, subject, role, unit_id, appointed_by, appointed_at)
        select gen_random_uuid(), ${DEVELOPMENT_ISSUER}, ${subject}, 'security', id, 'test', now() from hub.unit where code = 'ningbo-bureau'`);
    await hub.rows(sql`select audit.move_epoch()`);
    const disable = (who: string, whom: string) =>
      hub
        .asClaims(clerk({ subject: who, role: 'security', unit: 'ningbo-bureau' }), 'SECURITY_ADMINISTRATION')
        .ask(
          'mutation($issuer: String!, $subject: String!) { made: disableAccount(issuer: $issuer, subject: $subject, reason: "互相停用") { id } }',
          { issuer: DEVELOPMENT_ISSUER, subject: whom },
        );
    const answers = await Promise.all([disable('pair-1', 'pair-2'), disable('pair-2', 'pair-1')]);
    const codes = answers.map((answer) => answer.codes[0] ?? 'DONE').sort();
    expect(codes.filter((code) => code === 'DONE')).toHaveLength(1);
    expect(['PERSON_DISABLED', 'LAST_ADMINISTRATOR']).toContain(codes.find((code) => code !== 'DONE'));
  });

  it('an administrator is one by appointment, in his unit, and is nothing else', async () => {
    const as = (claims: Partial<PersonaClaims>, purpose: Purpose, headers = {}) =>
      hub.asClaims(clerk(claims), purpose).ask(WHO, {}, headers);
    refused(await as({ role: 'security', unit: '浙' }, 'SECURITY_ADMINISTRATION'), 'ROLE_NOT_HELD');
    const elsewhere = { subject: 'persona:security@bar', role: 'security', unit: 'zj-justice' };
    refused(await as(elsewhere, 'SECURITY_ADMINISTRATION'), 'ROLE_NOT_HELD');
    const another = { subject: 'persona:security@bar', role: 'audit', unit: 'zj-bar' };
    refused(await as(another, 'AUDIT'), 'ROLES_CONFLICT');
    const officer = { subject: 'persona:security@bar', role: 'bar', unit: 'zj-bar' };
    refused(await as(officer, 'MEMBERSHIP'), 'ROLES_CONFLICT');
    const both = { subject: 'persona:security@bar', role: 'security', roles: ['audit'], unit: 'zj-bar' };
    refused(await as(both, 'AUDIT', { 'x-lushu-role': 'audit' }), 'ROLES_CONFLICT');
  });

  it('a request narrows its roles and never widens them', async () => {
    const ask = (claims: Partial<PersonaClaims>, role: string | undefined, purpose: Purpose = 'CASE_FILING') =>
      hub.asClaims(clerk(claims), purpose).ask(WHO, {}, role === undefined ? {} : { 'x-lushu-role': role });
    const two = { roles: ['judge'] };
    refused(await ask(two, undefined), 'ROLE_UNSTATED');
    expect((await ask(two, 'filing')).data.whoAmI.role).toBe('filing');
    expect((await ask(two, 'judge', 'TRIAL')).data.whoAmI.role).toBe('judge');
    expect((await ask(two, 'public', 'PUBLIC_INQUIRY')).data.whoAmI).toMatchObject({
      role: 'public',
      purpose: 'PUBLIC_INQUIRY',
    });
    refused(await ask({}, 'judge'), 'ROLE_NOT_HELD');
    refused(await ask({}, 'system'), 'ROLE_NOT_HELD');
    refused(await ask({}, 'minister'), 'ROLE_NOT_HELD');
    refused(await ask({ roles: ['personnel'] }, 'filing'), 'ROLES_CONFLICT');
    const publicly = await hub
      .asClaims(clerk(), 'PUBLIC_INQUIRY')
      .ask(`{ lawyer(id: "${selfLawyerId}") { fullName mobile } }`, {}, { 'x-lushu-role': 'public' });
    expect(publicly.data.lawyer.mobile).toBeNull();
    refused(await hub.asClaims(null, undefined).ask(WHO, {}, { 'x-lushu-role': 'filing' }), 'ROLE_NOT_HELD');
  });

  it('every role claims the purposes of its line in the table, and no other', async () => {
    let allowed = 0;
    for (const role of roles) {
      const claims = role === 'public' ? null : (personas.find(({ name }) => name === role)?.claims as PersonaClaims);
      for (const purpose of Object.keys(purposes) as Purpose[]) {
        const answer = await hub.asClaims(claims, purpose).ask(WHO);
        const what = `${role} ${purpose}`;
        if (purposesByRole[role as Role].includes(purpose)) {
          allowed += 1;
          expect(answer.data?.whoAmI, what).toMatchObject({ role, purpose });
        } else expect([answer.codes, answer.status], what).toEqual([['PURPOSE_NOT_ALLOWED'], 403]);
      }
    }
    expect(allowed).toBe(Object.values(purposesByRole).flat().length);
  });

  it('the trail counts the door’s refusals, and names actor and client of those whose token was good', async () => {
    await hub.server.close();
    const lines = await hub.rows<{ code: string; actor: string; client: string }>(
      sql`select distinct refusals[1] as code, actor_id as actor, client_id as client from audit.audit_line where kind = 'DOOR'`,
    );
    const named = (code: string) =>
      lines.filter((line) => line.code === code).map(({ actor, client }) => [actor, client]);
    expect(named('PERSON_DISABLED')).toContainEqual(['zhou', TRIAL_CLIENT]);
    expect(named('CLIENT_UNKNOWN')).toContainEqual(['zhou', 'never-heard-of']);
    expect(named('CLIENT_DISABLED').every(([actor, client]) => actor === 'zhou' && client?.startsWith('desk-'))).toBe(
      true,
    );
    for (const code of ['CLIENT_DISABLED', 'ROLE_NOT_HELD', 'ROLE_UNSTATED', 'ROLES_CONFLICT', 'PURPOSE_NOT_ALLOWED'])
      expect(named(code).filter(([actor]) => actor !== null).length, code).toBeGreaterThan(0);
    expect(hub.faults).toEqual([]);
  });
});
